import { randomBytes, randomInt } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from './settings.ts';
import { StartRefused } from './start-refused.ts';

const NAMES = ['AUTH_SECRET', 'RAZORPAY_KEY_ID', 'RAZORPAY_KEY_SECRET', 'RAZORPAY_WEBHOOK_SECRET'] as const;

/** The secrets the children need, by the names of their variables. */
export type Secrets = Readonly<Record<(typeof NAMES)[number], string>>;

const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * The secrets of the environment, completed by those of `DATA_DIR/secrets.json` (mode 600), which is made on first
 * use. In production nothing is made up. Throws StartRefused with the name of what is missing.
 */
export async function loadSecrets(
  dataDir: string,
  env: Environment,
  isProduction: boolean,
): Promise<Secrets> {
  refuseGaps(env, isProduction);
  const given = pick(env);
  if (isComplete(given)) return given;
  const file = join(dataDir, 'secrets.json');
  const stored = parseSecrets(await readFile(file, 'utf8').catch(() => '{}'));
  const kept = { ...generateSecrets(), ...stored };
  if (!isComplete(stored)) await store(file, kept);
  return { ...kept, ...given };
}

/** Throws StartRefused for secrets that only the person who starts can know. */
export function refuseGaps(env: Environment, isProduction: boolean): void {
  const missing = NAMES.find((name) => !env[name]);
  if (isProduction && missing !== undefined)
    throw new StartRefused(`${missing} is not set: production needs it.`);
  for (const [name, other] of [
    ['RAZORPAY_KEY_ID', 'RAZORPAY_KEY_SECRET'],
    ['RAZORPAY_KEY_SECRET', 'RAZORPAY_KEY_ID'],
  ] as const) {
    if (env[name] && !env[other]) throw new StartRefused(`${name} is set without ${other}: they are a pair.`);
  }
  if (env['RAZORPAY_KEY_ID']?.startsWith('rzp_live_') && !env['RAZORPAY_WEBHOOK_SECRET']) {
    throw new StartRefused('RAZORPAY_WEBHOOK_SECRET is not set: a live key needs the one of its webhook.');
  }
}

/** New secrets in Razorpay's own shapes. */
export function generateSecrets(): Secrets {
  return {
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    RAZORPAY_KEY_ID: `rzp_test_${randomBase62(14)}`,
    RAZORPAY_KEY_SECRET: randomBase62(24),
    RAZORPAY_WEBHOOK_SECRET: randomBase62(32),
  };
}

/** The secrets in the text of a secrets.json; what is no secret of ours is left out. */
export function parseSecrets(text: string): Partial<Secrets> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return {};
    const strings = Object.entries(value).filter(([, entry]) => typeof entry === 'string');
    return pick(Object.fromEntries(strings));
  } catch {
    return {};
  }
}

function pick(values: Environment): Partial<Secrets> {
  return Object.fromEntries(NAMES.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
}

function isComplete(secrets: Partial<Secrets>): secrets is Secrets {
  return NAMES.every((name) => secrets[name] !== undefined);
}

async function store(file: string, secrets: Secrets): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}

function randomBase62(length: number): string {
  return Array.from({ length }, () => BASE62[randomInt(BASE62.length)]).join('');
}
