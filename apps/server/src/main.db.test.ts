import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@lead-credits/db';
import { createTestDatabase, type TestDatabase } from '@lead-credits/db/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const CLI = (name: string): string => fileURLToPath(new URL(`cli/${name}.ts`, import.meta.url));
const WORDS = 'a'.repeat(40);

let test: TestDatabase;
let port: number;
let env: Record<string, string>;
const children = new Set<ChildProcess>();

beforeAll(async () => {
  test = await createTestDatabase();
  port = await freePort();
  env = {
    PATH: process.env['PATH'] ?? '',
    DATA_DIR: mkdtempSync(join(tmpdir(), 'lead-credits-main-')),
    DATABASE_URL: test.url,
    PORT: String(port),
    AUTH_SECRET: WORDS,
    RAZORPAY_KEY_ID: 'rzp_test_00000000000000',
    RAZORPAY_KEY_SECRET: 'key-secret',
    RAZORPAY_WEBHOOK_SECRET: 'webhook-secret',
  };
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});
afterAll(() => test.drop());

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

type Program = {
  child: ChildProcess;
  said: () => string;
  ready: Promise<void>;
  exit: Promise<number | null>;
};

function start(file: string, args: string[], change: Record<string, string | undefined> = {}): Program {
  const merged = Object.entries({ ...env, ...change }).filter(([, value]) => value !== undefined);
  const child = fork(file, args, {
    env: Object.fromEntries(merged),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part) => {
      text += part;
    });
  }
  // Not its `close`: that never comes after our own disconnect.
  const code = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ends = [child.stdout, child.stderr].map(
    (stream) => new Promise((resolve) => stream?.once('end', resolve)),
  );
  const exit = Promise.all(ends).then(() => {
    children.delete(child);
    return code;
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.once('message', (message) => {
      if (JSON.stringify(message) === '{"ready":true}') resolve();
    });
    void exit.then(() => reject(new Error(text)));
  });
  ready.catch(() => undefined);
  return { child, said: () => text, ready, exit };
}

async function run(
  file: string,
  args: string[],
  change: Record<string, string | undefined> = {},
): Promise<[number | null, string]> {
  const program = start(file, args, change);
  return [await program.exit, program.said()];
}

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'http://localhost:1',
  SMTP_URL: 'smtp://localhost',
};

