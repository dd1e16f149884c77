import type { TopUp } from '../api-types.ts';

/** After this Razorpay is late: say so, and that nobody should pay twice. */
const LATE_MS = 120_000;
/** How long a page that is opened again still tells the result. */
const RESULT_MS = 30 * 60_000;
const FAST_POLL_MS = 2_000;
const FAST_POLL_FOR_MS = 30_000;
const SLOW_POLL_MS = 30_000;

/** What the server knows about payments that a person who just paid wants to read. */
export type PaymentNotice =
  | { kind: 'confirming'; topUpId: string; amountPaise: number; late: boolean }
  | { kind: 'added'; topUpId: string; units: number; number: string | null };

function ageMs(instant: string | null, nowMs: number): number {
  return instant === null ? Number.POSITIVE_INFINITY : nowMs - Date.parse(instant);
}

function isConfirming(topUp: TopUp): boolean {
  return topUp.state !== 'paid' && topUp.confirmingSince !== null;
}

/** Pure: a payment on its way comes before a result; a result is told until it is dismissed, at most half an hour. */
export function paymentNotice(
  topUps: readonly TopUp[],
  nowMs: number,
  dismissedId: string | null,
): PaymentNotice | null {
  const waiting = topUps.find(isConfirming);
  if (waiting) {
    const { topUpId, amountPaise, confirmingSince } = waiting;
    return { kind: 'confirming', topUpId, amountPaise, late: ageMs(confirmingSince, nowMs) >= LATE_MS };
  }
  const paid = topUps.find(({ state }) => state === 'paid');
  if (!paid || paid.topUpId === dismissedId || ageMs(paid.paidAt, nowMs) > RESULT_MS) return null;
  return { kind: 'added', topUpId: paid.topUpId, units: paid.units, number: paid.documentNumber };
}

/** How often to ask while a payment is being confirmed: every 2 s for 30 s, then every 30 s; else not at all. */
export function confirmingPollMs(topUps: readonly TopUp[], nowMs: number): number | false {
  const waiting = topUps.find(isConfirming);
  if (!waiting) return false;
  return ageMs(waiting.confirmingSince, nowMs) < FAST_POLL_FOR_MS ? FAST_POLL_MS : SLOW_POLL_MS;
}
