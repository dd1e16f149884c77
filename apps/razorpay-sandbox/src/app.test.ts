import { orderSchema, paymentSchema } from '@lead-credits/razorpay/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox } from './app.ts';
import {
  idOf,
  KEY_ID,
  KEY_SECRET,
  startSandbox,
  type TestSandbox,
  temporaryFolder,
  WEBHOOK_SECRET,
} from './testing.ts';

const folder = temporaryFolder();
let sandbox: TestSandbox;
beforeAll(() => {
  sandbox = startSandbox({ dataDir: folder.path });
});
afterAll(async () => {
  await sandbox.close();
  folder.remove();
});

const errorOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;

describe('who may call', () => {
  it.each([
    ['no credentials', undefined],
    ['another secret', `Basic ${btoa(`${KEY_ID}:wrong`)}`],
    ['another key', `Basic ${btoa(`rzp_test_other:${KEY_SECRET}`)}`],
    ['something that is not Basic', 'Bearer x'],
  ])('answers 401 in Razorpay’s words to %s', async (_, authorization) => {
    const response = await sandbox.raw('/v1/orders', { headers: authorization ? { authorization } : {} });
    expect(response.status).toBe(401);
    expect(errorOf(await response.json())).toMatchObject({
      code: 'BAD_REQUEST_ERROR',
      description: 'Authentication failed',
    });
  });

  it('refuses live keys and empty secrets before it opens anything', () => {
    const options = {
      keyId: KEY_ID,
      keySecret: KEY_SECRET,
      webhookSecret: WEBHOOK_SECRET,
      webhookUrl: 'http://x',
    };
    const at = { ...options, dataDir: '/nowhere/at/all' };
    expect(() => createSandbox({ ...at, keyId: 'rzp_live_x' })).toThrow('live');
    expect(() => createSandbox({ ...at, webhookSecret: '' })).toThrow('webhookSecret');
  });
});

describe('POST /v1/orders', () => {
  it('makes an order in Razorpay’s wire format and answers 200', async () => {
    const { status, body } = await sandbox.call('POST', '/v1/orders', {
      amount: 500,
      currency: 'INR',
      receipt: 'CP-9',
    });
    expect(status).toBe(200);
    expect(orderSchema.parse(body)).toMatchObject({
      amount: 500,
      amount_paid: 0,
      amount_due: 500,
      status: 'created',
      attempts: 0,
      receipt: 'CP-9',
      notes: [],
    });
  });

  it.each([
    ['no amount', { amount: undefined }, 'amount: is required.'],
    ['a fraction', { amount: 100.5 }, 'The amount must be an integer.'],
    ['an amount as text', { amount: '500' }, 'The amount must be an integer.'],
    ['less than one rupee', { amount: 99 }, 'Order amount less than minimum amount allowed'],
    ['nothing', { amount: 0 }, 'Order amount less than minimum amount allowed'],
    ['a negative amount', { amount: -500 }, 'Order amount less than minimum amount allowed'],
    ['too much', { amount: 1e14 }, 'Amount exceeds maximum amount allowed.'],
    ['no currency', { currency: undefined }, 'currency: is required.'],
    ['another currency', { currency: 'USD' }, 'Currency is not supported'],
    ['a long receipt', { receipt: 'x'.repeat(41) }, 'The receipt may not be greater than 40 characters.'],
    ['an unknown field', { coupon: 'x' }, 'coupon is/are not required and should not be sent'],
    [
      '16 notes',
      { notes: Object.fromEntries([...'abcdefghijklmnop'].map((k) => [k, '1'])) },
      'Number of fields in notes',
    ],
    ['a long note', { notes: { a: 'x'.repeat(257) } }, 'The notes values may not be greater'],
    ['notes as text', { notes: 'x' }, 'The notes must be an array.'],
  ])('refuses %s with all seven keys', async (_, change, description) => {
    const order = { amount: 500, currency: 'INR', receipt: 'CP-1', ...change };
    const { status, body } = await sandbox.call('POST', '/v1/orders', order);
    expect(status).toBe(400);
    const error = errorOf(body);
    expect(error).toMatchObject({
      code: 'BAD_REQUEST_ERROR',
      description: expect.stringContaining(description),
    });
    const keys = ['code', 'description', 'field', 'metadata', 'reason', 'source', 'step'];
    expect(Object.keys(Object(error)).sort()).toEqual(keys);
  });

  it('refuses what is not a JSON object', async () => {
    expect((await sandbox.call('POST', '/v1/orders', [1])).status).toBe(400);
    expect((await sandbox.call('POST', '/v1/orders', 'x')).status).toBe(400);
  });

  it('takes a receipt again, and gives the same order back where unique_receipt asks for it', async () => {
    const order = { amount: 500, currency: 'INR', receipt: 'CP-unique' };
    const first = idOf((await sandbox.call('POST', '/v1/orders', order)).body);
    expect(idOf((await sandbox.call('POST', '/v1/orders', { ...order, unique_receipt: true })).body)).toBe(
      first,
    );
    expect(idOf((await sandbox.call('POST', '/v1/orders', order)).body)).not.toBe(first);
  });
});

