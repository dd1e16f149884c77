import { expect } from '@playwright/test';
import { type Caller, nobody, signIn } from './support/caller.ts';
import { expectEverythingHolds } from './support/commands.ts';
import { test } from './support/http-product.ts';
import { askForTopUp, PROFILE } from './support/top-ups.ts';
import { pay } from './support/webhooks.ts';

/** An invoice on its way, by the built product: worker, rendering thread with its fonts, mail, outbox. */
let projectId: string;
let finance: Caller;

test.beforeAll(async ({ product }) => {
  projectId = product.renewals.id;
  finance = await signIn(product, 'finance');
  await finance.mutate('billing.saveProfile', { projectId, ...PROFILE });
});

const pdfOf = async (invoiceId: string): Promise<{ fileName: string; bytes: Buffer }> => {
  const answer = await finance.send(`/invoices/${invoiceId}/pdf`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const [, fileName = ''] = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  return { fileName, bytes: Buffer.from(await answer.arrayBuffer()) };
};

test('a bill that waits has a payment request; once paid, its tax invoice is mailed with the same PDF', async ({
  product,
}) => {
  const { topUpId, orderId, reference } = await askForTopUp(finance, projectId, 6);
  const request = await pdfOf(topUpId);
  expect(request.fileName).toBe(`payment-request-${reference}.pdf`);
  expect(request.bytes.subarray(0, 5).toString()).toBe('%PDF-');

  await pay(product, orderId, 'success');
  const detail = () => finance.query('invoices.get', { projectId, invoiceId: topUpId });
  await expect
    .poll(async () => (await detail()).delivery, { timeout: 20_000 })
    .toMatchObject({ state: 'sent', recipients: PROFILE.recipientEmails, attempts: 1, lastError: null });
  const number = (await detail()).invoice.number ?? '';
  const invoice = await pdfOf(topUpId);
  expect(invoice.fileName).toBe(`${number.replaceAll('/', '-')}.pdf`);
  expect(invoice.bytes.equals(request.bytes)).toBe(false);

  const outbox = await nobody(product).send('/outbox');
  const rows = (await outbox.text()).split('<tr>').filter((row) => row.includes(`Tax invoice ${number} `));
  expect(rows).toHaveLength(1);
  const [, mailPath] = /href="(\/outbox\/[^"]+)"/.exec(rows[0] ?? '') ?? [];
  const attachment = await nobody(product).send(`${mailPath}/attachment`);
  expect(Buffer.from(await attachment.arrayBuffer()).equals(invoice.bytes)).toBe(true);
  await expectEverythingHolds(product.dataDir);
});
