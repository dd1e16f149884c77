import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseGstin, stateByCode } from '@lead-credits/contract';
import { z } from 'zod';
import { StartRefused } from './start-refused.ts';

/** What the environment says. An empty variable counts as unset. */
export type Source = Readonly<Record<string, string | undefined>>;

/** Where things are: enough for the commands beside the server. */
export type Places = { isProduction: boolean; dataDir: string; databaseUrl: string | undefined };

export type RazorpayEnv = {
  keyId: string;
  keySecret: string;
  /** Current first, then the one before: events are retried under the secret they were signed with. */
  webhookSecrets: readonly string[];
  /** Undefined: Razorpay itself. */
  baseUrl: string | undefined;
  /** Where the browser loads the checkout from. */
  checkoutUrl: string;
  /** Where the stand-in is; undefined when payments go to Razorpay. */
  sandboxUrl: string | undefined;
};

export type MailEnv =
  | { kind: 'resend'; apiKey: string; baseUrl: string | undefined }
  | { kind: 'smtp'; url: string }
  | { kind: 'outbox' };

export type SellerEnv = {
  name: string;
  gstin: string | null;
  address: readonly string[];
  stateCode: string;
  sac: string;
};

export type Env = Places & {
  host: string;
  port: number;
  /** As people type it, without a slash at its end. */
  publicUrl: string;
  hasDemo: boolean;
  hasWorker: boolean;
  /** How many proxies of ours stand in front and append to X-Forwarded-For; 0: the header is ignored. */
  trustedProxies: number;
  authSecret: string;
  razorpay: RazorpayEnv;
  mail: MailEnv;
  mailFrom: string;
  /** Undefined in production until somebody is named: nothing can be sold before. */
  seller: SellerEnv | undefined;
};

const PRODUCTION_RAZORPAY = {
  api: 'api.razorpay.com',
  checkout: 'https://checkout.razorpay.com/v1/checkout.js',
};
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;
const OFF = /^(?:0|false|no|off)$/i;

const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''));

/** Reads one variable; a wrong one stops the start with a sentence that names it. */
function read<T>(source: Source, name: string, schema: z.ZodType<T>, mustBe: string): T | undefined {
  const text = source[name]?.trim();
  if (!text) return undefined;
  const parsed = schema.safeParse(text);
  if (!parsed.success) throw new StartRefused(`${name} must be ${mustBe}.`);
  return parsed.data;
}

function required(source: Source, name: string, why: string): string {
  const text = source[name]?.trim();
  if (!text) throw new StartRefused(`${name} is not set: ${why}.`);
  return text;
}

/** Where the data and the database are. Needs no secret. */
export function readPlaces(source: Source = process.env): Places {
  return {
    isProduction: source['NODE_ENV'] === 'production',
    dataDir: resolve(source['DATA_DIR']?.trim() || '.data'),
    databaseUrl: read(
      source,
      'DATABASE_URL',
      z.url({ protocol: /^postgres(?:ql)?$/ }),
      'a postgres:// address',
    ),
  };
}

/**
 * Everything the server is told, checked. Throws StartRefused with one sentence that names what is missing or wrong.
 * Outside production, secrets that are unset are those of `DATA_DIR/secrets.json`, which `pnpm start` makes.
 */
export function readEnv(given: Source = process.env): Env {
  const places = readPlaces(given);
  const { isProduction } = places;
  const source = isProduction ? given : { ...readSecrets(places.dataDir), ...withoutEmpty(given) };
  const why = isProduction ? 'production needs it' : 'set it, or start with `pnpm start`, which makes one';
  const listenPort = read(source, 'PORT', port, 'a port number') ?? 3000;
  return {
    ...places,
    host: source['HOST']?.trim() || '127.0.0.1',
    port: listenPort,
    publicUrl: readPublicUrl(source, isProduction, listenPort),
    hasDemo: !isProduction && !OFF.test(source['DEMO'] ?? ''),
    hasWorker: !OFF.test(source['WORKER'] ?? ''),
    trustedProxies:
      read(source, 'TRUSTED_PROXIES', z.coerce.number().int().min(0).max(10), 'a number up to 10') ?? 0,
    authSecret: readAuthSecret(source, why),
    razorpay: readRazorpay(source, isProduction, why),
    mail: readMail(source, isProduction),
    mailFrom: source['MAIL_FROM']?.trim() || 'Lead Credits <billing@leadcredits.example>',
    seller: readSeller(source, isProduction),
  };
}

function withoutEmpty(source: Source): Source {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
}

