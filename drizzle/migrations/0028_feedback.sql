CREATE TABLE "feedback" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"agent_id" text NOT NULL,
	"run_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"target" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"score" double precision,
	"min" double precision,
	"max" double precision,
	"category" text,
	"comment" text,
	"source" text NOT NULL,
	"author" text NOT NULL,
	"author_name" text,
	"user_id" text,
	"run_created_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "asks_feedback" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "feedback_voice" ON "feedback" USING btree ("run_id","target","name","author");--> statement-breakpoint
CREATE INDEX "feedback_score" ON "feedback" USING btree ("workspace_id","name","score","run_created_at");--> statement-breakpoint
CREATE INDEX "feedback_comments" ON "feedback" USING btree ("workspace_id","run_created_at") WHERE "feedback"."comment" is not null;--> statement-breakpoint
CREATE INDEX "feedback_thread" ON "feedback" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "threads_recent" ON "threads" USING btree ("workspace_id","updated_at","id") WHERE "threads"."branch_of" is null;