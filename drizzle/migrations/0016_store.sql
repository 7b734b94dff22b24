CREATE TABLE "store_calls" (
	"call_key" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"result" jsonb
);
--> statement-breakpoint
CREATE TABLE "store_items" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"scope" text NOT NULL,
	"owner" text NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"expires_at" timestamp with time zone,
	"thread_id" text,
	"user_id" text,
	"agent_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "store_calls" ADD CONSTRAINT "store_calls_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "store_items" ADD CONSTRAINT "store_items_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "store_items" ADD CONSTRAINT "store_items_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "store_items" ADD CONSTRAINT "store_items_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "store_items" ADD CONSTRAINT "store_items_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "store_calls_run" ON "store_calls" USING btree ("run_id");--> statement-breakpoint
CREATE UNIQUE INDEX "store_items_key" ON "store_items" USING btree ("workspace_id","scope","owner","key");--> statement-breakpoint
CREATE INDEX "store_items_thread" ON "store_items" USING btree ("thread_id") WHERE "store_items"."thread_id" is not null;--> statement-breakpoint
CREATE INDEX "store_items_user" ON "store_items" USING btree ("user_id") WHERE "store_items"."user_id" is not null;--> statement-breakpoint
CREATE INDEX "store_items_agent" ON "store_items" USING btree ("agent_id") WHERE "store_items"."agent_id" is not null;--> statement-breakpoint
CREATE INDEX "store_items_expired" ON "store_items" USING btree ("expires_at") WHERE "store_items"."expires_at" is not null;