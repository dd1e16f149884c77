import { verifyInvariants } from '@lead-credits/db';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ctx, GatewayEvent, GatewayPayment } from '../context.ts';
import { DomainError } from '../errors.ts';
import * as invoices from '../invoices/index.ts';
import { createWorld, type TestProject, type TestWorld } from '../testing/index.ts';
import {
  applyWebhook,
  createTopUp,
  discardTopUp,
  listOpenTopUps,
  quoteTopUp,
  readProfile,
  receiveWebhook,
  saveProfile,
} from './index.ts';

let world: TestWorld;
let project: TestProject;
let owner: Ctx;
const SELLER_STATE = '29';

beforeAll(async () => {
  world = await createWorld();
  await world.db.run({
    name: 'test-seller',
    text: `with s as (insert into app.seller (id, name, gstin, address, state_code, sac, number_prefix, created_at)
        values ($1::uuid, 'Seller', '29AAACI4798L1ZU', '{"1 Road"}', $2, '998319', 'CP', now()))
      insert into app.price_list (id, seller_id, unit_price_paise, price_includes_tax, tax_rate_bp, valid_from)
      values ($1::uuid, $1::uuid, 100, true, 1800, '2020-01-01')`,
    values: [v7(), SELLER_STATE],
  });
});
afterAll(() => world.close());

/** A fresh project with an owner; optionally with its billing account saved. */
async function setUp(stateCode: string | null): Promise<void> {
  project = await world.project();
  const userId = v7();
  await world.db.run({
    name: 'test-owner',
    text: `with u as (insert into auth."user" (id, name, email) values ($1::uuid, 'Owner', $1::text || '@x.example'))
      insert into app.member (id, organization_id, user_id, role, created_at)
      values ($1::uuid, $2::uuid, $1::uuid, 'owner', now())`,
    values: [userId, project.organizationId],
  });
  owner = {
    ...world.ctx,
    actor: { kind: 'user', userId, name: 'Owner', email: 'o@x.example', isStaff: false },
  };
  if (stateCode) await saveProfile(owner, profile({ stateCode }));
}

function profile(change: Record<string, unknown> = {}) {
  return {
    projectId: project.projectId,
    accountName: 'Acme',
    contactName: 'Asha',
    phone: '98765 43210',
    gstin: '',
    addressLine1: '12 MG Road',
    addressLine2: null,
    city: 'Bengaluru',
    stateCode: SELLER_STATE,
    pincode: '560001',
    recipientEmails: ['Accounts@Acme.example'],
    ...change,
  };
}

async function code(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  return error instanceof DomainError ? error.code : String(error);
}

async function available(): Promise<number | undefined> {
  const [row] = await world.db.run<{ available: number }>({
    name: 'test-available',
    text: 'select available from app.account where id = $1::uuid',
    values: [project.accountId],
  });
  return row?.available;
}

async function quarantined(paymentId: string): Promise<string[]> {
  const rows = await world.db.run<{ reason: string }>({
    name: 'test-quarantine',
    text: 'select reason from app.quarantine where payment_id = $1',
    values: [paymentId],
  });
  return rows.map(({ reason }) => reason);
}

async function expectSound(): Promise<void> {
  expect((await verifyInvariants(world.db)).filter(({ violations }) => violations !== 0)).toEqual([]);
}

let counter = 0;
function paymentOn(
  order: { orderId: string; amountPaise: number },
  change: Partial<GatewayPayment> = {},
): GatewayPayment {
  counter += 1;
  return {
    id: `pay_${String(counter).padStart(14, '0')}`,
    orderId: order.orderId,
    amountPaise: order.amountPaise,
    currency: 'INR',
    status: 'captured',
    captured: true,
    method: 'upi',
    createdAt: new Date(),
    ...change,
  };
}

async function deliver(event: GatewayEvent, eventId: string = v7()): Promise<string | undefined> {
  const rawBody = new TextEncoder().encode(JSON.stringify(event));
  const stored = await receiveWebhook(world.ctx, { eventId, rawBody });
  return applyWebhook(world.ctx, { eventId: stored.eventId });
}

const topUp = (units: number, key: string = v7()) =>
  createTopUp(owner, { projectId: project.projectId, units, key });

