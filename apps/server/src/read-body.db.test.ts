import { Agent, type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drain, type Listening, listen } from './http-server.ts';
import { limits } from './limits.ts';
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

/** One request over the agent's connection; `length` undefined sends it in chunks without saying how long it is. */
function post(agent: Agent, path: string, body: Buffer, length?: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization,
      'content-type': 'application/json',
      ...(length === undefined ? {} : { 'content-length': length }),
    };
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
      const refused = await post(agent, path, BIG, BIG.length);
      expect(refused).toMatchObject({ status: 413, body: expect.stringContaining('FILE_TOO_LARGE') });
      const next = await post(agent, '/trpc/credits.reserve', Buffer.from('{}'), 2);
      expect(next).toMatchObject({ status: 422, isReused: true });
    }
    agent.destroy();
  });

  it.each(ENTRANCES)('is refused by %s also when it does not say how long it is', async (path) => {
    for (let tries = 0; tries < 4; tries += 1) {
      const agent = new Agent({ keepAlive: false });
      const refused = await post(agent, path, BIG);
      expect(refused).toMatchObject({ status: 413, body: expect.stringContaining('FILE_TOO_LARGE') });
    }
  });

  it('is refused as a lead file at the limit, while the rest of it is still being sent', async () => {
    const { project, process } = tenant.outside;
    const path = `/imports?projectId=${project}&processId=${process}`;
    const endless = Buffer.alloc(8_000_000, 'a,b\n');
    const refused = await post(new Agent({ keepAlive: false }), path, endless);
    expect(refused).toMatchObject({ status: 413, body: expect.stringContaining('FILE_TOO_LARGE') });
    expect(limits.fileBytes).toBeGreaterThan(8_000_000);
  });
});
