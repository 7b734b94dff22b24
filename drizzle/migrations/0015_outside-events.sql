CREATE TABLE "event_addresses" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"run_id" text NOT NULL,
	"call_key" text NOT NULL,
	"token_hash" text NOT NULL,
	"sealed" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"payload" jsonb,
	"received_at" timestamp with time zone,
	"taken_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "event_addresses_callKey_unique" UNIQUE("call_key"),
	CONSTRAINT "event_addresses_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "interrupts" ADD COLUMN "event_key" text;--> statement-breakpoint
ALTER TABLE "interrupts" ADD COLUMN "event" jsonb;--> statement-breakpoint
ALTER TABLE "event_addresses" ADD CONSTRAINT "event_addresses_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_addresses" ADD CONSTRAINT "event_addresses_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_addresses_run" ON "event_addresses" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "interrupts_events" ON "interrupts" USING btree ("workspace_id","event_key") WHERE "interrupts"."status" = 'waiting' and "interrupts"."event_key" is not null;