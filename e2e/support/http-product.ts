import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { freePort } from './free-port.ts';
import { type DemoProject, type Product, startProduct } from './product.ts';

/** A product for the stories without a browser: the one the browser sees stays as it was seeded. */
export interface HttpProduct extends Product {
  readonly dataDir: string;
  readonly port: number;
  readonly sandboxPort: number;
  /** The two projects of the demo: empty, and with 1,000 granted credits. */
  readonly outbound: DemoProject;
  readonly renewals: DemoProject;
  /** Made by its first start. */
  readonly keySecret: string;
}

/** What signs webhooks now, and what signed them before the secret was changed. */
export const WEBHOOK_SECRETS = {
  current: 'the-webhook-secret-of-today-0001',
  previous: 'the-webhook-secret-of-yesterday-2',
} as const;

/** A data directory that root's Postgres, which runs as nobody, can reach; `remove` takes it away. */
export function temporaryDataDir(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'lead-credits-http-'));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Starts the product on a data directory, on ports of its own unless they are given. */
export async function startOn(
  dataDir: string,
  options: {
    port?: number;
    sandboxPort?: number;
    env?: Readonly<Record<string, string>>;
    logFile?: string;
  } = {},
): Promise<HttpProduct> {
  const { env, logFile } = options;
  const port = options.port ?? (await freePort());
  const sandboxPort = options.sandboxPort ?? (await freePort());
  const product = await startProduct({ port, sandboxPort, dataDir, env, logFile });
  return {
    ...product,
    dataDir,
    port,
    sandboxPort,
    outbound: projectOf(product, 'Acme Outbound'),
    renewals: projectOf(product, 'Acme Renewals'),
    keySecret: keySecretOf(dataDir),
  };
}

function projectOf({ demo }: Product, name: string): DemoProject {
  const project = demo.projects.find((candidate) => candidate.name === name);
  if (!project) throw new Error(`the demo has no project ${name}`);
  return project;
}

/** The secret Razorpay and the server share for payments, as the first start on a data directory made it. */
export function keySecretOf(dataDir: string): string {
  const secrets: Record<string, string> = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8'));
  const secret = secrets['RAZORPAY_KEY_SECRET'];
  if (!secret) throw new Error('the start has made no key secret');
  return secret;
}

/** One product for all files that use it: Playwright keeps a worker, and so this, from file to file. */
export const test = base.extend<object, { product: HttpProduct }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
    async ({}, use, { workerIndex }) => {
      const folder = temporaryDataDir();
      const product = await startOn(folder.path, {
        env: { RAZORPAY_WEBHOOK_SECRET: `${WEBHOOK_SECRETS.current},${WEBHOOK_SECRETS.previous}` },
        logFile: join('test-results', `product-http-${workerIndex}.log`),
      });
      await use(product);
      await product.stop();
      folder.remove();
    },
    { scope: 'worker', timeout: 150_000 },
  ],
});
