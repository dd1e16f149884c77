import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { Answers } from './support/answers.ts';
import { type Caller, signIn } from './support/caller.ts';
import { expectEverythingHolds } from './support/commands.ts';
import { test } from './support/http-product.ts';
import { HEADER, leadFile, leadLines } from './support/lead-lines.ts';
import { askForTopUp, PROFILE } from './support/top-ups.ts';
import { deliveriesOf, pay, told } from './support/webhooks.ts';

/** The main job over plain HTTP, as the people of the demo: an empty project buys five credits and spends four. */
test.describe.configure({ mode: 'serial' });

const GOOD = leadLines(4);
const [first = '', second = '', third = ''] = GOOD;
const BAD_ROW = 'Ramesh,12345,,';

let projectId: string;
let processId: string;
let finance: Caller;
let operator: Caller;

test.beforeAll(async ({ product }) => {
  projectId = product.outbound.id;
  processId = product.outbound.processes[0]?.id ?? '';
  finance = await signIn(product, 'finance');
  operator = await signIn(product, 'operator');
});

test('an empty project is exhausted, and a file of four rows is blocked whole', async () => {
  expect(await operator.query('credits.overview', { projectId })).toMatchObject({
    available: 0,
    reserved: 0,
    consumed: 0,
    pending: 0,
    debt: 0,
    status: 'exhausted',
  });

  const { status, error } = await operator.upload({ projectId, processId, file: leadFile(GOOD) });
  expect(status).toBe(402);
  expect(error).toMatchObject({
    code: 'INSUFFICIENT_CREDITS',
    available: 0,
    required: 4,
    shortage: 4,
    importId: expect.stringMatching(/^imp_[0-9a-f]{32}$/),
    requestId: expect.any(String),
  });

  expect((await operator.query('leads.list', { projectId })).items).toEqual([]);
  const blocked = await operator.send(`/imports/${error?.['importId']}`);
  expect(await blocked.json()).toMatchObject({
    import: { status: 'blocked', rows: 4, accepted: 0, creditsReserved: 0, creditsConsumed: 0 },
  });
});

test('five credits arrive within two seconds of the payment, also at a page that only listens', async ({
  product,
}) => {
  await finance.mutate('billing.saveProfile', { projectId, ...PROFILE });
  expect(await finance.query('billing.quote', { projectId, units: 5 })).toMatchObject({
    amountPaise: 500,
    taxablePaise: 424,
    taxPaise: 76,
    availableAfter: 5,
    blockedBy: null,
  });
  const topUp = await askForTopUp(finance, projectId, 5);
  expect(topUp).toMatchObject({
    amountPaise: 500,
    currency: 'INR',
    orderId: expect.stringMatching(/^order_[A-Za-z0-9]{14}$/),
    prefill: { name: 'Farah Khan', contact: '+919845012345', email: 'accounts@acme.example' },
  });
  expect(await finance.query('credits.overview', { projectId })).toMatchObject({ available: 0, pending: 5 });

  const live = balances(operator, projectId);
  expect(await live.next()).toMatchObject({ value: { available: 0, status: 'exhausted' } });
  await pay(product, topUp.orderId, 'success');
  const paidAt = performance.now();
  await expect
    .poll(() => operator.query('credits.overview', { projectId }), { intervals: [50], timeout: 2_000 })
    .toMatchObject({ available: 5, pending: 0, status: 'healthy' });
  expect(await live.next()).toMatchObject({ value: { available: 5, status: 'healthy' } });
  expect(performance.now() - paidAt).toBeLessThan(2_000);
});

test('the bill is paid, numbered and split to the paisa', async ({ product }) => {
  const { items, nextCursor } = await finance.query('invoices.list', { projectId });
  expect(nextCursor).toBeNull();
  expect(items).toEqual([
    expect.objectContaining({
      reference: expect.stringMatching(/^CP-\d{8}-[A-Z0-9]{4}$/),
      number: expect.stringMatching(/^.+1$/),
      status: 'paid',
      units: 5,
      totalPaise: 500,
      taxablePaise: 424,
      cgstPaise: 38,
      sgstPaise: 38,
      utgstPaise: 0,
      igstPaise: 0,
      paymentReference: expect.stringMatching(/^pay_[A-Za-z0-9]{14}$/),
    }),
  ]);
  const invoiceId = items[0]?.id;
  const { document } = await finance.query('invoices.get', { projectId, invoiceId });
  expect(document).toMatchObject({
    kind: 'tax_invoice',
    buyer: { name: 'Acme Motors Pvt Ltd', stateCode: '29' },
    placeOfSupply: { stateCode: '29' },
    amountInWords: expect.stringContaining('Five'),
  });
  // Each event is answered at its first delivery: none of them is ever sent again.
  const [bill] = items;
  const { orderId } = await finance.query('billing.topUp', { projectId, topUpId: bill?.id });
  await expect
    .poll(async () => (await deliveriesOf(product, orderId ?? '')).map(told).sort())
    .toEqual(['order.paid 200', 'payment.authorized 200', 'payment.captured 200']);
});

