import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { limits } from './limits.ts';

/** What `postmaster.pid` says: line 1 the pid, line 4 the port, line 8 the state. */
export interface PidFile {
  pid: number;
  port: number;
  isReady: boolean;
}

/** Reads the text of a `postmaster.pid`; undefined for one that is cut short. */
export function parsePidFile(text: string): PidFile | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3] ?? 0), isReady: lines[7] === 'ready' };
}

/** Reads `postmaster.pid` of a cluster; undefined when there is none. */
export async function readPidFile(clusterDir: string): Promise<PidFile | undefined> {
  const text = await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parsePidFile(text);
}

/** Whether a process with this id exists, ours or another user's, also one that has ended and was not reaped. */
function isPresent(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether a process with this id still runs. In containers whose first process reaps nobody, the dead stay present. */
export async function isRunning(pid: number): Promise<boolean> {
  if (!isPresent(pid)) return false;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !stat.slice(stat.lastIndexOf(')')).startsWith(') Z');
}

/**
 * Stops the postmaster of a killed parent, so that its data has one owner again and leftover sessions end. Call it
 * only while holding the cluster's lock. Answers the id that `postmaster.pid` names when a process that is not our
 * Postgres has it (ids are reused after a crash or a reboot), and undefined when nothing stands in the way.
 */
export async function endOrphan(
  clusterDir: string,
  log: (line: string) => void,
): Promise<number | undefined> {
  const file = await readPidFile(clusterDir);
  if (file === undefined) return undefined;
  if ((await isRunning(file.pid)) && (await isPostmasterOf(file.pid, clusterDir))) {
    log(`stopping the Postgres (pid ${file.pid}) that an interrupted start left behind`);
    await endPostmaster(file.pid);
  } else {
    await endSessions(clusterDir, log);
  }
  return isPresent(file.pid) ? file.pid : undefined;
}

/**
 * Ends the sessions that outlived a killed postmaster: a busy one notices only after its statement, and until then its
 * shared memory keeps the next server from starting. What they have committed is kept; the rest is undone as after any
 * crash. Linux only; elsewhere they are waited for.
 */
async function endSessions(clusterDir: string, log: (line: string) => void): Promise<void> {
  const left = await sessionsOf(clusterDir);
  if (left.length > 0) log(`ending ${left.length} Postgres sessions that outlived their server`);
  // Immediate: it interrupts a statement at any point.
  for (const pid of left) sendSignal(pid, 'SIGQUIT');
  for (const pid of left)
    if (!(await hasEnded(pid, limits.immediateStopTimeoutMs))) sendSignal(pid, 'SIGKILL');
}

/** Processes of Postgres that work in a cluster's directory. */
async function sessionsOf(clusterDir: string): Promise<number[]> {
  const names = await readdir('/proc').catch(() => []);
  const found = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => {
        const command = await readFile(`/proc/${name}/comm`, 'utf8').catch(() => '');
        return command.trim() === 'postgres' && (await worksIn(Number(name), clusterDir)) ? Number(name) : 0;
      }),
  );
  return found.filter((pid) => pid > 0);
}

/** Fast shutdown, then immediate, then kill; returns when the process is gone or nothing more can be done. */
export async function endPostmaster(pid: number): Promise<void> {
  const steps = [
    ['SIGINT', limits.fastStopTimeoutMs],
    ['SIGQUIT', limits.immediateStopTimeoutMs],
    ['SIGKILL', limits.killTimeoutMs],
  ] as const;
  for (const [signal, timeoutMs] of steps) {
    sendSignal(pid, signal);
    if (await hasEnded(pid, timeoutMs)) return;
  }
}

/** Signals a process that may be gone already. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended in between, which is what was wanted.
  }
}

async function hasEnded(pid: number, timeoutMs: number): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; ) {
    if (!(await isRunning(pid))) return true;
    await sleep(limits.pollIntervalMs);
  }
  return false;
}

/** Whether process `pid` is the Postgres of this cluster: a postmaster's working directory is its data directory. */
async function isPostmasterOf(pid: number, clusterDir: string): Promise<boolean> {
  if (process.platform === 'linux') return worksIn(pid, clusterDir);
  const [command, args] =
    process.platform === 'win32'
      ? (['tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV']] as const)
      : (['ps', ['-ww', '-o', 'command=', '-p', String(pid)]] as const);
  const { stdout } = await promisify(execFile)(command, [...args]).catch(() => ({ stdout: '' }));
  return stdout.includes(process.platform === 'win32' ? 'postgres.exe' : clusterDir);
}

async function worksIn(pid: number, clusterDir: string): Promise<boolean> {
  const [theirs, ours] = await Promise.all([stat(`/proc/${pid}/cwd`), stat(clusterDir)]).catch(() => []);
  return theirs !== undefined && theirs.dev === ours?.dev && theirs.ino === ours.ino;
}
