import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Download, expect, type Page, test } from '@playwright/test';
import Papa from 'papaparse';
import { brokenRules } from './support/axe.ts';
import { ACCOUNT, STATE, typeBillingAccount } from './support/billing-account.ts';
import { type Caller, signIn } from './support/caller.ts';
import { type HttpProduct, startOn, temporaryDataDir } from './support/http-product.ts';
import { csvFile, FOUR_LEADS, ONE_BAD_ROW } from './support/lead-files.ts';
import { overlay, payByUpi } from './support/overlay.ts';
import { factsIn, sectionOf } from './support/reading.ts';
import { signInByForm } from './support/session.ts';
import { chooseFile, goToUpload } from './support/upload-page.ts';

/** Razorpay's webhook, the ledger and the live stream together, seen by a person who does not reload. */
const CREDITS_SEEN_WITHIN_MS = 2_000;

/** The whole main job in one browser, from a balance of 0: each test goes on where the one before stopped. */
test.describe.configure({ mode: 'serial' });

/** One of its own: a product in which nobody has bought or uploaded anything. */
const data = temporaryDataDir();
let product: HttpProduct;
let owner: Caller;
let page: Page;

test.beforeAll(async ({ browser }) => {
  product = await startOn(data.path, { logFile: join('test-results', 'product-main-story.log') });
  owner = await signIn(product, 'owner');
  page = await browser.newPage();
});

test.afterAll(async () => {
  await page.close();
  await product.stop();
  data.remove();
});

test('the owner signs in and sees a balance of 0 that is exhausted', async () => {
  await signInByForm(page, { demo: product.demo, user: 'owner' });
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Project Acme Outbound, switch project' })).toBeVisible();
  const credits = sectionOf(page, 'Credits');
  await expect(credits).toContainText('Leads effectively available0');
  await expect(credits).toContainText('Exhausted');
  expect(await factsIn(credits)).toEqual({ Held: '0', 'Awaiting payment': '0' });
  // First use: what is there to be done, in its order, and who can do it.
  const checklist = sectionOf(page, 'Get started').getByRole('listitem');
  await expect(checklist).toHaveText([
    /Process.*Testing Process/,
    /Balance.*owner, admin/,
    /Upload.*operator/,
  ]);
  expect(await brokenRules(page), 'axe').toEqual([]);
});

test('an upload with too few credits is blocked whole and stores no lead', async () => {
  await goToUpload(page);
  for (const hint of [
    'Defines how leads will be contacted',
    'Download the template and match the columns exactly',
    'Upload without starting outreach',
    /^CSV up to [\d,]+ MB and [\d,]+ rows$/,
  ]) {
    await expect(page.getByText(hint)).toBeVisible();
  }
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download Template' }).click();
  expect(await textOf(await downloading)).toMatch(
    /^Name,Phone,Email,Reference ID,City,Loan amount,Due date\r?\n/,
  );
  await chooseFile(page, 'Testing Process', FOUR_LEADS);
  await expect(page.getByText('~4 rows detected')).toBeVisible();
  await page.getByRole('button', { name: 'Upload 4 leads' }).click();

  const modal = page.getByRole('dialog', { name: 'Insufficient Lead Credits' });
  await expect(modal).toContainText('The whole upload is blocked. Nothing was uploaded');
  expect(await factsIn(modal)).toEqual({
    Available: '0',
    'Requiredone per lead row in the file': '4',
    Shortage: '4',
  });
  expect(await storedLeads()).toBe(0);
  await modal.getByRole('link', { name: 'Top up 4' }).click();
  await expect(page.getByLabel('Number of credits')).toHaveValue('4');
});

test('a wrong GSTIN is refused at its field and the Billing Account is saved with the right one', async () => {
  const form = page.getByRole('form', { name: 'Billing Account' });
  for (const [label, hint] of [
    ['Account name', 'Your project or company name'],
    ['Billing phone', 'Pre-fills the checkout'],
    ['Tax ID / GSTIN', 'Required for GST invoicing'],
    ['State', 'Required before paying, also without a GSTIN'],
    ['Billing recipient e-mails', 'Invoices will be sent here'],
  ] as const) {
    await expect(form.getByLabel(label)).toHaveAccessibleDescription(hint);
  }
  await page.getByRole('button', { name: 'Review and pay' }).click();
  await expect(page.getByText('Save the Billing Account first')).toBeVisible();

  await typeBillingAccount(page, { gstin: '27AAPFU0939F1ZX' });
  await form.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: STATE, exact: true }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  const gstin = form.getByLabel('Tax ID / GSTIN');
  await expect(gstin).toHaveAccessibleDescription(
    /^The last character of the GSTIN does not fit the others\./,
  );
  await expect(gstin).toBeFocused();

  await gstin.fill(ACCOUNT.gstin);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Billing account saved', { exact: true })).toBeVisible();
  await expect(form.getByText('Registered in Maharashtra')).toBeVisible();
});

