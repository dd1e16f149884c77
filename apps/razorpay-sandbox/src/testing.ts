/** For this app's tests only: a sandbox on a temporary folder, and a receiver of webhooks that verifies. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verifyWebhook } from '@lead-credits/razorpay/signature';
import { eventSchema, type WireEvent } from '@lead-credits/razorpay/wire';
import { createSandbox, type SandboxOptions } from './app.ts';

export const KEY_ID = 'rzp_test_sandbox';
export const KEY_SECRET = 'key-secret-of-the-tests';
export const WEBHOOK_SECRET = 'webhook-secret-of-the-tests';
export const AUTHORIZATION = `Basic ${Buffer.from(`${KEY_ID}:${KEY_SECRET}`).toString('base64')}`;

export type Received = {
  eventId: string;
  body: Buffer;
  event: WireEvent;
  isVerified: boolean;
};

export type Receiver = {
  url: string;
  received: Received[];
  /** The status of the next answers, in order; then 200. */
  answers: (number | 'hang')[];
  close(): Promise<void>;
};

/** A shop's webhook route: keeps what came and whether its signature is right. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers: (number | 'hang')[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const signature = request.headers['x-razorpay-signature'];
      received.push({
        eventId: String(request.headers['x-razorpay-event-id']),
        body,
        event: eventSchema.parse(JSON.parse(body.toString())),
        isVerified: verifyWebhook(body, String(signature), [WEBHOOK_SECRET]),
      });
      const answer = answers.shift() ?? 200;
      if (answer !== 'hang') response.writeHead(answer).end();
    });
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}/webhooks/razorpay`,
    received,
    answers,
    close: () => closeServer(server),
  };
}

export async function listen(server: Server, port = 0): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

export async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

export function temporaryFolder(): { path: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'razorpay-sandbox-'));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

type Answer = { status: number; body: unknown };

export type TestSandbox = {
  /** A request with the keys; `body` is sent as JSON. */
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  /** A request as it is, without keys. */
  raw: ReturnType<typeof createSandbox>['app']['request'];
  createOrder(change?: object): Promise<string>;
  close(): Promise<void>;
};

/** A sandbox whose waits are short. Its folder stays: give it to another one to restart. */
export function startSandbox(options: Partial<SandboxOptions> & { dataDir: string }): TestSandbox {
  const { app, close } = createSandbox({
    keyId: KEY_ID,
    keySecret: KEY_SECRET,
    webhookSecret: WEBHOOK_SECRET,
    webhookUrl: 'http://127.0.0.1:9/nobody',
    retryDelaysMs: [30, 60],
    pace: 0.1,
    ...options,
  });
  const call = async (method: string, at: string, body?: unknown): Promise<Answer> => {
    const init = {
      method,
      headers: { authorization: AUTHORIZATION },
      body: body === undefined ? undefined : JSON.stringify(body),
    };
    const response = await app.request(at, init);
    return { status: response.status, body: await response.json() };
  };
  return {
    call,
    raw: app.request,
    close,
    createOrder: async (change = {}) => {
      const { body } = await call('POST', '/v1/orders', {
        amount: 500,
        currency: 'INR',
        receipt: 'CP-1',
        ...change,
      });
      return idOf(body);
    },
  };
}

/** The `id` of an answer. */
export function idOf(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string')
    return body.id;
  throw new Error(`No id in ${JSON.stringify(body)}`);
}

/** Waits until `isTrue`, at most five seconds. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const endsAt = Date.now() + 5_000;
  while (!(await isTrue())) {
    if (Date.now() > endsAt) throw new Error('It did not happen within 5 s');
    await pause(10);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
