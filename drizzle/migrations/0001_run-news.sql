-- Every new run and every change of a run's status is told to all processes when it is committed, whoever made it.
CREATE FUNCTION "tell_run_status"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('signalbox_runs', concat_ws(' ', NEW.workspace_id, NEW.agent_id, NEW.id, NEW.status));
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "runs_told_new" AFTER INSERT ON "runs" FOR EACH ROW EXECUTE FUNCTION "tell_run_status"();--> statement-breakpoint
CREATE TRIGGER "runs_told_changed" AFTER UPDATE OF "status" ON "runs" FOR EACH ROW
WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION "tell_run_status"();
