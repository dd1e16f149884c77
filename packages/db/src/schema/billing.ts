import { TOP_UP_STATES } from '@lead-credits/contract';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { app, bytea, id, instant, whole } from './app-schema.ts';
import { project } from './people.ts';

export const topUpState = app.enum('top_up_state', TOP_UP_STATES);
export const topUpPurpose = app.enum('top_up_purpose', ['self_serve', 'staff']);
export const paymentMethod = app.enum('payment_method', [
  'upi',
  'card',
  'netbanking',
  'wallet',
  'bank_transfer',
  'other',
]);
export const refundState = app.enum('refund_state', ['pending', 'processed', 'failed']);
export const disputeState = app.enum('dispute_state', ['open', 'under_review', 'won', 'lost', 'closed']);
export const quarantineReason = app.enum('quarantine_reason', [
  'unreadable',
  'unknown_order',
  'amount_mismatch',
  'currency_mismatch',
  'account_mismatch',
  'already_settled',
  'not_payable',
]);

/** Who sells: frozen into each document at issue. The tax invoice series belongs to it. */
export const seller = app.table('seller', {
  id: id().primaryKey(),
  name: text('name').notNull(),
  gstin: text('gstin'),
  address: text('address').array().notNull(),
  stateCode: text('state_code').notNull(),
  sac: text('sac').notNull(),
  numberPrefix: text('number_prefix').notNull(),
  createdAt: instant('created_at').notNull(),
});

/** The price in force from a moment on, for one project or (project null) for all. */
export const priceList = app.table(
  'price_list',
  {
    id: id().primaryKey(),
    sellerId: id('seller_id')
      .notNull()
      .references(() => seller.id),
    projectId: id('project_id').references(() => project.id),
    unitPricePaise: whole('unit_price_paise').notNull(),
    priceIncludesTax: boolean('price_includes_tax').notNull(),
    taxRateBp: integer('tax_rate_bp').notNull(),
    validFrom: instant('valid_from').notNull(),
  },
  (t) => [
    index('price_list_project').on(t.projectId, t.validFrom),
    check('price_list_price_positive', sql`${t.unitPricePaise} > 0`),
    check('price_list_rate_known', sql`${t.taxRateBp} between 0 and 10000`),
  ],
);

export const billingProfile = app.table('billing_profile', {
  projectId: id('project_id')
    .primaryKey()
    .references(() => project.id),
  accountName: text('account_name').notNull(),
  contactName: text('contact_name').notNull(),
  phone: text('phone').notNull(),
  gstin: text('gstin'),
  addressLine1: text('address_line_1').notNull(),
  addressLine2: text('address_line_2'),
  city: text('city').notNull(),
  stateCode: text('state_code').notNull(),
  pincode: text('pincode').notNull(),
  recipientEmails: text('recipient_emails').array().notNull(),
  updatedAt: instant('updated_at').notNull(),
  updatedBy: text('updated_by').notNull(),
});

/**
 * The bill: mutable until settled, frozen in units and price from the start. Its public reference is not the tax
 * invoice number (CGST Rule 46(b) wants a consecutive one); that is allocated with the document.
 */
