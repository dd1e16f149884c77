import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { credits } from '@lead-credits/core';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drain, type Listening, listen } from './http-server.ts';
import { createTestApp, type Tenant, type TestApp } from './testing/test-app.ts';

let test: TestApp;
let listening: Listening;
let tenant: Tenant;
let authorization: string;
let url: string;

beforeAll(async () => {
  test = await createTestApp();
  listening = await listen(test.app.hono, { host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${listening.port}`;
  tenant = await test.tenant();
  authorization = `Bearer ${await test.apiKey(tenant)}`;
});
afterAll(async () => {
  await drain(listening.server, test.app.streams);
  await test.close();
});

function watch(signal: AbortSignal): Promise<Response> {
  const input = encodeURIComponent(JSON.stringify({ projectId: tenant.outside.project }));
  const headers = { authorization, accept: 'text/event-stream' };
  return fetch(`${url}/trpc/credits.onChange?input=${input}`, { headers, signal });
}

/** Reads a stream of events until `wanted` stands in it. */
async function readUntil(answer: Response, wanted: RegExp): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of answer.body ?? []) {
    text += decoder.decode(part, { stream: true });
    if (wanted.test(text)) return text;
  }
  throw new Error(`the stream ended: ${text}`);
}

describe('the server over a socket', () => {
  it('tells a watching page the balance at once and at each change', async () => {
    const stop = new AbortController();
    const answer = await watch(stop.signal);
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const reading = readUntil(answer, /"available":7/);
    await sleep(100);
    await credits.grant(test.ctx, { projectId: tenant.projectId, amount: 7, key: v7(), reason: 'test' });
    expect(await reading).toMatch(/"available":0[\s\S]*"available":7/);
    stop.abort();
    for (let tries = 0; test.services.live.watched() > 0 && tries < 100; tries += 1) await sleep(20);
    expect(test.services.live.watched()).toBe(0);
  });

  it('tells nothing more once the session is ended', async () => {
    const own = await test.tenant();
    const { cookie } = await test.signIn({ tenant: own });
    const input = encodeURIComponent(JSON.stringify({ projectId: own.outside.project }));
    const answer = await fetch(`${url}/trpc/credits.onChange?input=${input}`, { headers: { cookie } });
    const reading = readUntil(answer, /"available":7/);
    const ended = expect(reading).rejects.toThrow(/the stream ended[\s\S]*"available":0/);
    await sleep(100);
    await fetch(`${url}/api/auth/sign-out`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{}',
    });
    await credits.grant(test.ctx, { projectId: own.projectId, amount: 7, key: v7(), reason: 'test' });
    await ended;
  });

  it('tells strangers nothing', async () => {
    const stranger = await test.apiKey(await test.tenant());
    const input = encodeURIComponent(JSON.stringify({ projectId: tenant.outside.project }));
    const answer = await fetch(`${url}/trpc/credits.onChange?input=${input}`, {
      headers: { authorization: `Bearer ${stranger}` },
    });
    expect(await answer.text()).toContain('NOT_FOUND');
  });

  it('refuses a file of 2 GB at once, before it comes', async () => {
    const startedAt = performance.now();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sending = httpRequest(
        `${url}/imports?projectId=${tenant.outside.project}&processId=${tenant.outside.process}`,
        {
          method: 'POST',
          headers: { authorization, 'content-length': '2000000000', 'content-type': 'text/csv' },
        },
      );
      sending.on('response', (answer) => resolve(answer.statusCode));
      sending.on('error', reject);
      sending.write('name,phone\n');
    });
    expect(status).toBe(413);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('answers what is no HTTP with 400 and a closed connection', async () => {
    const said = await new Promise<string>((resolve) => {
      const socket = connect(listening.port, '127.0.0.1', () =>
        socket.end('GET / HTTP/1.1\r\nContent-Length: abc\r\n\r\n'),
      );
      let text = '';
      socket.on('data', (part) => {
        text += part;
      });
      socket.on('close', () => resolve(text));
    });
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('forgets an upload whose sender went away', async () => {
    await new Promise<void>((resolve) => {
      const sending = httpRequest(
        `${url}/imports?projectId=${tenant.outside.project}&processId=${tenant.outside.process}`,
        {
          method: 'POST',
          headers: { authorization, 'content-type': 'text/csv' },
        },
      );
      sending.on('error', () => resolve());
      sending.write('name,phone\nAsha,98765');
      setTimeout(() => sending.destroy(), 100);
    });
    await sleep(200);
    const rows = await test.db.run({ name: 'test-imports', text: 'select id from app.import', values: [] });
    expect(rows).toEqual([]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('says in one sentence that its port is taken', async () => {
    const second = listen(test.app.hono, { host: '127.0.0.1', port: listening.port });
    await expect(second).rejects.toThrow(
      `Port ${listening.port} is already in use: stop what uses it, or set PORT to another one.`,
    );
  });

  it('stops at once although pages are watching, and finishes what it has begun', async () => {
    const own = await createTestApp();
    const started = await listen(own.app.hono, { host: '127.0.0.1', port: 0 });
    const place = await own.tenant();
    const key = `Bearer ${await own.apiKey(place)}`;
    const base = `http://127.0.0.1:${started.port}`;
    const input = encodeURIComponent(JSON.stringify({ projectId: place.outside.project }));
    const stream = await fetch(`${base}/trpc/credits.onChange?input=${input}`, {
      headers: { authorization: key },
    });
    const cut = expect(readUntil(stream, /never/)).rejects.toThrow();
    const begun = once(started.server, 'request');
    const signIn = fetch(`${base}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'a@example.com', password: 'a-long-password' }),
    });
    await begun;
    const startedAt = performance.now();
    await drain(started.server, own.app.streams);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    await cut;
    expect((await signIn).status).toBe(401);
    await own.close();
  });
});
