import { describe, expect, it, vi } from 'vitest';
import { banner, columns } from './banner.ts';
import { sandboxEnvironment, serverEnvironment } from './child-environment.ts';
import { parseDemo } from './demo-file.ts';
import { saysReady } from './fork-child.ts';
import { findLaunchers, hasLostLauncher, type ProcessEntry, parsePs, parseStat } from './launchers.ts';
import { cutLines, shownPart } from './lines.ts';
import { describeHolder } from './lock.ts';
import { restartDelayMs } from './restart-policy.ts';
import { generateSecrets, parseSecrets, refuseGaps } from './secrets.ts';
import { readSettings } from './settings.ts';
import { createTeardown } from './teardown.ts';
import { readNews } from './watch-code.ts';

describe('the settings', () => {
  it('have a default for everything', () => {
    expect(readSettings({}, [], '/repository')).toEqual({
      port: 3000,
      sandboxPort: 3001,
      publicUrl: 'http://localhost:3000',
      dataDir: '/repository/.data',
      databaseUrl: undefined,
      isProduction: false,
      isDev: false,
      hasDemo: true,
      hasSandbox: true,
    });
  });

  it('follow the environment and the arguments', () => {
    const env = {
      PORT: '80',
      DATA_DIR: '/data',
      DATABASE_URL: 'postgres://db',
      DEMO: '0',
      PUBLIC_URL: 'https://a.in/',
    };
    expect(readSettings(env, ['--dev'], '/repository')).toMatchObject({
      port: 80,
      dataDir: '/data',
      databaseUrl: 'postgres://db',
      hasDemo: false,
      isDev: true,
      publicUrl: 'https://a.in',
    });
  });

  it('know neither demo nor sandbox in production, whatever DEMO says', () => {
    const settings = readSettings({ NODE_ENV: 'production', DEMO: '1', PUBLIC_URL: 'https://a.in' }, [], '/');
    expect(settings).toMatchObject({ isProduction: true, hasDemo: false, hasSandbox: false });
  });

  it.each([
    ['a live key', { RAZORPAY_KEY_ID: 'rzp_live_x' }],
    ['another base url', { RAZORPAY_BASE_URL: 'https://api.razorpay.com' }],
  ])('know no sandbox beside %s', (_name, env) => {
    expect(readSettings(env, [], '/').hasSandbox).toBe(false);
  });

  it.each([
    [{ PORT: 'http' }, 'PORT is "http": it must be a port from 1 to 65535.'],
    [{ PORT: '0' }, 'PORT is "0": it must be a port from 1 to 65535.'],
    [{ SANDBOX_PORT: '70000' }, 'SANDBOX_PORT is "70000": it must be a port from 1 to 65535.'],
    [{ PORT: '3001' }, 'PORT and SANDBOX_PORT are both 3001: they need different ports.'],
    [{ NODE_ENV: 'production' }, 'PUBLIC_URL is not set: production needs it.'],
    [
      { PUBLIC_URL: 'a.in' },
      'PUBLIC_URL is "a.in": it must be an address that begins with http:// or https://.',
    ],
  ])('refuse %j in one sentence that names the variable', (env, sentence) => {
    expect(() => readSettings(env, [], '/')).toThrow(sentence);
  });
});

describe('the secrets', () => {
  it('are made in the shapes of Razorpay, new each time', () => {
    const made = generateSecrets();
    expect(made.RAZORPAY_KEY_ID).toMatch(/^rzp_test_[A-Za-z0-9]{14}$/);
    expect(made.RAZORPAY_KEY_SECRET).toMatch(/^[A-Za-z0-9]{24}$/);
    expect(made.AUTH_SECRET.length).toBeGreaterThanOrEqual(43);
    expect(new Set(Object.values({ ...made, ...generateSecrets() })).size).toBe(4);
    expect(generateSecrets()).not.toEqual(made);
  });

  it.each(['', 'x', 'null', '{"AUTH_SECRET":1,"PATH":"/bin"}'])('are not read from %j', (text) => {
    expect(parseSecrets(text)).toEqual({});
  });

  it.each([
    [
      { RAZORPAY_KEY_ID: 'rzp_test_1' },
      false,
      'RAZORPAY_KEY_ID is set without RAZORPAY_KEY_SECRET: they are a pair.',
    ],
    [
      { RAZORPAY_KEY_SECRET: 's' },
      false,
      'RAZORPAY_KEY_SECRET is set without RAZORPAY_KEY_ID: they are a pair.',
    ],
    [
      { RAZORPAY_KEY_ID: 'rzp_live_1', RAZORPAY_KEY_SECRET: 's' },
      false,
      'RAZORPAY_WEBHOOK_SECRET is not set: a live key needs the one of its webhook.',
    ],
    [{}, true, 'AUTH_SECRET is not set: production needs it.'],
  ])('refuse %j (production: %s)', (env, isProduction, sentence) => {
    expect(() => refuseGaps(env, isProduction)).toThrow(sentence);
  });

  it('may all be left to us outside production', () => {
    expect(() => refuseGaps({}, false)).not.toThrow();
  });
});

