import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phpJson } from './events.ts';
import {
  closeServer,
  idOf,
  listen,
  pause,
  type Received,
  type Receiver,
  startReceiver,
  startSandbox,
  type TestSandbox,
  temporaryFolder,
  until,
} from './testing.ts';

const QUIET_MS = 250;

let folder: ReturnType<typeof temporaryFolder>;
let receiver: Receiver;
let sandbox: TestSandbox;
beforeEach(async () => {
  folder = temporaryFolder();
  receiver = await startReceiver();
  sandbox = startSandbox({ dataDir: folder.path, webhookUrl: receiver.url });
});
afterEach(async () => {
  await sandbox.close();
  await receiver.close();
  folder.remove();
});

const pay = async (id: string, scenario: string): Promise<unknown> =>
  (await sandbox.call('POST', `/sandbox/orders/${id}/pay`, { scenario })).body;
const names = (received: readonly Received[] = receiver.received): string[] =>
  received.map(({ event }) => event.event);
const arrived = (count: number): Promise<void> => until(() => receiver.received.length >= count);
const deliveries = async (id: string): Promise<Record<string, unknown>[]> => {
  const { body } = await sandbox.call('GET', `/sandbox/deliveries?orderId=${id}`);
  return typeof body === 'object' && body !== null && 'items' in body && Array.isArray(body.items)
    ? body.items
    : [];
};
const PAID = ['payment.authorized', 'payment.captured', 'order.paid'];

