import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { type Binaries, program } from './binaries.ts';
import type { RunAs } from './run-as.ts';

const PASSED_ON = [
  'PATH',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'SYSTEMROOT',
  'LD_LIBRARY_PATH',
  'LD_PRELOAD',
  'FAKETIME',
];

/**
 * What Postgres sees of our environment: not our secrets (a server of root's runs as nobody), not the user's PGPORT
 * or PGDATA, and no locale (messages stay in English, dates in UTC).
 */
export function postgresEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = PASSED_ON.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

/** Starts a program of the binaries as `runAs`, in a directory every user can be in. */
export function spawnProgram(
  binaries: Binaries,
  name: 'initdb' | 'postgres' | 'pg_ctl',
  args: readonly string[],
  options: SpawnOptions & { runAs: RunAs },
): ChildProcess {
  const { runAs, env, ...rest } = options;
  return spawn(program(binaries, name), args, {
    ...rest,
    ...runAs,
    cwd: binaries.nativeDir,
    env: { ...postgresEnvironment(process.env), ...env },
    windowsHide: true,
  });
}

/** What a program that ran to its end left: its code (null: killed by a signal) and the last of what it said. */
export interface Finished {
  code: number | null;
  output: string;
}

/** Runs a program to its end with `input` on its standard input; kills it after `timeoutMs`. Never rejects for its code. */
export function runProgram(
  binaries: Binaries,
  name: 'initdb' | 'postgres' | 'pg_ctl',
  args: readonly string[],
  options: { runAs: RunAs; timeoutMs: number; input?: string },
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawnProgram(binaries, name, args, {
      runAs: options.runAs,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: unknown): void => {
      output = `${output}${chunk}`.slice(-8_000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    // A program that ends without reading its input is judged by its code, not by the broken pipe.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input ?? '');
    const timer = setTimeout(() => child.kill('SIGKILL'), options.timeoutMs);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    });
  });
}
