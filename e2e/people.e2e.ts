import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Caller, signIn, withKey } from './support/caller.ts';
import { projectNamed } from './support/furnish.ts';
import { csvFile, HEADER } from './support/lead-files.ts';
import { type DemoUser, runningProduct } from './support/product.ts';
import { sectionOf } from './support/reading.ts';
import { openAs, signInByForm } from './support/session.ts';
import { chooseFile } from './support/upload-page.ts';

/** Who sees and does what, as the table of the product says. */
const product = runningProduct();
const { demo } = product;
const renewals = projectNamed(demo, 'Acme Renewals');
const projectId = renewals.id;
const home = `/projects/${projectId}`;
const PHONE = '+91 98111 22333';

test.beforeAll(async () => {
  const owner = await signIn(product, 'owner');
  await owner.mutate('leads.create', {
    projectId,
    processId: renewals.processes[0]?.id,
    lead: { name: 'Ishaan Bose', phone: PHONE, email: 'ishaan@example.in' },
    key: randomUUID(),
  });
});

async function openPage(browser: Browser, user: DemoUser, path: string): Promise<Page> {
  const page = await (await openAs(browser, { demo, user })).newPage();
  await page.goto(path);
  return page;
}

const PEOPLE = [
  {
    user: 'admin',
    tabs: ['Profile', 'Projects', 'Billing', 'Members', 'API keys'],
    buys: true,
    phones: true,
  },
  { user: 'finance', tabs: ['Profile', 'Projects', 'Billing'], buys: true, phones: false },
  { user: 'operator', tabs: ['Profile', 'Projects', 'Billing'], buys: false, phones: true },
  { user: 'viewer', tabs: ['Profile', 'Projects', 'Billing'], buys: false, phones: false },
] as const;

for (const { user, tabs, buys, phones } of PEOPLE) {
  test(`${user} sees what the role says: ${buys ? 'prices' : 'whom to ask for credits'}, ${phones ? '' : 'no '}phones`, async ({
    browser,
  }) => {
    const page = await openPage(browser, user, `${home}/settings/billing`);
    await expect(sectionOf(page, 'Project Credits')).toContainText('Leads effectively available');
    const settings = page.getByRole('navigation', { name: 'Account Settings' });
    await expect(settings.getByRole('link')).toHaveText(tabs);
    await expect(page.getByRole('button', { name: 'Review and pay' })).toHaveCount(buys ? 1 : 0);
    await expect(page.getByRole('table', { name: 'Billing & Invoices' })).toHaveCount(buys ? 1 : 0);
    const ask = page.getByText('Ask one of them for credits.');
    await expect(ask).toHaveCount(buys ? 0 : 1);

    await page.goto(`${home}/leads`);
    const lead = page.getByRole('row', { name: 'Ishaan Bose' });
    await expect(lead).toBeVisible();
    await expect(page.getByText(PHONE)).toHaveCount(phones ? 1 : 0);
    await expect(page.getByText(/Phones and e-mails are open to/)).toHaveCount(phones ? 0 : 1);
    await page.context().close();
  });
}

test('roles that may not buy or see phones are refused by the server too', async () => {
  const phoneSeenBy = async (caller: Caller): Promise<string | null | undefined> =>
    (await caller.query('leads.list', { projectId, search: 'Ishaan' })).items[0]?.phone;
  for (const user of ['operator', 'viewer'] as const) {
    const caller = await signIn(product, user);
    const topUp = { projectId, units: 5, key: randomUUID() };
    expect(await caller.refused('mutation', 'billing.createTopUp', topUp)).toMatchObject({ status: 403 });
    expect(await caller.refused('query', 'invoices.list', { projectId })).toMatchObject({ status: 403 });
  }
  expect(await phoneSeenBy(await signIn(product, 'finance'))).toBeNull();
  expect(await phoneSeenBy(await signIn(product, 'viewer'))).toBeNull();
  expect(await phoneSeenBy(await signIn(product, 'operator'))).toBe('+919811122333');
});

test('an operator whose upload is short of credits is told whom to ask', async ({ browser }) => {
  const page = await openPage(browser, 'operator', `${home}/leads/upload`);
  const rows = Array.from({ length: 1_500 }, (_, at) => `Lead ${at},${9_500_000_000 + at},,`);
  await chooseFile(page, 'Renewal Reminder', csvFile('too-many.csv', [HEADER, ...rows]));
  await page.getByRole('button', { name: 'Upload 1,500 leads' }).click();
  const modal = page.getByRole('dialog', { name: 'Insufficient Lead Credits' });
  await expect(modal.getByText(/^Ask for credits: owner, admin,? or finance can buy the \d+/)).toBeVisible();
  await expect(modal.getByRole('link', { name: /^Top up/ })).toHaveCount(0);
  await page.context().close();
});

