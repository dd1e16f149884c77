-- The schema after all migrations. Written by `pnpm db:schema`; a test compares it.

-- Enums
create type app.dispute_state as enum ('open', 'under_review', 'won', 'lost', 'closed');
create type app.document_kind as enum ('tax_invoice', 'credit_note', 'invoice');
create type app.entry_kind as enum ('reserve', 'capture', 'release', 'expire', 'top_up', 'grant', 'lot_expiry', 'extend', 'shrink', 'adjust', 'refund', 'reversal', 'transfer_in', 'transfer_out');
create type app.identity_window as enum ('active', 'days', 'ever');
create type app.import_row_outcome as enum ('failed', 'duplicate');
create type app.import_status as enum ('receiving', 'blocked', 'processing', 'completed', 'failed', 'cancelled');
create type app.lead_state as enum ('uploaded', 'queued', 'claimed', 'completed', 'withdrawn');
create type app.lot_kind as enum ('top_up', 'grant', 'bonus', 'transfer');
create type app.mail_state as enum ('waiting', 'sent', 'failed');
create type app.payment_method as enum ('upi', 'card', 'netbanking', 'wallet', 'bank_transfer', 'other');
create type app.quarantine_reason as enum ('unreadable', 'unknown_order', 'amount_mismatch', 'currency_mismatch', 'account_mismatch', 'already_settled', 'not_payable');
create type app.refund_state as enum ('pending', 'processed', 'failed');
create type app.reservation_purpose as enum ('api', 'import', 'lead', 'refund');
create type app.reservation_state as enum ('open', 'captured', 'released', 'expired');
create type app.role as enum ('owner', 'admin', 'finance', 'operator', 'viewer');
create type app.top_up_purpose as enum ('self_serve', 'staff');
create type app.top_up_state as enum ('pending', 'sent', 'paid', 'void', 'expired');

-- Tables
create table app.account (
  id uuid not null,
  project_id uuid not null,
  available bigint not null default 0,
  reserved bigint not null default 0,
  consumed bigint not null default 0,
  issued bigint not null default 0,
  expired bigint not null default 0,
  debt bigint not null default 0,
  seq bigint not null default 0,
  burned bigint not null default 0,
  rolled bigint not null default 0,
  lot_version bigint not null default 0,
  lot_due_at timestamp with time zone not null default 'infinity'::timestamp with time zone,
  constraint account_available_not_negative CHECK ((available >= 0)),
  constraint account_balances CHECK ((issued = ((((available + reserved) + consumed) + expired) - debt))),
  constraint account_consumed_not_negative CHECK ((consumed >= 0)),
  constraint account_debt_not_negative CHECK ((debt >= 0)),
  constraint account_expired_not_negative CHECK ((expired >= 0)),
  constraint account_issued_not_negative CHECK ((issued >= 0)),
  constraint account_no_credit_beside_debt CHECK (((debt = 0) OR (available = 0))),
  constraint account_reserved_not_negative CHECK ((reserved >= 0)),
  constraint account_rolled_within_burned CHECK (((rolled >= 0) AND (rolled <= burned))),
  constraint account_seq_not_negative CHECK ((seq >= 0)),
  constraint account_project_id_project_id_fk FOREIGN KEY (project_id) REFERENCES project(id),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_once_per_project UNIQUE (project_id)
) with (fillfactor=20, autovacuum_vacuum_scale_factor=0.01);

create table app.api_key (
  id uuid not null,
  project_id uuid not null,
  name text not null,
  hash text not null,
  hint text not null,
  scopes text[] not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_key_scopes_known CHECK (((scopes <@ ARRAY['credits'::text, 'billing'::text, 'leads'::text]) AND (cardinality(scopes) > 0))),
  constraint api_key_project_id_project_id_fk FOREIGN KEY (project_id) REFERENCES project(id),
  constraint api_key_pkey PRIMARY KEY (id),
  constraint api_key_hash_key UNIQUE (hash)
);

create table app.audit (
  id uuid not null,
  organization_id uuid,
  project_id uuid,
  at timestamp with time zone not null,
  actor text not null,
  action text not null,
  subject text not null,
  detail jsonb not null,
  request_id text,
  constraint audit_pkey PRIMARY KEY (id)
);

