/**
 * `node tooling/screenshots/main.ts FOLDER`: a PNG of every page, light and dark, 1440 and 360 wide, from a product of
 * its own with a furnished demo. For looking at; nothing compares them.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { findChromium } from '../../e2e/support/chromium.ts';
import { type Furniture, furnish } from '../../e2e/support/furnish.ts';
import { startOn, temporaryDataDir } from '../../e2e/support/http-product.ts';
import { FORMS, type Form, type Place, placesOf } from '../../e2e/support/places.ts';
import type { Demo } from '../../e2e/support/product.ts';
import { openAs } from '../../e2e/support/session.ts';

const [folder, only = ''] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name a folder for the pictures.');
const target = resolve(folder);
mkdirSync(target, { recursive: true });

const { executablePath, libraries } = await findChromium();
const data = temporaryDataDir();
const product = await startOn(data.path);
const browser = await chromium.launch({
  executablePath,
  chromiumSandbox: false,
  env: { ...environment(), ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) },
});
try {
  const ids = await furnish(product);
  const places = placesOf(product.demo);
  for (const form of FORMS) {
    for (const place of places.filter(({ name }) => name.includes(only))) {
      await picture(browser, product.demo, { place, form, ids });
    }
  }
} finally {
  await browser.close();
  await product.stop();
  data.remove();
}

type Wanted = { readonly place: Place; readonly form: Form; readonly ids: Furniture };

async function picture(browser: Browser, demo: Demo, { place, form, ids }: Wanted): Promise<void> {
  const options = { baseURL: demo.url, colorScheme: form.theme, viewport: form.viewport };
  const context = place.user
    ? await openAs(browser, { demo, user: place.user }, options)
    : await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(place.path(ids));
  await page.getByRole('heading', { name: place.heading, exact: true }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('.animate-breathe') === null);
  // What is fixed to the window (sidebar, scrim) belongs beside all of the page, so the window grows instead.
  const { width } = form.viewport;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, form.viewport.height) });
  const path = join(target, `${place.name}-${form.name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  console.log(path);
  await context.close();
}

function environment(): Record<string, string> {
  const set = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(set);
}
