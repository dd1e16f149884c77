/** Starts the sandbox on loopback. Reads the environment; nothing else here does. */
import process from 'node:process';
import { serve } from '@hono/node-server';
import { createSandbox, type SandboxOptions } from './app.ts';

const HOST = '127.0.0.1';
/** A connection that does not end by itself is cut after this long. */
const CLOSE_TIMEOUT_MS = 2_000;

type Environment = Record<string, string | undefined>;

function readEnvironment(env: Environment): SandboxOptions & { port: number } {
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

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function main(): void {
  const { port, ...options } = readEnvironment(process.env);
  let sandbox: ReturnType<typeof createSandbox> | undefined;
  // The state is opened once the port is ours: a second start must not deliver the first one's webhooks.
  const server = serve(
    {
      fetch: (request) => sandbox?.app.fetch(request) ?? new Response(null, { status: 503 }),
      port,
      hostname: HOST,
    },
    (address) => {
      sandbox = createSandbox(options);
      console.log(`Razorpay sandbox on http://${HOST}:${address.port}, webhooks to ${options.webhookUrl}`);
      process.send?.({ ready: true });
    },
  );
  server.on('error', (error: Error & { code?: string }) => {
    if (error.code === 'EADDRINUSE') stop(`Port ${port} is taken: set SANDBOX_PORT to a free one.`);
    stop(`The Razorpay sandbox could not listen on port ${port}: ${error.message}`);
  });

  let isStopping = false;
  const shutDown = (): void => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(0), CLOSE_TIMEOUT_MS).unref();
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    void Promise.resolve(sandbox?.close()).finally(() => process.exit(0));
  };
  process.on('SIGINT', shutDown);
  process.on('SIGTERM', shutDown);
  // The process that started this one is gone: nobody would stop it otherwise.
  process.on('disconnect', shutDown);
}

main();