describe('scenarios', () => {
  it('success: announces authorized, captured and order.paid, each signed, as they were then', async () => {
    const id = await sandbox.createOrder();
    const payment = idOf(await pay(id, 'success'));
    await arrived(3);
    expect(names()).toEqual(PAID);
    expect(receiver.received.every(({ isVerified }) => isVerified)).toBe(true);
    expect(new Set(receiver.received.map(({ eventId }) => eventId)).size).toBe(3);
    const [authorized, captured, orderPaid] = receiver.received.map(({ event }) => event);
    expect(authorized?.payload.payment?.entity).toMatchObject({
      id: payment,
      status: 'authorized',
      captured: false,
    });
    expect(captured?.payload.payment?.entity).toMatchObject({
      id: payment,
      status: 'captured',
      amount: 500,
      fee: 12,
    });
    expect(captured?.contains).toEqual(['payment']);
    expect(orderPaid?.contains).toEqual(['payment', 'order']);
    expect(orderPaid?.payload.order?.entity).toMatchObject({ id, status: 'paid', amount_paid: 500 });
  });

  it('failure: announces the failure, in the bank’s words', async () => {
    const id = await sandbox.createOrder();
    expect(await pay(id, 'failure')).toMatchObject({ status: 'failed' });
    await arrived(1);
    await pause(QUIET_MS);
    expect(names()).toEqual(['payment.failed']);
    expect(receiver.received[0]?.event.payload.payment?.entity.error_reason).toBe('payment_declined');
  });

  it('duplicate: delivers each event three times with one id and the same bytes', async () => {
    await pay(await sandbox.createOrder(), 'duplicate');
    await arrived(9);
    await pause(QUIET_MS);
    expect(receiver.received).toHaveLength(9);
    for (const name of PAID) {
      const copies = receiver.received.filter(({ event }) => event.event === name);
      expect(copies).toHaveLength(3);
      expect(new Set(copies.map(({ eventId }) => eventId)).size).toBe(1);
      expect(new Set(copies.map(({ body }) => body.toString('hex'))).size).toBe(1);
    }
  });

  it('reversed: announces order.paid first', async () => {
    await pay(await sandbox.createOrder(), 'reversed');
    await arrived(3);
    expect(names()).toEqual(PAID.toReversed());
  });

  it('dropped: is paid without a word', async () => {
    const id = await sandbox.createOrder();
    expect(await pay(id, 'dropped')).toMatchObject({ status: 'captured' });
    await pause(QUIET_MS);
    expect(receiver.received).toEqual([]);
    expect((await sandbox.call('GET', `/v1/orders/${id}`)).body).toMatchObject({ status: 'paid' });
  });

  it('bad_signature: sends what does not verify, once', async () => {
    const id = await sandbox.createOrder();
    receiver.answers.push(401, 401, 401);
    await pay(id, 'bad_signature');
    await arrived(3);
    await pause(QUIET_MS);
    expect(receiver.received).toHaveLength(3);
    expect(receiver.received.some(({ isVerified }) => isVerified)).toBe(false);
    expect((await deliveries(id)).map(({ status }) => status)).toEqual([401, 401, 401]);
  });

  it('tampered_amount: pays half of the order, signed properly, also in the API', async () => {
    const id = await sandbox.createOrder();
    const payment = idOf(await pay(id, 'tampered_amount'));
    await arrived(3);
    expect(receiver.received.every(({ isVerified }) => isVerified)).toBe(true);
    expect(receiver.received[1]?.event.payload.payment?.entity).toMatchObject({
      amount: 250,
      status: 'captured',
    });
    expect((await sandbox.call('GET', `/v1/payments/${payment}`)).body).toMatchObject({ amount: 250 });
  });

  it('failed_then_captured: the same payment fails and is captured', async () => {
    const id = await sandbox.createOrder();
    const payment = idOf(await pay(id, 'failed_then_captured'));
    await arrived(3);
    expect(names()).toEqual(['payment.failed', 'payment.captured', 'order.paid']);
    expect(receiver.received.every(({ event }) => event.payload.payment?.entity.id === payment)).toBe(true);
    expect((await sandbox.call('GET', `/v1/payments/${payment}`)).body).toMatchObject({
      status: 'captured',
      error_code: null,
    });
  });

  it('late: the bank is silent, the payment times out, and is authorised after all', async () => {
    const id = await sandbox.createOrder();
    expect(await pay(id, 'late')).toMatchObject({ status: 'created', captured: false });
    expect(receiver.received).toEqual([]);
    await arrived(4);
    expect(names()).toEqual(['payment.failed', ...PAID]);
    expect(receiver.received[2]?.event.payload.payment?.entity).toMatchObject({ late_authorized: true });
  });

  it('late on an order paid meanwhile: Razorpay gives it back without capturing it', async () => {
    const id = await sandbox.createOrder();
    const late = idOf(await pay(id, 'late'));
    await pay(id, 'success');
    await until(() => names().includes('refund.processed'));
    expect((await sandbox.call('GET', `/v1/payments/${late}`)).body).toMatchObject({
      status: 'refunded',
      captured: false,
      amount_refunded: 500,
    });
    const { body } = await sandbox.call('GET', `/v1/orders/${id}`);
    expect(body).toMatchObject({ status: 'paid', amount_paid: 500 });
  });

  it('second_payment: the second one is given back, the order stays paid once', async () => {
    const id = await sandbox.createOrder();
    const second = await pay(id, 'second_payment');
    expect(second).toMatchObject({ status: 'refunded', captured: false, amount_refunded: 500 });
    await arrived(6);
    expect(names().sort()).toEqual(
      [...PAID, 'payment.authorized', 'refund.created', 'refund.processed'].sort(),
    );
    const refund = receiver.received.find(({ event }) => event.event === 'refund.processed')?.event.payload;
    expect(refund?.payment?.entity).toMatchObject({ id: idOf(second), captured: false });
    expect(refund?.refund?.entity).toMatchObject({
      amount: 500,
      status: 'processed',
      payment_id: idOf(second),
    });
    expect(await pay(id, 'second_payment')).toMatchObject({ status: 'refunded' });
    const { body } = await sandbox.call('GET', `/v1/orders/${id}`);
    expect(body).toMatchObject({ status: 'paid', amount_paid: 500, attempts: 3 });
  });
});

