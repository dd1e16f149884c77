import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedPostgres, readEmbeddedUrl, removeEmbedded, startEmbedded, tryLock } from './index.ts';
import { isRunning, readPidFile } from './orphan.ts';
import { isRoot, NOBODY } from './run-as.ts';

const MAIN = fileURLToPath(new URL('./fixtures/start-and-wait.ts', import.meta.url));

let root: string;
const made: string[] = [];

/** A DATA_DIR that nobody (uid 65534) can pass through. */
async function makeDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(root, 'data-'));
  await chmod(dataDir, 0o755);
  made.push(dataDir);
  return dataDir;
}

function start(dataDir: string, options: { durable?: boolean } = {}): Promise<EmbeddedPostgres> {
  return startEmbedded({ dataDir, durable: false, ...options });
}

async function query(url: string, text: string): Promise<postgres.Row[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Starts the cluster in another Node process; answers its first line, which is the url. */
async function startElsewhere(dataDir: string): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [MAIN, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout === null) throw new Error('no standard output');
  const [said] = await once(createInterface(child.stdout), 'line');
  return { child, said: String(said) };
}

async function kill9(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

const clusterDirOf = (dataDir: string): string => join(dataDir, 'postgres', 'data');

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lead-credits-embedded-'));
  await chmod(root, 0o755);
});
afterAll(async () => {
  for (const dataDir of made) await removeEmbedded(dataDir);
  await rm(root, { recursive: true, force: true });
});

