DROP INDEX "runs_held";--> statement-breakpoint
CREATE INDEX "runs_places" ON "runs" USING btree ("workspace_id","agent_id") WHERE "runs"."status" in ('pending', 'running') and "runs"."held" is null and "runs"."parent_run_id" is null;--> statement-breakpoint
CREATE INDEX "runs_delayed" ON "runs" USING btree ("run_after") WHERE "runs"."held" = 'time';--> statement-breakpoint
CREATE INDEX "runs_held" ON "runs" USING btree ("workspace_id","held","priority" DESC NULLS FIRST,"created_at") WHERE "runs"."held" is not null;