create table app.billing_profile (
  project_id uuid not null,
  account_name text not null,
  contact_name text not null,
  phone text not null,
  gstin text,
  address_line_1 text not null,
  address_line_2 text,
  city text not null,
  state_code text not null,
  pincode text not null,
  recipient_emails text[] not null,
  updated_at timestamp with time zone not null,
  updated_by text not null,
  constraint billing_profile_project_id_project_id_fk FOREIGN KEY (project_id) REFERENCES project(id),
  constraint billing_profile_pkey PRIMARY KEY (project_id)
);

create table app.burn (
  account_id uuid not null,
  from_pos bigint not null,
  lot_id uuid not null,
  amount bigint not null,
  constraint burn_amount_positive CHECK (((amount > 0) AND (from_pos >= 0))),
  constraint burn_pkey PRIMARY KEY (account_id, from_pos)
);

create table app.dispute (
  dispute_id text not null,
  project_id uuid not null,
  top_up_id uuid not null,
  amount_paise bigint not null,
  state dispute_state not null,
  opened_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint dispute_project_id_project_id_fk FOREIGN KEY (project_id) REFERENCES project(id),
  constraint dispute_top_up_id_top_up_id_fk FOREIGN KEY (top_up_id) REFERENCES top_up(id),
  constraint dispute_pkey PRIMARY KEY (dispute_id)
);

create table app.document (
  id uuid not null,
  project_id uuid not null,
  kind document_kind not null,
  top_up_id uuid not null,
  version integer not null default 1,
  corrects_id uuid,
  seller_id uuid not null,
  fy integer not null,
  serial integer not null,
  number text not null,
  issued_at timestamp with time zone not null,
  seller jsonb not null,
  buyer jsonb not null,
  place_of_supply text not null,
  lines jsonb not null,
  taxable_paise bigint not null,
  cgst_paise bigint not null,
  sgst_paise bigint not null,
  utgst_paise bigint not null,
  igst_paise bigint not null,
  total_paise bigint not null,
  bill_paise bigint not null,
  constraint document_central_equals_state CHECK ((cgst_paise = (sgst_paise + utgst_paise))),
  constraint document_fy_fits_issue CHECK (((fy)::numeric = EXTRACT(year FROM ((issued_at AT TIME ZONE 'Asia/Kolkata'::text) - '3 mons'::interval)))),
  constraint document_number_legal CHECK ((number ~ '^[A-Za-z1-9][A-Za-z0-9/-]{0,15}$'::text)),
  constraint document_one_kind_of_tax CHECK (((igst_paise = 0) OR (cgst_paise = 0))),
  constraint document_parts_add_up CHECK ((total_paise = ((((taxable_paise + cgst_paise) + sgst_paise) + utgst_paise) + igst_paise))),
  constraint document_parts_not_negative CHECK (((taxable_paise >= 0) AND (cgst_paise >= 0) AND (sgst_paise >= 0) AND (utgst_paise >= 0) AND (igst_paise >= 0))),
  constraint document_serial_positive CHECK ((serial > 0)),
  constraint document_total_fits_bill CHECK (
CASE
    WHEN (kind = 'credit_note'::document_kind) THEN (total_paise <= bill_paise)
    ELSE (total_paise = bill_paise)
END),
  constraint document_bill FOREIGN KEY (top_up_id, bill_paise) REFERENCES top_up(id, amount_paise),
  constraint document_corrects FOREIGN KEY (corrects_id) REFERENCES document(id),
  constraint document_project_id_project_id_fk FOREIGN KEY (project_id) REFERENCES project(id),
  constraint document_seller_id_seller_id_fk FOREIGN KEY (seller_id) REFERENCES seller(id),
  constraint document_pkey PRIMARY KEY (id),
  constraint document_once_per_version UNIQUE (top_up_id, kind, version),
  constraint document_serial_once UNIQUE (seller_id, fy, kind, serial)
);