describe('a cluster that is started and stopped', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await makeDataDir();
  });

  it('keeps its rows, its port and its password over a restart', async () => {
    const first = await start(dataDir);
    await query(first.ownerUrl, 'create table kept (n int); insert into kept values (42)');
    await first.stop();
    const second = await start(dataDir);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await query(second.ownerUrl, 'select n from kept')).toEqual([{ n: 42 }]);
    await second.stop();
  });

  it('listens on 127.0.0.1 alone, in UTC, in UTF-8, with an order that no locale changes', async () => {
    const running = await start(dataDir);
    const [row] = await query(
      running.ownerUrl,
      `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
              current_setting('TimeZone') as zone, current_setting('server_encoding') as encoding,
              upper('é') as upper, 'Z' < 'a' as by_code_point, split_part(version(), ' ', 2)::float >= 18 as is_18`,
    );
    await running.stop();
    expect(row).toEqual({
      addresses: '127.0.0.1',
      sockets: '',
      zone: 'UTC',
      encoding: 'UTF8',
      upper: 'É',
      by_code_point: true,
      is_18: true,
    });
  });

  it('tells its url to other programs only while it runs', async () => {
    const running = await start(dataDir);
    expect(await readEmbeddedUrl(dataDir)).toBe(running.ownerUrl);
    await running.stop();
    expect(await readEmbeddedUrl(dataDir)).toBeUndefined();
    expect(await readEmbeddedUrl(join(root, 'never-started'))).toBeUndefined();
  });

  it('refuses a wrong password', async () => {
    const running = await start(dataDir);
    const wrong = new URL(running.ownerUrl);
    wrong.password = 'guessed';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    await running.stop();
  });

  it('stops with sessions open, and twice without harm', async () => {
    const running = await start(dataDir);
    const sql = postgres(running.ownerUrl, { max: 1, onnotice: () => undefined });
    await sql`select 1`;
    await Promise.all([running.stop(), running.stop()]);
    await running.ended;
    await sql.end({ timeout: 0 });
    expect(await readPidFile(clusterDirOf(dataDir))).toBeUndefined();
  });

  it('keeps phones out of its log when a row is refused', async () => {
    const running = await start(dataDir);
    await query(running.ownerUrl, 'create table if not exists person (phone text check (false))');
    await expect(query(running.ownerUrl, "insert into person values ('+919812345678')")).rejects.toThrow();
    await running.stop();
    const log = await readFile(join(dataDir, 'postgres', 'postgres.log'), 'utf8');
    expect(log).toContain('violates check constraint');
    expect(log).not.toContain('919812345678');
  });

  it('keeps its password where only its user can read it', async () => {
    const { mode } = await stat(join(dataDir, 'postgres', 'connection.json'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('takes another port when a stranger has its own', async () => {
    const before = await start(dataDir);
    await before.stop();
    const port = Number(new URL(before.ownerUrl).port);
    const stranger = createServer().listen(port, '127.0.0.1');
    await once(stranger, 'listening');
    const after = await start(dataDir);
    expect(after.ownerUrl).not.toBe(before.ownerUrl);
    expect(await query(after.ownerUrl, 'select n from kept')).toEqual([{ n: 42 }]);
    await after.stop();
    stranger.close();
  });

  it('gets a new password when connection.json is lost', async () => {
    await rm(join(dataDir, 'postgres', 'connection.json'));
    const running = await start(dataDir);
    expect(await query(running.ownerUrl, 'select n from kept')).toEqual([{ n: 42 }]);
    await running.stop();
  });

  it('starts beside a postmaster.pid whose process is gone', async () => {
    const gone = spawn('true');
    await once(gone, 'exit');
    await writeFile(
      join(clusterDirOf(dataDir), 'postmaster.pid'),
      `${gone.pid}\n${clusterDirOf(dataDir)}\n1\n5432\n`,
    );
    const running = await start(dataDir);
    expect(running.adopted).toBe(false);
    await running.stop();
  });

  it('starts beside a postmaster.pid whose id a living stranger has, and leaves the stranger alone', async () => {
    // Postgres believes such a file when the stranger runs under its own user.
    const stranger = spawn('sleep', ['60'], isRoot() ? NOBODY : {});
    await writeFile(
      join(clusterDirOf(dataDir), 'postmaster.pid'),
      `${stranger.pid}\n${clusterDirOf(dataDir)}\n1\n5432\n`,
    );
    const running = await start(dataDir);
    expect(await query(running.ownerUrl, 'select n from kept')).toEqual([{ n: 42 }]);
    await running.stop();
    expect(await isRunning(stranger.pid ?? 0)).toBe(true);
    await kill9(stranger);
  });

  it('is not deleted when its version file is missing', async () => {
    const versionFile = join(clusterDirOf(dataDir), 'PG_VERSION');
    await rm(versionFile);
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'DATA_DAMAGED' });
    await writeFile(versionFile, '15\n');
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'DATA_OF_OTHER_VERSION' });
    expect(await readdir(clusterDirOf(dataDir))).toContain('base');
  });
});

