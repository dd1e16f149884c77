import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createClient } from '@lead-credits/sdk';
import { expect, test } from '@playwright/test';
import { type Caller, signIn } from './support/caller.ts';
import { runScript, verify } from './support/commands.ts';
import { freePort } from './support/free-port.ts';
import { type HttpProduct, startOn, temporaryDataDir } from './support/http-product.ts';
import { runningIn } from './support/processes.ts';

/** The product as a whole: how it starts, what it leaves behind, and what it says when it cannot start. */
const START = 'tooling/start/check-node.mjs';
/** What is promised for a start that finds its data. */
const SECOND_START_MS = 10_000;
/** Every step of a stop has its own limit; all of them together stay below this. */
const STOP_MS = 15_000;

test.describe('one data directory, from its first start to its last', () => {
  test.describe.configure({ mode: 'serial', timeout: 150_000 });

  const folder = temporaryDataDir();
  let product: HttpProduct;
  let ports: { port: number; sandboxPort: number };
  let session: Caller;

  test.beforeAll(async () => {
    ports = { port: await freePort(), sandboxPort: await freePort() };
    product = await startOn(folder.path, { ...ports, logFile: join('test-results', 'product-start.log') });
    session = await signIn(product, 'owner');
  });
  test.afterAll(async () => {
    await product.stop();
    folder.remove();
  });

  const consumed = async (): Promise<number> =>
    (await session.query('credits.overview', { projectId: product.renewals.id })).consumed;

  /** Spends one credit, so that there is something to find again. */
  async function spendOne(): Promise<void> {
    const { id: projectId, apiKey } = product.renewals;
    const { credits } = createClient({ url: product.url, apiKey });
    const key = randomUUID();
    const { reservationId } = await credits.reserve({ projectId, amount: 1, key });
    await credits.capture({ reservationId, amount: 1, key });
  }

  async function startAgain(): Promise<number> {
    const startedAt = performance.now();
    product = await startOn(folder.path, { ...ports, logFile: join('test-results', 'product-start.log') });
    return performance.now() - startedAt;
  }

  test('is up, ready and measured', async () => {
    const [health, ready, metrics] = await Promise.all(
      ['/healthz', '/readyz', '/metrics'].map((path) => fetch(`${product.url}${path}`)),
    );
    expect(await health?.json()).toEqual({ status: 'up' });
    expect(await ready?.json()).toEqual({ status: 'ready' });
    expect(metrics?.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await metrics?.text()).toMatch(/^http_request_duration_seconds_count\{/m);
  });

  test('tells its demo and its invariants to scripts', async () => {
    const env = { DATA_DIR: folder.path };
    const demo = await runScript('apps/server/src/cli/demo.ts', ['--json'], env);
    expect(demo.code).toBe(0);
    expect(JSON.parse(demo.stdout)).toEqual(product.demo);
    expect(product.demo).toMatchObject({
      url: `http://localhost:${ports.port}`,
      sandboxUrl: `http://localhost:${ports.sandboxPort}`,
      outboxUrl: expect.stringContaining(`:${ports.port}/`),
      projects: [
        { name: 'Acme Outbound', processes: [{ name: 'Testing Process' }] },
        { name: 'Acme Renewals', apiKey: expect.stringMatching(/^lc_/) },
      ],
    });
    expect(Object.keys(product.demo.users).sort()).toEqual(
      ['admin', 'finance', 'operator', 'outsider', 'owner', 'staff', 'viewer'].sort(),
    );
    const verdicts = await verify(folder.path);
    expect(verdicts.map(({ violations }) => violations)).toEqual(verdicts.map(() => 0));
    const inWords = await runScript('apps/server/src/cli/verify.ts', [], env);
    expect(inWords.code).toBe(0);
    expect(inWords.stdout.trim().split('\n')).toHaveLength(verdicts.length);
  });

  test('refuses a second start beside the first with one sentence', async () => {
    const other = { PORT: String(await freePort()), SANDBOX_PORT: String(await freePort()) };
    const { code, stderr } = await runScript(START, [], { DATA_DIR: folder.path, ...other });
    expect(code).toBe(1);
    expect(sentences(stderr)).toEqual([expect.stringContaining('already running')]);
    expect(stderr).toContain(`http://localhost:${ports.port}`);
    await expect.poll(() => fetch(`${product.url}/readyz`).then(({ status }) => status)).toBe(200);
  });

  test('stops on Ctrl-C and leaves no process, no port and no lock', async () => {
    await spendOne();
    const commands = runningIn(folder.path).map(({ command }) => command);
    for (const part of [
      /tooling\/start\/main\.ts/,
      /server\/dist\/main\.js serve/,
      /sandbox\/dist/,
      /postgres -D/,
    ])
      expect(commands.some((command) => part.test(command))).toBe(true);

    const startedAt = performance.now();
    await product.stop();
    expect(performance.now() - startedAt).toBeLessThan(STOP_MS);
    expect(runningIn(folder.path)).toEqual([]);
    expect(await canListen(ports.port)).toBe(true);
    expect(await canListen(ports.sandboxPort)).toBe(true);
    expect(existsSync(join(folder.path, 'postgres', 'data', 'PG_VERSION'))).toBe(true);
    expect(existsSync(join(folder.path, 'postgres', 'data', 'postmaster.pid'))).toBe(false);
    expect(existsSync(join(folder.path, 'start.json'))).toBe(false);
    const { code, stderr } = await runScript('apps/server/src/cli/verify.ts', ['--json'], {
      DATA_DIR: folder.path,
    });
    expect({ code, sentences: sentences(stderr) }).toEqual({
      code: 1,
      sentences: [expect.stringContaining('start the product first')],
    });
  });

  test('finds its data, its people and its keys within ten seconds', async () => {
    const { demo } = product;
    const tookMs = await startAgain();
    test.info().annotations.push({ type: 'second start', description: `${Math.round(tookMs)} ms` });
    expect(product.demo).toEqual(demo);
    expect(await consumed()).toBe(1);
    expect(tookMs).toBeLessThan(SECOND_START_MS);
  });

  test('starts again at once after its supervisor was killed', async () => {
    await spendOne();
    process.kill(product.pid, 'SIGKILL');
    await startAgain();
    expect(await consumed()).toBe(2);
    expect((await verify(folder.path)).filter(({ violations }) => violations !== 0)).toEqual([]);
    const supervisors = runningIn(folder.path).filter(({ command }) => /tooling\/start/.test(command));
    expect(supervisors.map(({ pid }) => pid)).toEqual([product.pid]);
    const postmasters = runningIn(folder.path).filter(({ command }) => /postgres -D/.test(command));
    expect(postmasters).toHaveLength(1);
  });
});

test.describe('a start that cannot be', () => {
  for (const variable of ['PORT', 'SANDBOX_PORT'] as const) {
    test(`says in one sentence that ${variable} is taken`, async () => {
      const folder = temporaryDataDir();
      const taken = createServer().listen(0, '127.0.0.1');
      await once(taken, 'listening');
      const port = String(portOf(taken));
      const free = { PORT: String(await freePort()), SANDBOX_PORT: String(await freePort()) };
      const { code, stderr } = await runScript(START, [], {
        ...free,
        [variable]: port,
        DATA_DIR: join(folder.path, 'never-made'),
      });
      taken.close();
      expect(code).toBe(1);
      expect(sentences(stderr)).toHaveLength(1);
      expect(stderr).toMatch(new RegExp(`Port ${port} .*${variable}=`));
      expect(existsSync(join(folder.path, 'never-made'))).toBe(false);
      folder.remove();
    });
  }

  test('names each secret that production lacks, one after the other', async () => {
    const folder = temporaryDataDir();
    const complete: Readonly<Record<string, string>> = {
      PUBLIC_URL: 'https://credits.example',
      AUTH_SECRET: 'x'.repeat(32),
      RAZORPAY_KEY_ID: 'rzp_live_00000000000000',
      RAZORPAY_KEY_SECRET: 'a-key-secret',
      RAZORPAY_WEBHOOK_SECRET: 'a-webhook-secret',
    };
    const given: Record<string, string> = { NODE_ENV: 'production', DATA_DIR: folder.path };
    const named: string[] = [];
    while (named.length < Object.keys(complete).length) {
      const { code, stderr } = await runScript(START, [], given);
      const [sentence = '', ...more] = sentences(stderr);
      const [name = ''] = sentence.split(' ');
      expect({ code, more, isKnown: name in complete, sentence }).toMatchObject({
        code: 1,
        more: [],
        isKnown: true,
      });
      given[name] = complete[name] ?? '';
      named.push(name);
    }
    expect(named.toSorted()).toEqual(Object.keys(complete).toSorted());
    // The server itself knows one more, which only it needs.
    const { code, stderr } = await runScript('apps/server/dist/main.js', ['serve'], given);
    expect(code).toBe(1);
    expect(sentences(stderr)).toEqual([expect.stringMatching(/^RESEND_API_KEY or SMTP_URL is not set/)]);
    folder.remove();
  });

  test('has neither demo nor sandbox in production', async () => {
    const folder = temporaryDataDir();
    const env = { NODE_ENV: 'production', DATA_DIR: folder.path, DEMO: '1' };
    for (const [file, args] of [
      ['apps/server/src/cli/demo.ts', ['--json']],
      ['apps/razorpay-sandbox/dist/main.js', []],
    ] as const) {
      const { code, stdout, stderr } = await runScript(file, args, env);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(sentences(stderr)).toHaveLength(1);
    }
    folder.remove();
  });
});

/** What was said on standard error, a line each. */
const sentences = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

function portOf(server: ReturnType<typeof createServer>): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function canListen(port: number): Promise<boolean> {
  const server = createServer();
  const outcome = new Promise<boolean>((resolve) => {
    server.once('listening', () => resolve(true)).once('error', () => resolve(false));
  });
  server.listen(port, '127.0.0.1');
  const isFree = await outcome;
  server.close();
  return isFree;
}
