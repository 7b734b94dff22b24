ALTER TABLE "run_events" DROP CONSTRAINT "run_events_run_id_runs_id_fk";--> statement-breakpoint
-- Row by row: a plan kept for many runs at once would read the whole table for one.
CREATE FUNCTION "take_events_along"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  delete from "run_events" where "run_id" = old."id";
  return null;
end $$;--> statement-breakpoint
CREATE TRIGGER "runs_take_events" AFTER DELETE ON "runs" FOR EACH ROW EXECUTE FUNCTION "take_events_along"();