create table app.document_delivery (
  id uuid not null,
  document_id uuid not null,
  mail_id uuid not null,
  constraint document_delivery_document_id_document_id_fk FOREIGN KEY (document_id) REFERENCES document(id),
  constraint document_delivery_mail_id_mail_id_fk FOREIGN KEY (mail_id) REFERENCES mail(id),
  constraint document_delivery_pkey PRIMARY KEY (id),
  constraint document_delivery_once UNIQUE (document_id, mail_id)
);

create table app.document_file (
  document_id uuid not null,
  pdf bytea not null,
  sha256 text not null,
  rendered_at timestamp with time zone not null,
  constraint document_file_document_id_document_id_fk FOREIGN KEY (document_id) REFERENCES document(id),
  constraint document_file_pkey PRIMARY KEY (document_id)
);

create table app.entry (
  account_id uuid not null,
  seq bigint not null,
  kind entry_kind not null,
  at timestamp with time zone not null,
  actor text not null,
  cause text not null,
  d_available bigint,
  d_reserved bigint,
  d_consumed bigint,
  d_issued bigint,
  d_expired bigint,
  d_debt bigint,
  available_after bigint not null,
  reserved_after bigint not null,
  burned_after bigint not null,
  constraint entry_balances_not_negative CHECK (((available_after >= 0) AND (reserved_after >= 0))),
  constraint entry_legs_balance CHECK ((COALESCE(d_issued, (0)::bigint) = ((((COALESCE(d_available, (0)::bigint) + COALESCE(d_reserved, (0)::bigint)) + COALESCE(d_consumed, (0)::bigint)) + COALESCE(d_expired, (0)::bigint)) - COALESCE(d_debt, (0)::bigint)))),
  constraint entry_seq_positive CHECK ((seq > 0)),
  constraint entry_pkey PRIMARY KEY (account_id, seq)
);

create table app.import (
  id uuid not null,
  project_id uuid not null,
  process_id uuid not null,
  key text not null,
  sha256 text not null,
  size_bytes bigint not null,
  file_name text not null,
  header text[] not null default '{}'::text[],
  initialize boolean not null,
  plan_id uuid,
  spool_id uuid,
  status import_status not null,
  attempt integer not null default 0,
  lease_until timestamp with time zone,
  rows bigint not null default 0,
  rows_read bigint not null default 0,
  accepted bigint not null default 0,
  failed bigint not null default 0,
  duplicates bigint not null default 0,
  credits_reserved bigint not null default 0,
  credits_consumed bigint not null default 0,
  credits_released bigint not null default 0,
  error_code text,
  error_details jsonb,
  uploaded_by text not null,
  uploader_name text not null,
  created_at timestamp with time zone not null,
  starts_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint import_charges_accepted_only CHECK (((status <> 'completed'::import_status) OR ((credits_consumed = accepted) AND (credits_reserved = (credits_consumed + credits_released))))),
  constraint import_counts_add_up CHECK (((status <> 'completed'::import_status) OR (rows = ((accepted + failed) + duplicates)))),
  constraint import_ended_charges_nothing CHECK (((status <> ALL (ARRAY['failed'::import_status, 'cancelled'::import_status, 'blocked'::import_status])) OR (credits_consumed = 0))),
  constraint import_process_id_process_id_fk FOREIGN KEY (process_id) REFERENCES process(id),
  constraint import_project_id_project_id_fk FOREIGN KEY (project_id) REFERENCES project(id),
  constraint import_pkey PRIMARY KEY (id),
  constraint import_once_per_key UNIQUE (project_id, key)
);

create table app.import_plan (
  id uuid not null,
  project_id uuid not null,
  process_id uuid not null,
  sha256 text not null,
  plan jsonb not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  constraint import_plan_process_id_process_id_fk FOREIGN KEY (process_id) REFERENCES process(id),
  constraint import_plan_project_id_project_id_fk FOREIGN KEY (project_id) REFERENCES project(id),
  constraint import_plan_pkey PRIMARY KEY (id)
);

create table app.import_row (
  project_id uuid not null,
  import_id uuid not null,
  "row" integer not null,
  outcome import_row_outcome not null,
  reasons jsonb not null,
  cells text[] not null,
  constraint import_row_pkey PRIMARY KEY (project_id, import_id, "row")
);

