CREATE TABLE "model_facts" (
	"connection_id" text NOT NULL,
	"model" text NOT NULL,
	"found" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"chosen" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "model_facts_connection_id_model_pk" PRIMARY KEY("connection_id","model")
);
--> statement-breakpoint
CREATE TABLE "model_latencies" (
	"connection_id" text NOT NULL,
	"model" text NOT NULL,
	"recent_ms" integer[] NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "model_latencies_connection_id_model_pk" PRIMARY KEY("connection_id","model")
);
--> statement-breakpoint
CREATE TABLE "model_queues" (
	"connection_id" text PRIMARY KEY NOT NULL,
	"requests_until" timestamp with time zone NOT NULL,
	"tokens_until" timestamp with time zone NOT NULL,
	"held_until" timestamp with time zone NOT NULL,
	"shifted_ms" double precision DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "data_rules" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "data_rules" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "model_connections" ADD COLUMN "facts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "model_connections" ADD COLUMN "limits" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "model_slots" ADD COLUMN "rules" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "model_facts" ADD CONSTRAINT "model_facts_connection_id_model_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."model_connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_latencies" ADD CONSTRAINT "model_latencies_connection_id_model_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."model_connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_queues" ADD CONSTRAINT "model_queues_connection_id_model_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."model_connections"("id") ON DELETE cascade ON UPDATE no action;