import { relative } from 'node:path';
import { banner } from './banner.ts';
import {
  type ChildContext,
  sandboxEnvironment,
  sandboxUrlOf,
  serverEnvironment,
} from './child-environment.ts';
import { openChildOutput } from './child-output.ts';
import { type Database, embeddedDatabase, givenDatabase } from './database.ts';
import { readDemo } from './demo-file.ts';
import type { Program } from './fork-child.ts';
import { type KeptChild, keepRunning } from './keep-running.ts';
import { lockDataDir } from './lock.ts';
import { requireFreePorts } from './ports.ts';
import { runStep } from './run-step.ts';
import { loadSecrets } from './secrets.ts';
import { type Environment, readSettings, type Settings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';
import { reloadOnChange } from './watch-code.ts';

/**
 * Brings everything up in order (ports, lock, secrets, build, Postgres, migrate, seed, sandbox, server), says where
 * it is, and keeps it running. Never resolves. Rejects with StartRefused when it cannot start or has given up; what
 * was started by then is on the teardown.
 */
export async function supervise(around: Surroundings): Promise<never> {
  const settings = readSettings(around.env, around.args, around.root);
  await requireFreePorts(settings);
  const lock = await lockDataDir(settings.dataDir, settings.publicUrl);
  around.teardown.add(() => lock.release());
  const secrets = await loadSecrets(settings.dataDir, around.env, settings.isProduction);
  const context = { env: around.env, settings, secrets };

  await build(around, settings);
  around.teardown.throwIfRunning();
  const moved = { restart: (): void => undefined };
  const database = await openDatabase(around, settings, () => moved.restart());
  around.teardown.throwIfRunning();
  await prepareData(around, context, database);
  around.teardown.throwIfRunning();
  const sandbox = settings.hasSandbox ? startSandbox(around, context) : undefined;
  const server = startServer(around, context, database);
  moved.restart = () => void server.restart().catch((error: Error) => around.print(error.message));
  await Promise.all([server.ready, sandbox?.ready]);
  around.teardown.throwIfRunning();

  around.print(await announce(around, settings));
  if (settings.isDev) reloadOnChange(around, settings, { server, sandbox });
  return Promise.race([server.givenUp, sandbox?.givenUp ?? server.givenUp, database.givenUp]);
}

async function build(around: Surroundings, settings: Settings): Promise<void> {
  const names = await around.parts.stale();
  if (names.length === 0) return;
  around.print(`Building ${names.join(', ')}`);
  await step(around, settings, 'Building', around.parts.build, around.env, 'build');
}

function openDatabase(around: Surroundings, settings: Settings, onMoved: () => void): Promise<Database> {
  if (settings.databaseUrl !== undefined) return Promise.resolve(givenDatabase(settings.databaseUrl));
  around.print('Starting Postgres');
  return embeddedDatabase(settings.dataDir, around.teardown, around.print, onMoved);
}

async function prepareData(around: Surroundings, context: ChildContext, database: Database): Promise<void> {
  const { settings } = context;
  const env = serverEnvironment(context, database.url());
  around.print('Migrating the database');
  await step(around, settings, 'Migrating the database', around.parts.server('migrate'), env, 'migrate');
  if (!settings.hasDemo) return;
  around.teardown.throwIfRunning();
  around.print('Seeding the demo');
  await step(around, settings, 'Seeding the demo', around.parts.server('seed'), env, 'seed');
}

async function step(
  around: Surroundings,
  { dataDir, isProduction }: Settings,
  title: string,
  program: Program,
  env: Environment,
  name: string,
): Promise<void> {
  const output = openChildOutput(name, { dataDir, isProduction, print: around.print });
  try {
    await runStep({ title, program, cwd: around.root, env }, output, around.teardown, around.force);
  } finally {
    output.close();
  }
}

function startSandbox(around: Surroundings, context: ChildContext): KeptChild {
  around.print('Starting the Razorpay sandbox');
  const env = sandboxEnvironment(context);
  return startChild(around, context.settings, 'sandbox', around.parts.sandbox, () => env);
}

function startServer(around: Surroundings, context: ChildContext, database: Database): KeptChild {
  around.print('Starting the server');
  const env = (): Environment => serverEnvironment(context, database.url());
  return startChild(around, context.settings, 'server', around.parts.server('serve'), env);
}

function startChild(
  around: Surroundings,
  { dataDir, isProduction }: Settings,
  name: string,
  program: Program,
  env: () => Environment,
): KeptChild {
  const output = openChildOutput(name, { dataDir, isProduction, print: around.print });
  const child = keepRunning({
    name,
    program,
    cwd: around.root,
    env,
    output,
    log: around.print,
    force: around.force,
  });
  around.teardown.add(() => child.stop());
  return child;
}

async function announce(around: Surroundings, settings: Settings): Promise<string> {
  return banner({
    url: settings.publicUrl,
    sandboxUrl: settings.hasSandbox ? sandboxUrlOf(settings) : undefined,
    demo: settings.hasDemo ? await readDemo(settings.dataDir) : undefined,
    dataDir: settings.dataDir.startsWith(around.root)
      ? relative(around.root, settings.dataDir)
      : settings.dataDir,
    isDev: settings.isDev,
  });
}
