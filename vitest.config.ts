import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

const PLACES = '{packages,apps,tooling,examples,bench}';
const NEVER = ['**/node_modules/**', '**/dist/**', '**/consumer/**'];
const DATABASE_SETUP = ['packages/db/src/testing/global-setup.ts'];

/** Pure tests: they need nothing. */
const unit: TestProjectConfiguration = {
  test: {
    name: 'unit',
    // Bundling, a sandbox process, a thread that renders: 5 s is short on two busy cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    include: [`${PLACES}/**/*.test.{ts,tsx}`],
    exclude: [...NEVER, '**/*.db.test.ts', '**/*.long.test.ts'],
  },
};

/** `*.db.test.ts` share one embedded Postgres and clone a template database per file. */
const db: TestProjectConfiguration = {
  test: {
    name: 'db',
    include: [`${PLACES}/**/*.db.test.ts`],
    exclude: NEVER,
    globalSetup: DATABASE_SETUP,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
};

/** `*.long.test.ts` (with or without a database) run alone and only in `pnpm test:long`. */
const long: TestProjectConfiguration = {
  test: {
    name: 'long',
    include: [`${PLACES}/**/*.long.test.ts`],
    exclude: NEVER,
    globalSetup: DATABASE_SETUP,
    maxWorkers: 1,
    testTimeout: 1_800_000,
    hookTimeout: 120_000,
  },
};

export default defineConfig({
  test: { projects: process.env['LONG_TESTS'] === '1' ? [unit, db, long] : [unit, db] },
});
