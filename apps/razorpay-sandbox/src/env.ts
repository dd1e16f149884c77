/** The only reader of the environment. */
import process from 'node:process';
import type { SandboxOptions } from './app.ts';

type Environment = Record<string, string | undefined>;

/** The sandbox's settings. What is missing or unsafe ends the process with one sentence and exit code 1. */
export function readEnvironment(env: Environment = process.env): SandboxOptions & { port: number } {
  if (env.NODE_ENV === 'production') stop('The Razorpay sandbox does not start with NODE_ENV=production.');
  const keyId = required(env, 'RAZORPAY_KEY_ID');
  if (keyId.startsWith('rzp_live_')) stop('The Razorpay sandbox does not start with a live key (rzp_live_).');
  const port = Number(env.SANDBOX_PORT ?? '3001');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) stop('SANDBOX_PORT must be a port number.');
  const [webhookSecret = ''] = required(env, 'RAZORPAY_WEBHOOK_SECRET').split(',');
  if (webhookSecret.trim() === '') stop('RAZORPAY_WEBHOOK_SECRET must begin with the current secret.');
  return {
    port,
    keyId,
    keySecret: required(env, 'RAZORPAY_KEY_SECRET'),
    webhookSecret: webhookSecret.trim(),
    webhookUrl: env.WEBHOOK_URL ?? 'http://127.0.0.1:3000/webhooks/razorpay',
    dataDir: env.DATA_DIR ?? '.data',
  };
}

function required(env: Environment, name: string): string {
  const value = env[name];
  return value === undefined || value === '' ? stop(`The Razorpay sandbox needs ${name}.`) : value;
}

/** Ends the process with one sentence. */
export function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