describe('the commands of the server', () => {
  it('serve refuses a database without queues, migrate makes them, also twice and without a secret', async () => {
    expect(await run(MAIN, ['serve'])).toEqual([
      1,
      'The job queue is not there or is older than this server: run `migrate` first.\n',
    ]);
    expect(await run(MAIN, ['migrate'], { AUTH_SECRET: undefined })).toEqual([0, '']);
    expect(await run(MAIN, ['migrate'])).toEqual([0, '']);
  });

  it('seed makes the demo, and the same demo again', async () => {
    expect(await run(CLI('demo'), ['--json'])).toEqual([
      1,
      `There is no demo in ${env['DATA_DIR']}: run \`pnpm start\` first.\n`,
    ]);
    expect(await run(MAIN, ['seed'])).toEqual([0, '']);
    const [, first] = await run(CLI('demo'), ['--json']);
    expect(await run(MAIN, ['seed'])).toEqual([0, '']);
    expect(await run(CLI('demo'), ['--json'])).toEqual([0, first]);
    const demo = JSON.parse(first);
    expect(demo).toMatchObject({
      url: `http://localhost:${port}`,
      sandboxUrl: 'http://127.0.0.1:3001',
      outboxUrl: `http://localhost:${port}/outbox`,
      projects: [
        {
          id: expect.stringMatching(/^prj_/),
          name: 'Acme Outbound',
          organizationId: expect.stringMatching(/^org_/),
          apiKey: expect.stringMatching(/^lc_[0-9A-Za-z]{40}$/),
          processes: [{ id: expect.stringMatching(/^prc_/), name: 'Testing Process' }],
        },
        { name: 'Acme Renewals' },
      ],
    });
    expect(Object.keys(demo.users)).toEqual([
      'owner',
      'admin',
      'finance',
      'operator',
      'viewer',
      'staff',
      'outsider',
    ]);
    expect(statSync(join(env['DATA_DIR'] ?? '', 'demo.json')).mode & 0o777).toBe(0o600);
  });

  it('serve answers the demo, and ends at SIGTERM with 0', async () => {
    const server = start(MAIN, ['serve']);
    await server.ready;
    const url = `http://127.0.0.1:${port}`;
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const demo = JSON.parse(readFileSync(join(env['DATA_DIR'] ?? '', 'demo.json'), 'utf8'));
    const balances = await Promise.all(
      demo.projects.map(async ({ id, apiKey }: { id: string; apiKey: string }) => {
        const input = encodeURIComponent(JSON.stringify({ projectId: id }));
        const headers = { authorization: `Bearer ${apiKey}` };
        const answer = await fetch(`${url}/trpc/credits.overview?input=${input}`, { headers });
        return (await answer.json()).result.data.available;
      }),
    );
    expect(balances).toEqual([0, 1_000]);
    for (const { email, password } of Object.values<{ email: string; password: string }>(demo.users)) {
      const answer = await fetch(`${url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      });
      expect(answer.status).toBe(200);
    }
    const second = await run(MAIN, []);
    expect(second).toEqual([
      1,
      `Port ${port} is already in use: stop what uses it, or set PORT to another one.\n`,
    ]);
    const [verified, verdicts] = await run(CLI('verify'), ['--json']);
    expect(verified).toBe(0);
    expect(JSON.parse(verdicts)).toContainEqual({
      id: 'account-equals-entries',
      name: expect.any(String),
      violations: 0,
    });
    server.child.kill('SIGTERM');
    expect(await server.exit).toBe(0);
  });

  it('serve ends when whoever started it is gone', async () => {
    const server = start(MAIN, ['serve'], { WORKER: '0' });
    await server.ready;
    server.child.disconnect();
    expect(await server.exit).toBe(0);
  });

  it('verify counts what is wrong and ends with 1', async () => {
    const db = openDatabase({ url: test.url, max: 1, maxCopy: 1 });
    const change = (by: number): Promise<unknown> =>
      db.run({
        name: 'test-spoil',
        text: 'update app.account set available = available + $1::bigint, issued = issued + $1::bigint',
        values: [by],
      });
    await change(1);
    const [code, said] = await run(CLI('verify'), []);
    expect(code).toBe(1);
    expect(said).toMatch(/BAD \d+ account-equals-entries/);
    await change(-1);
    await db.close();
  });
});

describe('in production', () => {
  it('a missing secret stops the start with one sentence', async () => {
    expect(await run(MAIN, ['serve'], { ...production, AUTH_SECRET: undefined })).toEqual([
      1,
      'AUTH_SECRET is not set: production needs it.\n',
    ]);
  });

  it('there is no demo', async () => {
    expect(await run(MAIN, ['seed'], production)).toEqual([1, 'There is no demo in production.\n']);
  });

  it('the first start prints a link, once, that makes the first staff account', async () => {
    const empty = await createTestDatabase();
    const change = { ...production, DATABASE_URL: empty.url, PUBLIC_URL: `http://localhost:${port}` };
    await run(MAIN, ['migrate'], change);
    const server = start(MAIN, ['serve'], change);
    await server.ready;
    const [, link = ''] = /(\/setup\/[0-9A-Za-z]{40})\n/.exec(server.said()) ?? [];
    expect(server.said().split(link)).toHaveLength(2);
    expect((await fetch(`http://127.0.0.1:${port}${link}`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/outbox`)).status).toBe(404);
    server.child.kill('SIGTERM');
    await server.exit;
    await empty.drop();
  });
});