describe('reading and editing orders', () => {
  it('finds by receipt, pages newest first, and expands payments in both spellings', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) ids.unshift(await sandbox.createOrder({ receipt: 'CP-list' }));
    await sandbox.call('POST', `/sandbox/orders/${ids[0]}/pay`, { scenario: 'dropped' });
    const listed = async (query: string): Promise<unknown> =>
      (await sandbox.call('GET', `/v1/orders?receipt=CP-list&${query}`)).body;
    expect(await listed('')).toMatchObject({
      entity: 'collection',
      count: 3,
      items: ids.map((id) => ({ id })),
    });
    expect(await listed('count=1&skip=1')).toMatchObject({ count: 1, items: [{ id: ids[1] }] });
    for (const spelling of ['expand[]=payments', 'expand[expand]=payments']) {
      const payments = { entity: 'collection', count: 1, items: [{ order_id: ids[0], status: 'captured' }] };
      expect(await listed(`count=1&${spelling}`)).toMatchObject({ items: [{ payments }] });
    }
    expect(await listed('from=99999999999')).toMatchObject({ count: 0, items: [] });
    expect(await listed('to=1')).toMatchObject({ count: 0 });
  });

  it('refuses pages that are none', async () => {
    for (const query of ['count=101', 'count=0', 'count=x', 'skip=-1', 'page=2']) {
      expect((await sandbox.call('GET', `/v1/orders?${query}`)).status).toBe(400);
    }
  });

  it('edits the notes and nothing else', async () => {
    const id = await sandbox.createOrder();
    const edited = await sandbox.call('PATCH', `/v1/orders/${id}`, { notes: { city: 'Pune' } });
    expect(edited.body).toMatchObject({ id, notes: { city: 'Pune' } });
    expect((await sandbox.call('GET', `/v1/orders/${id}`)).body).toMatchObject({ notes: { city: 'Pune' } });
    expect((await sandbox.call('PATCH', `/v1/orders/${id}`, { amount: 100 })).status).toBe(400);
    expect((await sandbox.call('PATCH', `/v1/orders/${id}`, {})).status).toBe(400);
  });

  it('answers 400 to ids it does not know', async () => {
    for (const at of [
      '/v1/orders/order_00000000000000',
      '/v1/orders/x',
      '/v1/orders/x/payments',
      '/v1/payments/pay_x',
    ]) {
      const { status, body } = await sandbox.call('GET', at);
      expect(status).toBe(400);
      expect(errorOf(body)).toMatchObject({ description: 'The id provided does not exist' });
    }
    expect((await sandbox.call('GET', '/v1/settlements')).status).toBe(400);
  });
});

