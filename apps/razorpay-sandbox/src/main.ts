/** Starts the sandbox on loopback. */
import process from 'node:process';
import { serve } from '@hono/node-server';
import { createSandbox } from './app.ts';
import { readEnvironment, stop } from './env.ts';

const HOST = '127.0.0.1';
/** A connection that does not end by itself is cut after this long. */
const CLOSE_TIMEOUT_MS = 2_000;

function main(): void {
  const { port, ...options } = readEnvironment();
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
