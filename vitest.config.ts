import { defineConfig } from 'vitest/config';

/** Two projects: pure tests need nothing; `*.db.test.ts` share one embedded Postgres and clone a template per file. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,apps,tooling}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.db.test.ts', '**/consumer/**'],
        },
      },
      {
        test: {
          name: 'db',
          include: ['{packages,apps,tooling,examples}/**/*.db.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          globalSetup: ['packages/db/src/testing/global-setup.ts'],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