describe('the billing account', () => {
  test('is nothing until saved, then what was saved, normalised', async () => {
    await setUp(null);
    expect(await readProfile(owner, { projectId: project.projectId })).toEqual({ profile: null });
    await saveProfile(owner, profile({ gstin: ' 29aaaci4798l1zu ' }));
    expect((await readProfile(owner, { projectId: project.projectId })).profile).toMatchObject({
      phone: '+919876543210',
      gstin: '29AAACI4798L1ZU',
      recipientEmails: ['accounts@acme.example'],
    });
  });

  test('names each field that does not fit and changes nothing', async () => {
    await setUp(null);
    const bad = profile({
      gstin: '29AAACI4798L1ZX',
      stateCode: '00',
      pincode: '0560',
      phone: '12',
      recipientEmails: ['x'],
    });
    const error = await saveProfile(owner, bad).catch((failure: unknown) => failure);
    const fields = error instanceof DomainError ? JSON.stringify(error.details) : '';
    for (const field of [
      'gstin_check_digit',
      'state_unknown',
      'pincode_format',
      'phone',
      'recipientEmails.0',
    ]) {
      expect(fields).toContain(field);
    }
    expect(await readProfile(owner, { projectId: project.projectId })).toEqual({ profile: null });
  });
});

describe('a top-up', () => {
  test('is quoted with the tax inside: 5 credits cost ₹5.00, 4.24 + 0.38 + 0.38', async () => {
    await setUp(SELLER_STATE);
    expect(await quoteTopUp(owner, { projectId: project.projectId, units: 5 })).toMatchObject({
      amountPaise: 500,
      taxablePaise: 424,
      cgstPaise: 38,
      sgstPaise: 38,
      igstPaise: 0,
      availableAfter: 5,
      blockedBy: null,
    });
  });

  test('needs the billing account first', async () => {
    await setUp(null);
    expect((await quoteTopUp(owner, { projectId: project.projectId, units: 5 })).blockedBy).toBe(
      'profile_missing',
    );
    expect(await code(topUp(5))).toBe('VALIDATION_FAILED');
  });

  test('reuses bill and order under the same key, also twenty times at once, and refuses other units', async () => {
    await setUp(SELLER_STATE);
    const key = v7();
    const made = await Promise.all(Array.from({ length: 20 }, () => topUp(5, key)));
    expect(new Set(made.map(({ topUpId, orderId }) => `${topUpId} ${orderId}`))).toHaveProperty('size', 1);
    expect(await code(topUp(6, key))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await available()).toBe(0);
  });

  test('is not made for somebody without the right, nor shown to another organisation', async () => {
    await setUp(SELLER_STATE);
    const stranger = owner;
    await setUp(SELLER_STATE);
    const foreign = { projectId: project.projectId, units: 5, key: v7() };
    expect(await code(createTopUp(stranger, foreign))).toBe('NOT_FOUND');
    expect(await code(createTopUp({ ...owner, actor: { kind: 'anonymous' } }, foreign))).toBe(
      'UNAUTHENTICATED',
    );
  });
});

