import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import {
  AUTHORIZATION,
  closeServer,
  KEY_ID,
  KEY_SECRET,
  listen,
  temporaryFolder,
  WEBHOOK_SECRET,
} from './testing.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

const cleaners: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleaners.splice(0)) clean();
});

type Started = {
  child: ChildProcess;
  output: () => string;
  ready: Promise<void>;
  exited: Promise<number | null>;
};

function start(environment: Record<string, string>): Started {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env.PATH ?? '',
      RAZORPAY_KEY_ID: KEY_ID,
      RAZORPAY_KEY_SECRET: KEY_SECRET,
      RAZORPAY_WEBHOOK_SECRET: `${WEBHOOK_SECRET},previous`,
      WEBHOOK_URL: 'http://127.0.0.1:9/nobody',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  cleaners.push(() => child.kill('SIGKILL'));
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (text += String(chunk)));
  return {
    child,
    output: () => text,
    ready: new Promise((resolve) => {
      child.once('message', (message) => {
        expect(message).toEqual({ ready: true });
        resolve();
      });
    }),
    exited: new Promise((resolve) => child.once('exit', resolve)),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await closeServer(server);
  return port;
}

function newFolder(): string {
  const folder = temporaryFolder();
  cleaners.push(folder.remove);
  return folder.path;
}

describe('the sandbox as a process', () => {
  it.each([
    ['in production', { NODE_ENV: 'production' }, 'production'],
    ['with a live key', { RAZORPAY_KEY_ID: 'rzp_live_abc' }, 'live key'],
    ['without a key', { RAZORPAY_KEY_ID: '' }, 'RAZORPAY_KEY_ID'],
    ['without a webhook secret', { RAZORPAY_WEBHOOK_SECRET: '' }, 'RAZORPAY_WEBHOOK_SECRET'],
    ['on a port that is none', { SANDBOX_PORT: 'x' }, 'SANDBOX_PORT'],
  ])('does not start %s, and says why in one sentence', async (_, environment, word) => {
    const { exited, output } = start({ DATA_DIR: newFolder(), ...environment });
    expect(await exited).toBe(1);
    expect(output()).toContain(word);
    expect(output().trim().split('\n')).toHaveLength(1);
  });

  it('says in one sentence that the port is taken', async () => {
    const server = createServer();
    const port = await listen(server);
    const { exited, output } = start({ DATA_DIR: newFolder(), SANDBOX_PORT: String(port) });
    expect(await exited).toBe(1);
    expect(output().trim()).toBe(`Port ${port} is taken: set SANDBOX_PORT to a free one.`);
    await closeServer(server);
  });

  it('reports ready, keeps its state through kill -9, and exits 0 on SIGTERM', async () => {
    const port = await freePort();
    const environment = { DATA_DIR: newFolder(), SANDBOX_PORT: String(port) };
    const headers = { authorization: AUTHORIZATION };
    const url = `http://127.0.0.1:${port}`;
    const first = start(environment);
    await first.ready;
    const body = JSON.stringify({ amount: 500, currency: 'INR', receipt: 'CP-kill' });
    const order: unknown = await (await fetch(`${url}/v1/orders`, { method: 'POST', headers, body })).json();
    first.child.kill('SIGKILL');
    await first.exited;

    const second = start(environment);
    await second.ready;
    const found = await (await fetch(`${url}/v1/orders?receipt=CP-kill`, { headers })).json();
    expect(found).toEqual({ entity: 'collection', count: 1, items: [order] });
    second.child.kill('SIGTERM');
    expect(await second.exited).toBe(0);
  });

  it('ends when the process that started it is gone', async () => {
    const { child, ready, exited } = start({ DATA_DIR: newFolder(), SANDBOX_PORT: '0' });
    await ready;
    child.disconnect();
    expect(await exited).toBe(0);
  });
});
