import { createHmac } from 'node:crypto';
import type { Database } from '@lead-credits/db';
import { expect } from '@playwright/test';
import type { Answers } from './support/answers.ts';
import { type Caller, signIn } from './support/caller.ts';
import { expectEverythingHolds } from './support/commands.ts';
import { countRows, openBeside } from './support/database.ts';
import { type HttpProduct, test, WEBHOOK_SECRETS } from './support/http-product.ts';
import { askForTopUp, PROFILE, unspentOf } from './support/top-ups.ts';
import {
  type Delivery,
  deliver,
  deliveriesOf,
  eventBody,
  inventedPayment,
  type Payment,
  pay,
  randomId,
  type Scenario,
  signatureOf,
  told,
} from './support/webhooks.ts';

/** What Razorpay may send, and what somebody else may, against the running product. */
let projectId: string;
let finance: Caller;
let db: Database;

test.beforeAll(async ({ product }) => {
  projectId = product.renewals.id;
  finance = await signIn(product, 'finance');
  await finance.mutate('billing.saveProfile', { projectId, ...PROFILE });
  db = await openBeside(product.dataDir);
});
test.afterAll(() => db.close());

const stateOf = async (topUpId: string): Promise<string> =>
  (await finance.query('billing.topUp', { projectId, topUpId })).state;

/** A top-up whose payment is captured at Razorpay while no webhook says so: those are sent by hand. */
async function paidInSilence(
  product: HttpProduct,
  units: number,
): Promise<{ topUp: Answers['billing.createTopUp']; payment: Payment }> {
  const topUp = await askForTopUp(finance, projectId, units);
  return { topUp, payment: await pay(product, topUp.orderId, 'dropped') };
}

/** How many quarantined payments have a reason. */
async function quarantined(orderId: string): Promise<string[]> {
  const rows = await db.run<{ reason: string }>({
    name: 'quarantined',
    text: 'select reason::text from app.quarantine where order_id = $1 order by reason',
    values: [orderId],
  });
  return rows.map(({ reason }) => reason);
}

test('a forged event is refused and leaves no trace; the same bytes with their signature are credited', async ({
  product,
}) => {
  const { topUp, payment } = await paidInSilence(product, 11);
  const body = eventBody('payment.captured', payment);
  const good = signatureOf(body, WEBHOOK_SECRETS.current);
  const changed = Buffer.from(body);
  changed.writeUInt8(changed.readUInt8(40) ^ 1, 40);
  const forgeries: readonly [string, Buffer, string | null][] = [
    ['no signature', body, null],
    ['an empty one', body, ''],
    ['a wrong one', body, signatureOf(body, 'another-secret')],
    ['one made with the key secret', body, signatureOf(body, product.keySecret)],
    ['one made with an empty secret', body, createHmac('sha256', '').update(body).digest('hex')],
    ['a truncated one', body, good.slice(0, -1)],
    ['half of it', body, good.slice(0, 32)],
    ['one in upper case', body, good.toUpperCase()],
    ['one with a tail', body, `${good}zz`],
    ['two at once', body, `${good}, ${good}`],
    ['one changed byte', changed, good],
    ['one byte more', Buffer.concat([body, Buffer.from(' ')]), good],
    ['a byte order mark', Buffer.concat([Buffer.from('\uFEFF'), body]), good],
    ['the same JSON written anew', Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 1)), good],
    [
      'the signature of "[object Object]"',
      body,
      signatureOf(Buffer.from('[object Object]'), WEBHOOK_SECRETS.current),
    ],
  ];
  const before = await countRows(db);
  for (const [what, bytes, signature] of forgeries) {
    const answer = await deliver(product, bytes, { signature });
    expect({ what, ...answer }).toEqual({ what, status: 401, said: 'WEBHOOK_SIGNATURE_INVALID' });
  }
  expect(await countRows(db)).toEqual(before);
  expect(await stateOf(topUp.topUpId)).toBe('pending');

  expect(await deliver(product, body)).toEqual({ status: 200, said: 'stored' });
  expect(await stateOf(topUp.topUpId)).toBe('paid');
});

test('what was signed before the secret changed is accepted', async ({ product }) => {
  const { topUp, payment } = await paidInSilence(product, 12);
  const body = eventBody('order.paid', payment);
  const answer = await deliver(product, body, { signature: signatureOf(body, WEBHOOK_SECRETS.previous) });
  expect(answer.status).toBe(200);
  expect(await stateOf(topUp.topUpId)).toBe('paid');
});

