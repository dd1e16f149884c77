import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { brokenRules } from './support/axe.ts';
import { type Furniture, furnish, projectNamed } from './support/furnish.ts';
import { csvFile, HEADER } from './support/lead-files.ts';
import { NARROW, placesOf, WIDE } from './support/places.ts';
import { type DemoUser, runningProduct } from './support/product.ts';
import { openAs } from './support/session.ts';
import { chooseFile } from './support/upload-page.ts';
import { watchPage } from './support/watch-page.ts';

/** Every page, light and dark, wide and on a phone: readable for everybody, and nothing the browser complains about. */
// What fails here says where in its message; recording every page costs a third of the time.
test.use({ trace: 'off' });

const product = runningProduct();
const { demo } = product;
const places = placesOf(demo);
const contexts = new Map<DemoUser | null, BrowserContext>();
let ids: Furniture;

test.beforeAll(async ({ browser }) => {
  ids = await furnish(product);
  for (const user of new Set(places.map((place) => place.user))) {
    contexts.set(user, user ? await openAs(browser, { demo, user }) : await browser.newContext());
  }
});

test.afterAll(async () => {
  for (const context of contexts.values()) await context.close();
});

for (const { name, path, user, heading } of places) {
  test(`${name} is readable in both themes, at ${WIDE.width} and at ${NARROW.width} px`, async () => {
    const page = await contexts.get(user)?.newPage();
    if (!page) throw new Error(`nobody is signed in as ${user}`);
    const complaints = watchPage(page);
    await page.setViewportSize(WIDE);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(path(ids));
    await expect(page.getByRole('heading', { name: heading, exact: true }).first()).toBeVisible();
    await expect(page.locator('.animate-breathe'), 'places of what is still to come').toHaveCount(0);
    expect(await brokenRules(page), 'wide, light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    // A theme changes colours and nothing else.
    expect(await brokenRules(page, { only: ['color-contrast'] }), 'wide, dark').toEqual([]);
    expect(await hiddenToTheRight(page), 'wide, px beyond the right edge').toBe(0);

    await page.setViewportSize(NARROW);
    expect(await brokenRules(page), 'narrow, dark').toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await brokenRules(page, { only: ['color-contrast'] }), 'narrow, light').toEqual([]);
    expect(await hiddenToTheRight(page), 'narrow, px beyond the right edge').toBe(0);
    expect(complaints, 'what the browser says').toEqual([]);
    await page.close();
  });
}

function hiddenToTheRight(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}

test('menus and drawers over a page are readable too', async () => {
  const page = await contexts.get('owner')?.newPage();
  if (!page) throw new Error('nobody is signed in as owner');
  await page.setViewportSize(WIDE);
  await page.goto(`/projects/${projectNamed(demo, 'Acme Renewals').id}`);
  await page.getByRole('button', { name: /^Profile,/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Sign Out' })).toBeVisible();
  // A menu belongs to its button and not to a landmark of the page, which is hidden while it is open.
  expect(await brokenRules(page, { without: ['region'] }), 'profile menu').toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /switch project$/ }).click();
  await expect(page.getByRole('option', { name: /^Acme Renewals.*Healthy/ })).toBeVisible();
  expect(await brokenRules(page), 'project switcher').toEqual([]);
  await page.keyboard.press('Escape');

  await page.setViewportSize(NARROW);
  await page.getByRole('button', { name: 'Open menu' }).click();
  const menu = page.getByRole('dialog', { name: 'Menu' });
  await expect(menu.getByRole('link', { name: 'Upload Leads' })).toBeVisible();
  expect(await brokenRules(page), 'menu of a phone').toEqual([]);
  await menu.getByRole('link', { name: 'Upload Leads' }).click();
  const rows = Array.from({ length: 2_000 }, (_, at) => `Lead ${at},${9_300_000_000 + at},,`);
  await chooseFile(page, 'Renewal Reminder', csvFile('over.csv', [HEADER, ...rows]));
  await page.getByRole('button', { name: 'Upload 2,000 leads' }).click();
  await expect(page.getByRole('dialog', { name: 'Insufficient Lead Credits' })).toBeVisible();
  expect(await brokenRules(page), 'blocked upload').toEqual([]);
  await page.close();
});
