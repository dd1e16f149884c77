import type { InvoiceDocument } from '@lead-credits/contract';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { afterAll, describe, expect, it } from 'vitest';
import { createDocuments } from '../create-documents.ts';
import * as samples from '../fixtures/documents.ts';

const documents = createDocuments();
afterAll(() => documents.close());

/** The first document waits for the fonts to be parsed: about a second on a quiet machine. */
const TIMEOUT_MS = 30_000;

/** The text of each page as a reader of the PDF finds it, one string per line. */
async function pagesOf(document: InvoiceDocument): Promise<string[][]> {
  const proxy = await getDocumentProxy(await documents.renderInvoice(document));
  const { text } = await extractText(proxy, { mergePages: false });
  return text.map((page) => page.split('\n'));
}

async function linesOf(document: InvoiceDocument): Promise<string[]> {
  return (await pagesOf(document)).flat();
}

describe('invoicePdf', { timeout: TIMEOUT_MS }, () => {
  it('prints every particular of Rule 46 that a tax invoice needs', async () => {
    const lines = await linesOf(samples.taxInvoice);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Tax invoice',
        'Original for recipient',
        'Callplane Technologies Private Limited',
        'State: Karnataka, code 29',
        'GSTIN 29AAACI4798L1ZU',
        'Invoice number CP/26-27/000123',
        'Bill reference CP-20260407-AZN7',
        'Bengaluru 560001',
        'GSTIN 29AABCR1718E1ZL',
        'Place of supply Karnataka, code 29',
        'Tax payable on reverse charge No',
        '998319 5 1.00 4.24 0.76 5.00',
        'Taxable value 4.24',
        'CGST 9% 0.38',
        'SGST 9% 0.38',
        'Total ₹5.00',
        'Five Rupees Only',
        'Method UPI',
        'Reference pay_SaBcDeFgHiJkLm',
        'Credits added 5 (Acme Outbound)',
        'Balance due 0.00',
        '998319 4.24 9% 0.38 9% 0.38 0.76',
      ]),
    );
    expect(lines.at(-1)).toContain('does not require a signature');
    expect(lines.at(-1)).toContain('CP/26-27/000123 · page 1 of 1');
  });

  it('prints names in Devanagari, and dates by the calendar in India', async () => {
    const text = (await linesOf(samples.taxInvoice)).join('\n');
    // Readers find the vowel and repha signs in the order in which they are drawn: कृष्णा as written, the र् of मोटर्स last.
    expect(text).toContain('कृष्णा मोट');
    expect(text).toContain('Acme Motors Private Limited');
    expect(text).toContain('Date of issue 07 Apr 2026');
    expect(text).toContain('Paid on 07 Apr 2026');
  });

  it('carries its title, parties and date of issue as properties, and the same bytes each time', async () => {
    const [first, second] = [
      await documents.renderInvoice(samples.taxInvoice),
      await documents.renderInvoice(samples.taxInvoice),
    ];
    expect(Buffer.compare(first, second)).toBe(0);
    const { info } = await getMeta(await getDocumentProxy(first));
    expect(info).toMatchObject({
      Title: 'Tax invoice CP/26-27/000123',
      Author: 'Callplane Technologies Private Limited',
      Subject: 'कृष्णा मोटर्स Acme Motors Private Limited',
      Language: 'en-IN',
      CreationDate: 'D:20260406184500Z',
    });
  });

  it('prints IGST for a buyer in another State, who needs no GSTIN', async () => {
    const lines = await linesOf(samples.interStateInvoice);
    expect(lines).toEqual(
      expect.arrayContaining([
        'GSTIN Not registered',
        'State: Maharashtra, code 27',
        'Place of supply Maharashtra, code 27',
        'IGST 18% 22,881.36',
        'Total ₹1,50,000.00',
        'One Lakh Fifty Thousand Rupees Only',
        '998319 1,27,118.64 18% 22,881.36 22,881.36',
      ]),
    );
    expect(lines.join('\n')).not.toMatch(/CGST|SGST/);
  });

  it('names on a credit note the invoice that it takes back, and why', async () => {
    const lines = await linesOf(samples.creditNote);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Credit note',
        'Credit note number CN/26-27/000004',
        'Against tax invoice CP/26-27/000123',
        'Dated 07 Apr 2026',
        'Reason Unused credits returned',
        'Taxable value 1.70',
        'CGST 9% 0.15',
        'Total credited ₹2.00',
        'Refunded on 20 Apr 2026',
        'Credits taken back 2 (Acme Outbound)',
      ]),
    );
    expect(lines.join('\n')).not.toContain('Balance due');
  });

  it('heads a bill that waits for its payment as no tax invoice', async () => {
    const lines = await linesOf(samples.paymentRequest);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Payment request, not a tax invoice',
        'Reference CP-20260407-AZN7',
        'Payment due by 21 Apr 2026',
        'Amount to pay ₹5.00',
      ]),
    );
    expect(lines.join('\n')).not.toMatch(/Invoice number|Amount paid|Original for recipient/);
  });

  it('shows no GST at all for a seller who is not registered', async () => {
    const lines = await linesOf(samples.plainInvoice);
    expect(lines).toEqual(
      expect.arrayContaining(['Invoice', '# Description Qty Rate Amount', 'Total ₹5.00']),
    );
    expect(lines.join('\n')).not.toMatch(/GST|SAC|Taxable|reverse charge|Place of supply/);
  });

  it('repeats the table head on each page, numbers the pages and sums up each service code', async () => {
    const pages = await pagesOf(samples.longInvoice);
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('# Description SAC Qty Rate incl. GST Taxable value GST Amount');
      expect(page.at(-1)).toContain(`page ${index + 1} of ${pages.length}`);
    }
    expect(pages.at(-1)).toEqual(
      expect.arrayContaining([
        'UTGST 9% 22.80',
        'Total ₹300.00',
        '998319 127.20 9% 11.40 9% 11.40 22.80',
        'Total 254.40 22.80 22.80 45.60',
      ]),
    );
  });

  it('breaks a name that fits no line instead of cutting it', async () => {
    const text = (await linesOf(samples.longInvoice)).join('').replaceAll('-', '');
    expect(text).toContain(samples.longInvoice.buyer.name);
  });
});