create table app.lead (
  id uuid not null,
  project_id uuid not null,
  process_id uuid not null,
  import_id uuid,
  identity text not null,
  identity_open boolean not null default true,
  state lead_state not null,
  start_at timestamp with time zone,
  name text,
  first_name text,
  last_name text,
  phone text,
  email text,
  reference_id text,
  group_id text,
  metadata jsonb not null,
  created_at timestamp with time zone not null,
  constraint lead_has_name CHECK (((name IS NOT NULL) OR (first_name IS NOT NULL))),
  constraint lead_reachable CHECK (((phone IS NOT NULL) OR (email IS NOT NULL))),
  constraint lead_pkey PRIMARY KEY (project_id, id)
);

create table app.lead_intake (
  project_id uuid not null,
  key text not null,
  fingerprint text not null,
  status text not null,
  lead_id uuid not null,
  warnings text[] not null,
  created_at timestamp with time zone not null,
  constraint lead_intake_pkey PRIMARY KEY (project_id, key)
);

create table app.lot (
  account_id uuid not null,
  lot_id uuid not null,
  origin_lot_id uuid not null,
  top_up_id uuid,
  kind lot_kind not null,
  key text not null,
  price_paise bigint not null,
  paid boolean not null,
  amount bigint not null,
  remaining bigint not null,
  expired bigint not null default 0,
  reversed bigint not null default 0,
  expires_at timestamp with time zone,
  created_at timestamp with time zone not null,
  seq bigint not null,
  constraint lot_amount_positive CHECK ((amount > 0)),
  constraint lot_parts_within_amount CHECK (((remaining >= 0) AND (expired >= 0) AND (reversed >= 0) AND (((remaining + expired) + reversed) <= amount))),
  constraint lot_price_not_negative CHECK ((price_paise >= 0)),
  constraint lot_top_up_is_paid CHECK (((kind = 'top_up'::lot_kind) = (top_up_id IS NOT NULL))),
  constraint lot_pkey PRIMARY KEY (account_id, lot_id),
  constraint lot_once_per_key UNIQUE (account_id, kind, key)
);

create table app.mail (
  id uuid not null,
  key text not null,
  project_id uuid,
  kind text not null,
  recipients text[] not null,
  subject text not null,
  html text not null,
  plain text not null,
  document_id uuid,
  state mail_state not null default 'waiting'::mail_state,
  attempts integer not null default 0,
  last_error text,
  provider_id text,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  next_attempt_at timestamp with time zone,
  constraint mail_sent_when CHECK (((state = 'sent'::mail_state) = (sent_at IS NOT NULL))),
  constraint mail_waits_for_an_attempt CHECK (((state = 'waiting'::mail_state) = (next_attempt_at IS NOT NULL))),
  constraint mail_project_id_project_id_fk FOREIGN KEY (project_id) REFERENCES project(id),
  constraint mail_pkey PRIMARY KEY (id),
  constraint mail_once_per_key UNIQUE (key)
);

create table app.member (
  id uuid not null,
  organization_id uuid not null,
  user_id uuid not null,
  role role not null,
  created_at timestamp with time zone not null,
  constraint member_organization_id_organization_id_fk FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint member_user_id_user_id_fk FOREIGN KEY (user_id) REFERENCES auth."user"(id),
  constraint member_pkey PRIMARY KEY (id),
  constraint member_once_per_organization UNIQUE (organization_id, user_id)
);

create table app.member_project (
  member_id uuid not null,
  project_id uuid not null,
  constraint member_project_member_id_member_id_fk FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  constraint member_project_project_id_project_id_fk FOREIGN KEY (project_id) REFERENCES project(id),
  constraint member_project_pkey PRIMARY KEY (member_id, project_id)
);

create table app.organization (
  id uuid not null,
  name text not null,
  created_at timestamp with time zone not null,
  constraint organization_pkey PRIMARY KEY (id)
);

