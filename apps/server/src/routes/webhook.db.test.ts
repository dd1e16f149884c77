import { createHash } from 'node:crypto';
import { signWebhook } from '@lead-credits/razorpay';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../limits.ts';
import { createTestApp, PREVIOUS_SECRET, type TestApp, WEBHOOK_SECRET } from '../testing/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());
beforeEach(() => test.jobs.splice(0));

/** An event about an order that is not ours: stored and quarantined, it moves no credits. */
const event = (paymentId = `pay_${v7().replaceAll('-', '').slice(-14)}`): string =>
  JSON.stringify({
    entity: 'event',
    account_id: 'acc_00000000000000',
    event: 'payment.captured',
    contains: ['payment'],
    payload: {
      payment: {
        entity: {
          id: paymentId,
          entity: 'payment',
          amount: 500,
          currency: 'INR',
          status: 'captured',
          order_id: 'order_00000000000000',
          method: 'upi',
          captured: true,
          amount_refunded: 0,
          created_at: 1_795_000_000,
        },
      },
    },
    created_at: 1_795_000_000,
  });

type Stored = { event_id: string; event: string; outcome: string | null };
const stored = (): Promise<Stored[]> =>
  test.db.run<Stored>({
    name: 'test-events',
    text: 'select event_id, event, outcome from app.webhook_event order by received_at, event_id',
    values: [],
  });

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sign = (text: string, secret = WEBHOOK_SECRET): string => signWebhook(bytes(text), secret);

function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>): Promise<Response> {
  return test.request('/webhooks/razorpay', { method: 'POST', body, headers });
}

describe('200', () => {
  it('stores the event, enqueues its job and applies it at once', async () => {
    const eventId = v7();
    const answer = await test.webhook(event(), { 'x-razorpay-event-id': eventId });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'stored' });
    expect(test.jobs).toEqual([{ name: 'apply-webhook', eventId }]);
    expect((await stored()).find(({ event_id }) => event_id === eventId)).toMatchObject({
      event: 'payment.captured',
      outcome: 'quarantined',
    });
  });

  it('for the previous secret too: events are retried under the one they were signed with', async () => {
    const body = event();
    expect((await post(body, { 'x-razorpay-signature': sign(body, PREVIOUS_SECRET) })).status).toBe(200);
  });

  it('for the same event twenty times at once: one is stored, the others are known', async () => {
    const body = event();
    const headers = { 'x-razorpay-event-id': v7() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => test.webhook(body, headers)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const said = await Promise.all(answers.map((answer) => answer.json()));
    expect(said.filter(({ status }) => status === 'stored')).toHaveLength(1);
    expect(test.jobs).toHaveLength(1);
  });

  it('takes the hash of the body where the event id is missing or insane', async () => {
    const cases: Record<string, string>[] = [{}, { 'x-razorpay-event-id': 'x'.repeat(500) }];
    for (const headers of cases) {
      const body = event();
      await test.webhook(body, headers);
      const hash = createHash('sha256').update(body).digest('hex');
      expect((await stored()).map(({ event_id }) => event_id)).toContain(`sha256:${hash}`);
    }
  });

  it('for signed bytes that are no event: kept for staff', async () => {
    const eventId = v7();
    expect((await test.webhook('not json', { 'x-razorpay-event-id': eventId })).status).toBe(200);
    expect((await stored()).find(({ event_id }) => event_id === eventId)).toMatchObject({
      outcome: 'quarantined',
    });
  });

  it('within the time Razorpay gives, also when applying has to wait; it is applied all the same', async () => {
    const eventId = v7();
    const release = Promise.withResolvers<void>();
    const locked = Promise.withResolvers<void>();
    const blocker = test.db.begin(async (tx) => {
      await tx.run({ name: 'test-owner', text: 'set local role none', values: [] });
      await tx.run({
        name: 'test-lock',
        text: 'lock table app.quarantine in access exclusive mode',
        values: [],
      });
      locked.resolve();
      await release.promise;
    });
    await locked.promise;
    const startedAt = performance.now();
    const answer = await test.webhook(event(), { 'x-razorpay-event-id': eventId });
    expect(answer.status).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    expect((await stored()).find(({ event_id }) => event_id === eventId)?.outcome).toBeNull();
    release.resolve();
    await blocker;
    await expect
      .poll(async () => (await stored()).find(({ event_id }) => event_id === eventId)?.outcome)
      .toBe('quarantined');
  });

  it('needs no session, no origin and no content type', async () => {
    const answer = await test.webhook(event(), {
      origin: 'https://api.razorpay.com',
      'content-type': 'text/plain',
    });
    expect(answer.status).toBe(200);
  });
});

