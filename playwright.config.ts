import { defineConfig } from '@playwright/test';

const libraries = process.env['E2E_CHROMIUM_LIBRARIES'];
const inherited = Object.entries(process.env).filter(
  (entry): entry is [string, string] => entry[1] !== undefined,
);

/**
 * The stories of docs, in a real browser against the built product. e2e/support/global-setup.ts finds the browser
 * and starts the product before a worker reads this file, and leaves both in the environment.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  testIgnore: process.env['LONG_TESTS'] === '1' ? [] : '**/*.long.e2e.ts',
  globalSetup: './e2e/support/global-setup.ts',
  outputDir: 'test-results',
  reporter: 'list',
  // One product and one database: the stories take turns. A story that needs a second try has failed.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env['E2E_URL'],
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['E2E_CHROMIUM'],
      // Root in a container has no user namespaces for Chromium's own sandbox.
      chromiumSandbox: false,
      args: ['--disable-dev-shm-usage'],
      env: { ...Object.fromEntries(inherited), ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) },
    },
  },
});
