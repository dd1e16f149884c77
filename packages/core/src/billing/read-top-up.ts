import type {
  confirmTopUpInput,
  OpenTopUpsOutput,
  openTopUpsInput,
  TOP_UP_STATES,
  TopUpOutput,
  topUpInput,
} from '@lead-credits/contract';
import { type Statement, toDate } from '@lead-credits/db';
import type { z } from 'zod';
import { authorize } from '../access.ts';
import type { Ctx } from '../context.ts';
import { DomainError, notFound, validationFailed } from '../errors.ts';

type TopUpRow = {
  id: string;
  reference: string;
  units: number;
  unit_price_paise: number;
  amount_paise: number;
  state: (typeof TOP_UP_STATES)[number];
  order_id: string | null;
  created_at: string;
  expires_at: string;
  paid_at: string | null;
  confirming_since: string | null;
  payment_reference: string | null;
  document_id: string | null;
  number: string | null;
};

const COLUMNS = `t.id, t.reference, t.units, t.unit_price_paise, t.amount_paise, t.state, t.order_id, t.created_at,
  t.expires_at, t.paid_at, t.confirming_since, p.reference as payment_reference, d.id as document_id, d.number`;
const JOINS = `left join app.payment p on p.top_up_id = t.id
  left join app.document d on d.top_up_id = t.id and d.kind <> 'credit_note' and d.version = 1`;

function oneTopUp(projectId: string, topUpId: string): Statement<TopUpRow> {
  return {
    name: 'read-top-up',
    text: `select ${COLUMNS} from app.top_up t ${JOINS} where t.project_id = $1::uuid and t.id = $2::uuid`,
    values: [projectId, topUpId],
  };
}

function toTopUp(row: TopUpRow): TopUpOutput {
  return {
    topUpId: row.id,
    reference: row.reference,
    units: row.units,
    unitPricePaise: row.unit_price_paise,
    amountPaise: row.amount_paise,
    state: row.state,
    orderId: row.order_id,
    createdAt: toDate(row.created_at),
    expiresAt: toDate(row.expires_at),
    paidAt: row.paid_at === null ? null : toDate(row.paid_at),
    paymentReference: row.payment_reference,
    documentId: row.document_id,
    documentNumber: row.number,
    confirmingSince: row.confirming_since === null ? null : toDate(row.confirming_since),
  };
}

async function find(ctx: Ctx, projectId: string, topUpId: string): Promise<TopUpOutput> {
  const [row] = await ctx.db.run(oneTopUp(projectId, topUpId));
  if (!row) throw notFound();
  return toTopUp(row);
}

/** One top-up with its payment and document. */
export async function readTopUp(ctx: Ctx, input: z.output<typeof topUpInput>): Promise<TopUpOutput> {
  const { projectId } = await authorize(ctx, input.projectId, 'billing.read');
  return find(ctx, projectId, input.topUpId);
}

const MAX_OPEN = 20;

/** The open checkouts, newest first, and the last one settled: a page reopened after paying reads its state here. */
export async function listOpenTopUps(
  ctx: Ctx,
  input: z.output<typeof openTopUpsInput>,
): Promise<OpenTopUpsOutput> {
  const { projectId } = await authorize(ctx, input.projectId, 'billing.read');
  const rows = await ctx.db.run<TopUpRow>({
    name: 'open-top-ups',
    text: `select ${COLUMNS} from app.top_up t ${JOINS}
      where t.project_id = $1::uuid and (
        (t.state in ('pending', 'sent') and t.expires_at > $2::timestamptz)
        or t.id = (select s.id from app.top_up s where s.project_id = $1::uuid and s.state = 'paid'
          order by s.paid_at desc limit 1))
      order by t.id desc limit ${MAX_OPEN}`,
    values: [projectId, ctx.clock()],
  });
  return { items: rows.map(toTopUp) };
}

/**
 * Records that the browser saw a payment succeed, so that every tab can say "confirming". Checked against the stored
 * order, never against what the browser sends. Never changes a balance.
 */
export async function confirmTopUp(
  ctx: Ctx,
  input: z.output<typeof confirmTopUpInput>,
): Promise<TopUpOutput> {
  const { projectId } = await authorize(ctx, input.projectId, 'billing.write');
  const topUp = await find(ctx, projectId, input.topUpId);
  const signed =
    topUp.orderId !== null && ctx.gateway.verifyPayment(topUp.orderId, input.paymentId, input.signature);
  if (!signed) throw validationFailed({ field: 'signature', reason: 'signature' });
  await ctx.db.run({
    name: 'confirm-top-up',
    text: `update app.top_up set confirming_since = $3::timestamptz
      where project_id = $1::uuid and id = $2::uuid and confirming_since is null and state <> 'paid'`,
    values: [projectId, input.topUpId, ctx.clock()],
  });
  return find(ctx, projectId, input.topUpId);
}

/**
 * Puts an unpaid checkout away. It counts as expired, not as void: money that a slow bank captures later still credits.
 * TOP_UP_NOT_OPEN where it is paid, or a payment is being confirmed.
 */
export async function discardTopUp(ctx: Ctx, input: z.output<typeof topUpInput>): Promise<TopUpOutput> {
  const { projectId } = await authorize(ctx, input.projectId, 'billing.write');
  const discarded = await ctx.db.run<{ id: string }>({
    name: 'discard-top-up',
    text: `update app.top_up set state = 'expired', expires_at = least(expires_at, $3::timestamptz)
      where project_id = $1::uuid and id = $2::uuid and state in ('pending', 'expired') and confirming_since is null
        and purpose = 'self_serve'
      returning id`,
    values: [projectId, input.topUpId, ctx.clock()],
  });
  const topUp = await find(ctx, projectId, input.topUpId);
  if (discarded.length === 0) throw new DomainError('TOP_UP_NOT_OPEN', { state: topUp.state });
  return topUp;
}

/** Closes the checkouts whose three days are over; gives how many. Money captured later still credits. */
export async function expireTopUps(ctx: Ctx): Promise<number> {
  const expired = await ctx.db.run<{ id: string }>({
    name: 'expire-top-ups',
    text: `update app.top_up set state = 'expired'
      where state = 'pending' and purpose = 'self_serve' and expires_at <= $1::timestamptz returning id`,
    values: [ctx.clock()],
  });
  return expired.length;
}