test('a viewer cannot upload and is told who can', async ({ browser }) => {
  const page = await openPage(browser, 'viewer', `${home}/leads/upload`);
  await expect(page.getByText(/^Uploading is open to owner, admin,? or operator$/)).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Select Process' })).toHaveCount(0);
  await page.context().close();
});

test('platform staff see masked phones and buy nothing', async ({ browser }) => {
  const page = await openPage(browser, 'staff', `${home}/leads`);
  await expect(page.getByRole('row', { name: 'Ishaan Bose' })).toContainText('+91 98••• •••33');
  await expect(page.getByText(PHONE)).toHaveCount(0);
  await page.goto(`${home}/settings/billing`);
  await expect(page.getByRole('heading', { name: 'Billing & Invoices' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Review and pay' })).toHaveCount(0);
  await page.context().close();
});

test('somebody of another organisation finds nothing at a project’s address', async ({ browser }) => {
  const page = await openPage(browser, 'outsider', home);
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await expect(page.getByText('Acme')).toHaveCount(0);
  await page.goto(`/projects/prj_01900000000070008000000000009999/settings/billing`);
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  const outsider = await signIn(product, 'outsider');
  expect(await outsider.refused('query', 'credits.overview', { projectId })).toMatchObject({ status: 404 });
  await page.context().close();
});

test('the profile menu has exactly its three ways, and Sign Out ends the session', async ({ browser }) => {
  const page = await browser.newPage();
  await signInByForm(page, { demo, user: 'owner' });
  const profile = page.getByRole('button', { name: `Profile, ${demo.users.owner.email}` });
  await profile.click();
  await expect(page.getByRole('menuitem')).toHaveText(['Account Settings', 'Organization View', 'Sign Out']);
  await page.getByRole('menuitem', { name: 'Organization View' }).click();
  const projects = page.getByRole('table', { name: 'Projects of Acme Motors' });
  await expect(projects.getByRole('row', { name: /Acme Renewals/ })).toContainText(/Healthy/);
  await expect(projects.getByRole('row', { name: /Acme Outbound/ })).toBeVisible();

  await profile.click();
  await page.getByRole('menuitem', { name: 'Account Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Profile', level: 1 })).toBeVisible();

  await profile.click();
  await page.getByRole('menuitem', { name: 'Sign Out' }).click();
  await page.waitForURL('**/sign-in');
  await page.goto(home);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  // Where somebody wanted to go is not forgotten.
  await page.getByLabel('E-mail').fill(demo.users.owner.email);
  await page.getByLabel('Password', { exact: true }).fill('not-the-password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('E-mail and password do not fit together.');
  await page.getByLabel('Password', { exact: true }).fill(demo.users.owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`**${home}`);
  await page.close();
});

test('the project switcher opens the same page of another project', async ({ browser }) => {
  const page = await openPage(browser, 'owner', `${home}/settings/billing`);
  await page.getByRole('button', { name: 'Project Acme Renewals, switch project' }).click();
  await page.getByRole('option', { name: /^Acme Outbound/ }).click();
  await page.waitForURL(`**/projects/${projectNamed(demo, 'Acme Outbound').id}/settings/billing**`);
  await expect(sectionOf(page, 'Project Credits')).toContainText('Acme Outbound');
  await page.context().close();
});

test('an API key is shown once, works within its scopes, and not once it is revoked', async ({ browser }) => {
  const page = await openPage(browser, 'owner', `${home}/settings/api-keys`);
  await page.getByRole('link', { name: 'Create API key' }).click();
  const create = page.getByRole('dialog', { name: 'Create API key' });
  await create.getByLabel('Name').fill('Dialer');
  await create.getByRole('button', { name: 'Create API key' }).click();
  await expect(create.getByText('Choose at least one scope.')).toBeVisible();
  await create.getByRole('checkbox', { name: /^credits/ }).click();
  await create.getByRole('button', { name: 'Create API key' }).click();

  const stored = page.getByRole('dialog', { name: 'Store this key now' });
  const secret = await stored.getByLabel('Secret of Dialer').inputValue();
  await page.keyboard.press('Escape');
  await stored.getByRole('button', { name: 'Done' }).click();
  await expect(stored.getByText('Tick that you have stored it.')).toBeVisible();
  await stored.getByRole('checkbox', { name: 'I have stored it' }).click();
  await stored.getByRole('button', { name: 'Done' }).click();
  await expect(stored).toHaveCount(0);
  expect(await page.content()).not.toContain(secret);

  const dialer = withKey(product, secret);
  expect(await dialer.query('credits.overview', { projectId })).toHaveProperty('available');
  expect(await dialer.refused('query', 'leads.list', { projectId })).toMatchObject({ status: 403 });

  await page.getByRole('link', { name: 'Revoke Dialer' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke key' }).click();
  await expect(page.getByRole('row', { name: /^Dialer/ })).toContainText('revoked');
  expect(await dialer.refused('query', 'credits.overview', { projectId })).toMatchObject({ status: 401 });
  await page.context().close();
});