/** A missing or unreadable file is no secrets: what is needed and missing is named later. */
function readSecrets(dataDir: string): Source {
  try {
    const parsed = z
      .record(z.string(), z.string())
      .safeParse(JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

function readAuthSecret(source: Source, why: string): string {
  const secret = required(source, 'AUTH_SECRET', why);
  if (secret.length < 32) throw new StartRefused('AUTH_SECRET must have at least 32 characters.');
  return secret;
}

function readPublicUrl(source: Source, isProduction: boolean, listenPort: number): string {
  const given = read(source, 'PUBLIC_URL', url, 'an address that begins with http:// or https://');
  if (!isProduction) return given ?? `http://localhost:${listenPort}`;
  if (!given) throw new StartRefused('PUBLIC_URL is not set: production needs it.');
  const { protocol, hostname } = new URL(given);
  if (protocol === 'http:' && !LOOPBACK.test(hostname)) {
    throw new StartRefused(
      'PUBLIC_URL must begin with https:// in production: session cookies travel with it.',
    );
  }
  return given;
}

function readRazorpay(source: Source, isProduction: boolean, why: string): RazorpayEnv {
  const keyId = required(source, 'RAZORPAY_KEY_ID', why);
  const keySecret = required(source, 'RAZORPAY_KEY_SECRET', why);
  const webhookSecrets = required(source, 'RAZORPAY_WEBHOOK_SECRET', why)
    .split(',')
    .map((secret) => secret.trim())
    .filter((secret) => secret !== '');
  if (webhookSecrets.length === 0) throw new StartRefused(`RAZORPAY_WEBHOOK_SECRET is not set: ${why}.`);
  if (webhookSecrets.includes(keySecret)) {
    throw new StartRefused(
      'RAZORPAY_WEBHOOK_SECRET is the same as RAZORPAY_KEY_SECRET: Razorpay has a secret of its own for webhooks.',
    );
  }
  const givenBaseUrl = read(
    source,
    'RAZORPAY_BASE_URL',
    url,
    'an address that begins with http:// or https://',
  );
  const isLive = keyId.startsWith('rzp_live_');
  if (isLive && givenBaseUrl) {
    throw new StartRefused(
      'RAZORPAY_BASE_URL is set beside a live key: a live key goes to Razorpay alone, unset it.',
    );
  }
  const sandboxUrl = isProduction || isLive ? undefined : readSandboxUrl(source, givenBaseUrl);
  const baseUrl = givenBaseUrl ?? sandboxUrl;
  const checkoutUrl = readCheckoutUrl(source, baseUrl);
  if (isProduction) refuseStandIns(baseUrl, checkoutUrl);
  return { keyId, keySecret, webhookSecrets, baseUrl, checkoutUrl, sandboxUrl };
}

/** `pnpm start` names it; a base URL without it is somebody else's gateway. */
function readSandboxUrl(source: Source, givenBaseUrl: string | undefined): string | undefined {
  const named = read(source, 'SANDBOX_URL', url, 'an address that begins with http:// or https://');
  const sandboxPort = read(source, 'SANDBOX_PORT', port, 'a port number') ?? 3001;
  return named ?? (givenBaseUrl ? undefined : `http://127.0.0.1:${sandboxPort}`);
}

function readCheckoutUrl(source: Source, baseUrl: string | undefined): string {
  const given = read(source, 'RAZORPAY_CHECKOUT_URL', url, 'an address that begins with http:// or https://');
  if (given) return given;
  const isRazorpay = baseUrl === undefined || new URL(baseUrl).hostname === PRODUCTION_RAZORPAY.api;
  return isRazorpay ? PRODUCTION_RAZORPAY.checkout : `${baseUrl}/v1/checkout.js`;
}

/** In production a stand-in is impossible, not just off: its payments are no money. */
function refuseStandIns(baseUrl: string | undefined, checkoutUrl: string): void {
  if (baseUrl && new URL(baseUrl).hostname !== PRODUCTION_RAZORPAY.api) {
    throw new StartRefused('RAZORPAY_BASE_URL is not Razorpay: production has no sandbox, unset it.');
  }
  if (!/^https:\/\/[a-z]+\.razorpay\.com\//.test(checkoutUrl)) {
    throw new StartRefused('RAZORPAY_CHECKOUT_URL is not Razorpay: production has no sandbox, unset it.');
  }
}

function readMail(source: Source, isProduction: boolean): MailEnv {
  const apiKey = source['RESEND_API_KEY']?.trim();
  const baseUrl = read(source, 'RESEND_BASE_URL', url, 'an address that begins with http:// or https://');
  if (apiKey) return { kind: 'resend', apiKey, baseUrl };
  const smtp = read(source, 'SMTP_URL', z.url({ protocol: /^smtps?$/ }), 'an smtp:// or smtps:// address');
  if (smtp) return { kind: 'smtp', url: smtp };
  if (isProduction) {
    throw new StartRefused('RESEND_API_KEY or SMTP_URL is not set: production needs one to mail invoices.');
  }
  return { kind: 'outbox' };
}

/** Made up: no PAN has the serial 0000, so this GSTIN passes its check digit and belongs to nobody. */
const DEMO_SELLER: SellerEnv = {
  name: 'Lead Credits Demo Pvt Ltd',
  gstin: '29ZZZCL0000Z1ZB',
  address: ['1 Example Road', 'Bengaluru 560001'],
  stateCode: '29',
  sac: '998319',
};

/**
 * Who sells. A document of the demo's seller would be false in production, so there every line of it comes from the
 * environment or there is no seller at all.
 */
function readSeller(source: Source, isProduction: boolean): SellerEnv | undefined {
  const name = source['SELLER_NAME']?.trim();
  if (!name) return isProduction ? undefined : DEMO_SELLER;
  const stateCode = required(source, 'SELLER_STATE_CODE', 'SELLER_NAME needs it, for the place of supply');
  if (!stateByCode(stateCode))
    throw new StartRefused('SELLER_STATE_CODE must be a GST state code, such as 29.');
  const address = required(source, 'SELLER_ADDRESS', 'SELLER_NAME needs it, for invoices')
    .split(/[\n;|]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    name,
    gstin: readGstin(source, stateCode),
    address,
    stateCode,
    sac: source['SELLER_SAC']?.trim() || '998319',
  };
}

function readGstin(source: Source, stateCode: string): string | null {
  const text = source['SELLER_GSTIN']?.trim();
  if (!text) return null;
  const parsed = parseGstin(text);
  if (!parsed.ok)
    throw new StartRefused('SELLER_GSTIN is not a GSTIN: its check digit or its form is wrong.');
  if (parsed.stateCode !== stateCode) {
    throw new StartRefused('SELLER_GSTIN begins with another state than SELLER_STATE_CODE.');
  }
  return parsed.gstin;
}
