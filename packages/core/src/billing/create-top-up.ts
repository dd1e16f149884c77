import { randomInt } from 'node:crypto';
import type { BillingProfile, CreateTopUpOutput, createTopUpInput } from '@lead-credits/contract';
import { violates } from '@lead-credits/db';
import { v7 } from 'uuid';
import type { z } from 'zod';
import { authorize } from '../access.ts';
import { actorId, type Ctx } from '../context.ts';
import { DomainError, only, validationFailed } from '../errors.ts';
import { placeOfSupply, publicReference } from '../invoices/index.ts';
import { priceInForce, termsOf } from './price.ts';
import { findProfile } from './profile.ts';
import { quote } from './quote.ts';

/** An unpaid checkout is open for three days; money that arrives later still credits at the frozen price. */
const OPEN_FOR_MS = 3 * 24 * 3600 * 1000;
const REFERENCE_ATTEMPTS = 8;

type Input = z.output<typeof createTopUpInput>;
type OpenRow = {
  id: string;
  reference: string;
  units: number;
  amount_paise: number;
  order_id: string | null;
};

/**
 * Makes the bill, frozen in units and price, and its Razorpay order. The row is committed before Razorpay is asked, so
 * no order can be paid that we do not know. The same key gives the same bill and order again; with other units
 * IDEMPOTENCY_KEY_REUSED. Credits nothing: only the verified webhook does.
 */
export async function createTopUp(ctx: Ctx, input: Input): Promise<CreateTopUpOutput> {
  const { projectId } = await authorize(ctx, input.projectId, 'billing.write');
  const profile = await findProfile(ctx.db, projectId);
  if (!profile) throw validationFailed({ field: 'profile', reason: 'profile_missing' });
  const price = await priceInForce(ctx.db, projectId, ctx.clock());
  const bill =
    (await findBill(ctx, projectId, input.key)) ??
    (await makeBill(ctx, { ...input, projectId }, price, profile));
  if (bill.units !== input.units) throw new DomainError('IDEMPOTENCY_KEY_REUSED');
  const orderId = bill.order_id ?? (await attachOrder(ctx, projectId, bill));
  return {
    topUpId: bill.id,
    reference: bill.reference,
    orderId,
    keyId: ctx.gateway.keyId,
    amountPaise: bill.amount_paise,
    currency: 'INR',
    units: bill.units,
    checkoutUrl: ctx.settings.checkoutUrl,
    sellerName: price.sellerName,
    prefill: { name: profile.contactName, email: profile.recipientEmails[0] ?? '', contact: profile.phone },
  };
}

async function findBill(ctx: Ctx, projectId: string, key: string): Promise<OpenRow | undefined> {
  const [row] = await ctx.db.run<OpenRow>({
    name: 'top-up-by-key',
    text: `select id, reference, units, amount_paise, order_id from app.top_up
      where project_id = $1::uuid and key = $2::text`,
    values: [projectId, key],
  });
  return row;
}

type Price = Awaited<ReturnType<typeof priceInForce>>;

async function makeBill(ctx: Ctx, input: Input, price: Price, profile: BillingProfile): Promise<OpenRow> {
  const terms = termsOf(price, placeOfSupply(profile));
  const { amountPaise, belowMinimum, aboveMaximum } = quote({ ...terms, units: input.units });
  if (belowMinimum) throw validationFailed({ field: 'units', reason: 'below_minimum' });
  if (aboveMaximum) throw validationFailed({ field: 'units', reason: 'above_maximum' });
  for (let attempt = 1; attempt <= REFERENCE_ATTEMPTS; attempt += 1) {
    const made = await insertBill(ctx, input, price, amountPaise);
    if (made) return made;
  }
  throw new Error('no free reference was found for a top-up');
}

/** Undefined: the random reference is taken (707,281 a day), try another. */
async function insertBill(
  ctx: Ctx,
  input: Input,
  price: Price,
  amountPaise: number,
): Promise<OpenRow | undefined> {
  const now = ctx.clock();
  const expiresAt = new Date(now.getTime() + OPEN_FOR_MS);
  try {
    const rows = await ctx.db.run<OpenRow>({
      name: 'create-top-up',
      text: `insert into app.top_up (id, project_id, key, reference, seller_id, units, unit_price_paise,
          price_includes_tax, tax_rate_bp, amount_paise, created_by, created_at, due_at, expires_at)
        values ($1::uuid, $2::uuid, $3, $4, $5::uuid, $6::bigint, $7::bigint, $8::boolean, $9::int, $10::bigint, $11,
          $12::timestamptz, $12::timestamptz, $13::timestamptz)
        on conflict on constraint top_up_once_per_key do update set key = excluded.key
        returning id, reference, units, amount_paise, order_id`,
      values: [
        v7(),
        input.projectId,
        input.key,
        publicReference(now, (below) => randomInt(below)),
        price.sellerId,
        input.units,
        price.unitPricePaise,
        price.priceIncludesTax,
        price.taxRateBp,
        amountPaise,
        actorId(ctx.actor),
        now,
        expiresAt,
      ],
    });
    return only(rows, 'the top-up of a key');
  } catch (error) {
    if (violates(error, 'top_up_reference_key')) return undefined;
    throw error;
  }
}

/**
 * Razorpay's orders have no idempotency key: an earlier try that timed out may have made one, so it is looked up by
 * receipt first. Of two tries at once the first to store its order wins; the other's order was never shown to anybody.
 */
async function attachOrder(ctx: Ctx, projectId: string, bill: OpenRow): Promise<string> {
  const receipt = bill.reference;
  const found = await ctx.gateway.findOrderByReceipt(receipt);
  const usable =
    found && found.amountPaise === bill.amount_paise && found.currency === 'INR' ? found : undefined;
  const order =
    usable ??
    (await ctx.gateway.createOrder({
      amountPaise: bill.amount_paise,
      currency: 'INR',
      receipt,
      notes: { receipt },
    }));
  const rows = await ctx.db.run<{ order_id: string }>({
    name: 'attach-order',
    text: `update app.top_up set order_id = coalesce(order_id, $3::text) where project_id = $1::uuid and id = $2::uuid
      returning order_id`,
    values: [projectId, bill.id, order.id],
  });
  return only(rows, 'the top-up of an order').order_id;
}
