import { signWebhook } from '@lead-credits/razorpay/signature';
import type { WireOrder, WirePayment, WireRefund } from '@lead-credits/razorpay/wire';
import type { Context } from './context.ts';
import { newIdBody } from './ids.ts';
import { EVENT_SPACING_MS } from './limits.ts';
import type { Scenario } from './scenarios.ts';

export type EventName =
  | 'payment.authorized'
  | 'payment.captured'
  | 'payment.failed'
  | 'order.paid'
  | 'refund.created'
  | 'refund.processed';

/** Something that happened, with the entities as they were at that moment. */
export type Happening = {
  name: EventName;
  orderId: string;
  payment: WirePayment;
  order?: WireOrder;
  refund?: WireRefund;
};

const ACCOUNT_ID = 'acc_LeadCreditsDev';

/** Razorpay's envelope. The event's id is not in it: it travels in a header. */
function envelopeOf(happening: Happening, now: Date): object {
  const { refund, payment, order } = happening;
  const parts = { ...(refund && { refund }), ...(payment && { payment }), ...(order && { order }) };
  return {
    entity: 'event',
    account_id: ACCOUNT_ID,
    event: happening.name,
    contains: Object.keys(parts),
    payload: Object.fromEntries(Object.entries(parts).map(([name, entity]) => [name, { entity }])),
    created_at: Math.floor(now.getTime() / 1_000),
  };
}

/**
 * JSON as PHP's json_encode writes it: `/` as `\/` and everything beyond ASCII as `\uXXXX`. A receiver
 * that parses and writes the body again gets other bytes, and so another signature, as in production.
 */
export function phpJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[^\u0020-\u007e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Writes the happenings of one moment as events to deliver: bytes and signature are fixed here, once,
 * for every copy, retry and replay. Call it inside the transaction that changes the entities.
 */
export function announce(context: Context, happenings: readonly Happening[], scenario: Scenario): void {
  if (scenario.isSilent) return;
  const now = context.clock();
  const { webhookSecret, phpEscaping } = context.options;
  const secret = scenario.isForged ? `not-${webhookSecret}` : webhookSecret;
  const inOrder = scenario.isReversed ? happenings.toReversed() : happenings;
  inOrder.forEach((happening, index) => {
    const envelope = envelopeOf(happening, now);
    const body = new TextEncoder().encode(phpEscaping ? phpJson(envelope) : JSON.stringify(envelope));
    context.outbox.insertEvent({
      id: newIdBody(now),
      name: happening.name,
      order_id: happening.orderId,
      body,
      signature: signWebhook(body, secret),
      state: 'pending',
      round: 0,
      copies: scenario.copies ?? 1,
      rounds_max: scenario.isForged ? 1 : null,
      created_ms: now.getTime(),
      due_ms: now.getTime() + index * EVENT_SPACING_MS,
    });
  });
}
