CREATE TABLE "recorded_calls" (
	"run_id" text NOT NULL,
	"key" text NOT NULL,
	"place" text NOT NULL,
	"visit" integer NOT NULL,
	"kind" text NOT NULL,
	"target" text NOT NULL,
	"asked" text NOT NULL,
	"seq" integer NOT NULL,
	"pos" integer NOT NULL,
	"packed" boolean NOT NULL,
	"result" "bytea" NOT NULL,
	CONSTRAINT "recorded_calls_run_id_key_pk" PRIMARY KEY("run_id","key")
);
--> statement-breakpoint
CREATE TABLE "test_cases" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"agent_id" text NOT NULL,
	"name" text NOT NULL,
	"case" jsonb NOT NULL,
	"mocks" text,
	"mock_count" integer DEFAULT 0 NOT NULL,
	"origin_run_id" text,
	"last_result" jsonb,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "tests_required" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "recorded_calls" ADD CONSTRAINT "recorded_calls_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_cases" ADD CONSTRAINT "test_cases_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_cases" ADD CONSTRAINT "test_cases_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_cases" ADD CONSTRAINT "test_cases_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "test_cases_agent" ON "test_cases" USING btree ("agent_id","created_at");