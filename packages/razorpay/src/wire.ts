/**
 * Razorpay's wire format as zod schemas: orders, payments, refunds, disputes, collections, webhook
 * events and error bodies.
 *
 * Tolerant where Razorpay's own samples differ from each other (key order, extra fields, `notes` as
 * `[]` or `{}`, `error_code` as `''` or null, `acquirer_data` missing or `[]`, `created_at` inside
 * the payload), strict on what money depends on: integer paise, ids, statuses, currency.
 */
import { z } from 'zod';

/** The 14 base62 characters that follow the kind of an id: `pay_DESlfW9H8K9uqM`. */
const ID_BODY = '[A-Za-z0-9]{14}';

/** Any Razorpay id this product puts into a path. The SDK concatenates ids unescaped: check first. */
export const RAZORPAY_ID = /^(order|pay|rfnd|disp)_[A-Za-z0-9]{14}$/;

export const orderIdSchema = z.string().regex(new RegExp(`^order_${ID_BODY}$`));
export const paymentIdSchema = z.string().regex(new RegExp(`^pay_${ID_BODY}$`));
export const refundIdSchema = z.string().regex(new RegExp(`^rfnd_${ID_BODY}$`));
export const disputeIdSchema = z.string().regex(new RegExp(`^disp_${ID_BODY}$`));

/** An amount in the currency's smallest unit (paise). `z.int()` also refuses 1e21 and 100.5. */
const amountPaise = z.int().nonnegative();
/** Unix seconds. */
const instantSeconds = z.int().nonnegative();
/** Three letters; whether it is INR is for the caller to check, so that a wrong one can be quarantined. */
const currency = z.string().regex(/^[A-Z]{3}$/);
const text = z.string().nullish();
/** PHP's json_encode writes an empty map as `[]`. */
const phpMap = z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]);

export const orderStatusSchema = z.enum(['created', 'attempted', 'paid']);
export const paymentStatusSchema = z.enum(['created', 'authorized', 'captured', 'refunded', 'failed']);
export const refundStatusSchema = z.enum(['pending', 'processed', 'failed']);
export const disputeStatusSchema = z.enum(['open', 'under_review', 'won', 'lost', 'closed']);

export const orderSchema = z.looseObject({
  id: orderIdSchema,
  entity: z.literal('order'),
  amount: amountPaise,
  amount_paid: amountPaise,
  amount_due: amountPaise,
  currency,
  receipt: text,
  offer_id: text,
  status: orderStatusSchema,
  attempts: z.int().nonnegative(),
  notes: phpMap.nullish(),
  created_at: instantSeconds,
});

/** `last4` may be the network token's, not the card's (webhooks/payments.md). */
export const cardSchema = z.looseObject({ last4: text, network: text, type: text, issuer: text });

export const paymentSchema = z.looseObject({
  id: paymentIdSchema,
  entity: z.literal('payment'),
  amount: amountPaise,
  currency,
  status: paymentStatusSchema,
  /** Null in several dispute samples: join those by payment id. */
  order_id: orderIdSchema.nullish(),
  method: text,
  amount_refunded: amountPaise.nullish(),
  refund_status: text,
  /** Some failed card samples say true: `status` decides, this only tells auto-refunds apart. */
  captured: z.boolean(),
  description: text,
  card_id: text,
  card: cardSchema.nullish(),
  bank: text,
  wallet: text,
  vpa: text,
  email: text,
  contact: text,
  notes: phpMap.nullish(),
  /** Total fee including GST, and the GST in it; null until captured. */
  fee: amountPaise.nullish(),
  tax: amountPaise.nullish(),
  error_code: text,
  error_description: text,
  error_source: text,
  error_step: text,
  error_reason: text,
  acquirer_data: phpMap.nullish(),
  created_at: instantSeconds,
  late_authorized: z.boolean().nullish(),
});

export const refundSchema = z.looseObject({
  id: refundIdSchema,
  entity: z.literal('refund'),
  amount: amountPaise,
  currency,
  payment_id: paymentIdSchema,
  receipt: text,
  notes: phpMap.nullish(),
  acquirer_data: phpMap.nullish(),
  /** Missing in the oldest samples; those refunds were processed when answered. */
  status: refundStatusSchema.nullish(),
  speed_requested: text,
  speed_processed: text,
  created_at: instantSeconds,
});

export const disputeSchema = z.looseObject({
  id: disputeIdSchema,
  entity: z.literal('dispute'),
  payment_id: paymentIdSchema,
  /** May be less than the payment's amount. */
  amount: amountPaise,
  currency,
  /** 0 until the dispute is lost (webhooks/disputes.md). */
  amount_deducted: amountPaise,
  reason_code: text,
  respond_by: instantSeconds.nullish(),
  status: disputeStatusSchema,
  phase: text,
  created_at: instantSeconds,
});

/** A list answer. `count` is the number of items in this answer, not in all. */
const collectionOf = <Item extends z.ZodType>(item: Item) =>
  z.looseObject({ entity: z.literal('collection'), count: z.int().nonnegative(), items: z.array(item) });

export const orderCollectionSchema = collectionOf(orderSchema);
export const paymentCollectionSchema = collectionOf(paymentSchema);
export const refundCollectionSchema = collectionOf(refundSchema);
export const disputeCollectionSchema = collectionOf(disputeSchema);

/**
 * A webhook delivery's body. The event's id is not in it: it is the `x-razorpay-event-id` header,
 * which the signature does not cover, so it may filter duplicates but never decide about money.
 */
export const eventSchema = z.looseObject({
  entity: z.literal('event'),
  account_id: text,
  event: z.string().min(1).max(100),
  contains: z.array(z.string()).nullish(),
  payload: z.looseObject({
    order: z.looseObject({ entity: orderSchema }).optional(),
    payment: z.looseObject({ entity: paymentSchema }).optional(),
    refund: z.looseObject({ entity: refundSchema }).optional(),
    dispute: z.looseObject({ entity: disputeSchema }).optional(),
  }),
  /** The refund.speed_changed sample carries it inside `payload` instead. */
  created_at: instantSeconds.nullish(),
});

export const errorBodySchema = z.looseObject({
  error: z.looseObject({
    code: text,
    description: text,
    source: text,
    step: text,
    reason: text,
    field: text,
    metadata: phpMap.nullish(),
  }),
});

/** The events a merchant of this product subscribes to in the dashboard (no invoice.*: it makes its own). */
export const SUBSCRIBED_EVENTS = [
  'order.paid',
  'payment.authorized',
  'payment.captured',
  'payment.failed',
  'refund.created',
  'refund.processed',
  'refund.failed',
  'payment.dispute.created',
  'payment.dispute.action_required',
  'payment.dispute.under_review',
  'payment.dispute.won',
  'payment.dispute.lost',
  'payment.dispute.closed',
] as const;

export type WireOrder = z.infer<typeof orderSchema>;
export type WirePayment = z.infer<typeof paymentSchema>;
export type WireRefund = z.infer<typeof refundSchema>;
export type WireDispute = z.infer<typeof disputeSchema>;
export type WireEvent = z.infer<typeof eventSchema>;
export type WireErrorBody = z.infer<typeof errorBodySchema>;
export type OrderStatus = z.infer<typeof orderStatusSchema>;
export type PaymentStatus = z.infer<typeof paymentStatusSchema>;
export type RefundStatus = z.infer<typeof refundStatusSchema>;
export type DisputeStatus = z.infer<typeof disputeStatusSchema>;
