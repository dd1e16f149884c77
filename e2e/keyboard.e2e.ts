import { expect, test } from '@playwright/test';
import { saveBillingAccount } from './support/billing-account.ts';
import { signIn } from './support/caller.ts';
import { projectNamed } from './support/furnish.ts';
import { tabTo } from './support/keyboard.ts';
import { csvFile, HEADER } from './support/lead-files.ts';
import { overlay } from './support/overlay.ts';
import { runningProduct } from './support/product.ts';
import { openAs } from './support/session.ts';

/** The main job without a mouse; every stop shows that it has the focus. */
// Some hundred key presses: recording each costs more than all of them.
test.use({ trace: 'off' });

const product = runningProduct();
const { demo } = product;
const renewals = projectNamed(demo, 'Acme Renewals').id;

test('from sign-in to an uploaded file', async ({ page }) => {
  await page.goto(`/sign-in?redirect=${encodeURIComponent(`/projects/${renewals}`)}`);
  await tabTo(page, page.getByLabel('E-mail'));
  await page.keyboard.type(demo.users.operator.email);
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(demo.users.operator.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  const main = page.getByRole('navigation', { name: 'Main' });
  await tabTo(page, main.getByRole('link', { name: 'Upload Leads' }));
  await page.keyboard.press('Enter');

  await tabTo(page, page.getByRole('combobox', { name: 'Select Process' }));
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Renewal Reminder' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Browse' }));
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(csvFile('by-keyboard.csv', [HEADER, 'Kavya Rao,9440010001,,Hyderabad']));
  await tabTo(page, page.getByRole('checkbox', { name: 'Do not initialize leads' }));
  await tabTo(page, page.getByRole('button', { name: 'Upload 1 lead' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Leads Successfully Uploaded (1)')).toBeVisible();
});

test('from the number of credits to Razorpay’s overlay and back', async ({ browser }) => {
  await saveBillingAccount(await signIn(product, 'finance'), renewals);
  const page = await (await openAs(browser, { demo, user: 'finance' })).newPage();
  await page.goto(`/projects/${renewals}/settings/billing`);
  const units = page.getByLabel('Number of credits');
  await tabTo(page, units);
  await page.keyboard.type('5');
  const reviewAndPay = page.getByRole('button', { name: 'Review and pay' });
  await tabTo(page, reviewAndPay);
  await page.keyboard.press('Enter');
  const review = page.getByRole('dialog', { name: 'Review Payment' });
  await expect(review.getByRole('heading')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(review).toHaveCount(0);
  await expect(reviewAndPay).toBeFocused();

  await page.keyboard.press('Enter');
  await tabTo(page, review.getByRole('button', { name: 'Continue to Razorpay' }));
  await page.keyboard.press('Enter');
  const checkout = overlay(page);
  await expect(checkout.getByRole('heading', { name: 'Payment Options' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(checkout.getByRole('button', { name: 'Close checkout' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(checkout.getByRole('button', { name: 'Yes, exit' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('iframe[title="Razorpay Checkout"]')).toHaveCount(0);
  await expect(page.getByText('Nothing was paid', { exact: true })).toBeVisible();
  await page.context().close();
});
