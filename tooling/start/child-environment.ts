import type { Secrets } from './secrets.ts';
import type { Environment, Settings } from './settings.ts';

/** What the children are told, beyond what the person who starts has set. */
export interface ChildContext {
  readonly env: Environment;
  readonly settings: Settings;
  readonly secrets: Secrets;
}

/** Where a browser finds the sandbox, which listens to this machine only. */
export function sandboxUrlOf(settings: Settings): string {
  return `http://localhost:${settings.sandboxPort}`;
}

/** The environment of the server and of its steps `migrate` and `seed`. */
export function serverEnvironment(
  { env, settings, secrets }: ChildContext,
  databaseUrl: string,
): Environment {
  const sandboxUrl = sandboxUrlOf(settings);
  return {
    ...env,
    ...secrets,
    PORT: String(settings.port),
    PUBLIC_URL: settings.publicUrl,
    DATA_DIR: settings.dataDir,
    DATABASE_URL: databaseUrl,
    DEMO: settings.hasDemo ? '1' : '0',
    ...(settings.hasSandbox
      ? {
          SANDBOX_PORT: String(settings.sandboxPort),
          SANDBOX_URL: sandboxUrl,
          RAZORPAY_BASE_URL: `http://127.0.0.1:${settings.sandboxPort}`,
          RAZORPAY_CHECKOUT_URL: env['RAZORPAY_CHECKOUT_URL'] || `${sandboxUrl}/v1/checkout.js`,
        }
      : {}),
  };
}

/** The environment of the sandbox: Razorpay's side of the same keys, and nothing of ours. */
export function sandboxEnvironment({ env, settings, secrets }: ChildContext): Environment {
  const { AUTH_SECRET: _auth, DATABASE_URL: _database, ...others } = env;
  return {
    ...others,
    RAZORPAY_KEY_ID: secrets.RAZORPAY_KEY_ID,
    RAZORPAY_KEY_SECRET: secrets.RAZORPAY_KEY_SECRET,
    // The current one: a second one is only for accepting what was signed before a change.
    RAZORPAY_WEBHOOK_SECRET: secrets.RAZORPAY_WEBHOOK_SECRET.split(',')[0]?.trim(),
    PORT: String(settings.port),
    SANDBOX_PORT: String(settings.sandboxPort),
    DATA_DIR: settings.dataDir,
    PUBLIC_URL: settings.publicUrl,
    WEBHOOK_URL: `http://127.0.0.1:${settings.port}/webhooks/razorpay`,
  };
}
