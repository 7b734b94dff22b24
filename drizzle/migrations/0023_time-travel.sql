ALTER TABLE "runs" ADD COLUMN "fork" jsonb;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "breakpoints" jsonb;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "after_run_id" text;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "branch_of" text;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "head_run_id" text;--> statement-breakpoint
CREATE INDEX "threads_branches" ON "threads" USING btree ("branch_of") WHERE "threads"."branch_of" is not null;