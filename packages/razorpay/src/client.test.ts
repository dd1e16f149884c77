import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createGateway, GatewayError, type PaymentGateway } from './index.ts';

const KEY_SECRET = 'not-so-secret-0123456789';
const ORDER_ID = 'order_Rh7wAgItmmXdp2';
const PAYMENT_ID = 'pay_Rh7yjzYMTOq4f1';

type Seen = { method: string; url: string; authorization: string; body: string };
type Handler = (request: IncomingMessage, response: ServerResponse, seen: Seen) => void;

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(handler: Handler): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = {
        method,
        url,
        authorization: headers.authorization ?? '',
        body: Buffer.concat(chunks).toString(),
      };
      seen.push(one);
      handler(request, response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}`, seen };
}

function gatewayAt(baseUrl: string, timeoutMs = 2_000): PaymentGateway {
  return createGateway({ keyId: 'rzp_test_abc', keySecret: KEY_SECRET, baseUrl, timeoutMs });
}

const json =
  (status: number, body: unknown): Handler =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

const order = (change: object = {}): object => ({
  id: ORDER_ID,
  entity: 'order',
  amount: 500,
  amount_paid: 0,
  amount_due: 500,
  currency: 'INR',
  receipt: 'CP-20260407-AZN7',
  status: 'created',
  attempts: 0,
  notes: [],
  created_at: 1775520000,
  ...change,
});

const payment = (change: object = {}): object => ({
  id: PAYMENT_ID,
  entity: 'payment',
  amount: 500,
  currency: 'INR',
  status: 'captured',
  order_id: ORDER_ID,
  method: 'upi',
  captured: true,
  notes: [],
  created_at: 1775520060,
  ...change,
});

async function failureOf(work: Promise<unknown>): Promise<GatewayError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GatewayError)) throw new Error(`not a GatewayError: ${String(error)}`);
  return error;
}

const input = { amountPaise: 500, currency: 'INR', receipt: 'CP-20260407-AZN7' } as const;

describe('a gateway that is answered', () => {
  it('sends an order to the base URL with Basic credentials and maps the answer', async () => {
    const { url, seen } = await serve(json(200, order()));
    const made = await gatewayAt(url).createOrder({ ...input, notes: { project: 'p1' } });
    expect(made).toMatchObject({ id: ORDER_ID, amountPaise: 500, amountDuePaise: 500, status: 'created' });
    expect(made.createdAt).toEqual(new Date('2026-04-07T00:00:00Z'));
    const basic = Buffer.from(`rzp_test_abc:${KEY_SECRET}`).toString('base64');
    expect(seen).toEqual([
      {
        method: 'POST',
        url: '/v1/orders',
        authorization: `Basic ${basic}`,
        body: expect.any(String),
      },
    ]);
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
      amount: 500,
      currency: 'INR',
      receipt: 'CP-20260407-AZN7',
      notes: { project: 'p1' },
    });
  });

  it('finds an order by its exact receipt and prefers the paid one', async () => {
    const items = [
      order({ id: 'order_Rh7wAgItmmXdp3', created_at: 1775520009 }),
      order({ id: 'order_Rh7wAgItmmXdp4', status: 'paid', created_at: 1775520010 }),
      order({ id: 'order_Rh7wAgItmmXdp5', receipt: 'CP-20260407-AZN70', status: 'paid' }),
    ];
    const { url, seen } = await serve(json(200, { entity: 'collection', count: 3, items }));
    expect((await gatewayAt(url).findOrderByReceipt('CP-20260407-AZN7'))?.id).toBe('order_Rh7wAgItmmXdp4');
    expect(new URL(seen[0]?.url ?? '', url).searchParams.get('receipt')).toBe('CP-20260407-AZN7');
    expect(await gatewayAt(url).findOrderByReceipt('CP-OTHER')).toBeUndefined();
  });

  it('lists the payments of an order and fetches one', async () => {
    const { url } = await serve((request, response, seen) => {
      const body = request.url?.startsWith('/v1/orders/')
        ? {
            entity: 'collection',
            count: 2,
            items: [payment({ status: 'failed', captured: false }), payment()],
          }
        : payment({ email: 'a@b.in', contact: '+919876543210' });
      json(200, body)(request, response, seen);
    });
    const gateway = gatewayAt(url);
    expect((await gateway.listOrderPayments(ORDER_ID)).map(({ status }) => status)).toEqual([
      'failed',
      'captured',
    ]);
    expect(await gateway.fetchPayment(PAYMENT_ID)).toMatchObject({
      email: 'a@b.in',
      contact: '+919876543210',
    });
  });
});

describe('a gateway that fails', () => {
  it('passes on what Razorpay refused, in its own words', async () => {
    const error = {
      code: 'BAD_REQUEST_ERROR',
      description: 'The amount must be at least INR 1.00',
      reason: 'input',
    };
    const { url } = await serve(json(400, { error: { ...error, source: 'business', metadata: {} } }));
    const failure = await failureOf(gatewayAt(url).createOrder({ ...input, amountPaise: 5 }));
    expect(failure).toMatchObject({ kind: 'refused', statusCode: 400, ...error });
  });

  it.each([
    ['refused', 401, { error: { code: 'BAD_REQUEST_ERROR', description: 'Authentication failed' } }],
    ['rate_limited', 429, { error: { code: 'BAD_REQUEST_ERROR', description: 'Too many requests' } }],
    ['rate_limited', 429, 'slow down'],
    ['unavailable', 500, { error: { code: 'SERVER_ERROR', description: 'We are facing some trouble' } }],
    ['unavailable', 400, { error: { code: 'GATEWAY_ERROR', description: 'bank down' } }],
    ['unexpected', 403, 'forbidden by a firewall'],
    ['unexpected', 302, {}],
    ['unexpected', 200, { id: ORDER_ID, entity: 'order', amount: '500' }],
    ['unexpected', 200, []],
    ['unexpected', 200, order({ id: 'order_short' })],
    ['unexpected', 200, order({ amount: 500.5 })],
  ])('is %s on HTTP %i with %j', async (kind, status, body) => {
    const { url } = await serve(json(status, body));
    expect((await failureOf(gatewayAt(url).fetchOrder(ORDER_ID))).kind).toBe(kind);
  });

  it('is unavailable on an HTML 502 and unexpected on an HTML 200', async () => {
    for (const [status, kind] of [
      [502, 'unavailable'],
      [200, 'unexpected'],
    ] as const) {
      const { url } = await serve((_, response) => {
        response
          .writeHead(status, { 'content-type': 'text/html' })
          .end('<html><h1>502 Bad Gateway</h1></html>');
      });
      const failure = await failureOf(gatewayAt(url).fetchOrder(ORDER_ID));
      expect(failure.kind).toBe(kind);
    }
  });

  it('is a network failure when the connection is reset, before and inside the answer', async () => {
    const before = await serve((request) => request.socket.destroy());
    expect((await failureOf(gatewayAt(before.url).fetchOrder(ORDER_ID))).kind).toBe('network');
    const inside = await serve((request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"id":');
      setTimeout(() => request.socket.destroy(), 20);
    });
    expect((await failureOf(gatewayAt(inside.url).fetchOrder(ORDER_ID))).kind).toBe('network');
  });

  it('is a network failure when nobody listens', async () => {
    const { url } = await serve(json(200, {}));
    for (const close of closers.splice(0)) await close();
    expect((await failureOf(gatewayAt(url).fetchOrder(ORDER_ID))).kind).toBe('network');
  });

  it('times out when there is no answer, and when the answer only drips', async () => {
    const silent = await serve(() => undefined);
    expect((await failureOf(gatewayAt(silent.url, 100).createOrder(input))).kind).toBe('timeout');
    const dripping = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    });
    const startedAt = performance.now();
    expect((await failureOf(gatewayAt(dripping.url, 200).fetchOrder(ORDER_ID))).kind).toBe('timeout');
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });

  it('does not follow a redirect with the credentials', async () => {
    const target = await serve(json(200, order()));
    const { url } = await serve((_, response) => {
      response.writeHead(307, { location: `${target.url}/v1/orders/${ORDER_ID}` }).end();
    });
    expect((await failureOf(gatewayAt(url).fetchOrder(ORDER_ID))).kind).toBe('unexpected');
    expect(target.seen).toEqual([]);
  });

  it('does not take an order that differs from what was asked', async () => {
    for (const change of [{ amount: 50_000 }, { currency: 'USD' }, { receipt: 'CP-OTHER' }]) {
      const { url } = await serve(json(200, order(change)));
      expect((await failureOf(gatewayAt(url).createOrder(input))).kind).toBe('unexpected');
    }
  });

  it('sends no malformed id', async () => {
    const { url, seen } = await serve(json(200, payment()));
    const gateway = gatewayAt(url);
    for (const id of ['../payments/pay_1?x=1', 'order_', PAYMENT_ID, `${ORDER_ID}/payments`, '']) {
      expect((await failureOf(gateway.fetchOrder(id))).kind).toBe('refused');
      expect((await failureOf(gateway.listOrderPayments(id))).kind).toBe('refused');
    }
    expect((await failureOf(gateway.fetchPayment(ORDER_ID))).kind).toBe('refused');
    expect(seen).toEqual([]);
  });

  it('tells no secret in an error, however it is written down', async () => {
    const { url } = await serve((request) => request.socket.destroy());
    const failure = await failureOf(gatewayAt(url).createOrder(input));
    const written = [
      failure.message,
      failure.stack,
      String(failure),
      JSON.stringify(failure),
      Object.values(failure),
    ];
    const basic = Buffer.from(`rzp_test_abc:${KEY_SECRET}`).toString('base64');
    expect(written.join('\n')).not.toContain(KEY_SECRET);
    expect(written.join('\n')).not.toContain(basic);
    expect(failure.cause).toBeUndefined();
  });
});

describe('createGateway', () => {
  it('refuses a base URL beside a live key', () => {
    const live = { keyId: 'rzp_live_abc', keySecret: KEY_SECRET };
    expect(() => createGateway({ ...live, baseUrl: 'http://127.0.0.1:3001' })).toThrow('live Razorpay key');
    expect(createGateway(live).keyId).toBe('rzp_live_abc');
  });

  it('refuses empty keys and a base URL that is none', () => {
    expect(() => createGateway({ keyId: '', keySecret: 'x' })).toThrow();
    expect(() => createGateway({ keyId: 'rzp_test_abc', keySecret: '' })).toThrow();
    expect(() => gatewayAt('file:///etc/passwd')).toThrow('http');
    expect(() => gatewayAt('not a url')).toThrow();
  });
});