describe('the environment of the children', () => {
  const secrets = { ...generateSecrets(), RAZORPAY_WEBHOOK_SECRET: 'current, previous' };
  const context = { env: { FOO: 'bar' }, settings: readSettings({}, [], '/r'), secrets };

  it('points the server at the sandbox and the database', () => {
    expect(serverEnvironment(context, 'postgres://owner')).toMatchObject({
      ...secrets,
      FOO: 'bar',
      PORT: '3000',
      DATA_DIR: '/r/.data',
      DATABASE_URL: 'postgres://owner',
      RAZORPAY_BASE_URL: 'http://127.0.0.1:3001',
      RAZORPAY_CHECKOUT_URL: 'http://localhost:3001/v1/checkout.js',
    });
  });

  it('leaves Razorpay alone where there is no sandbox', () => {
    const settings = readSettings({ NODE_ENV: 'production', PUBLIC_URL: 'https://a.in' }, [], '/r');
    const env = serverEnvironment({ ...context, settings }, 'postgres://owner');
    expect(env['RAZORPAY_BASE_URL']).toBeUndefined();
    expect(env['DEMO']).toBe('0');
  });

  it('gives the sandbox the current webhook secret and nothing that is only the server’s', () => {
    const env = { AUTH_SECRET: 'a', DATABASE_URL: 'postgres://owner' };
    const given = sandboxEnvironment({ ...context, env });
    expect(given).toMatchObject({ RAZORPAY_WEBHOOK_SECRET: 'current', SANDBOX_PORT: '3001' });
    expect(given).not.toHaveProperty('AUTH_SECRET');
    expect(given).not.toHaveProperty('DATABASE_URL');
  });
});

describe('a crashed child', () => {
  const rule = { delaysMs: [1, 2, 3], windowMs: 100 };

  it.each([
    ['the first time', [1000], 1],
    ['again', [950, 1000], 2],
    ['as often as allowed', [950, 960, 1000], 3],
    ['once more', [940, 950, 960, 1000], undefined],
    ['after a long quiet time', [10, 20, 30, 1000], 1],
  ])('%s', (_name, crashesAt, expected) => {
    expect(restartDelayMs(rule, crashesAt, 1000)).toBe(expected);
  });
});

describe('what children say', () => {
  it('is cut into lines over the borders of chunks', () => {
    const cutter = cutLines(10);
    expect(cutter.add('one\r\ntw')).toEqual(['one']);
    expect(cutter.add('o\nthree')).toEqual(['two']);
    expect(cutter.end()).toEqual(['three']);
    expect(cutter.end()).toEqual([]);
  });

  it('cannot fill the memory with one endless line', () => {
    const cutter = cutLines(4);
    expect(cutter.add('123456789')).toEqual(['1234', '5678']);
    expect(cutter.end()).toEqual(['9']);
  });

  it.each([
    ['listening', 'listening'],
    ['', undefined],
    ['{"level":30,"msg":"request"}', undefined],
    ['{"level":50,"msg":"no disk"}', 'no disk'],
    ['{"level":50}', '{"level":50}'],
    ['{not json', '{not json'],
  ])('%j is shown as %j', (line, shown) => {
    expect(shownPart(line)).toBe(shown);
  });

  it('is a readiness only when it says so', () => {
    expect(saysReady({ ready: true })).toBe(true);
    for (const message of [undefined, null, 'ready', {}, { ready: 'true' }])
      expect(saysReady(message)).toBe(false);
  });

  it('is news of the watcher only in its shape', () => {
    expect(readNews({ target: 'server', outcome: 'changed' })).toMatchObject({ target: 'server' });
    expect(readNews('changed')).toBeUndefined();
  });
});