export const topUp = app.table(
  'top_up',
  {
    id: id().primaryKey(),
    projectId: id('project_id')
      .notNull()
      .references(() => project.id),
    /** The caller's idempotency key. */
    key: text('key').notNull(),
    reference: text('reference').notNull().unique('top_up_reference_key'),
    purpose: topUpPurpose('purpose').notNull().default('self_serve'),
    importId: id('import_id'),
    sellerId: id('seller_id')
      .notNull()
      .references(() => seller.id),
    units: whole('units').notNull(),
    unitPricePaise: whole('unit_price_paise').notNull(),
    priceIncludesTax: boolean('price_includes_tax').notNull(),
    taxRateBp: integer('tax_rate_bp').notNull(),
    amountPaise: whole('amount_paise').notNull(),
    currency: text('currency').notNull().default('INR'),
    state: topUpState('state').notNull().default('pending'),
    orderId: text('order_id').unique('top_up_order_key'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    dueAt: instant('due_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    paidAt: instant('paid_at'),
    confirmingSince: instant('confirming_since'),
  },
  (t) => [
    unique('top_up_once_per_key').on(t.projectId, t.key),
    /** Target of the documents' foreign key: a document names its bill together with the amount. */
    unique('top_up_amount_key').on(t.id, t.amountPaise),
    index('top_up_project').on(t.projectId, t.id),
    check('top_up_units_positive', sql`${t.units} > 0`),
    check('top_up_payable', sql`${t.amountPaise} >= 100`),
    check(
      'top_up_inclusive_amount',
      sql`not ${t.priceIncludesTax} or ${t.amountPaise} = ${t.units} * ${t.unitPricePaise}`,
    ),
    check('top_up_rupees', sql`${t.currency} = 'INR'`),
    check('top_up_paid_when', sql`(${t.state} = 'paid') = (${t.paidAt} is not null)`),
  ],
);

/** The money that settled a top-up: one per top-up, one per order, one per payment. Append-only. */
export const payment = app.table(
  'payment',
  {
    topUpId: id('top_up_id')
      .primaryKey()
      .references(() => topUp.id),
    /** Razorpay's pay_…; null for a bank transfer recorded by staff. */
    paymentId: text('payment_id').unique('payment_once'),
    orderId: text('order_id').unique('payment_once_per_order'),
    method: paymentMethod('method').notNull(),
    /** What the bill shows as "Paid request": the payment id or the UTR. */
    reference: text('reference').notNull(),
    amountPaise: whole('amount_paise').notNull(),
    feePaise: whole('fee_paise'),
    paidAt: instant('paid_at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    /** webhook · reconciliation · staff */
    source: text('source').notNull(),
  },
  (t) => [check('payment_amount_positive', sql`${t.amountPaise} > 0`)],
);

export const refund = app.table(
  'refund',
  {
    id: id().primaryKey(),
    refundId: text('refund_id').unique('refund_once'),
    projectId: id('project_id')
      .notNull()
      .references(() => project.id),
    topUpId: id('top_up_id')
      .notNull()
      .references(() => topUp.id),
    key: text('key').notNull(),
    amountPaise: whole('amount_paise').notNull(),
    credits: whole('credits').notNull(),
    state: refundState('state').notNull(),
    reason: text('reason').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    settledAt: instant('settled_at'),
  },
  (t) => [
    unique('refund_once_per_key').on(t.projectId, t.key),
    index('refund_top_up').on(t.topUpId),
    check('refund_amount_positive', sql`${t.amountPaise} > 0 and ${t.credits} >= 0`),
  ],
);

export const dispute = app.table(
  'dispute',
  {
    disputeId: text('dispute_id').primaryKey(),
    projectId: id('project_id')
      .notNull()
      .references(() => project.id),
    topUpId: id('top_up_id')
      .notNull()
      .references(() => topUp.id),
    amountPaise: whole('amount_paise').notNull(),
    state: disputeState('state').notNull(),
    openedAt: instant('opened_at').notNull(),
    settledAt: instant('settled_at'),
  },
  (t) => [index('dispute_top_up').on(t.topUpId)],
);

/** The inbox: each verified webhook, raw, stored before it is answered. The event id is a log filter, not the money key. */
export const webhookEvent = app.table(
  'webhook_event',
  {
    eventId: text('event_id').primaryKey(),
    event: text('event').notNull(),
    raw: bytea('raw').notNull(),
    receivedAt: instant('received_at').notNull(),
    appliedAt: instant('applied_at'),
    /** settled · duplicate · ignored · quarantined */
    outcome: text('outcome'),
  },
  (t) => [index('webhook_event_waiting').on(t.receivedAt).where(sql`${t.appliedAt} is null`)],
);

/** Money or messages that fit no bill: shown to staff, never credited by itself. */
export const quarantine = app.table(
  'quarantine',
  {
    id: id().primaryKey(),
    eventId: text('event_id'),
    reason: quarantineReason('reason').notNull(),
    orderId: text('order_id'),
    paymentId: text('payment_id'),
    /** Facts only: expected and received amount, currency, event name. */
    detail: jsonb('detail').notNull(),
    createdAt: instant('created_at').notNull(),
    resolvedAt: instant('resolved_at'),
    resolution: text('resolution'),
    resolvedBy: text('resolved_by'),
  },
  (t) => [
    uniqueIndex('quarantine_once_per_payment')
      .on(t.paymentId, t.reason)
      .where(sql`${t.paymentId} is not null and ${t.resolvedAt} is null`),
    index('quarantine_open').on(t.createdAt).where(sql`${t.resolvedAt} is null`),
  ],
);

/** Mails to be sent and sent: the idempotency key outlives the provider's 24 h. */
export const mailState = app.enum('mail_state', ['waiting', 'sent', 'failed']);
export const mail = app.table(
  'mail',
  {
    id: id().primaryKey(),
    key: text('key').notNull().unique('mail_once_per_key'),
    projectId: id('project_id').references(() => project.id),
    kind: text('kind').notNull(),
    recipients: text('recipients').array().notNull(),
    subject: text('subject').notNull(),
    html: text('html').notNull(),
    plain: text('plain').notNull(),
    documentId: id('document_id'),
    state: mailState('state').notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** When it may be tried next; while somebody is sending it, when the others may think that he died. */
    nextAttemptAt: instant('next_attempt_at'),
    /** Why the last attempt failed. Never an address. */
    lastError: text('last_error'),
    providerId: text('provider_id'),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
  },
  (t) => [
    index('mail_project').on(t.projectId, t.id),
    index('mail_waiting').on(t.nextAttemptAt).where(sql`${t.state} = 'waiting'`),
    check('mail_waits_for_an_attempt', sql`(${t.state} = 'waiting') = (${t.nextAttemptAt} is not null)`),
    check('mail_sent_when', sql`(${t.state} = 'sent') = (${t.sentAt} is not null)`),
  ],
);

/** Gapless consecutive numbers per seller, financial year (its first year) and document kind. */
export const documentKind = app.enum('document_kind', ['tax_invoice', 'credit_note', 'invoice']);
export const series = app.table(
  'series',
  {
    sellerId: id('seller_id')
      .notNull()
      .references(() => seller.id),
    fy: integer('fy').notNull(),
    kind: documentKind('kind').notNull(),
    next: integer('next').notNull().default(1),
    lastIssuedAt: instant('last_issued_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'series_pkey', columns: [t.sellerId, t.fy, t.kind] }),
    check('series_next_positive', sql`${t.next} > 0`),
  ],
);
