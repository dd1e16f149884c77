import { resolve } from 'node:path';
import { StartRefused } from './start-refused.ts';

/** The variables of the environment a start reads. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment and the arguments ask for. */
export interface Settings {
  readonly port: number;
  readonly sandboxPort: number;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Set: the Postgres to use. Unset: the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly isProduction: boolean;
  readonly isDev: boolean;
  readonly hasDemo: boolean;
  /** Whether the sandbox stands in for Razorpay. */
  readonly hasSandbox: boolean;
}

const OFF = new Set(['0', 'false', 'no', 'off']);

/** Reads the settings; an empty variable counts as unset. Throws StartRefused with the name of a wrong one. */
export function readSettings(env: Environment, args: readonly string[], root: string): Settings {
  const port = readPort(env, 'PORT', 3000);
  const isProduction = env['NODE_ENV'] === 'production';
  const isLive = env['RAZORPAY_KEY_ID']?.startsWith('rzp_live_') === true;
  const hasSandbox = !isProduction && !isLive && !env['RAZORPAY_BASE_URL'];
  const sandboxPort = readPort(env, 'SANDBOX_PORT', 3001);
  if (hasSandbox && port === sandboxPort) {
    throw new StartRefused(`PORT and SANDBOX_PORT are both ${port}: they need different ports.`);
  }
  return {
    port,
    sandboxPort,
    publicUrl: readPublicUrl(env, port, isProduction),
    dataDir: resolve(root, env['DATA_DIR'] || '.data'),
    databaseUrl: env['DATABASE_URL'] || undefined,
    isProduction,
    isDev: args.includes('--dev'),
    hasDemo: !isProduction && !OFF.has((env['DEMO'] ?? '').toLowerCase()),
    hasSandbox,
  };
}

function readPort(env: Environment, name: string, otherwise: number): number {
  const text = env[name];
  if (!text) return otherwise;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new StartRefused(`${name} is "${text}": it must be a port from 1 to 65535.`);
}

function readPublicUrl(env: Environment, port: number, isProduction: boolean): string {
  const text = env['PUBLIC_URL'];
  if (!text && isProduction) throw new StartRefused('PUBLIC_URL is not set: production needs it.');
  if (!text) return `http://localhost:${port}`;
  if (URL.canParse(text) && /^https?:/.test(text)) return text.replace(/\/+$/, '');
  throw new StartRefused(
    `PUBLIC_URL is "${text}": it must be an address that begins with http:// or https://.`,
  );
}
