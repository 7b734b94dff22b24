CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"scope" text NOT NULL,
	"owner" text NOT NULL,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"blob" text NOT NULL,
	"run_id" text,
	"thread_id" text,
	"agent_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stale_blobs" (
	"blob" text PRIMARY KEY NOT NULL,
	"due_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "files_name" ON "files" USING btree ("workspace_id","scope","owner","name");--> statement-breakpoint
CREATE INDEX "files_run" ON "files" USING btree ("run_id") WHERE "files"."run_id" is not null;--> statement-breakpoint
CREATE INDEX "files_thread" ON "files" USING btree ("thread_id") WHERE "files"."thread_id" is not null;--> statement-breakpoint
CREATE INDEX "files_agent" ON "files" USING btree ("agent_id") WHERE "files"."agent_id" is not null;--> statement-breakpoint
CREATE INDEX "stale_blobs_due" ON "stale_blobs" USING btree ("due_at");
--> statement-breakpoint
CREATE FUNCTION "note_stale_blob"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  insert into "stale_blobs" ("blob", "due_at") values (old."blob", now()) on conflict do nothing;
  return null;
end $$;--> statement-breakpoint
CREATE TRIGGER "files_deleted" AFTER DELETE ON "files" FOR EACH ROW EXECUTE FUNCTION "note_stale_blob"();
