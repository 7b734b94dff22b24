CREATE TABLE "run_list_views" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"user_id" text NOT NULL,
	"shared_at" timestamp with time zone,
	"name" text NOT NULL,
	"view" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "run_tags" (
	"run_id" text NOT NULL,
	"workspace_id" text NOT NULL,
	"tag" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "run_tags_run_id_tag_pk" PRIMARY KEY("run_id","tag")
);
--> statement-breakpoint
CREATE TABLE "run_texts" (
	"run_id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "took_ms" bigint GENERATED ALWAYS AS (coalesce((extract(epoch from (ended_at - started_at)) * 1000)::bigint, 0)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "spent_micros" bigint GENERATED ALWAYS AS (case when ended_at is null then 0 else cost_micros end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "problem_code" text GENERATED ALWAYS AS (problem ->> 'code') STORED;--> statement-breakpoint
ALTER TABLE "run_list_views" ADD CONSTRAINT "run_list_views_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_list_views" ADD CONSTRAINT "run_list_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_tags" ADD CONSTRAINT "run_tags_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_texts" ADD CONSTRAINT "run_texts_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "run_list_views_name" ON "run_list_views" USING btree ("workspace_id","user_id","name");--> statement-breakpoint
CREATE INDEX "run_tags_tag" ON "run_tags" USING btree ("workspace_id","tag","created_at");--> statement-breakpoint
CREATE INDEX "run_texts_workspace" ON "run_texts" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE INDEX "runs_status" ON "runs" USING btree ("workspace_id","status","created_at");--> statement-breakpoint
CREATE INDEX "runs_source" ON "runs" USING btree ("workspace_id","source","created_at");--> statement-breakpoint
CREATE INDEX "runs_version" ON "runs" USING btree ("agent_id","version","created_at");--> statement-breakpoint
CREATE INDEX "runs_person" ON "runs" USING btree ("created_by","created_at") WHERE "runs"."created_by" is not null;--> statement-breakpoint
CREATE INDEX "runs_problem" ON "runs" USING btree ("workspace_id","problem_code","created_at") WHERE "runs"."problem_code" is not null;--> statement-breakpoint
CREATE INDEX "runs_unpacked" ON "runs" USING btree ("workspace_id","created_at") WHERE "runs"."compacted_at" is null;--> statement-breakpoint
CREATE INDEX "runs_longest" ON "runs" USING btree ("workspace_id","took_ms","id");--> statement-breakpoint
CREATE INDEX "runs_costliest" ON "runs" USING btree ("workspace_id","spent_micros","id");--> statement-breakpoint
INSERT INTO "run_texts" ("run_id", "workspace_id", "text", "created_at")
SELECT "id", "workspace_id", left(concat_ws(' ', "id", "input"::text, "output"::text), 20000), "created_at" FROM "runs" WHERE "compacted_at" IS NOT NULL;
--> statement-breakpoint
DO $$ BEGIN
	CREATE EXTENSION IF NOT EXISTS pg_trgm;
	CREATE INDEX "run_texts_trigrams" ON "run_texts" USING gin ("text" gin_trgm_ops);
EXCEPTION WHEN OTHERS THEN
	RAISE NOTICE 'Runs are searched without an index: %', SQLERRM;
END $$;