create table app.payment (
  top_up_id uuid not null,
  payment_id text,
  order_id text,
  method payment_method not null,
  reference text not null,
  amount_paise bigint not null,
  fee_paise bigint,
  paid_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  source text not null,
  constraint payment_amount_positive CHECK ((amount_paise > 0)),
  constraint payment_top_up_id_top_up_id_fk FOREIGN KEY (top_up_id) REFERENCES top_up(id),
  constraint payment_pkey PRIMARY KEY (top_up_id),
  constraint payment_once UNIQUE (payment_id),
  constraint payment_once_per_order UNIQUE (order_id)
);

create table app.price_list (
  id uuid not null,
  seller_id uuid not null,
  project_id uuid,
  unit_price_paise bigint not null,
  price_includes_tax boolean not null,
  tax_rate_bp integer not null,
  valid_from timestamp with time zone not null,
  constraint price_list_price_positive CHECK ((unit_price_paise > 0)),
  constraint price_list_rate_known CHECK (((tax_rate_bp >= 0) AND (tax_rate_bp <= 10000))),
  constraint price_list_project_id_project_id_fk FOREIGN KEY (project_id) REFERENCES project(id),
  constraint price_list_seller_id_seller_id_fk FOREIGN KEY (seller_id) REFERENCES seller(id),
  constraint price_list_pkey PRIMARY KEY (id)
);

create table app.process (
  id uuid not null,
  project_id uuid not null,
  name text not null,
  variables jsonb not null,
  start_delay_seconds integer not null default 300,
  identity_window identity_window not null default 'active'::identity_window,
  identity_days integer,
  created_at timestamp with time zone not null,
  constraint process_delay_not_negative CHECK ((start_delay_seconds >= 0)),
  constraint process_window_has_days CHECK (((identity_window = 'days'::identity_window) = (identity_days IS NOT NULL))),
  constraint process_project_id_project_id_fk FOREIGN KEY (project_id) REFERENCES project(id),
  constraint process_pkey PRIMARY KEY (id),
  constraint process_name_once UNIQUE (project_id, name)
);

create table app.project (
  id uuid not null,
  organization_id uuid not null,
  name text not null,
  low_threshold bigint,
  created_at timestamp with time zone not null,
  constraint project_low_threshold_not_negative CHECK ((low_threshold >= 0)),
  constraint project_organization_id_organization_id_fk FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint project_pkey PRIMARY KEY (id)
);

create table app.quarantine (
  id uuid not null,
  event_id text,
  reason quarantine_reason not null,
  order_id text,
  payment_id text,
  detail jsonb not null,
  created_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  resolution text,
  resolved_by text,
  constraint quarantine_pkey PRIMARY KEY (id)
);

create table app.refund (
  id uuid not null,
  refund_id text,
  project_id uuid not null,
  top_up_id uuid not null,
  key text not null,
  amount_paise bigint not null,
  credits bigint not null,
  state refund_state not null,
  reason text not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint refund_amount_positive CHECK (((amount_paise > 0) AND (credits >= 0))),
  constraint refund_project_id_project_id_fk FOREIGN KEY (project_id) REFERENCES project(id),
  constraint refund_top_up_id_top_up_id_fk FOREIGN KEY (top_up_id) REFERENCES top_up(id),
  constraint refund_pkey PRIMARY KEY (id),
  constraint refund_once UNIQUE (refund_id),
  constraint refund_once_per_key UNIQUE (project_id, key)
);

create table app.reservation (
  account_id uuid not null,
  key text not null,
  amount bigint not null,
  consumed bigint not null default 0,
  released bigint not null default 0,
  settle_key text,
  state reservation_state not null default 'open'::reservation_state,
  purpose reservation_purpose not null,
  import_id uuid,
  expires_at timestamp with time zone,
  created_at timestamp with time zone not null,
  reserve_seq bigint not null,
  constraint reservation_amount_positive CHECK ((amount > 0)),
  constraint reservation_parts_fit_state CHECK (
CASE state
    WHEN 'open'::reservation_state THEN ((consumed = 0) AND (released = 0) AND (settle_key IS NULL))
    WHEN 'captured'::reservation_state THEN (((consumed + released) = amount) AND (settle_key IS NOT NULL))
    WHEN 'released'::reservation_state THEN ((consumed = 0) AND (released = amount) AND (settle_key IS NOT NULL))
    ELSE ((consumed = 0) AND (released = amount) AND (settle_key IS NULL))
END),
  constraint reservation_parts_not_negative CHECK (((consumed >= 0) AND (released >= 0))),
  constraint reservation_pkey PRIMARY KEY (account_id, key)
) with (fillfactor=70);

