CREATE SCHEMA "app";
--> statement-breakpoint
CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE TYPE "app"."role" AS ENUM('owner', 'admin', 'finance', 'operator', 'viewer');--> statement-breakpoint
CREATE TYPE "app"."entry_kind" AS ENUM('reserve', 'capture', 'release', 'expire', 'top_up', 'grant', 'lot_expiry', 'extend', 'shrink', 'adjust', 'refund', 'reversal', 'transfer_in', 'transfer_out');--> statement-breakpoint
CREATE TYPE "app"."lot_kind" AS ENUM('top_up', 'grant', 'bonus', 'transfer');--> statement-breakpoint
CREATE TYPE "app"."reservation_purpose" AS ENUM('api', 'import', 'lead', 'refund');--> statement-breakpoint
CREATE TYPE "app"."reservation_state" AS ENUM('open', 'captured', 'released', 'expired');--> statement-breakpoint
CREATE TYPE "app"."dispute_state" AS ENUM('open', 'under_review', 'won', 'lost', 'closed');--> statement-breakpoint
CREATE TYPE "app"."document_kind" AS ENUM('tax_invoice', 'credit_note', 'invoice');--> statement-breakpoint
CREATE TYPE "app"."mail_state" AS ENUM('waiting', 'sent', 'failed');--> statement-breakpoint
CREATE TYPE "app"."payment_method" AS ENUM('upi', 'card', 'netbanking', 'wallet', 'bank_transfer', 'other');--> statement-breakpoint
CREATE TYPE "app"."quarantine_reason" AS ENUM('unreadable', 'unknown_order', 'amount_mismatch', 'currency_mismatch', 'account_mismatch', 'already_settled', 'not_payable');--> statement-breakpoint
CREATE TYPE "app"."refund_state" AS ENUM('pending', 'processed', 'failed');--> statement-breakpoint
CREATE TYPE "app"."top_up_purpose" AS ENUM('self_serve', 'staff');--> statement-breakpoint
CREATE TYPE "app"."top_up_state" AS ENUM('pending', 'sent', 'paid', 'void', 'expired');--> statement-breakpoint
CREATE TYPE "app"."identity_window" AS ENUM('active', 'days', 'ever');--> statement-breakpoint
CREATE TYPE "app"."import_row_outcome" AS ENUM('failed', 'duplicate');--> statement-breakpoint
CREATE TYPE "app"."import_status" AS ENUM('receiving', 'blocked', 'processing', 'completed', 'failed', 'cancelled');--> statement-breakpoint
CREATE TYPE "app"."lead_state" AS ENUM('uploaded', 'queued', 'claimed', 'completed', 'withdrawn');--> statement-breakpoint
CREATE TABLE "auth"."account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_key" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth"."user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_key" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth"."verification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."api_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"hint" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_key_hash_key" UNIQUE("hash"),
	CONSTRAINT "api_key_scopes_known" CHECK ("app"."api_key"."scopes" <@ array['credits','billing','leads'] and cardinality("app"."api_key"."scopes") > 0)
);
--> statement-breakpoint
CREATE TABLE "app"."audit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"project_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb NOT NULL,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "app"."member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" "app"."role" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "member_once_per_organization" UNIQUE("organization_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "app"."member_project" (
	"member_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	CONSTRAINT "member_project_pkey" PRIMARY KEY("member_id","project_id")
);
--> statement-breakpoint
CREATE TABLE "app"."organization" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."project" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"low_threshold" bigint,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "project_low_threshold_not_negative" CHECK ("app"."project"."low_threshold" >= 0)
);
--> statement-breakpoint
CREATE TABLE "app"."setup_link" (
	"hash" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "app"."staff" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"available" bigint DEFAULT 0 NOT NULL,
	"reserved" bigint DEFAULT 0 NOT NULL,
	"consumed" bigint DEFAULT 0 NOT NULL,
	"issued" bigint DEFAULT 0 NOT NULL,
	"expired" bigint DEFAULT 0 NOT NULL,
	"debt" bigint DEFAULT 0 NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"burned" bigint DEFAULT 0 NOT NULL,
	"rolled" bigint DEFAULT 0 NOT NULL,
	"lot_version" bigint DEFAULT 0 NOT NULL,
	"lot_due_at" timestamp with time zone DEFAULT 'infinity' NOT NULL,
	CONSTRAINT "account_once_per_project" UNIQUE("project_id"),
	CONSTRAINT "account_available_not_negative" CHECK ("app"."account"."available" >= 0),
	CONSTRAINT "account_reserved_not_negative" CHECK ("app"."account"."reserved" >= 0),
	CONSTRAINT "account_consumed_not_negative" CHECK ("app"."account"."consumed" >= 0),
	CONSTRAINT "account_issued_not_negative" CHECK ("app"."account"."issued" >= 0),
	CONSTRAINT "account_expired_not_negative" CHECK ("app"."account"."expired" >= 0),
	CONSTRAINT "account_debt_not_negative" CHECK ("app"."account"."debt" >= 0),
	CONSTRAINT "account_seq_not_negative" CHECK ("app"."account"."seq" >= 0),
	CONSTRAINT "account_rolled_within_burned" CHECK ("app"."account"."rolled" >= 0 and "app"."account"."rolled" <= "app"."account"."burned"),
	CONSTRAINT "account_balances" CHECK ("app"."account"."issued" = "app"."account"."available" + "app"."account"."reserved" + "app"."account"."consumed" + "app"."account"."expired" - "app"."account"."debt"),
	CONSTRAINT "account_no_credit_beside_debt" CHECK ("app"."account"."debt" = 0 or "app"."account"."available" = 0)
);
--> statement-breakpoint
CREATE TABLE "app"."burn" (
	"account_id" uuid NOT NULL,
	"from_pos" bigint NOT NULL,
	"lot_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "burn_pkey" PRIMARY KEY("account_id","from_pos"),
	CONSTRAINT "burn_amount_positive" CHECK ("app"."burn"."amount" > 0 and "app"."burn"."from_pos" >= 0)
);
--> statement-breakpoint
CREATE TABLE "app"."entry" (
	"account_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"kind" "app"."entry_kind" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"cause" text NOT NULL,
	"d_available" bigint,
	"d_reserved" bigint,
	"d_consumed" bigint,
	"d_issued" bigint,
	"d_expired" bigint,
	"d_debt" bigint,
	"available_after" bigint NOT NULL,
	"reserved_after" bigint NOT NULL,
	"burned_after" bigint NOT NULL,
	CONSTRAINT "entry_pkey" PRIMARY KEY("account_id","seq"),
	CONSTRAINT "entry_seq_positive" CHECK ("app"."entry"."seq" > 0),
	CONSTRAINT "entry_legs_balance" CHECK (coalesce("app"."entry"."d_issued", 0) = coalesce("app"."entry"."d_available", 0) + coalesce("app"."entry"."d_reserved", 0) + coalesce("app"."entry"."d_consumed", 0) + coalesce("app"."entry"."d_expired", 0) - coalesce("app"."entry"."d_debt", 0)),
	CONSTRAINT "entry_balances_not_negative" CHECK ("app"."entry"."available_after" >= 0 and "app"."entry"."reserved_after" >= 0)
);
--> statement-breakpoint
CREATE TABLE "app"."lot" (
	"account_id" uuid NOT NULL,
	"lot_id" uuid NOT NULL,
	"origin_lot_id" uuid NOT NULL,
	"top_up_id" uuid,
	"kind" "app"."lot_kind" NOT NULL,
	"key" text NOT NULL,
	"price_paise" bigint NOT NULL,
	"paid" boolean NOT NULL,
	"amount" bigint NOT NULL,
	"remaining" bigint NOT NULL,
	"expired" bigint DEFAULT 0 NOT NULL,
	"reversed" bigint DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "lot_pkey" PRIMARY KEY("account_id","lot_id"),
	CONSTRAINT "lot_once_per_key" UNIQUE("account_id","kind","key"),
	CONSTRAINT "lot_amount_positive" CHECK ("app"."lot"."amount" > 0),
	CONSTRAINT "lot_parts_within_amount" CHECK ("app"."lot"."remaining" >= 0 and "app"."lot"."expired" >= 0 and "app"."lot"."reversed" >= 0 and "app"."lot"."remaining" + "app"."lot"."expired" + "app"."lot"."reversed" <= "app"."lot"."amount"),
	CONSTRAINT "lot_price_not_negative" CHECK ("app"."lot"."price_paise" >= 0),
	CONSTRAINT "lot_top_up_is_paid" CHECK (("app"."lot"."kind" = 'top_up') = ("app"."lot"."top_up_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "app"."reservation" (
	"account_id" uuid NOT NULL,
	"key" text NOT NULL,
	"amount" bigint NOT NULL,
	"consumed" bigint DEFAULT 0 NOT NULL,
	"released" bigint DEFAULT 0 NOT NULL,
	"settle_key" text,
	"state" "app"."reservation_state" DEFAULT 'open' NOT NULL,
	"purpose" "app"."reservation_purpose" NOT NULL,
	"import_id" uuid,
	"expires_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"reserve_seq" bigint NOT NULL,
	CONSTRAINT "reservation_pkey" PRIMARY KEY("account_id","key"),
	CONSTRAINT "reservation_amount_positive" CHECK ("app"."reservation"."amount" > 0),
	CONSTRAINT "reservation_parts_not_negative" CHECK ("app"."reservation"."consumed" >= 0 and "app"."reservation"."released" >= 0),
	CONSTRAINT "reservation_parts_fit_state" CHECK (case "app"."reservation"."state"
        when 'open' then "app"."reservation"."consumed" = 0 and "app"."reservation"."released" = 0 and "app"."reservation"."settle_key" is null
        when 'captured' then "app"."reservation"."consumed" + "app"."reservation"."released" = "app"."reservation"."amount" and "app"."reservation"."settle_key" is not null
        when 'released' then "app"."reservation"."consumed" = 0 and "app"."reservation"."released" = "app"."reservation"."amount" and "app"."reservation"."settle_key" is not null
        else "app"."reservation"."consumed" = 0 and "app"."reservation"."released" = "app"."reservation"."amount" and "app"."reservation"."settle_key" is null
      end)
);
--> statement-breakpoint
CREATE TABLE "app"."billing_profile" (
	"project_id" uuid PRIMARY KEY NOT NULL,
	"account_name" text NOT NULL,
	"contact_name" text NOT NULL,
	"phone" text NOT NULL,
	"gstin" text,
	"address_line_1" text NOT NULL,
	"address_line_2" text,
	"city" text NOT NULL,
	"state_code" text NOT NULL,
	"pincode" text NOT NULL,
	"recipient_emails" text[] NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."dispute" (
	"dispute_id" text PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"top_up_id" uuid NOT NULL,
	"amount_paise" bigint NOT NULL,
	"state" "app"."dispute_state" NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "app"."mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"project_id" uuid,
	"kind" text NOT NULL,
	"recipients" text[] NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"plain" text NOT NULL,
	"document_id" uuid,
	"state" "app"."mail_state" DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"provider_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "mail_once_per_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "app"."payment" (
	"top_up_id" uuid PRIMARY KEY NOT NULL,
	"payment_id" text,
	"order_id" text,
	"method" "app"."payment_method" NOT NULL,
	"reference" text NOT NULL,
	"amount_paise" bigint NOT NULL,
	"fee_paise" bigint,
	"paid_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "payment_once" UNIQUE("payment_id"),
	CONSTRAINT "payment_once_per_order" UNIQUE("order_id"),
	CONSTRAINT "payment_amount_positive" CHECK ("app"."payment"."amount_paise" > 0)
);
--> statement-breakpoint
CREATE TABLE "app"."price_list" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"project_id" uuid,
	"unit_price_paise" bigint NOT NULL,
	"price_includes_tax" boolean NOT NULL,
	"tax_rate_bp" integer NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	CONSTRAINT "price_list_price_positive" CHECK ("app"."price_list"."unit_price_paise" > 0),
	CONSTRAINT "price_list_rate_known" CHECK ("app"."price_list"."tax_rate_bp" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "app"."quarantine" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" text,
	"reason" "app"."quarantine_reason" NOT NULL,
	"order_id" text,
	"payment_id" text,
	"detail" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolution" text,
	"resolved_by" text
);
--> statement-breakpoint
CREATE TABLE "app"."refund" (
	"id" uuid PRIMARY KEY NOT NULL,
	"refund_id" text,
	"project_id" uuid NOT NULL,
	"top_up_id" uuid NOT NULL,
	"key" text NOT NULL,
	"amount_paise" bigint NOT NULL,
	"credits" bigint NOT NULL,
	"state" "app"."refund_state" NOT NULL,
	"reason" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "refund_once" UNIQUE("refund_id"),
	CONSTRAINT "refund_once_per_key" UNIQUE("project_id","key"),
	CONSTRAINT "refund_amount_positive" CHECK ("app"."refund"."amount_paise" > 0 and "app"."refund"."credits" >= 0)
);
--> statement-breakpoint
CREATE TABLE "app"."seller" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"gstin" text,
	"address" text[] NOT NULL,
	"state_code" text NOT NULL,
	"sac" text NOT NULL,
	"number_prefix" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."series" (
	"seller_id" uuid NOT NULL,
	"fy" integer NOT NULL,
	"kind" "app"."document_kind" NOT NULL,
	"next" integer DEFAULT 1 NOT NULL,
	"last_issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "series_pkey" PRIMARY KEY("seller_id","fy","kind"),
	CONSTRAINT "series_next_positive" CHECK ("app"."series"."next" > 0)
);
--> statement-breakpoint
CREATE TABLE "app"."top_up" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"key" text NOT NULL,
	"reference" text NOT NULL,
	"purpose" "app"."top_up_purpose" DEFAULT 'self_serve' NOT NULL,
	"import_id" uuid,
	"seller_id" uuid NOT NULL,
	"units" bigint NOT NULL,
	"unit_price_paise" bigint NOT NULL,
	"price_includes_tax" boolean NOT NULL,
	"tax_rate_bp" integer NOT NULL,
	"amount_paise" bigint NOT NULL,
	"currency" text DEFAULT 'INR' NOT NULL,
	"state" "app"."top_up_state" DEFAULT 'pending' NOT NULL,
	"order_id" text,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"paid_at" timestamp with time zone,
	"confirming_since" timestamp with time zone,
	CONSTRAINT "top_up_reference_key" UNIQUE("reference"),
	CONSTRAINT "top_up_order_key" UNIQUE("order_id"),
	CONSTRAINT "top_up_once_per_key" UNIQUE("project_id","key"),
	CONSTRAINT "top_up_amount_key" UNIQUE("id","amount_paise"),
	CONSTRAINT "top_up_units_positive" CHECK ("app"."top_up"."units" > 0),
	CONSTRAINT "top_up_payable" CHECK ("app"."top_up"."amount_paise" >= 100),
	CONSTRAINT "top_up_inclusive_amount" CHECK (not "app"."top_up"."price_includes_tax" or "app"."top_up"."amount_paise" = "app"."top_up"."units" * "app"."top_up"."unit_price_paise"),
	CONSTRAINT "top_up_rupees" CHECK ("app"."top_up"."currency" = 'INR'),
	CONSTRAINT "top_up_paid_when" CHECK (("app"."top_up"."state" = 'paid') = ("app"."top_up"."paid_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "app"."webhook_event" (
	"event_id" text PRIMARY KEY NOT NULL,
	"event" text NOT NULL,
	"raw" "bytea" NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "app"."document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"kind" "app"."document_kind" NOT NULL,
	"top_up_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"corrects_id" uuid,
	"seller_id" uuid NOT NULL,
	"fy" integer NOT NULL,
	"serial" integer NOT NULL,
	"number" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"seller" jsonb NOT NULL,
	"buyer" jsonb NOT NULL,
	"place_of_supply" text NOT NULL,
	"lines" jsonb NOT NULL,
	"taxable_paise" bigint NOT NULL,
	"cgst_paise" bigint NOT NULL,
	"sgst_paise" bigint NOT NULL,
	"utgst_paise" bigint NOT NULL,
	"igst_paise" bigint NOT NULL,
	"total_paise" bigint NOT NULL,
	"bill_paise" bigint NOT NULL,
	CONSTRAINT "document_once_per_version" UNIQUE("top_up_id","kind","version"),
	CONSTRAINT "document_serial_once" UNIQUE("seller_id","fy","kind","serial"),
	CONSTRAINT "document_number_legal" CHECK ("app"."document"."number" ~ '^[A-Za-z1-9][A-Za-z0-9/-]{0,15}$'),
	CONSTRAINT "document_serial_positive" CHECK ("app"."document"."serial" > 0),
	CONSTRAINT "document_fy_fits_issue" CHECK ("app"."document"."fy" = extract(year from ("app"."document"."issued_at" at time zone 'Asia/Kolkata') - interval '3 months')),
	CONSTRAINT "document_parts_add_up" CHECK ("app"."document"."total_paise" = "app"."document"."taxable_paise" + "app"."document"."cgst_paise" + "app"."document"."sgst_paise" + "app"."document"."utgst_paise" + "app"."document"."igst_paise"),
	CONSTRAINT "document_parts_not_negative" CHECK ("app"."document"."taxable_paise" >= 0 and "app"."document"."cgst_paise" >= 0 and "app"."document"."sgst_paise" >= 0 and "app"."document"."utgst_paise" >= 0 and "app"."document"."igst_paise" >= 0),
	CONSTRAINT "document_central_equals_state" CHECK ("app"."document"."cgst_paise" = "app"."document"."sgst_paise" + "app"."document"."utgst_paise"),
	CONSTRAINT "document_one_kind_of_tax" CHECK ("app"."document"."igst_paise" = 0 or "app"."document"."cgst_paise" = 0),
	CONSTRAINT "document_total_fits_bill" CHECK (case when "app"."document"."kind" = 'credit_note' then "app"."document"."total_paise" <= "app"."document"."bill_paise" else "app"."document"."total_paise" = "app"."document"."bill_paise" end)
);
--> statement-breakpoint
CREATE TABLE "app"."document_delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"mail_id" uuid NOT NULL,
	CONSTRAINT "document_delivery_once" UNIQUE("document_id","mail_id")
);
--> statement-breakpoint
CREATE TABLE "app"."document_file" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"pdf" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"rendered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."import_plan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"process_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"plan" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."import_row" (
	"project_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"outcome" "app"."import_row_outcome" NOT NULL,
	"reasons" jsonb NOT NULL,
	"cells" text[] NOT NULL,
	CONSTRAINT "import_row_pkey" PRIMARY KEY("project_id","import_id","row")
);
--> statement-breakpoint
CREATE TABLE "app"."lead" (
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"process_id" uuid NOT NULL,
	"import_id" uuid,
	"identity" text NOT NULL,
	"identity_open" boolean DEFAULT true NOT NULL,
	"state" "app"."lead_state" NOT NULL,
	"start_at" timestamp with time zone,
	"name" text,
	"first_name" text,
	"last_name" text,
	"phone" text,
	"email" text,
	"reference_id" text,
	"group_id" text,
	"metadata" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lead_pkey" PRIMARY KEY("project_id","id"),
	CONSTRAINT "lead_has_name" CHECK ("app"."lead"."name" is not null or "app"."lead"."first_name" is not null),
	CONSTRAINT "lead_reachable" CHECK ("app"."lead"."phone" is not null or "app"."lead"."email" is not null)
);
--> statement-breakpoint
CREATE TABLE "app"."import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"process_id" uuid NOT NULL,
	"key" text NOT NULL,
	"sha256" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"file_name" text NOT NULL,
	"header" text[] DEFAULT '{}' NOT NULL,
	"initialize" boolean NOT NULL,
	"plan_id" uuid,
	"spool_id" uuid,
	"status" "app"."import_status" NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"rows" bigint DEFAULT 0 NOT NULL,
	"rows_read" bigint DEFAULT 0 NOT NULL,
	"accepted" bigint DEFAULT 0 NOT NULL,
	"failed" bigint DEFAULT 0 NOT NULL,
	"duplicates" bigint DEFAULT 0 NOT NULL,
	"credits_reserved" bigint DEFAULT 0 NOT NULL,
	"credits_consumed" bigint DEFAULT 0 NOT NULL,
	"credits_released" bigint DEFAULT 0 NOT NULL,
	"error_code" text,
	"error_details" jsonb,
	"uploaded_by" text NOT NULL,
	"uploader_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"starts_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "import_once_per_key" UNIQUE("project_id","key"),
	CONSTRAINT "import_counts_add_up" CHECK ("app"."import"."status" <> 'completed' or "app"."import"."rows" = "app"."import"."accepted" + "app"."import"."failed" + "app"."import"."duplicates"),
	CONSTRAINT "import_charges_accepted_only" CHECK ("app"."import"."status" <> 'completed' or ("app"."import"."credits_consumed" = "app"."import"."accepted" and "app"."import"."credits_reserved" = "app"."import"."credits_consumed" + "app"."import"."credits_released")),
	CONSTRAINT "import_ended_charges_nothing" CHECK ("app"."import"."status" not in ('failed', 'cancelled', 'blocked') or "app"."import"."credits_consumed" = 0)
);
--> statement-breakpoint
CREATE TABLE "app"."lead_intake" (
	"project_id" uuid NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" text NOT NULL,
	"lead_id" uuid NOT NULL,
	"warnings" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lead_intake_pkey" PRIMARY KEY("project_id","key")
);
--> statement-breakpoint
CREATE TABLE "app"."process" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"name" text NOT NULL,
	"variables" jsonb NOT NULL,
	"start_delay_seconds" integer DEFAULT 300 NOT NULL,
	"identity_window" "app"."identity_window" DEFAULT 'active' NOT NULL,
	"identity_days" integer,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "process_name_once" UNIQUE("project_id","name"),
	CONSTRAINT "process_delay_not_negative" CHECK ("app"."process"."start_delay_seconds" >= 0),
	CONSTRAINT "process_window_has_days" CHECK (("app"."process"."identity_window" = 'days') = ("app"."process"."identity_days" is not null))
);
--> statement-breakpoint
ALTER TABLE "auth"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."api_key" ADD CONSTRAINT "api_key_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "app"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."member" ADD CONSTRAINT "member_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "app"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."member" ADD CONSTRAINT "member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."member_project" ADD CONSTRAINT "member_project_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "app"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."member_project" ADD CONSTRAINT "member_project_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "app"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."project" ADD CONSTRAINT "project_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "app"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."staff" ADD CONSTRAINT "staff_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."account" ADD CONSTRAINT "account_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "app"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."billing_profile" ADD CONSTRAINT "billing_profile_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "app"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."dispute" ADD CONSTRAINT "dispute_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "app"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."dispute" ADD CONSTRAINT "dispute_top_up_id_top_up_id_fk" FOREIGN KEY ("top_up_id") REFERENCES "app"."top_up"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."mail" ADD CONSTRAINT "mail_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "app"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."payment" ADD CONSTRAINT "payment_top_up_id_top_up_id_fk" FOREIGN KEY ("top_up_id") REFERENCES "app"."top_up"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."price_list" ADD CONSTRAINT "price_list_seller_id_seller_id_fk" FOREIGN KEY ("seller_id") REFERENCES "app"."seller"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."price_list" ADD CONSTRAINT "price_list_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "app"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."refund" ADD CONSTRAINT "refund_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "app"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."refund" ADD CONSTRAINT "refund_top_up_id_top_up_id_fk" FOREIGN KEY ("top_up_id") REFERENCES "app"."top_up"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."series" ADD CONSTRAINT "series_seller_id_seller_id_fk" FOREIGN KEY ("seller_id") REFERENCES "app"."seller"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."top_up" ADD CONSTRAINT "top_up_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "app"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."top_up" ADD CONSTRAINT "top_up_seller_id_seller_id_fk" FOREIGN KEY ("seller_id") REFERENCES "app"."seller"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."document" ADD CONSTRAINT "document_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "app"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."document" ADD CONSTRAINT "document_seller_id_seller_id_fk" FOREIGN KEY ("seller_id") REFERENCES "app"."seller"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."document" ADD CONSTRAINT "document_bill" FOREIGN KEY ("top_up_id","bill_paise") REFERENCES "app"."top_up"("id","amount_paise") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."document" ADD CONSTRAINT "document_corrects" FOREIGN KEY ("corrects_id") REFERENCES "app"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."document_delivery" ADD CONSTRAINT "document_delivery_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "app"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."document_delivery" ADD CONSTRAINT "document_delivery_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "app"."mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."document_file" ADD CONSTRAINT "document_file_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "app"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."import_plan" ADD CONSTRAINT "import_plan_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "app"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."import_plan" ADD CONSTRAINT "import_plan_process_id_process_id_fk" FOREIGN KEY ("process_id") REFERENCES "app"."process"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."import" ADD CONSTRAINT "import_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "app"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."import" ADD CONSTRAINT "import_process_id_process_id_fk" FOREIGN KEY ("process_id") REFERENCES "app"."process"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."process" ADD CONSTRAINT "process_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "app"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_user" ON "auth"."account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "auth"."session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "auth"."verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "api_key_project" ON "app"."api_key" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "audit_project" ON "app"."audit" USING btree ("project_id","id");--> statement-breakpoint
CREATE INDEX "member_user" ON "app"."member" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "project_organization" ON "app"."project" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "lot_once_per_top_up" ON "app"."lot" USING btree ("top_up_id") WHERE "app"."lot"."top_up_id" is not null;--> statement-breakpoint
CREATE INDEX "lot_live" ON "app"."lot" USING btree ("account_id") WHERE "app"."lot"."remaining" > 0;--> statement-breakpoint
CREATE INDEX "lot_due" ON "app"."lot" USING btree ("expires_at") WHERE "app"."lot"."remaining" > 0 and "app"."lot"."expires_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "reservation_settle_key" ON "app"."reservation" USING btree ("account_id","state","settle_key") WHERE "app"."reservation"."settle_key" is not null;--> statement-breakpoint
CREATE INDEX "reservation_due" ON "app"."reservation" USING btree ("expires_at") WHERE "app"."reservation"."state" = 'open' and "app"."reservation"."expires_at" is not null;--> statement-breakpoint
CREATE INDEX "dispute_top_up" ON "app"."dispute" USING btree ("top_up_id");--> statement-breakpoint
CREATE INDEX "mail_project" ON "app"."mail" USING btree ("project_id","id");--> statement-breakpoint
CREATE INDEX "price_list_project" ON "app"."price_list" USING btree ("project_id","valid_from");--> statement-breakpoint
CREATE UNIQUE INDEX "quarantine_once_per_payment" ON "app"."quarantine" USING btree ("payment_id","reason") WHERE "app"."quarantine"."payment_id" is not null and "app"."quarantine"."resolved_at" is null;--> statement-breakpoint
CREATE INDEX "quarantine_open" ON "app"."quarantine" USING btree ("created_at") WHERE "app"."quarantine"."resolved_at" is null;--> statement-breakpoint
CREATE INDEX "refund_top_up" ON "app"."refund" USING btree ("top_up_id");--> statement-breakpoint
CREATE INDEX "top_up_project" ON "app"."top_up" USING btree ("project_id","id");--> statement-breakpoint
CREATE INDEX "webhook_event_waiting" ON "app"."webhook_event" USING btree ("received_at") WHERE "app"."webhook_event"."applied_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "document_number_once" ON "app"."document" USING btree ("seller_id","fy",upper("number"));--> statement-breakpoint
CREATE INDEX "document_project" ON "app"."document" USING btree ("project_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "lead_identity_once" ON "app"."lead" USING btree ("project_id","process_id","identity") WHERE "app"."lead"."identity_open";--> statement-breakpoint
CREATE INDEX "lead_import" ON "app"."lead" USING btree ("project_id","import_id","id");--> statement-breakpoint
CREATE INDEX "import_project" ON "app"."import" USING btree ("project_id","id");--> statement-breakpoint
CREATE INDEX "import_running" ON "app"."import" USING btree ("lease_until") WHERE "app"."import"."status" = 'processing';--> statement-breakpoint
-- Room for heap-only updates: the account row is rewritten by every money movement.
ALTER TABLE "app"."account" SET (fillfactor = 20, autovacuum_vacuum_scale_factor = 0.01);--> statement-breakpoint
ALTER TABLE "app"."reservation" SET (fillfactor = 70);--> statement-breakpoint
-- The application's role. REVOKE does not bind an owner, so the server's pool starts every connection with role=app.
-- Roles belong to the cluster: another database of it may have made this one already.
DO $$ BEGIN
  CREATE ROLE app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;--> statement-breakpoint
DO $$ BEGIN
  EXECUTE format('GRANT app TO %I', current_user);
EXCEPTION WHEN OTHERS THEN
  -- A superuser needs no membership, and two databases migrating at once may collide on the catalogue row.
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN RAISE; END IF;
END $$;--> statement-breakpoint
GRANT USAGE ON SCHEMA app, auth TO app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO app;--> statement-breakpoint
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA app TO app;--> statement-breakpoint
-- Append-only for the application, because no UPDATE and no DELETE is granted: entry, burn, payment, document,
-- document_file, document_delivery, audit, import_plan, lead_intake.
GRANT UPDATE ON app.organization, app.project, app.member, app.api_key, app.setup_link, app.account, app.reservation, app.lot,
  app.seller, app.billing_profile, app.top_up, app.refund, app.dispute, app.mail, app.series, app.process, app.import,
  app.import_row, app.lead TO app;--> statement-breakpoint
GRANT UPDATE (applied_at, outcome) ON app.webhook_event TO app;--> statement-breakpoint
GRANT UPDATE (resolved_at, resolution, resolved_by) ON app.quarantine TO app;--> statement-breakpoint
GRANT DELETE ON app.member, app.member_project TO app;
