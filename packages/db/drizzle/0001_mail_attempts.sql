ALTER TABLE "app"."mail" ADD COLUMN "next_attempt_at" timestamp with time zone;--> statement-breakpoint
UPDATE "app"."mail" SET "next_attempt_at" = "created_at" WHERE "state" = 'waiting';--> statement-breakpoint
UPDATE "app"."mail" SET "sent_at" = "created_at" WHERE "state" = 'sent' AND "sent_at" IS NULL;--> statement-breakpoint
CREATE INDEX "mail_waiting" ON "app"."mail" USING btree ("next_attempt_at") WHERE "app"."mail"."state" = 'waiting';--> statement-breakpoint
ALTER TABLE "app"."mail" ADD CONSTRAINT "mail_waits_for_an_attempt" CHECK (("app"."mail"."state" = 'waiting') = ("app"."mail"."next_attempt_at" is not null));--> statement-breakpoint
ALTER TABLE "app"."mail" ADD CONSTRAINT "mail_sent_when" CHECK (("app"."mail"."state" = 'sent') = ("app"."mail"."sent_at" is not null));