describe('payments', () => {
  it('captures at once by default and charges 2 % plus 18 % GST on it', async () => {
    const id = await sandbox.createOrder({ amount: 123_457 });
    const paid = await sandbox.call('POST', `/sandbox/orders/${id}/pay`, { scenario: 'success' });
    // 2 % of 123,457 = 2,469.14 → 2,469; 18 % of it = 444.42 → 444.
    expect(paymentSchema.parse(paid.body)).toMatchObject({
      status: 'captured',
      fee: 2_913,
      tax: 444,
      captured: true,
    });
    const order = (await sandbox.call('GET', `/v1/orders/${id}`)).body;
    expect(order).toMatchObject({ status: 'paid', amount_paid: 123_457, amount_due: 0, attempts: 1 });
  });

  it.each([
    ['upi', { vpa: 'success@razorpay', acquirer_data: { rrn: expect.stringMatching(/^\d{12}$/) } }],
    ['card', { card: { last4: '1007', network: 'Visa' }, acquirer_data: { auth_code: expect.any(String) } }],
    ['netbanking', { bank: 'HDFC', acquirer_data: { bank_transaction_id: expect.any(String) } }],
    ['wallet', { wallet: 'payzapp', acquirer_data: { transaction_id: expect.any(String) } }],
  ])('pays by %s with that method’s fields', async (method, fields) => {
    const id = await sandbox.createOrder();
    const { body } = await sandbox.call('POST', `/sandbox/orders/${id}/pay`, { method });
    expect(paymentSchema.parse(body)).toMatchObject({ method, order_id: id, ...fields });
    expect((await sandbox.call('GET', `/v1/payments/${idOf(body)}`)).body).toEqual(body);
  });

  it('waits for the merchant where the order says so, and refuses a second payment meanwhile', async () => {
    const id = await sandbox.createOrder({ payment: { capture: 'manual' } });
    const { body } = await sandbox.call('POST', `/sandbox/orders/${id}/pay`, {});
    expect(body).toMatchObject({ status: 'authorized', captured: false, fee: null });
    const capture = `/v1/payments/${idOf(body)}/capture`;
    expect((await sandbox.call('POST', `/sandbox/orders/${id}/pay`, {})).status).toBe(400);
    expect((await sandbox.call('POST', capture, { amount: 499, currency: 'INR' })).status).toBe(400);
    expect((await sandbox.call('POST', capture, { amount: 500 })).status).toBe(400);
    const captured = await sandbox.call('POST', capture, { amount: 500, currency: 'INR' });
    expect(captured.body).toMatchObject({ status: 'captured', captured: true, fee: 12, tax: 2 });
    const again = await sandbox.call('POST', capture, { amount: 500, currency: 'INR' });
    expect(errorOf(again.body)).toMatchObject({ description: 'This payment has already been captured' });
  });

  it('refuses to pay a paid order, an unknown one, an unknown scenario and a card number', async () => {
    const id = await sandbox.createOrder();
    const pay = (body: object, order = id): ReturnType<TestSandbox['call']> =>
      sandbox.call('POST', `/sandbox/orders/${order}/pay`, body);
    expect((await pay({ scenario: 'nonsense' })).status).toBe(400);
    expect((await pay({ method: 'cheque' })).status).toBe(400);
    expect((await pay({ method: 'card', number: '4100280000001007' })).status).toBe(400);
    expect((await pay({}, 'order_00000000000000')).status).toBe(400);
    await pay({});
    const refused = await pay({});
    expect(refused.status).toBe(400);
    expect(errorOf(refused.body)).toMatchObject({ description: expect.stringContaining('already paid') });
    const { body } = await sandbox.call('GET', `/v1/orders/${id}`);
    expect(body).toMatchObject({ attempts: 1 });
  });

  it('keeps an order open after a failure and lists every attempt', async () => {
    const id = await sandbox.createOrder();
    const failed = await sandbox.call('POST', `/sandbox/orders/${id}/pay`, {
      scenario: 'failure',
      method: 'card',
      reason: 'insufficient_fund',
    });
    expect(failed.body).toMatchObject({
      status: 'failed',
      captured: false,
      error_reason: 'insufficient_fund',
    });
    expect((await sandbox.call('GET', `/v1/orders/${id}`)).body).toMatchObject({
      status: 'attempted',
      amount_paid: 0,
    });
    await sandbox.call('POST', `/sandbox/orders/${id}/pay`, {});
    const { body } = await sandbox.call('GET', `/v1/orders/${id}/payments`);
    expect(body).toMatchObject({ count: 2, items: [{ status: 'captured' }, { status: 'failed' }] });
  });
});

describe('pages of other sites', () => {
  it('may not change anything', async () => {
    const id = await sandbox.createOrder();
    const post = (origin: string): Response | Promise<Response> =>
      sandbox.raw(`/sandbox/orders/${id}/pay`, { method: 'POST', headers: { origin }, body: '{}' });
    expect((await post('https://evil.example')).status).toBe(403);
    expect((await post('null')).status).toBe(403);
    expect((await post('http://127.0.0.1.evil.example')).status).toBe(403);
    expect((await post('http://127.0.0.1:3001')).status).toBe(200);
  });
});

describe('the start page', () => {
  it('shows orders, and what a shop sent only as text', async () => {
    await sandbox.createOrder({ receipt: '<script>alert(1)</script>' });
    const response = await sandbox.raw('/');
    const text = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toContain('<script');
  });
});
