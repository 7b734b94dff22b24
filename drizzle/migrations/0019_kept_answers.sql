CREATE TABLE "model_answers" (
	"workspace_id" text NOT NULL,
	"key" text NOT NULL,
	"agent_id" text NOT NULL,
	"family" text,
	"vector" "bytea",
	"provider" text NOT NULL,
	"model" text NOT NULL,
	"answer" jsonb NOT NULL,
	"bytes" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "model_answers_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "tool_answers" (
	"tool_id" text NOT NULL,
	"key" text NOT NULL,
	"answer" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tool_answers_tool_id_key_pk" PRIMARY KEY("tool_id","key")
);
--> statement-breakpoint
ALTER TABLE "usage_records" ADD COLUMN "kept" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "usage_records" ADD COLUMN "saved_micros" bigint;--> statement-breakpoint
ALTER TABLE "source_tools" ADD COLUMN "kept_calls" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "source_tools" ADD COLUMN "kept_hits" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "model_answers" ADD CONSTRAINT "model_answers_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_answers" ADD CONSTRAINT "tool_answers_tool_id_source_tools_id_fk" FOREIGN KEY ("tool_id") REFERENCES "public"."source_tools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "model_answers_family" ON "model_answers" USING btree ("workspace_id","family","created_at");--> statement-breakpoint
CREATE INDEX "model_answers_age" ON "model_answers" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE INDEX "model_answers_expiry" ON "model_answers" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "tool_answers_expiry" ON "tool_answers" USING btree ("expires_at");