import type { InvoiceDocument } from '@lead-credits/contract';
import { describe, expect, it } from 'vitest';
import * as samples from '../fixtures/documents.ts';
import { assertPrintable, MAX_LINES } from './invoice-document.ts';

const [line] = samples.taxInvoice.lines;
if (line === undefined) throw new Error('the sample has a line');

const refused: [string, RegExp, InvoiceDocument][] = [
  ['no lines', /lines/, { ...samples.taxInvoice, lines: [] }],
  [
    'too many lines',
    /lines/,
    { ...samples.taxInvoice, lines: Array.from({ length: MAX_LINES + 1 }, () => line) },
  ],
  ['a fraction of a paisa', /integer/, { ...samples.taxInvoice, lines: [{ ...line, totalPaise: 500.5 }] }],
  ['parts that do not add up', /add up/, { ...samples.taxInvoice, lines: [{ ...line, taxablePaise: 425 }] }],
  ['no number', /number/, { ...samples.taxInvoice, number: null }],
  ['a number on a payment request', /number/, { ...samples.paymentRequest, number: 'CP/26-27/000123' }],
  ['no date', /date/, { ...samples.taxInvoice, issuedAt: new Date('never') }],
  ['GST of an unregistered seller', /no GST/, { ...samples.plainInvoice, lines: [line] }],
  [
    'no GSTIN of the seller',
    /GSTIN/,
    { ...samples.taxInvoice, seller: { ...samples.taxInvoice.seller, gstin: null } },
  ],
  ['no place of supply', /place of supply/, { ...samples.taxInvoice, placeOfSupply: null }],
  ['a credit note without its invoice', /credits/, { ...samples.creditNote, corrects: null }],
];

describe('assertPrintable', () => {
  it.each(Object.entries(samples))('lets the %s pass', (_, document) => {
    expect(() => assertPrintable(document)).not.toThrow();
  });

  it.each(refused)('refuses %s', (_, problem, document) => {
    expect(() => assertPrintable(document)).toThrow(problem);
  });

  it('does not need the place of supply on a payment request that does not know it yet', () => {
    expect(() => assertPrintable({ ...samples.paymentRequest, placeOfSupply: null })).not.toThrow();
  });
});
