import { v7 } from 'uuid';
import { applyWebhook, createTopUp, receiveWebhook, saveProfile } from '../billing/index.ts';
import type { Actor, Ctx } from '../context.ts';
import { only } from '../errors.ts';
import type { TestProject, TestWorld } from './index.ts';

/** A seller in Karnataka who takes ₹1.00 for a credit, GST included. Gives its id. */
export async function createSeller({ db }: TestWorld): Promise<string> {
  const id = v7();
  await db.run({
    name: 'test-seller',
    text: `with s as (insert into app.seller (id, name, gstin, address, state_code, sac, number_prefix, created_at)
        values ($1::uuid, 'Seller', '29AAACI4798L1ZU', '{"1 Road"}', '29', '998319', 'CP', now()))
      insert into app.price_list (id, seller_id, unit_price_paise, price_includes_tax, tax_rate_bp, valid_from)
      values ($1::uuid, $1::uuid, 100, true, 1800, '2020-01-01')`,
    values: [id],
  });
  return id;
}

/** A member of the project's organisation. */
export async function createMember(world: TestWorld, project: TestProject, role: string): Promise<Ctx> {
  const userId = v7();
  await world.db.run({
    name: 'test-member',
    text: `with u as (insert into auth."user" (id, name, email) values ($1::uuid, 'Member', $1::text || '@x.example')),
      m as (insert into app.member (id, organization_id, user_id, role, created_at)
        values ($1::uuid, $2::uuid, $1::uuid, $4::app.role, now()))
      insert into app.member_project (member_id, project_id) values ($1::uuid, $3::uuid)`,
    values: [userId, project.organizationId, project.projectId, role],
  });
  const actor: Actor = { kind: 'user', userId, name: 'Member', email: 'm@x.example', isStaff: false };
  return { ...world.ctx, actor };
}

/** Fills in the billing account of a project; by default a buyer in the seller's State without GSTIN. */
export async function saveAccount(
  owner: Ctx,
  { projectId }: TestProject,
  change: Partial<Parameters<typeof saveProfile>[1]> = {},
): Promise<void> {
  await saveProfile(owner, {
    projectId,
    accountName: 'Acme Motors',
    contactName: 'Asha',
    phone: '98765 43210',
    gstin: '',
    addressLine1: '12 MG Road',
    addressLine2: null,
    city: 'Bengaluru',
    stateCode: '29',
    pincode: '560001',
    recipientEmails: ['accounts@acme.example', 'owner@acme.example'],
    ...change,
  });
}

export type PaidBill = { topUpId: string; documentId: string; orderId: string; paymentId: string };

/** Buys credits and pays them by a webhook: a settled bill with its document. */
export async function payTopUp(
  world: TestWorld,
  owner: Ctx,
  { projectId }: TestProject,
  units = 5,
): Promise<PaidBill> {
  const { topUpId, orderId, amountPaise } = await createTopUp(owner, { projectId, units, key: v7() });
  const paymentId = `pay_${v7().replaceAll('-', '').slice(-14)}`;
  const payment = {
    id: paymentId,
    orderId,
    amountPaise,
    currency: 'INR',
    status: 'captured',
    captured: true,
    method: 'upi',
    createdAt: world.ctx.clock(),
  };
  const rawBody = new TextEncoder().encode(JSON.stringify({ event: 'payment.captured', payment }));
  const { eventId } = await receiveWebhook(world.ctx, { eventId: v7(), rawBody });
  await applyWebhook(world.ctx, { eventId });
  const documents = await world.db.run<{ id: string }>({
    name: 'test-document',
    text: 'select id from app.document where project_id = $1::uuid and top_up_id = $2::uuid',
    values: [projectId, topUpId],
  });
  return { topUpId, documentId: only(documents, 'the document of a paid bill').id, orderId, paymentId };
}