test('the review says everything that will be paid before anything is', async () => {
  await page.getByLabel('Number of credits').fill('5');
  await expect(sectionOf(page, 'Buy leads securely')).toContainText(
    '5 × ₹1.00 = ₹5.00, incl. 18 % GST ₹0.76',
  );
  await page.getByRole('button', { name: 'Review and pay' }).click();
  const review = page.getByRole('dialog', { name: 'Review Payment' });
  await expect(review.getByText('Amount to pay')).toBeVisible();
  expect(await factsIn(review)).toEqual({
    'Credit type': 'Leads',
    Units: '5',
    'Unit price': '₹1.00 incl. 18 % GST',
    'GST inside': '₹0.76',
    'Bill to': ACCOUNT.accountName,
    GSTIN: ACCOUNT.gstin,
    State: STATE,
    'Amount to pay': '₹5.00',
    'Balance after': '5',
  });
  await expect(review).toContainText('Credits arrive only after');
  await expect(review).toContainText('secure webhook');
});

test('paying by UPI makes the project healthy with 5 credits within 2 s, without a reload', async () => {
  await page.getByRole('button', { name: 'Continue to Razorpay' }).click();
  const checkout = overlay(page);
  await expect(checkout.getByText('₹5', { exact: false }).first()).toBeVisible();
  await expect(checkout.getByText('+91 98765 43210')).toBeVisible();
  await expect(checkout.getByRole('tab')).toHaveText([/UPI/, /Card/, /Netbanking/, /Wallet/]);
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  const paid = page.waitForResponse(/\/checkout\/order_\w+\/payments$/);
  await payByUpi(page);
  await paid;
  const paidAt = Date.now();
  const overview = sectionOf(page, 'Project Credits');
  await expect(overview).toContainText('Leads effectively available5', { timeout: CREDITS_SEEN_WITHIN_MS });
  await expect(overview).toContainText('Healthy');
  const seenAfterMs = Date.now() - paidAt;
  test.info().annotations.push({ type: 'credits seen after', description: `${seenAfterMs} ms` });
  expect(seenAfterMs).toBeLessThan(CREDITS_SEEN_WITHIN_MS);
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);

  await expect(page.getByText(/^5 credits added\. Balance 5\./)).toBeVisible();
  await expect(page.locator('iframe[title="Razorpay Checkout"]')).toHaveCount(0);
});

test('the payment is a paid row of Billing & Invoices with its reference and payment id', async () => {
  const table = page.getByRole('table', { name: 'Billing & Invoices' });
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' }).format().replaceAll('-', '');
  const row = table.getByRole('row').nth(1);
  await expect(row).toContainText(new RegExp(`^CP-${today}-[A-Z0-9]{4}`));
  await expect(row).toContainText('paid');
  await expect(row).toContainText('₹5.00');
  await expect(row).toContainText(/pay_\w{14}/);
  await expect(table.getByRole('row')).toHaveCount(2);
});

test('three of four rows go in, the fourth is not charged and says why', async () => {
  await goToUpload(page);
  // The blocked file is still there: nobody has to look for it again after paying.
  await expect(page.getByText(FOUR_LEADS.name)).toBeVisible();
  await chooseFile(page, 'Testing Process', ONE_BAD_ROW);
  await expect(page.getByText('uses 4 of 5 available')).toBeVisible();
  await page.getByRole('button', { name: 'Upload 4 leads' }).click();

  await expect(page.getByText('Leads Successfully Uploaded (3)')).toBeVisible();
  await expect(page.getByText('Leads Failed (1)')).toBeVisible();
  await expect(page.getByText('Failed leads are not charged')).toBeVisible();
  await expect(page.getByText('75%')).toBeVisible();
  const failed = page.getByRole('table', { name: 'Failed rows' }).getByRole('row').nth(1);
  await expect(failed).toContainText('The row has no phone or e-mail.');
  await expect(failed).toContainText('Chitra Nair');
  expect(await factsIn(sectionOf(page, 'Result'))).toMatchObject({
    Reserved: '4',
    Released: '1',
    Consumed: '3',
  });
  await expect(page.getByRole('link', { name: /Balance of Acme Outbound: 2 available/ })).toBeVisible();
  expect(await storedLeads()).toBe(3);
});

test('the failed row is downloaded, corrected and uploaded alone', async () => {
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download failed rows' }).click();
  const text = await textOf(await downloading);
  const { data } = Papa.parse<Record<string, string>>(text.trim(), { header: true });
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({ name: 'Chitra Nair', phone: '', city: 'Kochi' });

  const corrected = Papa.unparse(data.map((row) => ({ ...row, phone: '9876501003' })));
  await page.getByRole('link', { name: 'Fix and upload failed rows' }).click();
  await chooseFile(page, 'Testing Process', csvFile('fixed.csv', corrected.split('\r\n')));
  await page.getByRole('button', { name: 'Upload 1 lead' }).click();
  await expect(page.getByText('Leads Successfully Uploaded (1)')).toBeVisible();
  await expect(page.getByText('100%')).toBeVisible();
  await expect(page.getByRole('link', { name: /Balance of Acme Outbound: 1 available/ })).toBeVisible();
  expect(await storedLeads()).toBe(4);
});

/** What a downloaded file says, without the mark by which Excel knows UTF-8. */
async function textOf(download: Download): Promise<string> {
  return (await readFile(await download.path(), 'utf8')).replace(/^\ufeff/, '');
}

async function storedLeads(): Promise<number> {
  return (await owner.query('leads.list', { projectId: product.outbound.id })).items.length;
}
