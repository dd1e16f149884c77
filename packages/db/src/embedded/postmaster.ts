import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, program } from './binaries.ts';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { findFreePort, isFree } from './free-port.ts';
import type { Home } from './home.ts';
import { limits } from './limits.ts';
import { endOrphan, endPostmaster, readPidFile, sendSignal } from './orphan.ts';
import { spawnProgram } from './spawn-program.ts';

/** A running postmaster that is a child of this process. */
export interface Postmaster {
  port: number;
  /** Resolves when it has ended, whoever ended it. */
  ended: Promise<void>;
  /** Fast shutdown (open sessions are cut, what is committed is kept), harder after `limits`; waits for the end. */
  stop(): Promise<void>;
}

/** The settings of the server beyond initdb's own. */
export function settings(port: number, durable: boolean): string[] {
  const values = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=256MB',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_checkpoints=off',
    // Phones and e-mails stay out of the log: no statement texts, no "Failing row contains (…)".
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  return values.flatMap((value) => ['-c', value]);
}

/**
 * Starts Postgres on `preferredPort` or, where that is taken, on another free port of 127.0.0.1, and waits until it
 * accepts connections. Call it only while holding the cluster's lock. Throws START_FAILED with Postgres' own words.
 */
export async function startPostmaster(
  home: Home,
  binaries: Binaries,
  options: { preferredPort: number | undefined; durable: boolean; log: (line: string) => void },
): Promise<Postmaster> {
  await rotateLog(home.logFile);
  let port = options.preferredPort;
  let lastWords = '';
  const heldUntil = Date.now() + limits.heldTimeoutMs;
  for (let attempt = 1; attempt <= limits.startAttempts || isHeld(lastWords, heldUntil); attempt += 1) {
    // Before the port is looked at: the orphan may be what listens there.
    const stranger = await endOrphan(home.clusterDir, options.log);
    if (port === undefined || !(await isFree(port))) port = await findFreePort();
    const logged = await sizeBytes(home.logFile);
    const child = spawnPostmaster(home, binaries, settings(port, options.durable), stranger);
    const end = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    if (await becomesReady(home, child)) return asPostmaster(binaries, home, child, port, end);
    lastWords = await readLog(home.logFile, logged);
    await sleep(limits.startRetryDelayMs);
  }
  throw new EmbeddedPostgresError(
    'START_FAILED',
    `The embedded Postgres did not start: ${fatalLine(lastWords)}`,
  );
}

/** Whether it is worth waiting for the sessions of the server before: they end with their statements. */
function isHeld(lastWords: string, until: number): boolean {
  return lastWords.includes('is still in use') && Date.now() < until;
}

/** The line of a Postgres log that says why it ended. */
export function fatalLine(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  return (
    lines.findLast((line) => /\b(FATAL|PANIC):/.test(line)) ??
    lines.at(-1) ??
    'it said nothing'
  ).trim();
}

function spawnPostmaster(
  home: Home,
  binaries: Binaries,
  args: string[],
  stranger: number | undefined,
): ChildProcess {
  const log = openSync(home.logFile, 'a', 0o600);
  try {
    return spawnProgram(binaries, 'postgres', ['-D', home.clusterDir, ...args], {
      runAs: home.runAs,
      // A session of its own: a Ctrl-C in the terminal reaches us, who stop it last, and not it.
      detached: process.platform !== 'win32',
      stdio: ['ignore', log, log],
      // Postgres refuses to start while the pid in a stale postmaster.pid is alive, unless that is its parent or
      // (told so here, as pg_ctl does) its grandparent. The file itself must stay: its shared-memory line keeps
      // us from starting beside backends that outlived their postmaster.
      env: stranger === undefined ? {} : { PG_GRANDPARENT_PID: String(stranger) },
    });
  } finally {
    closeSync(log);
  }
}

/** True once it accepts connections, false when it ended before that. */
async function becomesReady(home: Home, child: ChildProcess): Promise<boolean> {
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  for (const end = Date.now() + limits.readyTimeoutMs; Date.now() < end; ) {
    if (failure !== undefined)
      throw new EmbeddedPostgresError('START_FAILED', `Postgres cannot be run: ${failure.message}`);
    if (child.exitCode !== null || child.signalCode !== null) return false;
    const file = await readPidFile(home.clusterDir);
    if (file?.isReady === true && file.pid === child.pid) return true;
    await sleep(limits.pollIntervalMs);
  }
  if (child.pid !== undefined) await endPostmaster(child.pid);
  throw new EmbeddedPostgresError(
    'START_TIMED_OUT',
    `The embedded Postgres did not become ready, see ${home.logFile}`,
  );
}

function asPostmaster(
  binaries: Binaries,
  home: Home,
  child: ChildProcess,
  port: number,
  ended: Promise<void>,
): Postmaster {
  const pid = child.pid ?? 0;
  // The process may end without `stop` (an uncaught error); a postmaster without its parent helps nobody.
  const onExit = (): void => sendSignal(pid, 'SIGINT');
  process.once('exit', onExit);
  void ended.then(() => process.off('exit', onExit));
  child.unref();
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    if (process.platform === 'win32') await stopOnWindows(binaries, home);
    else await endPostmaster(pid);
    await ended;
  };
  return {
    port,
    ended,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** Windows has no SIGINT to send: pg_ctl speaks to the server through its pipe. */
function stopOnWindows(binaries: Binaries, home: Home): Promise<void> {
  const child = spawn(program(binaries, 'pg_ctl'), ['stop', '-w', '-m', 'fast', '-D', home.clusterDir], {
    windowsHide: true,
  });
  return new Promise((resolve) => child.once('close', () => resolve()));
}

async function sizeBytes(file: string): Promise<number> {
  return (await stat(file).catch(() => ({ size: 0 }))).size;
}

async function rotateLog(file: string): Promise<void> {
  if ((await sizeBytes(file)) > limits.logRotateBytes) await rename(file, `${file}.1`);
}

/** The end of what was logged after `from`. */
async function readLog(file: string, from: number): Promise<string> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (handle === undefined) return '';
  try {
    const position = Math.max(from, (await handle.stat()).size - limits.logTailBytes);
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(limits.logTailBytes), position });
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
