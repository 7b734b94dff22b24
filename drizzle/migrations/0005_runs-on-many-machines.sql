CREATE TABLE "idempotency_keys" (
	"workspace_id" text NOT NULL,
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"run_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_workspace_id_scope_key_pk" PRIMARY KEY("workspace_id","scope","key")
);
--> statement-breakpoint
CREATE TABLE "processes" (
	"id" integer PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"host" text NOT NULL,
	"pid" integer NOT NULL,
	"version" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"report" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "run_limits" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "retention" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "run_limits" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "interrupts" ADD COLUMN "kind" text DEFAULT 'human' NOT NULL;--> statement-breakpoint
ALTER TABLE "interrupts" ADD COLUMN "wake_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "interrupts" ADD COLUMN "child_run_id" text;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "call_key" text;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "priority" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "run_after" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "held" text;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "replaces" text;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "crashes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "claimed_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "compacted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotency_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "interrupts_timers" ON "interrupts" USING btree ("wake_at") WHERE "interrupts"."status" = 'waiting' and "interrupts"."wake_at" is not null;--> statement-breakpoint
CREATE INDEX "interrupts_children" ON "interrupts" USING btree ("child_run_id") WHERE "interrupts"."status" = 'waiting' and "interrupts"."child_run_id" is not null;--> statement-breakpoint
CREATE INDEX "runs_held" ON "runs" USING btree ("workspace_id","created_at") WHERE "runs"."held" is not null;--> statement-breakpoint
CREATE INDEX "runs_parent" ON "runs" USING btree ("parent_run_id") WHERE "runs"."parent_run_id" is not null;--> statement-breakpoint
CREATE INDEX "runs_uncompacted" ON "runs" USING btree ("ended_at") WHERE "runs"."compacted_at" is null and "runs"."ended_at" is not null;