create table app.seller (
  id uuid not null,
  name text not null,
  gstin text,
  address text[] not null,
  state_code text not null,
  sac text not null,
  number_prefix text not null,
  created_at timestamp with time zone not null,
  constraint seller_pkey PRIMARY KEY (id)
);

create table app.series (
  seller_id uuid not null,
  fy integer not null,
  kind document_kind not null,
  next integer not null default 1,
  last_issued_at timestamp with time zone not null,
  constraint series_next_positive CHECK ((next > 0)),
  constraint series_seller_id_seller_id_fk FOREIGN KEY (seller_id) REFERENCES seller(id),
  constraint series_pkey PRIMARY KEY (seller_id, fy, kind)
);

create table app.setup_link (
  hash text not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint setup_link_pkey PRIMARY KEY (hash)
);

create table app.staff (
  user_id uuid not null,
  created_at timestamp with time zone not null,
  constraint staff_user_id_user_id_fk FOREIGN KEY (user_id) REFERENCES auth."user"(id),
  constraint staff_pkey PRIMARY KEY (user_id)
);

create table app.top_up (
  id uuid not null,
  project_id uuid not null,
  key text not null,
  reference text not null,
  purpose top_up_purpose not null default 'self_serve'::top_up_purpose,
  import_id uuid,
  seller_id uuid not null,
  units bigint not null,
  unit_price_paise bigint not null,
  price_includes_tax boolean not null,
  tax_rate_bp integer not null,
  amount_paise bigint not null,
  currency text not null default 'INR'::text,
  state top_up_state not null default 'pending'::top_up_state,
  order_id text,
  created_by text not null,
  created_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  paid_at timestamp with time zone,
  confirming_since timestamp with time zone,
  constraint top_up_inclusive_amount CHECK (((NOT price_includes_tax) OR (amount_paise = (units * unit_price_paise)))),
  constraint top_up_paid_when CHECK (((state = 'paid'::top_up_state) = (paid_at IS NOT NULL))),
  constraint top_up_payable CHECK ((amount_paise >= 100)),
  constraint top_up_rupees CHECK ((currency = 'INR'::text)),
  constraint top_up_units_positive CHECK ((units > 0)),
  constraint top_up_project_id_project_id_fk FOREIGN KEY (project_id) REFERENCES project(id),
  constraint top_up_seller_id_seller_id_fk FOREIGN KEY (seller_id) REFERENCES seller(id),
  constraint top_up_pkey PRIMARY KEY (id),
  constraint top_up_amount_key UNIQUE (id, amount_paise),
  constraint top_up_once_per_key UNIQUE (project_id, key),
  constraint top_up_order_key UNIQUE (order_id),
  constraint top_up_reference_key UNIQUE (reference)
);

create table app.webhook_event (
  event_id text not null,
  event text not null,
  raw bytea not null,
  received_at timestamp with time zone not null,
  applied_at timestamp with time zone,
  outcome text,
  constraint webhook_event_pkey PRIMARY KEY (event_id)
);

create table auth.account (
  id uuid not null,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint account_user_id_user_id_fk FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint account_pkey PRIMARY KEY (id)
);

create table auth.session (
  id uuid not null,
  user_id uuid not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint session_user_id_user_id_fk FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token)
);

create table auth."user" (
  id uuid not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint user_pkey PRIMARY KEY (id),
  constraint user_email_key UNIQUE (email)
);

create table auth.verification (
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint verification_pkey PRIMARY KEY (id)
);


