import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { limits } from './limits.ts';
import type { Environment } from './settings.ts';

/** A program to run with the Node of this process. */
export interface Program {
  /** The .js or .ts file. */
  readonly entry: string;
  readonly args: readonly string[];
}

/**
 * Starts a program with a channel to us; when we are killed, the channel ends and so does the child. It has a
 * session of its own, so a Ctrl-C in the terminal reaches only us and we stop everything in order.
 */
export function forkChild(program: Program, cwd: string, env: Environment): ChildProcess {
  return fork(program.entry, [...program.args], {
    cwd,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
  });
}

/** Resolves when a child has ended and what it said has been read, unless something it started still holds its streams. */
export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.once('exit', () => setTimeout(resolve, limits.streamEndTimeoutMs).unref());
    child.once('error', () => resolve());
  });
}

/**
 * Asks a child to finish, kills it when it takes longer than `limits.stopTimeoutMs` or as soon as `force` is aborted,
 * and waits for its end.
 */
export async function endChild(child: ChildProcess, end: Promise<void>, force: AbortSignal): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return end;
  // Windows has no SIGTERM to send: there the end of the channel says the same.
  if (process.platform === 'win32') child.disconnect();
  else child.kill('SIGTERM');
  const patience = new AbortController();
  const impatient = Promise.race([
    sleep(limits.stopTimeoutMs, undefined, { signal: patience.signal }).catch(() => undefined),
    aborted(force),
  ]).then(() => child.kill('SIGKILL'));
  await Promise.race([end, impatient.then(() => end)]);
  patience.abort();
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** Whether a message of a child says that it is ready: `{"ready": true}`. */
export function saysReady(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'ready' in message && message.ready === true;
}
