import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readEmbeddedUrl, removeEmbedded } from '../../packages/db/src/embedded/index.ts';

const FAKES = fileURLToPath(new URL('./fixtures/start-fakes.ts', import.meta.url));

const PACKAGE_MANAGER = fileURLToPath(new URL('./fixtures/fake-pnpm.ts', import.meta.url));

interface Started {
  readonly child: ChildProcess;
  /** Everything it has said so far. */
  said(): string;
  /** Waits until it has said this. */
  says(text: string): Promise<void>;
  ends(): Promise<number | null>;
}

let dataDir: string;
let port: number;
let started: Started[] = [];

async function listenOn(of: number): Promise<Server | undefined> {
  const server = createServer().listen(of, '127.0.0.1');
  return once(server, 'listening').then(
    () => server,
    () => undefined,
  );
}

/** A free port with a free one after it for the sandbox: other tests take ports at the same time. */
async function freePort(): Promise<number> {
  for (;;) {
    const first = await listenOn(0);
    const address = first?.address();
    const found = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const second = await listenOn(found + 1);
    first?.close();
    second?.close();
    if (second) return found;
  }
}

function start(env: Record<string, string> = {}, options: { detached?: boolean } = {}): Started {
  const { NODE_ENV: _unset, ...inherited } = process.env;
  const child = spawn(process.execPath, [FAKES], {
    env: { ...inherited, PORT: String(port), SANDBOX_PORT: String(port + 1), DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  const end = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
  const result: Started = {
    child,
    said: () => text,
    says: async (wanted) => {
      while (!text.includes(wanted)) {
        if (child.exitCode !== null) throw new Error(`ended without saying "${wanted}": ${text}`);
        await sleep(20);
      }
    },
    ends: () => end,
  };
  started.push(result);
  return result;
}

async function ask(of: number, path = '/'): Promise<Record<string, unknown>> {
  return (await fetch(`http://127.0.0.1:${of}${path}`)).json();
}

const story = async (): Promise<string[]> =>
  (await readFile(join(dataDir, 'story.txt'), 'utf8')).trim().split('\n');

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lead-credits-start-'));
  await chmod(dataDir, 0o755);
});
beforeEach(async () => {
  port = await freePort();
});
afterEach(async () => {
  for (const { child, ends } of started) {
    child.kill('SIGTERM');
    await ends();
  }
  started = [];
  for (const name of ['migrate-fails', 'serve-fails', 'serve-hangs', 'story.txt']) {
    await rm(join(dataDir, name), { force: true });
  }
});
afterAll(async () => {
  // The last start may still be on its way out.
  while (!(await removeEmbedded(dataDir))) await sleep(50);
});

describe('a start', () => {
  it('migrates, seeds, serves, prints the accounts, and stops all of it at SIGTERM with code 0', async () => {
    const all = start();
    await all.says('Ctrl-C stops everything');
    for (const text of [
      `http://localhost:${port}`,
      `http://localhost:${port + 1}`,
      '/outbox',
      'demo-secret',
    ]) {
      expect(all.said()).toContain(text);
    }
    expect(all.said()).not.toContain('only for the log');
    expect(await readFile(join(dataDir, 'logs/server.log'), 'utf8')).toContain('only for the log');
    const [server, sandbox] = await Promise.all([ask(port), ask(port + 1)]);
    expect(server['DATABASE_URL']).toBe(await readEmbeddedUrl(dataDir));
    expect(server['RAZORPAY_BASE_URL']).toBe(`http://127.0.0.1:${port + 1}`);
    expect(sandbox['RAZORPAY_KEY_ID']).toBe(server['RAZORPAY_KEY_ID']);
    expect(sandbox['WEBHOOK_URL']).toBe(`http://127.0.0.1:${port}/webhooks/razorpay`);
    expect(sandbox['AUTH_SECRET']).toBeUndefined();

    all.child.kill('SIGTERM');
    expect(await all.ends()).toBe(0);
    expect(await story()).toEqual(['migrate', 'seed', 'server stops', 'sandbox stops']);
    expect(await readEmbeddedUrl(dataDir)).toBeUndefined();
    await expect(stat(join(dataDir, 'start.json'))).rejects.toThrow(/ENOENT/);
  });

  it('keeps its secrets, readable by one user', async () => {
    const before = await readFile(join(dataDir, 'secrets.json'), 'utf8');
    const all = start();
    await all.says('Ctrl-C stops everything');
    expect(await readFile(join(dataDir, 'secrets.json'), 'utf8')).toBe(before);
    expect((await stat(join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);
    expect((await ask(port))['RAZORPAY_KEY_ID']).toBe(JSON.parse(before).RAZORPAY_KEY_ID);
  });

  it('says one sentence about a taken port, and starts nothing', async () => {
    const stranger = createServer().listen(port, '127.0.0.1');
    await once(stranger, 'listening');
    const all = start();
    expect(await all.ends()).toBe(1);
    stranger.close();
    expect(all.said().trim()).toBe(
      `Port ${port} is already in use: stop what uses it, or set PORT to another one (PORT=${port + 100}).`,
    );
    await expect(story()).rejects.toThrow(/ENOENT/);
  });

  it('says one sentence about a taken sandbox port', async () => {
    const stranger = createServer().listen(port + 1);
    await once(stranger, 'listening');
    const all = start();
    expect(await all.ends()).toBe(1);
    stranger.close();
    expect(all.said().trim()).toMatch(/^Port \d+ is already in use: .* set SANDBOX_PORT [^\n]*$/);
  });

  it('refuses a DATA_DIR that another start has, and names that start', async () => {
    const first = start();
    await first.says('Ctrl-C stops everything');
    const second = start({ PORT: String(port + 10), SANDBOX_PORT: String(port + 11) });
    expect(await second.ends()).toBe(1);
    expect(second.said().trim()).toBe(
      `Lead Credits is already running on ${dataDir} (process ${first.child.pid}, http://localhost:${port}): stop it, or set DATA_DIR to another folder.`,
    );
  });

  it('shows the last words of a migration that fails, stops Postgres, and ends with code 1', async () => {
    await writeFile(join(dataDir, 'migrate-fails'), '');
    const all = start();
    expect(await all.ends()).toBe(1);
    expect(all.said()).toContain('Migrating the database failed:\n  relation "lead" is in the way');
    expect(await readEmbeddedUrl(dataDir)).toBeUndefined();
  });

  it('shows the last words of a server that never comes up, and does not try again', async () => {
    await writeFile(join(dataDir, 'serve-fails'), '');
    const all = start();
    expect(await all.ends()).toBe(1);
    expect(all.said()).toContain('server stopped with code 1 before it was ready:\n  a setting is wrong');
  });

  it('has neither sandbox nor demo in production, and makes up no secret', async () => {
    const production = {
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://credits.example',
      AUTH_SECRET: 'a',
      RAZORPAY_KEY_ID: 'b',
      RAZORPAY_KEY_SECRET: 'c',
    };
    const incomplete = start(production);
    expect(await incomplete.ends()).toBe(1);
    expect(incomplete.said().trim()).toBe('RAZORPAY_WEBHOOK_SECRET is not set: production needs it.');

    const all = start({ ...production, RAZORPAY_WEBHOOK_SECRET: 'd' });
    await all.says('Ctrl-C stops everything');
    expect(await story()).toEqual(['migrate']);
    expect(all.said()).not.toContain('demo');
    await expect(ask(port + 1)).rejects.toThrow();
    expect(await ask(port)).toMatchObject({ RAZORPAY_KEY_ID: 'b' });
  });
});

describe('while running', () => {
  it('starts a crashed server again, with its last words', async () => {
    const all = start();
    await all.says('Ctrl-C stops everything');
    const before = await ask(port);
    await ask(port, '/crash').catch(() => undefined);
    await all.says('server stopped with code 7; its last words:');
    await all.says('something went terribly wrong');
    const after = await askUntilAnswered(port);
    expect(after['pid']).not.toBe(before['pid']);
  });

  it('starts a killed Postgres again at the same address', async () => {
    const all = start();
    await all.says('Ctrl-C stops everything');
    const url = await readEmbeddedUrl(dataDir);
    const [pid] = (await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await all.says('Postgres has ended by itself; starting it again');
    while ((await readEmbeddedUrl(dataDir)) === undefined) await sleep(50);
    expect(await readEmbeddedUrl(dataDir)).toBe(url);
  });

  it('stops in order when Ctrl-C hits everything in the terminal at once', async () => {
    const all = start({}, { detached: true });
    await all.says('Ctrl-C stops everything');
    process.kill(-(all.child.pid ?? 0), 'SIGINT');
    expect(await all.ends()).toBe(0);
    expect(await story()).toEqual(['migrate', 'seed', 'server stops', 'sandbox stops']);
  });

  it('stops in order when nobody listens to what it says any more', async () => {
    const all = start();
    await all.says('Ctrl-C stops everything');
    all.child.stdout?.destroy();
    all.child.stderr?.destroy();
    all.child.kill('SIGTERM');
    expect(await all.ends()).toBe(0);
    expect(await story()).toEqual(['migrate', 'seed', 'server stops', 'sandbox stops']);
  });

  it('stops a server that does not want to when asked twice', async () => {
    await writeFile(join(dataDir, 'serve-hangs'), '');
    const all = start();
    await all.says('Ctrl-C stops everything');
    all.child.kill('SIGINT');
    await all.says('Stopping (Ctrl-C)');
    all.child.kill('SIGINT');
    const startedAt = Date.now();
    expect(await all.ends()).toBe(0);
    expect(Date.now() - startedAt).toBeLessThan(5_000);
  });

  it('leaves nothing in the way of the next start when it is killed', async () => {
    const first = start();
    await first.says('Ctrl-C stops everything');
    first.child.kill('SIGKILL');
    await first.ends();
    while (!(await story()).includes('server lost its parent')) await sleep(20);
    const second = start();
    await second.says('Ctrl-C stops everything');
    expect(await ask(port)).toHaveProperty('pid');
  });

  it.each(['the shell that started it', 'the package manager above that'])(
    'stops when %s is killed',
    async (which) => {
      const { NODE_ENV: _unset, ...inherited } = process.env;
      const shell = ['sh', '-c', `"${process.execPath}" "${FAKES}" & wait`];
      const command = which.startsWith('the shell') ? shell : [process.execPath, PACKAGE_MANAGER, ...shell];
      const launcher = spawn(command[0] ?? '', command.slice(1), {
        env: { ...inherited, PORT: String(port), SANDBOX_PORT: String(port + 1), DATA_DIR: dataDir },
        stdio: 'ignore',
      });
      await askUntilAnswered(port);
      launcher.kill('SIGKILL');
      while (!(await story()).includes('sandbox stops')) await sleep(50);
      while ((await readEmbeddedUrl(dataDir)) !== undefined) await sleep(50);
    },
  );
});

async function askUntilAnswered(of: number): Promise<Record<string, unknown>> {
  for (;;) {
    const answer = await ask(of).catch(() => undefined);
    if (answer !== undefined) return answer;
    await sleep(50);
  }
}
