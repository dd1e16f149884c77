import { createHmac } from 'node:crypto';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { saveBillingAccount } from './support/billing-account.ts';
import { type Caller, signIn } from './support/caller.ts';
import { projectNamed } from './support/furnish.ts';
import { keySecretOf } from './support/http-product.ts';
import { exitOverlay, overlay, payByUpi } from './support/overlay.ts';
import { runningProduct } from './support/product.ts';
import { sectionOf } from './support/reading.ts';
import { captured, openBilling, reviewTopUp, startTopUp } from './support/top-up-page.ts';
import { availableOf } from './support/top-ups.ts';
import { pay } from './support/webhooks.ts';

/** A payment that does not go straight: the balance tells the truth, whatever the browser has seen. */
const { demo, sandboxUrl, url, dataDir } = runningProduct();
const outbound = projectNamed(demo, 'Acme Outbound').id;
const renewals = projectNamed(demo, 'Acme Renewals').id;
let owner: Caller;

test.beforeAll(async () => {
  owner = await signIn({ url, demo }, 'owner');
  await saveBillingAccount(owner, outbound);
  await saveBillingAccount(owner, renewals);
});

/** Expects a number of available credits on the page, without a reload. */
const expectShown = (page: Page, available: number): Promise<void> =>
  expect(sectionOf(page, 'Project Credits')).toContainText(`available${counted(available)}`);
const counted = (credits: number): string => credits.toLocaleString('en-IN');
const openTopUps = async (projectId: string): Promise<number> =>
  (await owner.query('invoices.list', { projectId })).items.filter(({ status }) => status === 'pending')
    .length;

test('a payment the bank declines adds nothing, says so, and can be tried again in the overlay', async ({
  browser,
}) => {
  const before = await availableOf(owner, outbound);
  const page = await openBilling(browser, { demo, projectId: outbound });
  await startTopUp(page, 5);
  await payByUpi(page, 'failure@razorpay');
  await expect(overlay(page).getByRole('heading', { name: 'Payment failed' })).toBeVisible();
  const failed = page.getByRole('alert').filter({ hasText: 'The payment of ₹5.00 failed' });
  await expect(failed).toContainText('No credits were added.');
  expect(await availableOf(owner, outbound)).toBe(before);

  await overlay(page).getByRole('button', { name: 'Try again' }).click();
  await payByUpi(page);
  await expectShown(page, before + 5);
  await expect(failed).toHaveCount(0);
  await page.context().close();
});

test('a checkout that is left is kept, resumed as the same order, and can be discarded', async ({
  browser,
}) => {
  const before = await availableOf(owner, outbound);
  const page = await openBilling(browser, { demo, projectId: outbound });
  await startTopUp(page, 6);
  await exitOverlay(page);
  await expect(page.getByText('Nothing was paid', { exact: true })).toBeVisible();
  expect(await availableOf(owner, outbound)).toBe(before);

  const unpaid = await notCompleted(page, '₹6.00');
  await expect(unpaid).toHaveCount(1);
  await unpaid.getByRole('button', { name: /^Resume CP-/ }).click();
  await payByUpi(page);
  await expectShown(page, before + 6);
  await expect(unpaid).toHaveCount(0);

  await startTopUp(page, 7);
  await exitOverlay(page);
  const unwanted = await notCompleted(page, '₹7.00');
  await unwanted.getByRole('button', { name: /^Discard CP-/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard checkout' }).click();
  await expect(unwanted).toHaveCount(0);
  expect(await availableOf(owner, outbound)).toBe(before + 6);
  await page.context().close();
});

test('the browser that closes right after paying loses nothing: another one shows the result', async ({
  browser,
}) => {
  const before = await availableOf(owner, outbound);
  const page = await openBilling(browser, { demo, projectId: outbound });
  await startTopUp(page, 8);
  const paid = captured(page);
  await payByUpi(page);
  await paid;
  await page.context().close();

  const later = await openBilling(browser, { demo, projectId: outbound, user: 'finance' });
  await expect(
    later.getByText(new RegExp(`^8 credits added\\. Balance ${counted(before + 8)}\\.`)),
  ).toBeVisible();
  await expectShown(later, before + 8);
  await later.context().close();
});

test('a double click on Continue to Razorpay makes one top-up', async ({ browser }) => {
  const before = await openTopUps(outbound);
  const page = await openBilling(browser, { demo, projectId: outbound });
  await reviewTopUp(page, 9);
  await page.getByRole('button', { name: 'Continue to Razorpay' }).dblclick();
  await expect(overlay(page).getByRole('heading', { name: 'Payment Options' })).toBeVisible();
  await expect(page.locator('iframe[title="Razorpay Checkout"]')).toHaveCount(1);
  expect(await openTopUps(outbound)).toBe(before + 1);
  await page.context().close();
});

test('a success callback that nobody signed changes nothing', async ({ browser }) => {
  const before = await availableOf(owner, outbound);
  const page = await openBilling(browser, { demo, projectId: outbound });
  await page.route('**/v1/checkout.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `window.Razorpay = class {
        constructor(options) { this.options = options; }
        on() {}
        open() {
          this.options.handler({
            razorpay_payment_id: 'pay_0000000000FAKE',
            razorpay_order_id: this.options.order_id,
            razorpay_signature: '0'.repeat(64),
          });
        }
      };`,
    }),
  );
  await reviewTopUp(page, 10);
  await page.getByRole('button', { name: 'Continue to Razorpay' }).click();
  await expect(page.getByText('this page could not tell the server')).toBeVisible();
  await page.reload();
  await expectShown(page, before);
  await expect(page.getByText(/^Confirming payment/)).toHaveCount(0);
  expect(await availableOf(owner, outbound)).toBe(before);
  await page.context().close();
});

test('a success callback without a webhook says that it is confirming, and changes no balance', async ({
  browser,
}) => {
  const before = await availableOf(owner, renewals);
  const page = await openBilling(browser, { demo, projectId: renewals });
  await keepWebhookBack(page);
  await startTopUp(page, 5);
  await payByUpi(page);
  const confirming = page.getByText('Confirming payment… ₹5.00');
  await expect(confirming).toBeVisible();
  await expect(page.getByRole('table', { name: 'Billing & Invoices' }).getByRole('row').nth(1)).toContainText(
    'pending',
  );
  await page.reload();
  await expect(confirming).toBeVisible();
  await expectShown(page, before);
  await page.goto(`/projects/${renewals}`);
  await expect(confirming).toBeVisible();
  expect(await availableOf(owner, renewals)).toBe(before);
  await page.context().close();
});

/** The unpaid checkouts over an amount, their list unfolded. */
async function notCompleted(page: Page, amount: string): Promise<Locator> {
  const toggle = page.getByRole('button', { name: /^Not completed/ });
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  const list = page.getByRole('list', { name: 'Not completed' });
  return list.getByRole('listitem').filter({ hasText: amount });
}

/** The overlay pays as always, but Razorpay keeps its webhooks to itself: only its API and the browser know. */
async function keepWebhookBack(page: Page): Promise<void> {
  await page.route(/\/checkout\/order_\w+\/payments$/, async (route) => {
    const orderId = new URL(route.request().url()).pathname.split('/').at(-2) ?? '';
    const payment = await pay({ sandboxUrl }, orderId, 'dropped');
    const signature = createHmac('sha256', keySecretOf(dataDir))
      .update(`${orderId}|${payment.id}`)
      .digest('hex');
    await route.fulfill({
      json: {
        razorpay_payment_id: payment.id,
        razorpay_order_id: orderId,
        razorpay_signature: signature,
      },
    });
  });
}
