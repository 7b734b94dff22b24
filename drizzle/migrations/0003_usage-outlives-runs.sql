ALTER TABLE "usage_records" DROP CONSTRAINT "usage_records_run_id_runs_id_fk";