-- Indexes that no constraint makes
CREATE INDEX api_key_project ON app.api_key USING btree (project_id);
CREATE INDEX audit_project ON app.audit USING btree (project_id, id);
CREATE INDEX dispute_top_up ON app.dispute USING btree (top_up_id);
CREATE UNIQUE INDEX document_number_once ON app.document USING btree (seller_id, fy, upper(number));
CREATE INDEX document_project ON app.document USING btree (project_id, id);
CREATE INDEX import_project ON app.import USING btree (project_id, id);
CREATE INDEX import_running ON app.import USING btree (lease_until) WHERE (status = 'processing'::import_status);
CREATE UNIQUE INDEX lead_identity_once ON app.lead USING btree (project_id, process_id, identity) WHERE identity_open;
CREATE INDEX lead_import ON app.lead USING btree (project_id, import_id, id);
CREATE INDEX lot_due ON app.lot USING btree (expires_at) WHERE ((remaining > 0) AND (expires_at IS NOT NULL));
CREATE INDEX lot_live ON app.lot USING btree (account_id) WHERE (remaining > 0);
CREATE UNIQUE INDEX lot_once_per_top_up ON app.lot USING btree (top_up_id) WHERE (top_up_id IS NOT NULL);
CREATE INDEX mail_project ON app.mail USING btree (project_id, id);
CREATE INDEX mail_waiting ON app.mail USING btree (next_attempt_at) WHERE (state = 'waiting'::mail_state);
CREATE INDEX member_user ON app.member USING btree (user_id);
CREATE INDEX price_list_project ON app.price_list USING btree (project_id, valid_from);
CREATE INDEX project_organization ON app.project USING btree (organization_id);
CREATE UNIQUE INDEX quarantine_once_per_payment ON app.quarantine USING btree (payment_id, reason) WHERE ((payment_id IS NOT NULL) AND (resolved_at IS NULL));
CREATE INDEX quarantine_open ON app.quarantine USING btree (created_at) WHERE (resolved_at IS NULL);
CREATE INDEX refund_top_up ON app.refund USING btree (top_up_id);
CREATE INDEX reservation_due ON app.reservation USING btree (expires_at) WHERE ((state = 'open'::reservation_state) AND (expires_at IS NOT NULL));
CREATE UNIQUE INDEX reservation_settle_key ON app.reservation USING btree (account_id, state, settle_key) WHERE (settle_key IS NOT NULL);
CREATE INDEX top_up_project ON app.top_up USING btree (project_id, id);
CREATE INDEX webhook_event_waiting ON app.webhook_event USING btree (received_at) WHERE (applied_at IS NULL);
CREATE INDEX account_user ON auth.account USING btree (user_id);
CREATE INDEX "session_user" ON auth.session USING btree (user_id);
CREATE INDEX verification_identifier ON auth.verification USING btree (identifier);

-- Rights of the application's role
grant delete, insert, select on app.member_project to app;
grant delete, insert, select, update on app.member to app;
grant delete, insert, select, update on auth."user" to app;
grant delete, insert, select, update on auth.account to app;
grant delete, insert, select, update on auth.session to app;
grant delete, insert, select, update on auth.verification to app;
grant insert, select on app.audit to app;
grant insert, select on app.burn to app;
grant insert, select on app.document to app;
grant insert, select on app.document_delivery to app;
grant insert, select on app.document_file to app;
grant insert, select on app.entry to app;
grant insert, select on app.import_plan to app;
grant insert, select on app.lead_intake to app;
grant insert, select on app.payment to app;
grant insert, select on app.price_list to app;
grant insert, select on app.quarantine to app;
grant insert, select on app.staff to app;
grant insert, select on app.webhook_event to app;
grant insert, select, update on app.account to app;
grant insert, select, update on app.api_key to app;
grant insert, select, update on app.billing_profile to app;
grant insert, select, update on app.dispute to app;
grant insert, select, update on app.import to app;
grant insert, select, update on app.import_row to app;
grant insert, select, update on app.lead to app;
grant insert, select, update on app.lot to app;
grant insert, select, update on app.mail to app;
grant insert, select, update on app.organization to app;
grant insert, select, update on app.process to app;
grant insert, select, update on app.project to app;
grant insert, select, update on app.refund to app;
grant insert, select, update on app.reservation to app;
grant insert, select, update on app.seller to app;
grant insert, select, update on app.series to app;
grant insert, select, update on app.setup_link to app;
grant insert, select, update on app.top_up to app;
grant update (applied_at, outcome) on app.webhook_event to app;
grant update (resolution, resolved_at, resolved_by) on app.quarantine to app;
