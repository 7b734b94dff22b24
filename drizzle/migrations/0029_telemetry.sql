CREATE TABLE "telemetry_outbox" (
	"target_id" text NOT NULL,
	"run_id" text NOT NULL,
	"sent_seq" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone,
	"claimed_until" timestamp with time zone,
	CONSTRAINT "telemetry_outbox_target_id_run_id_pk" PRIMARY KEY("target_id","run_id")
);
--> statement-breakpoint
CREATE TABLE "telemetry_targets" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text,
	"enabled" boolean DEFAULT false NOT NULL,
	"endpoint" text DEFAULT '' NOT NULL,
	"protocol" text DEFAULT 'http/protobuf' NOT NULL,
	"sealed_headers" text,
	"header_names" text[] DEFAULT '{}' NOT NULL,
	"allow_private" boolean DEFAULT false NOT NULL,
	"content" boolean DEFAULT false NOT NULL,
	"share" double precision DEFAULT 1 NOT NULL,
	"propagate" boolean DEFAULT true NOT NULL,
	"sent_spans" bigint DEFAULT 0 NOT NULL,
	"refused_spans" bigint DEFAULT 0 NOT NULL,
	"dropped_runs" bigint DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"last_error" text,
	"failed_at" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"retry_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "trace" jsonb;--> statement-breakpoint
ALTER TABLE "telemetry_outbox" ADD CONSTRAINT "telemetry_outbox_target_id_telemetry_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."telemetry_targets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "telemetry_outbox" ADD CONSTRAINT "telemetry_outbox_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "telemetry_targets" ADD CONSTRAINT "telemetry_targets_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "telemetry_outbox_due" ON "telemetry_outbox" USING btree ("target_id","due_at") WHERE "telemetry_outbox"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "telemetry_outbox_run" ON "telemetry_outbox" USING btree ("run_id");
--> statement-breakpoint
-- In the transaction that ends or pauses a run, so that no process has to live for it to be sent.
CREATE FUNCTION "signalbox_queue_telemetry"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "telemetry_outbox" ("target_id", "run_id", "due_at")
	SELECT t."id", NEW."id", clock_timestamp() FROM "telemetry_targets" t
	WHERE t."enabled" AND (t."workspace_id" IS NULL OR t."workspace_id" = NEW."workspace_id")
	ON CONFLICT ("target_id", "run_id") DO UPDATE SET "due_at" = clock_timestamp();
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "runs_queue_telemetry" AFTER UPDATE OF "status" ON "runs" FOR EACH ROW
WHEN (NEW."status" IN ('success', 'error', 'timeout', 'cancelled', 'interrupted') AND NEW."status" IS DISTINCT FROM OLD."status")
EXECUTE FUNCTION "signalbox_queue_telemetry"();