describe('a verified webhook', () => {
  test('credits once and issues one numbered tax invoice', async () => {
    await setUp(SELLER_STATE);
    const order = await topUp(5);
    const payment = paymentOn(order);
    expect(await deliver({ event: 'payment.captured', payment })).toBe('settled');
    expect(await available()).toBe(5);
    const { items } = await invoices.list(owner, { projectId: project.projectId, limit: 50, cursor: null });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      status: 'paid',
      totalPaise: 500,
      taxablePaise: 424,
      cgstPaise: 38,
      sgstPaise: 38,
      igstPaise: 0,
      paymentReference: payment.id,
      reference: order.reference,
    });
    expect(items[0]?.number).toMatch(/^CP\/\d\d-\d\d\/\d{6}$/);
    const detail = await invoices.get(owner, { projectId: project.projectId, invoiceId: order.topUpId });
    expect(detail.document).toMatchObject({ amountInWords: 'Five Rupees Only', buyer: { name: 'Acme' } });
    expect(world.jobs.filter(({ name }) => name === 'deliver-document').length).toBeGreaterThan(0);
    await expectSound();
  });

  test('charges IGST to a buyer of another State', async () => {
    await setUp('27');
    const order = await topUp(5);
    await deliver({ event: 'order.paid', payment: paymentOn(order) });
    const { items } = await invoices.list(owner, { projectId: project.projectId, limit: 50, cursor: null });
    expect(items[0]).toMatchObject({ taxablePaise: 424, cgstPaise: 0, sgstPaise: 0, igstPaise: 76 });
  });

  test.each([
    ['payment.captured', 'order.paid'],
    ['order.paid', 'payment.captured'],
  ])('%s and %s for one payment credit once', async (first, second) => {
    await setUp(SELLER_STATE);
    const order = await topUp(5);
    const payment = paymentOn(order);
    expect(await deliver({ event: first, payment })).toBe('settled');
    expect(await deliver({ event: second, payment })).toBe('duplicate');
    expect(await available()).toBe(5);
    await expectSound();
  });

  test('twenty copies at once, with one event id and with twenty, credit once', async () => {
    await setUp(SELLER_STATE);
    const order = await topUp(5);
    const event = { event: 'payment.captured', payment: paymentOn(order) };
    const id = v7();
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, index) => deliver(event, index % 2 === 0 ? id : undefined)),
    );
    expect(outcomes.filter((outcome) => outcome === 'duplicate' || outcome === 'settled')).toHaveLength(40);
    expect(await available()).toBe(5);
    await expectSound();
  });

  test.each<[string, Partial<GatewayPayment>, string]>([
    ['a wrong amount', { amountPaise: 499 }, 'amount_mismatch'],
    ['a wrong currency', { currency: 'USD' }, 'currency_mismatch'],
    ['an unknown order', { orderId: 'order_00000000000000' }, 'unknown_order'],
  ])('%s is quarantined and credits nothing', async (_what, change, reason) => {
    await setUp(SELLER_STATE);
    const payment = paymentOn(await topUp(5), change);
    expect(await deliver({ event: 'payment.captured', payment })).toBe('quarantined');
    expect(await quarantined(payment.id)).toEqual([reason]);
    expect(await available()).toBe(0);
    await expectSound();
  });

  test('a second payment on a paid bill is quarantined', async () => {
    await setUp(SELLER_STATE);
    const order = await topUp(5);
    await deliver({ event: 'payment.captured', payment: paymentOn(order) });
    const second = paymentOn(order);
    expect(await deliver({ event: 'payment.captured', payment: second })).toBe('quarantined');
    expect(await quarantined(second.id)).toEqual(['already_settled']);
    expect(await available()).toBe(5);
  });

  test('a failed or merely authorised payment changes nothing', async () => {
    await setUp(SELLER_STATE);
    const order = await topUp(5);
    expect(await deliver({ event: 'payment.failed', payment: paymentOn(order, { status: 'failed' }) })).toBe(
      'ignored',
    );
    expect(
      await deliver({ event: 'payment.authorized', payment: paymentOn(order, { status: 'authorized' }) }),
    ).toBe('ignored');
    expect(await available()).toBe(0);
  });

  test('money captured after a checkout was discarded still credits at the frozen price', async () => {
    await setUp(SELLER_STATE);
    const order = await topUp(5);
    expect(await discardTopUp(owner, { projectId: project.projectId, topUpId: order.topUpId })).toMatchObject(
      {
        state: 'expired',
      },
    );
    expect((await listOpenTopUps(owner, { projectId: project.projectId })).items).toEqual([]);
    expect(await deliver({ event: 'payment.captured', payment: paymentOn(order) })).toBe('settled');
    expect(await available()).toBe(5);
  });

  test('other bytes under a known event id are kept and applied, never dropped', async () => {
    await setUp(SELLER_STATE);
    const [one, two] = [await topUp(5), await topUp(7)];
    const id = v7();
    expect(await deliver({ event: 'payment.captured', payment: paymentOn(one) }, id)).toBe('settled');
    expect(await deliver({ event: 'payment.captured', payment: paymentOn(two) }, id)).toBe('settled');
    expect(await available()).toBe(12);
  });

  test('bytes that are no event are kept and quarantined', async () => {
    const stored = await receiveWebhook(world.ctx, {
      eventId: v7(),
      rawBody: new TextEncoder().encode('nonsense'),
    });
    expect(await applyWebhook(world.ctx, stored)).toBe('quarantined');
  });

  test('fifty payments at once get fifty consecutive numbers', async () => {
    await setUp(SELLER_STATE);
    const orders = await Promise.all(Array.from({ length: 50 }, () => topUp(1 + 99)));
    await Promise.all(
      orders.map((order) => deliver({ event: 'payment.captured', payment: paymentOn(order) })),
    );
    expect(await available()).toBe(5_000);
    await expectSound();
  });
});
