/** `serve` (default), `migrate`, `seed`. */
import { migrate } from '@lead-credits/db';
import { compose } from './compose.ts';
import { readEnv, readPlaces } from './env.ts';
import { migrateJobs } from './jobs.ts';
import { limits } from './limits.ts';
import { createLog, type Logger } from './log.ts';
import { openPostgres } from './postgres.ts';
import { seedDemo } from './seed/seed.ts';
import { serve } from './serve.ts';
import { StartRefused } from './start-refused.ts';

/** As the owner: schema, queues and the grants of the application's role. Needs no secret. */
async function runMigrate(): Promise<void> {
  const postgres = await openPostgres(readPlaces());
  try {
    await migrate(postgres.ownerUrl);
    await migrateJobs(postgres.ownerUrl);
  } finally {
    await postgres.stop();
  }
}

async function runSeed(log: Logger): Promise<void> {
  const env = readEnv();
  if (env.isProduction) throw new StartRefused('There is no demo in production.');
  if (!env.hasDemo) return;
  const postgres = await openPostgres(env);
  const { services, systemCtx } = await compose(env, postgres.ownerUrl, log);
  try {
    await seedDemo(systemCtx('seed', 'seed'), env);
  } finally {
    await services.db.close();
    await postgres.stop();
  }
}

/** Serves until it is told to stop: by a signal, or by the end of the process that started it. */
async function runServe(log: Logger): Promise<void> {
  const env = readEnv();
  const running = await serve(env, log);
  const stop = (): void => {
    setTimeout(() => process.exit(0), limits.stopTimeoutMs).unref();
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error, log),
    );
  };
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(event, stop);
  log.info({ port: running.port, host: env.host }, 'listening');
  process.send?.({ ready: true });
}

/** One sentence for what somebody can put right; everything else with its trace. */
function fail(error: unknown, log: Logger): never {
  if (error instanceof StartRefused) console.error(error.message);
  else log.fatal({ err: error }, 'stopped by an error');
  process.exit(1);
}

async function main(command: string, log: Logger): Promise<void> {
  process.on('uncaughtException', (error) => fail(error, log));
  switch (command) {
    case 'serve':
      return runServe(log);
    case 'migrate':
      return runMigrate();
    case 'seed':
      return runSeed(log);
    default:
      throw new StartRefused(`Unknown command ${command}: use serve, migrate or seed.`);
  }
}

const log = createLog();
main(process.argv[2] ?? 'serve', log).catch((error: unknown) => fail(error, log));
