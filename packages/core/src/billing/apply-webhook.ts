import type { Ctx, GatewayEvent, GatewayPayment } from '../context.ts';
import { asSystem } from '../context.ts';
import { type TransactionCtx, withTransaction } from '../transaction.ts';
import { type QuarantineReason, quarantinePayment } from './quarantine.ts';
import { type Settlement, settleTopUp } from './settle-top-up.ts';

export type WebhookOutcome = 'settled' | 'duplicate' | 'ignored' | 'quarantined';

/** Both announce the same money; whichever comes first settles, the other is a duplicate. */
const SETTLING_EVENTS = new Set(['payment.captured', 'order.paid']);

/**
 * Applies a stored webhook, once. Credits only when the order is ours, the currency INR and the amount to the paisa
 * what was billed; everything else about money is quarantined, and what is not about money is kept and ignored.
 * Undefined where the event is unknown. Trusts nothing in `notes`: project and units come from our own row.
 */
export function applyWebhook(
  ctx: Ctx,
  { eventId }: { eventId: string },
): Promise<WebhookOutcome | undefined> {
  return withTransaction(asSystem(ctx, 'webhook'), async (tx) => {
    const [stored] = await tx.db.run<{ raw: Uint8Array; outcome: WebhookOutcome | null }>({
      name: 'claim-webhook',
      text: 'select raw, outcome from app.webhook_event where event_id = $1 for update',
      values: [eventId],
    });
    if (!stored) return undefined;
    if (stored.outcome) return stored.outcome;
    const outcome = await applyEvent(tx, eventId, tx.gateway.readEvent(stored.raw));
    await tx.db.run({
      name: 'finish-webhook',
      text: 'update app.webhook_event set applied_at = $2::timestamptz, outcome = $3 where event_id = $1',
      values: [eventId, tx.clock(), outcome],
    });
    return outcome;
  });
}

async function applyEvent(
  tx: TransactionCtx,
  eventId: string,
  event: GatewayEvent | undefined,
): Promise<WebhookOutcome> {
  if (!event) return quarantinePayment(tx, { eventId, reason: 'unreadable', detail: {} });
  const { payment } = event;
  if (!SETTLING_EVENTS.has(event.event) || payment?.status !== 'captured') return 'ignored';
  return applyCapture(tx, eventId, payment);
}

type BillRow = {
  id: string;
  project_id: string;
  units: number;
  amount_paise: number;
  currency: string;
  state: string;
};

async function applyCapture(
  tx: TransactionCtx,
  eventId: string,
  payment: GatewayPayment,
): Promise<WebhookOutcome> {
  const [bill] = await tx.db.run<BillRow>({
    name: 'claim-bill',
    text: `select id, project_id, units, amount_paise, currency, state from app.top_up
      where order_id = $1 for update`,
    values: [payment.orderId ?? ''],
  });
  if (bill?.state === 'paid') {
    // A statement of its own: its snapshot sees the payment that a settlement we waited for has written.
    const [paid] = await tx.db.run<{ payment_id: string | null }>({
      name: 'settled-payment',
      text: 'select payment_id from app.payment where top_up_id = $1::uuid',
      values: [bill.id],
    });
    if (paid?.payment_id === payment.id) return 'duplicate';
  }
  const reason = refusalOf(bill, payment);
  if (!bill || reason) {
    const expectedPaise = bill?.amount_paise ?? null;
    const detail = { expectedPaise, receivedPaise: payment.amountPaise, currency: payment.currency };
    return quarantinePayment(tx, { eventId, reason: reason ?? 'unknown_order', payment, detail });
  }
  await settleTopUp(tx, settlementOf(bill, payment));
  return 'settled';
}

/** Why captured money may not settle a bill; undefined where it may. Pure. */
function refusalOf(bill: BillRow | undefined, payment: GatewayPayment): QuarantineReason | undefined {
  if (!bill) return 'unknown_order';
  if (payment.currency !== bill.currency) return 'currency_mismatch';
  if (payment.amountPaise !== bill.amount_paise) return 'amount_mismatch';
  if (bill.state === 'paid') return 'already_settled';
  return bill.state === 'void' ? 'not_payable' : undefined;
}

const METHODS = ['upi', 'card', 'netbanking', 'wallet'] as const;

function settlementOf(bill: BillRow, payment: GatewayPayment): Settlement {
  return {
    topUp: { id: bill.id, projectId: bill.project_id, amountPaise: bill.amount_paise, units: bill.units },
    paymentId: payment.id,
    orderId: payment.orderId ?? null,
    method: METHODS.find((method) => method === payment.method) ?? 'other',
    reference: payment.id,
    feePaise: payment.feePaise ?? null,
    paidAt: payment.createdAt,
    source: 'webhook',
  };
}

/** Events that were stored but not applied: the process died, or the job is still waiting. Oldest first. */
export async function waitingWebhooks(ctx: Ctx, olderThan: Date): Promise<string[]> {
  const rows = await ctx.db.run<{ event_id: string }>({
    name: 'waiting-webhooks',
    text: `select event_id from app.webhook_event where applied_at is null and received_at < $1::timestamptz
      order by received_at limit 100`,
    values: [olderThan],
  });
  return rows.map((row) => row.event_id);
}
