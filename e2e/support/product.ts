import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '..', '..');
/** `pnpm start` promises an answer within 120 s on a fresh clone, install included. */
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 20_000;

export type DemoUser = 'owner' | 'admin' | 'finance' | 'operator' | 'viewer' | 'staff' | 'outsider';

/** What `pnpm demo --json` prints. */
export interface Demo {
  readonly url: string;
  readonly sandboxUrl: string;
  readonly outboxUrl: string;
  readonly users: Readonly<Record<DemoUser, { readonly email: string; readonly password: string }>>;
  readonly projects: readonly DemoProject[];
}

export interface DemoProject {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
  readonly apiKey: string;
  readonly processes: readonly { readonly id: string; readonly name: string }[];
}

export interface ProductOptions {
  readonly port: number;
  readonly sandboxPort: number;
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Where the product's output goes; it also stands in the error of a start that fails. */
  readonly logFile?: string;
}

export interface Product {
  readonly url: string;
  readonly sandboxUrl: string;
  readonly demo: Demo;
  /** The process that started all others. */
  readonly pid: number;
  /** Ends it as Ctrl-C does; by force when that takes longer than 20 s. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the product as a person does and waits until it answers and has its demo.
 * Rejects with what it printed when it ends early or is not ready within 120 s.
 */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { port, sandboxPort, dataDir, env } = options;
  const child = spawn(process.execPath, ['tooling/start/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), SANDBOX_PORT: String(sandboxPort), DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that a force-stop reaches every process of it.
    detached: true,
  });
  const output = collectOutput(child, options.logFile);
  const killGroup = (): void => killQuietly(child);
  process.once('exit', killGroup);
  const stop = async (): Promise<void> => {
    await stopProcess(child);
    process.off('exit', killGroup);
  };
  try {
    const demo = await untilReady(child, `http://127.0.0.1:${port}`, dataDir);
    return { url: demo.url, sandboxUrl: demo.sandboxUrl, demo, pid: child.pid ?? 0, stop };
  } catch (error) {
    await stop();
    throw new Error(
      `The product did not start: ${error instanceof Error ? error.message : error}\n${output()}`,
    );
  }
}

/** The product of this run, started by the global setup, which also ends it. */
export interface RunningProduct extends Omit<Product, 'pid' | 'stop'> {
  readonly dataDir: string;
}

/** What the global setup has started. */
export function runningProduct(): RunningProduct {
  const { E2E_DEMO: told, E2E_DATA_DIR: dataDir } = process.env;
  if (!told || !dataDir) throw new Error('No product runs: the global setup of Playwright starts it.');
  const demo: Demo = JSON.parse(told);
  return { url: demo.url, sandboxUrl: demo.sandboxUrl, demo, dataDir };
}

async function untilReady(child: ChildProcess, url: string, dataDir: string): Promise<Demo> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (hasEnded(child)) throw new Error(`it ended with ${child.signalCode ?? child.exitCode}`);
    const demo = isStartedBy(dataDir, child) ? readJson<Demo>(join(dataDir, 'demo.json')) : undefined;
    if (demo && (await answers(`${url}/readyz`)) && (await answers(`${demo.sandboxUrl}/v1/checkout.js`)))
      return demo;
    await sleep(200);
  }
  throw new Error(`not ready within ${START_TIMEOUT_MS / 1000} s`);
}

/** Whether the data belongs to this start: what a killed one has left may still answer for a moment. */
const isStartedBy = (dataDir: string, { pid }: ChildProcess): boolean =>
  readJson<{ pid: number }>(join(dataDir, 'start.json'))?.pid === pid;

/** A file once it is written; one still being written is not JSON yet. */
function readJson<Content>(file: string): Content | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  );

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function stopProcess(child: ChildProcess): Promise<void> {
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  child.kill('SIGINT');
  while (!hasEnded(child) && Date.now() < deadline) await sleep(50);
  killQuietly(child);
}

/** Ends what is left of the group; there is nothing to say when it is empty. */
function killQuietly({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // No process of the group is left.
  }
}

/** Keeps the last of what the product said, and all of it in a file. */
function collectOutput({ stdout, stderr }: ChildProcess, logFile?: string): () => string {
  let last = '';
  if (logFile) mkdirSync(dirname(logFile), { recursive: true });
  const log = logFile ? createWriteStream(logFile) : undefined;
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      last = (last + text).slice(-8_000);
      log?.write(text);
    });
  }
  return () => last;
}
