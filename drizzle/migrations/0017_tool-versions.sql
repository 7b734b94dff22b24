CREATE TABLE "tool_versions" (
	"tool_id" text NOT NULL,
	"number" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"saved_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tool_versions_tool_id_number_pk" PRIMARY KEY("tool_id","number")
);
--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "on_behalf_of" text;--> statement-breakpoint
ALTER TABLE "tool_versions" ADD CONSTRAINT "tool_versions_tool_id_source_tools_id_fk" FOREIGN KEY ("tool_id") REFERENCES "public"."source_tools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "tool_sources_code" ON "tool_sources" USING btree ("workspace_id") WHERE "tool_sources"."kind" = 'code';