describe('the banner', () => {
  const demo = parseDemo(
    JSON.stringify({
      outboxUrl: 'http://localhost:3000/outbox',
      users: { owner: { email: 'owner@acme.example', password: 'p' }, broken: { email: 1 } },
    }),
  );
  const facts = { url: 'http://localhost:3000', sandboxUrl: undefined, demo, dataDir: '.data', isDev: false };

  it('shows addresses and accounts in a frame of equal lines', () => {
    const lines = banner(facts).split('\n');
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
    for (const text of ['http://localhost:3000', '/outbox', 'owner   owner@acme.example   p', 'Ctrl-C']) {
      expect(lines.join('\n')).toContain(text);
    }
    expect(lines.join('\n')).not.toMatch(/broken|sandbox/);
  });

  it('has no accounts without a demo', () => {
    expect(banner({ ...facts, demo: undefined })).not.toContain('Demo accounts');
    expect(parseDemo('[')).toBeUndefined();
  });

  it('puts columns under each other', () => {
    expect(
      columns([
        ['a', 'b'],
        ['long', 'c'],
      ]),
    ).toEqual(['a      b', 'long   c']);
  });
});

describe('the holder of a DATA_DIR', () => {
  it('is named when it has left its name', () => {
    expect(describeHolder('{"pid":4711,"url":"http://localhost:3000"}')).toBe(
      ' (process 4711, http://localhost:3000)',
    );
    expect(describeHolder('')).toBe('');
    expect(describeHolder('{}')).toBe('');
  });
});

describe('the launchers', () => {
  const processes = new Map<number, ProcessEntry>([
    [50, { parent: 40, command: 'node tooling/start/main.ts' }],
    [40, { parent: 30, command: 'sh -c node tooling/start/main.ts' }],
    [30, { parent: 20, command: '/cache/pnpm start' }],
    [20, { parent: 10, command: 'npm exec pnpm@12 start' }],
    [10, { parent: 1, command: 'bash' }],
  ]);
  const lookUp = async (pid: number): Promise<ProcessEntry | undefined> => processes.get(pid);

  it('are the shell, pnpm and npx above us, and not the terminal', async () => {
    expect(await findLaunchers(50, lookUp)).toEqual([
      { child: 50, parent: 40 },
      { child: 40, parent: 30 },
      { child: 30, parent: 20 },
    ]);
  });

  it('are missed when one of them has ended, whoever has its child now', async () => {
    const links = await findLaunchers(50, lookUp);
    expect(await hasLostLauncher(links, lookUp)).toBe(false);
    const withoutNpx = new Map([...processes, [30, { parent: 1, command: 'pnpm start' }]]);
    expect(await hasLostLauncher(links, async (pid) => withoutNpx.get(pid))).toBe(true);
    const withoutShell = new Map([...processes].filter(([pid]) => pid !== 40));
    expect(await hasLostLauncher(links, async (pid) => withoutShell.get(pid))).toBe(true);
  });

  it('are nobody to miss where we are the first process or cannot look', async () => {
    expect(await findLaunchers(1, async () => ({ parent: 0, command: 'node' }))).toEqual([]);
    expect(await findLaunchers(50, async () => undefined)).toEqual([]);
    expect(await hasLostLauncher([], async () => undefined)).toBe(false);
  });

  it('are read from /proc and from ps', () => {
    expect(parseStat('50 (a (b) c) S 40 50 50 0')).toBe(40);
    expect(parsePs('   40 npm exec pnpm@12 start\n')).toEqual({
      parent: 40,
      command: 'npm exec pnpm@12 start',
    });
    expect(parsePs('')).toBeUndefined();
  });
});

describe('the teardown', () => {
  it('goes back in the opposite order, one after the other, also past a failure', async () => {
    const story: string[] = [];
    const report = vi.fn();
    const teardown = createTeardown(report);
    teardown.add(async () => void story.push('first'));
    teardown.add(() => Promise.reject(new Error('stuck')));
    teardown.add(async () => {
      await Promise.resolve();
      story.push('last');
    });
    await Promise.all([teardown.run(), teardown.run()]);
    expect(story).toEqual(['last', 'first']);
    expect(report).toHaveBeenCalledOnce();
  });

  it('forgets what has ended by itself, and stops at once what comes too late', async () => {
    const story: string[] = [];
    const teardown = createTeardown(vi.fn());
    teardown.add(() => void story.push('forgotten'))();
    expect(() => teardown.throwIfRunning()).not.toThrow();
    await teardown.run();
    expect(() => teardown.throwIfRunning()).toThrow();
    teardown.add(() => void story.push('late'));
    await teardown.run();
    expect(story).toEqual(['late']);
  });
});
