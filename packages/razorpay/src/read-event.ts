import { type Order, type Payment, toOrder, toPayment } from './entities.ts';
import { eventSchema } from './wire.ts';

/** What a webhook says, as ours. Refunds and disputes are named but not carried yet. */
export type RazorpayEvent = { event: string; payment?: Payment; order?: Order };

/** Reads the raw bytes of a verified webhook. Undefined where they are no JSON or no event: quarantine them. */
export function readEvent(rawBody: Uint8Array): RazorpayEvent | undefined {
  const parsed = eventSchema.safeParse(parseJson(rawBody));
  if (!parsed.success) return undefined;
  const { event, payload } = parsed.data;
  return {
    event,
    ...(payload.payment ? { payment: toPayment(payload.payment.entity) } : {}),
    ...(payload.order ? { order: toOrder(payload.order.entity) } : {}),
  };
}

function parseJson(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch {
    // Not JSON is an answer here: the caller quarantines what it cannot read.
    return undefined;
  }
}