describe('a start that is killed', () => {
  it('leaves a server that the next start replaces without losing a committed row', async () => {
    const dataDir = await makeDataDir();
    const { child, said } = await startElsewhere(dataDir);
    await query(said, 'create table kept (n int); insert into kept values (7)');
    const left = await readPidFile(clusterDirOf(dataDir));
    await kill9(child);
    expect(await readEmbeddedUrl(dataDir)).toBe(said);

    const next = await start(dataDir);
    expect(next.adopted).toBe(false);
    expect(next.ownerUrl).toBe(said);
    expect(await isRunning(left?.pid ?? 0)).toBe(false);
    expect(await query(next.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
    await next.stop();
  });

  it('leaves nothing in the way when it died during initdb', async () => {
    const dataDir = await makeDataDir();
    const child = spawn(process.execPath, [MAIN, dataDir], { stdio: 'ignore' });
    const isMaking = async (): Promise<boolean> => {
      const names = await readdir(join(dataDir, 'postgres')).catch(() => []);
      return names.some((name) => name.startsWith('data.new-') && !name.endsWith('.password'));
    };
    while (!(await isMaking())) await sleep(5);
    await kill9(child);
    expect(await readdir(join(dataDir, 'postgres'))).not.toContain('data');

    const next = await start(dataDir);
    expect(await query(next.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await next.stop();
    expect((await readdir(join(dataDir, 'postgres'))).filter((name) => name.endsWith('.password'))).toEqual(
      [],
    );
  });

  it('does not keep a killed server from being started again', async () => {
    const dataDir = await makeDataDir();
    const running = await start(dataDir, { durable: true });
    await query(running.ownerUrl, 'create table kept (n int); insert into kept values (9)');
    const file = await readPidFile(clusterDirOf(dataDir));
    process.kill(file?.pid ?? 0, 'SIGKILL');
    await running.ended;
    const next = await start(dataDir);
    expect(await query(next.ownerUrl, 'select n from kept')).toEqual([{ n: 9 }]);
    await next.stop();
  });

  it('is not kept from starting by a session that is busy and has not noticed', async () => {
    const dataDir = await makeDataDir();
    const running = await start(dataDir);
    const file = await readPidFile(clusterDirOf(dataDir));
    const busy = query(running.ownerUrl, 'select count(*) from generate_series(1, 1000000000) n').catch(
      () => 'cut off',
    );
    await sleep(200);
    process.kill(file?.pid ?? 0, 'SIGKILL');
    await running.ended;
    const startedAt = Date.now();
    const next = await start(dataDir);
    expect(Date.now() - startedAt).toBeLessThan(5_000);
    expect(await busy).toBe('cut off');
    await next.stop();
  });
});

describe('two starts at once', () => {
  it('share one server, which the guest does not stop', async () => {
    const dataDir = await makeDataDir();
    const [elsewhere, here] = await Promise.all([startElsewhere(dataDir), start(dataDir)]);
    expect(here.ownerUrl).toBe(elsewhere.said);
    if (here.adopted) await here.stop();
    expect(await query(here.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    elsewhere.child.kill('SIGTERM');
    await once(elsewhere.child, 'exit');
    await here.stop();
    expect(await readEmbeddedUrl(dataDir)).toBeUndefined();
  });

  it('in one process are one owner and one guest', async () => {
    const dataDir = await makeDataDir();
    const both = await Promise.all([start(dataDir), start(dataDir)]);
    expect(both.map((each) => each.adopted).sort()).toEqual([false, true]);
    await expect(removeEmbedded(dataDir)).resolves.toBe(false);
    await Promise.all(both.map((each) => each.stop()));
  });
});

describe.runIf(isRoot() && process.platform === 'linux')(
  'a DATA_DIR that nobody can reach, under root',
  () => {
    it('has its cluster elsewhere, follows the link to it, and forgets it when DATA_DIR is deleted', async () => {
      const closed = await mkdtemp(join(root, 'closed-'));
      const dataDir = join(closed, '.data');
      await mkdir(dataDir);
      made.push(dataDir);
      const first = await start(dataDir);
      await query(first.ownerUrl, 'create table kept (n int)');
      const [{ directory } = {}] = await query(
        first.ownerUrl,
        `select current_setting('data_directory') as directory`,
      );
      await first.stop();
      expect(directory).toMatch(/^\/var\/lib\/lead-credits\/[0-9a-f]{12}\/data$/);

      const again = await start(dataDir);
      expect(await query(again.ownerUrl, 'select count(*)::int as rows from kept')).toEqual([{ rows: 0 }]);
      await again.stop();

      await rm(dataDir, { recursive: true });
      const fresh = await start(dataDir);
      expect(await query(fresh.ownerUrl, "select to_regclass('kept') as found")).toEqual([{ found: null }]);
      await fresh.stop();
      await removeEmbedded(dataDir);
      await expect(readdir(dirname(String(directory)))).rejects.toThrow(/ENOENT/);
    });
  },
);

describe('a kernel lock', () => {
  it('is held once, and again after its release', () => {
    const path = join(root, 'lock');
    const first = tryLock(path);
    expect(first).toBeDefined();
    expect(tryLock(path)).toBeUndefined();
    first?.release();
    first?.release();
    const second = tryLock(path);
    expect(second).toBeDefined();
    second?.release();
  });
});
