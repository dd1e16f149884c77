import { Agent, type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drain, type Listening, listen } from './http-server.ts';
import { createTestApp, type Tenant, type TestApp } from './testing/test-app.ts';

let test: TestApp;
let listening: Listening;
let tenant: Tenant;
let authorization: string;

beforeAll(async () => {
  test = await createTestApp();
  listening = await listen(test.app.hono, { host: '127.0.0.1', port: 0 });
  tenant = await test.tenant();
  authorization = `Bearer ${await test.apiKey(tenant)}`;
});
afterAll(async () => {
  await drain(listening.server, test.app.streams);
  await test.close();
});

type Answer = { status: number | undefined; body: string; isReused: boolean };

/** One request over the agent's connection. */
function post(agent: Agent, path: string, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { authorization, 'content-type': 'application/json', 'content-length': body.length };
    const options = { agent, host: '127.0.0.1', port: listening.port, path, method: 'POST', headers };
    const outgoing = request(options, (answer: IncomingMessage) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => {
        resolve({ status: answer.statusCode, body: text, isReused: outgoing.reusedSocket });
      });
      answer.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const BIG = Buffer.alloc(1_200_000, 'x');
const ENTRANCES = ['/trpc/credits.reserve', '/webhooks/razorpay', '/api/auth/sign-in/email'] as const;

describe('a body above its limit', () => {
  it.each(ENTRANCES)('is refused by %s with an answer, and the connection carries on', async (path) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let tries = 0; tries < 4; tries += 1) {
      const refused = await post(agent, path, BIG);
      expect(refused).toMatchObject({ status: 413, body: expect.stringContaining('FILE_TOO_LARGE') });
      const next = await post(agent, '/trpc/credits.reserve', Buffer.from('{}'));
      expect(next).toMatchObject({ status: 422, isReused: true });
    }
    agent.destroy();
  });

  it.each(ENTRANCES)('is refused by %s also when it does not say how long it is', async (path) => {
    for (let tries = 0; tries < 10; tries += 1) {
      const refused = await send(path, 4_000_000);
      expect(refused).toMatchObject({ status: 413, body: expect.stringContaining('FILE_TOO_LARGE') });
    }
  });

  it('is refused as a lead file at the limit, while the rest of it is still being sent', async () => {
    const { project, process } = tenant.outside;
    const refused = await send(`/imports?projectId=${project}&processId=${process}`, 8_000_000);
    expect(refused).toMatchObject({ status: 413, body: expect.stringContaining('FILE_TOO_LARGE') });
  });
});

/** Sends a stream as the SDK does: it gives the answer up when the connection is cut under it. */
async function send(path: string, sizeBytes: number): Promise<{ status: number; body: string }> {
  let left = sizeBytes;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left <= 0) return controller.close();
      controller.enqueue(new Uint8Array(65_536).fill(65));
      left -= 65_536;
    },
  });
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body,
    duplex: 'half',
  };
  const answer = await fetch(`http://127.0.0.1:${listening.port}${path}`, init);
  return { status: answer.status, body: await answer.text() };
}
