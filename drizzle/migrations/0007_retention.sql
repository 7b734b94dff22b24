ALTER TABLE "runs" ADD COLUMN "events_deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "states_deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "turn" jsonb;--> statement-breakpoint
CREATE INDEX "runs_with_events" ON "runs" USING btree ("workspace_id","ended_at") WHERE "runs"."events_deleted_at" is null and "runs"."ended_at" is not null;--> statement-breakpoint
CREATE INDEX "runs_with_states" ON "runs" USING btree ("workspace_id","ended_at") WHERE "runs"."states_deleted_at" is null and "runs"."ended_at" is not null;