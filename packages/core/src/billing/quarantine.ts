import { v7 } from 'uuid';
import type { GatewayPayment } from '../context.ts';
import type { TransactionCtx } from '../transaction.ts';

export type QuarantineReason =
  | 'unreadable'
  | 'unknown_order'
  | 'amount_mismatch'
  | 'currency_mismatch'
  | 'already_settled'
  | 'not_payable';

/** Keeps money or a message that fits no bill for staff to see. Credits nothing. Once per payment and reason. */
export async function quarantinePayment(
  tx: TransactionCtx,
  found: {
    eventId: string;
    reason: QuarantineReason;
    payment?: GatewayPayment;
    detail: Record<string, unknown>;
  },
): Promise<'quarantined'> {
  const { eventId, reason, payment, detail } = found;
  await tx.db.run({
    name: 'quarantine',
    text: `insert into app.quarantine (id, event_id, reason, order_id, payment_id, detail, created_at)
      values ($1::uuid, $2, $3::app.quarantine_reason, $4, $5, $6::jsonb, $7::timestamptz)
      on conflict (payment_id, reason) where payment_id is not null and resolved_at is null do nothing`,
    values: [
      v7(),
      eventId,
      reason,
      payment?.orderId ?? null,
      payment?.id ?? null,
      JSON.stringify(detail),
      tx.clock(),
    ],
  });
  return 'quarantined';
}
