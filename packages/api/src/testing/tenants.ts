import { encodeId, type IdKind, type Scope } from '@lead-credits/contract';
import { billing, type Ctx, credits, leads, people } from '@lead-credits/core';
import type { TestProject, TestWorld } from '@lead-credits/core/testing';

/** A project with something of everything, by the ids that callers use. */
export type Tenant = {
  organizationId: string;
  projectId: string;
  processId: string;
  topUpId: string;
  importId: string;
  leadId: string;
  apiKeyId: string;
  reservationId: string;
  /** Somebody who may do everything in it; makes what a call needs. */
  owner: Ctx;
};

/** What only some may see; nothing else in a world looks like them. */
export const CANARY = {
  phone: '+919811122233',
  failedCell: '98111x2244',
  email: 'asha.canary@example.in',
  metadata: 'canary street',
} as const;

const FILE = `Name,Phone,Email,Address
Asha,${CANARY.phone},${CANARY.email},${CANARY.metadata}
Bina,${CANARY.failedCell},,
`;

/** The seller and the price list that every installation has. */
export async function seedSeller(world: TestWorld): Promise<void> {
  await world.db.run({
    name: 'test-seller',
    text: `with s as (insert into app.seller (id, name, gstin, address, state_code, sac, number_prefix, created_at)
        values ($1::uuid, 'Seller', '29AAACI4798L1ZU', '{"1 Road"}', '29', '998319', 'CP', now()))
      insert into app.price_list (id, seller_id, unit_price_paise, price_includes_tax, tax_rate_bp, valid_from)
      values ($1::uuid, $1::uuid, 100, true, 1800, '2020-01-01')`,
    values: [crypto.randomUUID()],
  });
}

/** Credits, a paid and an open bill, an import with a failed row, a lead, an API key and an open reservation. */
export async function seedTenant(world: TestWorld, project: TestProject, owner: Ctx): Promise<Tenant> {
  const { projectId } = project;
  await credits.grant(world.ctx, { projectId, amount: 10_000, key: 'seed', reason: 'test' });
  await billing.saveProfile(owner, {
    projectId,
    accountName: 'Acme',
    contactName: 'Asha',
    phone: '98111 11111',
    addressLine1: '12 MG Road',
    city: 'Bengaluru',
    stateCode: '29',
    pincode: '560001',
    recipientEmails: ['accounts@acme.example'],
  });
  const { importId } = await seedImport(world, project, owner);
  const { items } = await leads.listLeads(owner, { projectId, limit: 1 });
  const { apiKey } = await makeKey(world, owner, projectId, ['leads']);
  return {
    organizationId: encodeId('organization', project.organizationId),
    projectId: encodeId('project', projectId),
    processId: encodeId('process', project.processId),
    topUpId: encodeId('topUp', await seedPaidTopUp(world, projectId, owner)),
    importId: encodeId('import', importId),
    leadId: encodeId('lead', items[0]?.id ?? ''),
    apiKeyId: encodeId('apiKey', apiKey.id),
    reservationId: await openReservation(owner, projectId),
    owner,
  };
}

async function seedImport(world: TestWorld, project: TestProject, owner: Ctx): Promise<{ importId: string }> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(FILE);
  }
  const { projectId, processId } = project;
  const file = { initialize: false, key: 'seed', fileName: 'leads.csv', bytes: bytes() };
  const received = await leads.receiveImport(owner, { projectId, processId, ...file });
  await leads.runImport(world.ctx, received);
  return received;
}

let payments = 0;
async function seedPaidTopUp(world: TestWorld, projectId: string, owner: Ctx): Promise<string> {
  const bill = await billing.createTopUp(owner, { projectId, units: 500, key: 'seed' });
  payments += 1;
  const payment = {
    id: `pay_${String(payments).padStart(14, '0')}`,
    orderId: bill.orderId,
    amountPaise: bill.amountPaise,
    currency: 'INR',
    status: 'captured',
    captured: true,
    method: 'upi',
    createdAt: world.ctx.clock(),
  };
  const rawBody = new TextEncoder().encode(JSON.stringify({ event: 'payment.captured', payment }));
  const { eventId } = await billing.receiveWebhook(world.ctx, { eventId: payment.id, rawBody });
  await billing.applyWebhook(world.ctx, { eventId });
  return bill.topUpId;
}

/** A reservation that is open: what capture and release need anew for each call. Takes an id as the database has it. */
export async function openReservation(owner: Ctx, projectId: string): Promise<string> {
  const asked = { projectId, amount: 2, key: crypto.randomUUID(), expiresInSeconds: 900 };
  return (await credits.reserve(owner, asked)).reservationId;
}

/** An API key and what it acts as. */
export async function makeKey(
  world: TestWorld,
  owner: Ctx,
  projectId: string,
  scopes: Scope[],
): Promise<{ apiKey: { id: string }; ctx: Ctx }> {
  const { apiKey, secret } = await people.createApiKey(owner, { projectId, name: 'CRM sync', scopes });
  const actor = await people.resolveApiKey(world.ctx, secret);
  if (!actor) throw new Error('the key that was just made');
  return { apiKey, ctx: { ...world.ctx, actor } };
}

/** Ids that nobody has: well formed, and not. */
export function strangeIds(kind: IdKind | 'reservation'): string[] {
  if (kind !== 'reservation')
    return [encodeId(kind, crypto.randomUUID()), `${encodeId(kind, '')}x`, '', '../x'];
  const account = Buffer.from(crypto.randomUUID().replaceAll('-', ''), 'hex');
  const word = Buffer.concat([account, Buffer.from('api:nobody')]).toString('base64url');
  return [`rsv_${word}`, 'rsv_', 'x', 'rsv_\0'];
}