test('three of four rows go in and are charged, the fourth is given back, fixed and goes in alone', async () => {
  const file = leadFile([first, second, BAD_ROW, third]);
  const uploaded = await operator.upload({ projectId, processId, file, fileName: 'monday.csv' });
  expect(uploaded.status).toBe(200);
  const done = uploaded.import;
  expect(done).toMatchObject({
    status: 'completed',
    fileName: 'monday.csv',
    rows: 4,
    accepted: 3,
    failed: 1,
    duplicates: 0,
    creditsReserved: 4,
    creditsConsumed: 3,
    creditsReleased: 1,
  });
  expect(((done?.accepted ?? 0) / (done?.rows ?? 1)) * 100).toBe(75);
  expect(await operator.query('credits.overview', { projectId })).toMatchObject({
    available: 2,
    reserved: 0,
    consumed: 3,
  });
  const { rows } = await operator.query('leads.import', { importId: done?.id });
  expect(rows).toEqual([expect.objectContaining({ row: 4, outcome: 'failed', cells: BAD_ROW.split(',') })]);

  const answer = await operator.send(`/imports/${done?.id}/failed.csv`);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toContain('monday - failed rows.csv');
  // As bytes: reading a text drops the byte order mark that Excel needs.
  const failedRows = Buffer.from(await answer.arrayBuffer()).toString();
  const [header, row, ...rest] = failedRows.trimEnd().split('\r\n');
  expect(header).toBe(`\uFEFF${HEADER},Row number,Reason not uploaded`);
  expect(row).toMatch(/^Ramesh,12345,,,4,.+/);
  expect(rest).toEqual([]);

  const fixed = await operator.upload({
    projectId,
    processId,
    file: failedRows.replace('12345', '9812345678'),
  });
  expect(fixed.import).toMatchObject({ rows: 1, accepted: 1, failed: 0, creditsConsumed: 1 });
  expect(await operator.query('credits.overview', { projectId })).toMatchObject({
    available: 1,
    reserved: 0,
    consumed: 4,
    status: 'healthy',
  });
});

test('leads, imports and statement tell the same story', async ({ product }) => {
  const { items: leads } = await operator.query('leads.list', { projectId });
  expect(leads.map(({ phone }) => phone).sort()).toEqual([
    '+919000000000',
    '+919000000001',
    '+919000000002',
    '+919812345678',
  ]);
  const viewer = await signIn(product, 'viewer');
  for (const { phone } of (await viewer.query('leads.list', { projectId })).items)
    expect(phone ?? '').not.toMatch(/\d{5}/);

  const { items: imports } = await operator.query('leads.imports', { projectId });
  expect(imports.map(({ status, accepted }) => [status, accepted])).toEqual([
    ['completed', 1],
    ['completed', 3],
    ['blocked', 0],
  ]);

  const { items: entries } = await finance.query('credits.statement', { projectId });
  const inOrder = entries.toSorted((one, other) => one.seq - other.seq);
  expect(
    inOrder.map(({ kind, availableAfter, reservedAfter }) => [kind, availableAfter, reservedAfter]),
  ).toEqual([
    ['top_up', 5, 0],
    ['reserve', 1, 4],
    ['capture', 2, 0],
    ['reserve', 1, 1],
    ['capture', 1, 0],
  ]);
  expect(inOrder.reduce((sum, { availableChange }) => sum + availableChange, 0)).toBe(1);
  await expectEverythingHolds(product.dataDir);
});

test('a buyer in another state pays IGST instead', async ({ product }) => {
  const project = product.renewals.id;
  await finance.mutate('billing.saveProfile', {
    projectId: project,
    ...PROFILE,
    city: 'Mumbai',
    stateCode: '27',
    pincode: '400001',
  });
  const { orderId, topUpId } = await askForTopUp(finance, project, 5);
  await pay(product, orderId, 'success');
  await expect
    .poll(() => finance.query('billing.topUp', { projectId: project, topUpId }))
    .toMatchObject({ state: 'paid' });
  const { items } = await finance.query('invoices.list', { projectId: project });
  expect(items[0]).toMatchObject({ taxablePaise: 424, cgstPaise: 0, sgstPaise: 0, igstPaise: 76 });
  expect(items[0]?.number).toMatch(/2$/);
});

test('an unpaid bill has no number and grants nothing', async ({ product }) => {
  const project = product.renewals.id;
  const before = await finance.query('credits.overview', { projectId: project });
  const { orderId, reference } = await askForTopUp(finance, project, 7);
  await pay(product, orderId, 'failure');
  await expect
    .poll(async () => (await deliveriesOf(product, orderId)).map(told))
    .toEqual(['payment.failed 200']);
  const { items } = await finance.query('invoices.list', { projectId: project });
  expect(items.find((item) => item.reference === reference)).toMatchObject({
    status: 'pending',
    number: null,
    paymentReference: null,
  });
  expect(await finance.query('credits.overview', { projectId: project })).toMatchObject({
    available: before.available,
    pending: before.pending + 7,
  });
});

test('the same key gives the same bill, and another amount under it is refused', async ({ product }) => {
  const input = { projectId: product.renewals.id, units: 9, key: randomUUID() };
  const [one, other] = await Promise.all([
    finance.mutate('billing.createTopUp', input),
    finance.mutate('billing.createTopUp', input),
  ]);
  expect(other).toEqual(one);
  expect(await finance.refused('mutation', 'billing.createTopUp', { ...input, units: 10 })).toMatchObject({
    status: 409,
    domain: 'IDEMPOTENCY_KEY_REUSED',
  });
});

/** The balance as the page hears it: once at first, and again after each change. */
async function* balances(who: Caller, project: string): AsyncGenerator<Answers['credits.overview']> {
  const input = encodeURIComponent(JSON.stringify({ projectId: project }));
  const answer = await who.send(`/trpc/credits.onChange?input=${input}`, {
    headers: { accept: 'text/event-stream' },
    signal: AbortSignal.timeout(10_000),
  });
  let text = '';
  for await (const chunk of answer.body ?? []) {
    const lines = (text + new TextDecoder().decode(chunk)).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('data: {"projectId"')) yield JSON.parse(line.slice(6));
  }
}
