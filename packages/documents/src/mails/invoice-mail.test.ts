import type { InvoiceDocument } from '@lead-credits/contract';
import { describe, expect, it } from 'vitest';
import * as samples from '../fixtures/documents.ts';
import { escapeHtml } from './html.ts';
import { writeInvoiceMail } from './invoice-mail.ts';

const HOME = 'https://credits.example';
const write = (document: InvoiceDocument) => writeInvoiceMail(document, HOME);

/** What a reader sees of the HTML: text without tags, styles and the head. */
function seen(html: string): string {
  return html
    .replace(/^[\s\S]*<\/head>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('writeInvoiceMail', () => {
  it('says in the subject what it is, whose it is and how much', () => {
    expect(write(samples.taxInvoice).subject).toBe(
      'Tax invoice CP/26-27/000123 from Callplane Technologies Private Limited: ₹5.00',
    );
  });

  it.each([
    ['HTML', (document: InvoiceDocument) => seen(write(document).html)],
    ['text', (document: InvoiceDocument) => write(document).text.replace(/[:\s]+/g, ' ')],
  ])('carries the facts that an accountant books from, as %s', (_kind, read) => {
    const mail = read(samples.taxInvoice);
    for (const fact of [
      '5 lead credits were added to Acme Outbound',
      'Invoice number CP/26-27/000123',
      'Bill reference CP-20260407-AZN7',
      'Date of issue 07 Apr 2026',
      'Bill to कृष्णा मोटर्स Acme Motors Private Limited',
      'GSTIN 29AABCR1718E1ZL',
      'Taxable value ₹4.24',
      'CGST 9% ₹0.38',
      'SGST 9% ₹0.38',
      'Total ₹5.00',
      'Payment UPI, pay_SaBcDeFgHiJkLm',
      'Karnataka, GSTIN 29AAACI4798L1ZU',
    ]) {
      expect(mail).toContain(fact);
    }
    expect(mail).not.toMatch(/undefined|null|NaN|\{\{|\[object/);
  });

  it('shows IGST alone for another State, with Indian digit groups', () => {
    const mail = write(samples.interStateInvoice).text;
    expect(mail).toContain('1,50,000 lead credits');
    expect(mail).toContain('IGST 18%: ₹22,881.36');
    expect(mail).not.toContain('CGST');
    expect(mail).not.toContain('GSTIN: ');
  });

  it('shows no GST for a seller who is not registered', () => {
    expect(write(samples.plainInvoice).text).not.toMatch(/GST \d|Taxable/);
  });

  it('says of a request that it is no tax invoice, and of a credit note what it takes back', () => {
    const request = write(samples.paymentRequest);
    expect(request.subject).toContain('Payment request CP-20260407-AZN7');
    expect(request.text).toContain('it is not a tax invoice');
    expect(request.text).toContain('Amount to pay: ₹5.00');
    expect(request.text).not.toContain('Payment: ');
    const note = write(samples.creditNote).text;
    expect(note).toContain('2 lead credits of Acme Outbound were taken back');
    expect(note).toContain('Against tax invoice: CP/26-27/000123');
  });

  it('cannot be made to say something else by a name', () => {
    const name = `<script>x</script> "R&D" {{amount}} $t(common:product)\r\nBcc: all@x.example`;
    const { subject, html, text } = write({
      ...samples.taxInvoice,
      seller: { ...samples.taxInvoice.seller, name },
      buyer: { ...samples.taxInvoice.buyer, name },
      credits: { count: 1, projectName: name },
    });
    expect(html).not.toContain('<script>');
    expect(html).toContain(escapeHtml(name));
    expect(text).toContain(`1 lead credit was added to ${name}`);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(subject).toContain('{{amount}} $t(common:product)');
  });

  it('loads nothing from outside and links to the product alone', () => {
    const { html } = write(samples.taxInvoice);
    expect(html).not.toMatch(/\bsrc=|url\(|<link|<img|@import|<script/i);
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url)).toEqual([HOME]);
  });

  it('has a dark theme, and a width that fits a phone', () => {
    const { html } = write(samples.taxInvoice);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('prefers-color-scheme:dark');
    expect(html).not.toMatch(/(?<!max-)width:\s*\d{3,}px/);
  });

  it('stays below the size at which Gmail cuts a mail', () => {
    expect(Buffer.byteLength(write(samples.longInvoice).html)).toBeLessThan(102_000);
  });

  it('is not written about a document that must not be printed', () => {
    expect(() => write({ ...samples.taxInvoice, number: null })).toThrow(/number/);
  });
});
