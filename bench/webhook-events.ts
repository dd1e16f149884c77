import { randomUUID } from 'node:crypto';
import { billing, type Ctx } from '@lead-credits/core';
import { signWebhook, verifyWebhook } from '@lead-credits/razorpay';
import { createProjects } from './world.ts';

const SECRET = 'webhook secret of the benchmark';
const PROJECTS = 100;
const UNITS = 500;

/** A webhook as it arrives. */
export type Delivery = { eventId: string; rawBody: Uint8Array; signature: string };

/** Bills that wait for their payment, over 100 projects of one seller, and the webhooks that will announce it. */
export async function createDeliveries(ctx: Ctx, count: number): Promise<Delivery[]> {
  const projects = await createProjects(ctx, PROJECTS);
  const projectIds = projects.map(({ projectId }) => projectId);
  await ctx.db.run({
    name: 'bench-seller',
    text: `insert into app.seller (id, name, gstin, address, state_code, sac, number_prefix, created_at)
      values ($1::uuid, 'Seller', '29AAACI4798L1ZU', '{"1 Road"}', '29', '998319', 'CP', now())`,
    values: [randomUUID()],
  });
  await ctx.db.run({
    name: 'bench-profiles',
    text: `insert into app.billing_profile (project_id, account_name, contact_name, phone, address_line_1, city, state_code,
        pincode, recipient_emails, updated_at, updated_by)
      select id, 'Acme', 'Asha', '+919811111111', '12 MG Road', 'Bengaluru', '29', '560001', '{a@acme.example}', now(),
        'system:bench'
      from unnest($1::uuid[]) id`,
    values: [projectIds],
  });
  const numbers = Array.from({ length: count }, (_, number) => number);
  await ctx.db.run({
    name: 'bench-bills',
    text: `insert into app.top_up (id, project_id, key, reference, seller_id, units, unit_price_paise, price_includes_tax,
        tax_rate_bp, amount_paise, order_id, created_by, created_at, due_at, expires_at)
      select gen_random_uuid(), ($1::uuid[])[1 + n % ${PROJECTS}], n::text, 'CP-' || n, s.id, ${UNITS}, 100, true, 1800,
        ${UNITS * 100}, 'order_' || lpad(n::text, 14, '0'), 'system:bench', now(), now(), now() + interval '3 days'
      from unnest($2::int[]) n, app.seller s`,
    values: [projectIds, numbers],
  });
  return numbers.map(deliveryOf);
}

function deliveryOf(number: number): Delivery {
  const suffix = String(number).padStart(14, '0');
  const entity = {
    id: `pay_${suffix}`,
    entity: 'payment',
    amount: UNITS * 100,
    currency: 'INR',
    status: 'captured',
    order_id: `order_${suffix}`,
    method: 'upi',
    vpa: 'asha@upi',
    email: 'asha@acme.example',
    contact: '+919811111111',
    captured: true,
    amount_refunded: 0,
    fee: 1180,
    tax: 180,
    notes: [],
    created_at: 1_795_000_000,
  };
  const event = {
    entity: 'event',
    account_id: 'acc_00000000000000',
    event: 'payment.captured',
    contains: ['payment'],
    payload: { payment: { entity } },
    created_at: 1_795_000_000,
  };
  const rawBody = new TextEncoder().encode(JSON.stringify(event));
  return { eventId: `event-${suffix}`, rawBody, signature: signWebhook(rawBody, SECRET) };
}

/** What the webhook route does: verify, store, and apply at once what is new. */
export async function takeDelivery(ctx: Ctx, { eventId, rawBody, signature }: Delivery): Promise<string> {
  if (!verifyWebhook(rawBody, signature, [SECRET])) throw new Error('a signature of ours');
  const received = await billing.receiveWebhook(ctx, { eventId, rawBody });
  if (!received.isNew) return 'known';
  return (await billing.applyWebhook(ctx, { eventId: received.eventId })) ?? 'missing';
}
