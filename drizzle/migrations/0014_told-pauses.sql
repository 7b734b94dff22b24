ALTER TABLE "interrupts" ADD COLUMN "tell_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "interrupts" ADD COLUMN "told" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "interrupts_to_tell" ON "interrupts" USING btree ("tell_at") WHERE "interrupts"."status" = 'waiting' and "interrupts"."tell_at" is not null;