test.describe('one payment announced many times is credited once', () => {
  test('under one event id, twenty times at once', async ({ product }) => {
    const before = await unspentOf(finance, projectId);
    const { payment, topUp } = await paidInSilence(product, 13);
    const [body, eventId] = [eventBody('payment.captured', payment), `evt_${randomId()}`];
    const answers = await Promise.all(Array.from({ length: 20 }, () => deliver(product, body, { eventId })));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(answers.filter(({ said }) => said === 'stored')).toHaveLength(1);
    expect(await unspentOf(finance, projectId)).toBe(before + 13);
    await expectOneDocument(topUp.reference);
  });

  test('under twenty event ids, as captured and as paid, all at once', async ({ product }) => {
    const before = await unspentOf(finance, projectId);
    const { payment, topUp } = await paidInSilence(product, 14);
    const bodies = ['payment.captured', 'order.paid'].map((name) => eventBody(name, payment));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => deliver(product, bodies[index % 2] ?? Buffer.of())),
    );
    expect(answers).toEqual(Array(20).fill({ status: 200, said: 'stored' }));
    expect(await unspentOf(finance, projectId)).toBe(before + 14);
    expect(await quarantined(topUp.orderId)).toEqual([]);
    await expectOneDocument(topUp.reference);
  });

  test('again long after it was settled', async ({ product }) => {
    const { payment, topUp } = await paidInSilence(product, 15);
    const body = eventBody('payment.captured', payment);
    await deliver(product, body);
    const before = await countRows(db);
    const available = await unspentOf(finance, projectId);
    expect(await deliver(product, body)).toEqual({ status: 200, said: 'stored' });
    expect(await countRows(db)).toEqual({
      ...before,
      webhook_event: before.webhook_event + 1,
      job: expect.any(Number),
    });
    expect(await unspentOf(finance, projectId)).toBe(available);
    expect(await stateOf(topUp.topUpId)).toBe('paid');
  });
});

async function expectOneDocument(reference: string): Promise<void> {
  const rows = await db.run<{ documents: number; payments: number; lots: number }>({
    name: 'effects-of-a-bill',
    text: `select (select count(*)::int from app.document d where d.top_up_id = t.id) as documents,
        (select count(*)::int from app.payment p where p.top_up_id = t.id) as payments,
        (select count(*)::int from app.lot l where l.top_up_id = t.id) as lots
      from app.top_up t where t.reference = $1`,
    values: [reference],
  });
  expect(rows).toEqual([{ documents: 1, payments: 1, lots: 1 }]);
}

test.describe('money that fits no bill is kept for staff and credits nothing', () => {
  const unchanged = async (work: () => Promise<void>): Promise<void> => {
    const before = await finance.query('credits.overview', { projectId });
    await work();
    const { asOf: _then, ...expected } = before;
    expect(await finance.query('credits.overview', { projectId })).toMatchObject(expected);
  };

  test('an order that nobody knows', async ({ product }) => {
    const orderId = `order_${randomId()}`;
    await unchanged(async () => {
      const body = eventBody('payment.captured', inventedPayment({ order_id: orderId, amount: 500 }));
      expect(await deliver(product, body)).toEqual({ status: 200, said: 'stored' });
    });
    expect(await quarantined(orderId)).toEqual(['unknown_order']);
  });

  for (const [what, change, reason] of [
    ['another currency', { currency: 'USD' }, 'currency_mismatch'],
    ['one paisa less', { amount: -1 }, 'amount_mismatch'],
    ['one paisa more', { amount: 1 }, 'amount_mismatch'],
    ['a hundredth of it', { amount: -1_584 }, 'amount_mismatch'],
  ] as const) {
    test(what, async ({ product }) => {
      const topUp = await askForTopUp(finance, projectId, 16);
      await unchanged(async () => {
        const amount = topUp.amountPaise + ('amount' in change ? change.amount : 0);
        const payment = inventedPayment({ order_id: topUp.orderId, ...change, amount });
        expect(await deliver(product, eventBody('payment.captured', payment))).toMatchObject({ status: 200 });
      });
      expect(await quarantined(topUp.orderId)).toEqual([reason]);
      expect(await stateOf(topUp.topUpId)).toBe('pending');
    });
  }

  test('a body that is no event', async ({ product }) => {
    await unchanged(async () => {
      for (const text of ['', 'null', '[]', '{"event":"payment.captured"}', '\u0000', '{'])
        expect(await deliver(product, Buffer.from(text))).toMatchObject({ status: 200 });
    });
  });

  test('a second payment of a paid bill', async ({ product }) => {
    const { topUp, payment } = await paidInSilence(product, 17);
    await deliver(product, eventBody('payment.captured', payment));
    await unchanged(async () => {
      const second = inventedPayment({ order_id: topUp.orderId, amount: topUp.amountPaise });
      await deliver(product, eventBody('payment.captured', second));
    });
    expect(await quarantined(topUp.orderId)).toEqual(['already_settled']);
  });
});

test('the success callback says "confirming" and changes no balance; only the webhook does', async ({
  product,
}) => {
  const before = await unspentOf(finance, projectId);
  const { topUp, payment } = await paidInSilence(product, 18);
  const { topUpId, orderId } = topUp;
  const signature = createHmac('sha256', product.keySecret).update(`${orderId}|${payment.id}`).digest('hex');
  const callback = { projectId, topUpId, paymentId: payment.id, signature };
  expect(await finance.mutate('billing.confirmTopUp', callback)).toMatchObject({
    state: 'pending',
    confirmingSince: expect.any(String),
    documentNumber: null,
  });
  const forged = { ...callback, signature: '0'.repeat(64) };
  expect((await finance.refused('mutation', 'billing.confirmTopUp', forged)).status).toBeGreaterThanOrEqual(
    400,
  );
  expect(await unspentOf(finance, projectId)).toBe(before);
  expect(await deliveriesOf(product, orderId)).toEqual([]);

  await deliver(product, eventBody('payment.captured', payment));
  expect(await unspentOf(finance, projectId)).toBe(before + 18);
});