describe('401', () => {
  const body = event();
  const good = sign(body);
  const other = '0'.repeat(64);
  it.each([
    ['a missing signature', body, {}],
    ['an empty one', body, { 'x-razorpay-signature': '' }],
    ['a wrong one', body, { 'x-razorpay-signature': other }],
    ['a truncated one', body, { 'x-razorpay-signature': good.slice(0, -1) }],
    ['a longer one', body, { 'x-razorpay-signature': `${good}00` }],
    ['an upper-case one', body, { 'x-razorpay-signature': good.toUpperCase() }],
    ['two in one header', body, { 'x-razorpay-signature': `${good}, ${good}` }],
    ['one by the key secret', body, { 'x-razorpay-signature': sign(body, 'key-secret') }],
    ['one changed byte', body.replace('500', '501'), { 'x-razorpay-signature': good }],
    [
      'the same JSON written anew',
      JSON.stringify(JSON.parse(body), null, 1),
      { 'x-razorpay-signature': good },
    ],
    ['a byte order mark in front', `\ufeff${body}`, { 'x-razorpay-signature': good }],
    ['an empty body', '', { 'x-razorpay-signature': good }],
  ])('for %s, without a trace in the database', async (_name, sent, headers: Record<string, string>) => {
    const before = await stored();
    const answer = await post(sent, { 'x-razorpay-event-id': v7(), ...headers });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: 'WEBHOOK_SIGNATURE_INVALID' } });
    expect(await stored()).toEqual(before);
    expect(test.jobs).toEqual([]);
  });
});

describe('404', () => {
  it('for anything but POST', async () => {
    expect((await test.request('/webhooks/razorpay')).status).toBe(404);
  });
});

describe('413', () => {
  it('for more than a webhook can be, also when it is signed', async () => {
    const answer = await test.webhook('x'.repeat(limits.webhookBytes + 1));
    expect(answer.status).toBe(413);
    expect((await test.webhook('x'.repeat(limits.webhookBytes))).status).toBe(200);
  });
});

describe('429', () => {
  it('for a flood of forgeries; the genuine event still comes through', async () => {
    const flooded = await createTestApp();
    const forged = (): Promise<Response> =>
      flooded.request('/webhooks/razorpay', {
        method: 'POST',
        body: 'x',
        headers: { 'x-razorpay-signature': '0' },
      });
    for (let count = 0; count < limits.forgeriesPerAddress; count += 1) await forged();
    expect((await forged()).status).toBe(429);
    expect((await flooded.webhook(event())).status).toBe(200);
    await flooded.close();
  });
});

describe('500', () => {
  it('only when it could not be stored: Razorpay will send it again', async () => {
    const jobs = { enqueue: () => Promise.reject(new Error('no queue')) };
    const broken = await createTestApp({ jobs });
    const eventId = v7();
    const answer = await broken.webhook(event(), { 'x-razorpay-event-id': eventId });
    expect(answer.status).toBe(500);
    const rows = await broken.db.run({
      name: 'test-none',
      text: 'select event_id from app.webhook_event',
      values: [],
    });
    expect(rows).toEqual([]);
    await broken.close();
  });
});
