CREATE TABLE "kept_personal" (
	"run_id" text NOT NULL,
	"mark" text NOT NULL,
	"sealed" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "kept_personal_run_id_mark_pk" PRIMARY KEY("run_id","mark")
);
--> statement-breakpoint
ALTER TABLE "kept_personal" ADD CONSTRAINT "kept_personal_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;