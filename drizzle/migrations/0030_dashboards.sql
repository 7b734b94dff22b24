CREATE TABLE "figure_keys" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "figure_keys_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"workspace_id" text NOT NULL,
	"agent_id" text NOT NULL,
	"version" integer NOT NULL,
	"source" text NOT NULL,
	"person" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"path" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_times" (
	"key_id" integer NOT NULL,
	"grain" smallint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"measure" smallint NOT NULL,
	"bucket" smallint NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "figure_times_key_id_grain_at_measure_bucket_pk" PRIMARY KEY("key_id","grain","at","measure","bucket")
);
--> statement-breakpoint
CREATE TABLE "figure_tops" (
	"key_id" integer NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"run_id" text NOT NULL,
	"span_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"work_ms" bigint DEFAULT 0 NOT NULL,
	"micros" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "figure_tops_key_id_hour_run_id_span_id_pk" PRIMARY KEY("key_id","hour","run_id","span_id")
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"key_id" integer NOT NULL,
	"grain" smallint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"n" bigint DEFAULT 0 NOT NULL,
	"errors" bigint DEFAULT 0 NOT NULL,
	"cancelled" bigint DEFAULT 0 NOT NULL,
	"work_ms" bigint DEFAULT 0 NOT NULL,
	"wait_ms" bigint DEFAULT 0 NOT NULL,
	"input" bigint DEFAULT 0 NOT NULL,
	"output" bigint DEFAULT 0 NOT NULL,
	"cached" bigint DEFAULT 0 NOT NULL,
	"reasoning" bigint DEFAULT 0 NOT NULL,
	"micros" bigint DEFAULT 0 NOT NULL,
	"unpriced" bigint DEFAULT 0 NOT NULL,
	"kept_micros" bigint DEFAULT 0 NOT NULL,
	"cached_micros" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "figures_key_id_grain_at_pk" PRIMARY KEY("key_id","grain","at")
);
--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "counted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "figure_keys" ADD CONSTRAINT "figure_keys_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_times" ADD CONSTRAINT "figure_times_key_id_figure_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."figure_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_tops" ADD CONSTRAINT "figure_tops_key_id_figure_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."figure_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_tops" ADD CONSTRAINT "figure_tops_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_key_id_figure_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."figure_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "figure_keys_all" ON "figure_keys" USING btree ("workspace_id","kind","agent_id","version","source","person","name",md5("path"));--> statement-breakpoint
CREATE INDEX "figure_tops_run" ON "figure_tops" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "runs_uncounted" ON "runs" USING btree ("ended_at") WHERE "runs"."counted_at" is null and "runs"."ended_at" is not null;