describe('deliveries', () => {
  it('tries again after a 500 and after silence, with the same id and bytes, until a 2xx', async () => {
    await sandbox.close();
    sandbox = startSandbox({ dataDir: folder.path, webhookUrl: receiver.url, webhookTimeoutMs: 100 });
    receiver.answers.push(500, 'hang', 302);
    const id = await sandbox.createOrder();
    await pay(id, 'failure');
    await arrived(4);
    await until(async () => (await deliveries(id)).length === 4);
    expect(new Set(receiver.received.map(({ eventId }) => eventId)).size).toBe(1);
    expect(new Set(receiver.received.map(({ body }) => body.toString('hex'))).size).toBe(1);
    expect(receiver.received.every(({ isVerified }) => isVerified)).toBe(true);
    expect((await deliveries(id)).toReversed()).toMatchObject([
      { attempt: 1, status: 500, event: 'payment.failed', orderId: id, url: receiver.url, error: null },
      { attempt: 2, status: null, error: 'timeout' },
      { attempt: 3, status: 302 },
      { attempt: 4, status: 200, bodyBytes: receiver.received[0]?.body.length },
    ]);
    await pause(QUIET_MS);
    expect(receiver.received).toHaveLength(4);
  });

  it('gives up 24 hours after the event', async () => {
    await sandbox.close();
    let offsetMs = 0;
    const clock = (): Date => new Date(Date.now() + offsetMs);
    sandbox = startSandbox({ dataDir: folder.path, webhookUrl: receiver.url, clock });
    receiver.answers.push(500, 500, 500, 500);
    await pay(await sandbox.createOrder(), 'failure');
    await arrived(1);
    offsetMs = 24 * 60 * 60 * 1_000;
    await arrived(2);
    await pause(QUIET_MS);
    expect(receiver.received).toHaveLength(2);
  });

  it('replays by hand with the same id and bytes, and tells the answer', async () => {
    const id = await sandbox.createOrder();
    await pay(id, 'failure');
    await until(async () => (await deliveries(id)).length === 1);
    receiver.answers.push(202);
    const [first] = await deliveries(id);
    const replay = await sandbox.call('POST', `/sandbox/deliveries/${String(first?.id)}/replay`);
    expect(replay).toMatchObject({ status: 200, body: { status: 202, attempt: 2, eventId: first?.eventId } });
    expect(receiver.received[1]?.body.equals(receiver.received[0]?.body ?? Buffer.alloc(0))).toBe(true);
    expect((await sandbox.call('POST', '/sandbox/deliveries/dlv_unknown/replay')).status).toBe(400);
  });

  it('writes bodies as PHP does, so that a receiver that writes them again gets another signature', async () => {
    await pay(await sandbox.createOrder({ notes: { page: 'https://a.in/₹', name: 'राम 🚀' } }), 'failure');
    await arrived(1);
    const text = receiver.received[0]?.body.toString('latin1') ?? '';
    expect(text).toContain('https:\\/\\/a.in\\/\\u20b9');
    expect(text).toMatch(/^[\x20-\x7e]+$/);
    expect(JSON.stringify(JSON.parse(text))).not.toBe(text);
    expect(JSON.parse(phpJson({ a: '₹/"\\\n\u007f🚀' }))).toEqual({ a: '₹/"\\\n\u007f🚀' });
  });

  it('delivers many events at once and loses none', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => sandbox.createOrder()));
    await Promise.all(ids.map((id) => pay(id, 'success')));
    await arrived(90);
    await pause(QUIET_MS);
    expect(receiver.received).toHaveLength(90);
    expect(new Set(receiver.received.map(({ eventId }) => eventId)).size).toBe(90);
  });
});

describe('a restart', () => {
  it('keeps orders, payments and attempts, and goes on delivering under the address of now', async () => {
    await sandbox.close();
    sandbox = startSandbox({ dataDir: folder.path });
    const id = await sandbox.createOrder();
    const payment = idOf(await pay(id, 'success'));
    await until(async () => (await deliveries(id)).length > 0);
    expect((await deliveries(id))[0]).toMatchObject({ status: null, error: expect.any(String) });
    await sandbox.close();

    sandbox = startSandbox({ dataDir: folder.path, webhookUrl: receiver.url });
    await until(() => new Set(names()).size === 3);
    expect(receiver.received.every(({ isVerified }) => isVerified)).toBe(true);
    expect((await sandbox.call('GET', `/v1/orders/${id}`)).body).toMatchObject({ status: 'paid' });
    expect((await sandbox.call('GET', `/v1/payments/${payment}`)).body).toMatchObject({ status: 'captured' });
  });

  it('keeps the stages still to come', async () => {
    const id = await sandbox.createOrder();
    await pay(id, 'late');
    await sandbox.close();
    sandbox = startSandbox({ dataDir: folder.path, webhookUrl: receiver.url });
    await arrived(4);
    expect((await sandbox.call('GET', `/v1/orders/${id}`)).body).toMatchObject({ status: 'paid' });
  });

  it('finds a receiver that comes back', async () => {
    const server = createServer((_, response) => response.end());
    const port = await listen(server);
    await closeServer(server);
    await sandbox.close();
    sandbox = startSandbox({ dataDir: folder.path, webhookUrl: `http://127.0.0.1:${port}/` });
    const id = await sandbox.createOrder();
    await pay(id, 'failure');
    await until(async () => (await deliveries(id)).some(({ error }) => error === 'ECONNREFUSED'));
    const back = createServer((_, response) => response.end());
    await listen(back, port);
    await until(async () => (await deliveries(id)).some(({ status }) => status === 200));
    await closeServer(back);
  });
});
