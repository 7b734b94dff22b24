CREATE TABLE "tool_grants" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"address" text NOT NULL,
	"allow_private" boolean DEFAULT false NOT NULL,
	"sealed" text NOT NULL,
	"signed_in_by" text,
	"signed_in_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tool_sources" ADD COLUMN "command" text;--> statement-breakpoint
ALTER TABLE "tool_sources" ADD COLUMN "last_stderr" text;--> statement-breakpoint
ALTER TABLE "tool_grants" ADD CONSTRAINT "tool_grants_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;