/** What the sandbox's payments end in: all of them at once, each on an order of its own. */
test.describe('a payment in the sandbox', () => {
  const SCENARIOS: Readonly<Record<Exclude<Scenario, 'dropped'>, { units: number; deliveries: string[] }>> = {
    success: {
      units: 21,
      deliveries: ['order.paid 200', 'payment.authorized 200', 'payment.captured 200'],
    },
    failure: { units: 0, deliveries: ['payment.failed 200'] },
    duplicate: {
      units: 23,
      deliveries: ['order.paid 200', 'payment.authorized 200', 'payment.captured 200'].flatMap((one) =>
        Array(3).fill(one),
      ),
    },
    reversed: {
      units: 24,
      deliveries: ['order.paid 200', 'payment.authorized 200', 'payment.captured 200'],
    },
    bad_signature: {
      units: 0,
      deliveries: ['order.paid 401', 'payment.authorized 401', 'payment.captured 401'],
    },
    tampered_amount: {
      units: 0,
      deliveries: ['order.paid 200', 'payment.authorized 200', 'payment.captured 200'],
    },
    failed_then_captured: {
      units: 27,
      deliveries: ['order.paid 200', 'payment.captured 200', 'payment.failed 200'],
    },
    late: {
      units: 28,
      deliveries: ['order.paid 200', 'payment.authorized 200', 'payment.captured 200', 'payment.failed 200'],
    },
    second_payment: {
      units: 29,
      deliveries: [
        'order.paid 200',
        'payment.authorized 200',
        'payment.authorized 200',
        'payment.captured 200',
        'refund.created 200',
        'refund.processed 200',
      ],
    },
  };
  const results = new Map<string, { topUpId: string; orderId: string; deliveries: Delivery[] }>();
  let before: number;
  let after: number;

  test.beforeAll(async ({ product }) => {
    before = await unspentOf(finance, projectId);
    await Promise.all(
      Object.entries(SCENARIOS).map(async ([name, { units, deliveries }]) => {
        const { topUpId, orderId } = await askForTopUp(finance, projectId, units || 30);
        await pay(product, orderId, isScenario(name) ? name : 'success');
        await expect
          .poll(async () => (await deliveriesOf(product, orderId)).map(told).sort(), { timeout: 20_000 })
          .toEqual(deliveries);
        results.set(name, { topUpId, orderId, deliveries: await deliveriesOf(product, orderId) });
      }),
    );
    after = await unspentOf(finance, projectId);
  });

  const isScenario = (name: string): name is Scenario => name in SCENARIOS;

  for (const [name, { units }] of Object.entries(SCENARIOS)) {
    test(`of ${name} is ${units > 0 ? 'credited once' : 'not credited'}, and each delivery answered in time`, async () => {
      const { topUpId, orderId, deliveries } = results.get(name) ?? {
        topUpId: '',
        orderId: '',
        deliveries: [],
      };
      const topUp = await finance.query('billing.topUp', { projectId, topUpId });
      expect(topUp).toMatchObject({
        state: units > 0 ? 'paid' : 'pending',
        documentNumber: units > 0 ? expect.any(String) : null,
      });
      if (units > 0) await expectOneDocument(topUp.reference);
      expect(await quarantined(orderId)).toEqual(name === 'tampered_amount' ? ['amount_mismatch'] : []);
      for (const { tookMs } of deliveries) expect(tookMs).toBeLessThan(5_000);
    });
  }

  test('adds up with the others to exactly what was paid for', () => {
    const units = Object.values(SCENARIOS).reduce((sum, scenario) => sum + scenario.units, 0);
    expect(after - before).toBe(units);
  });

  test('of tampered amount is quarantined once, also when the event is replayed', async ({ product }) => {
    const { orderId, deliveries } = results.get('tampered_amount') ?? { orderId: '', deliveries: [] };
    const captured = deliveries.find(({ event }) => event === 'payment.captured');
    const answer = await fetch(`${product.sandboxUrl}/sandbox/deliveries/${captured?.id}/replay`, {
      method: 'POST',
    });
    expect(await answer.json()).toMatchObject({ status: 200 });
    expect(await quarantined(orderId)).toEqual(['amount_mismatch']);
  });
});

test('each document has a number of its own, and every invariant holds', async ({ product }) => {
  const { items } = await finance.query('invoices.list', { projectId, limit: 200 });
  const serials = items
    .flatMap(({ number }) => (number ? [Number(number.match(/(\d+)$/)?.[1])] : []))
    .sort((one, other) => one - other);
  expect(serials.length).toBeGreaterThan(10);
  expect(new Set(serials).size).toBe(serials.length);
  await expectEverythingHolds(product.dataDir);
});
