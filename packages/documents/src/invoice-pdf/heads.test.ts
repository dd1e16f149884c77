import type { InvoiceDocument } from '@lead-credits/contract';
import { describe, expect, it } from 'vitest';
import * as samples from '../fixtures/documents.ts';
import { bySacAndRate, headsOf } from './heads.ts';

const names = (document: InvoiceDocument): string[] => headsOf(document).map((head) => head.name);
const withoutTax = samples.taxInvoice.lines.map((line) => ({
  ...line,
  taxablePaise: line.totalPaise,
  cgstPaise: 0,
  sgstPaise: 0,
}));

describe('headsOf', () => {
  it('follows the amounts', () => {
    expect(names(samples.taxInvoice)).toEqual(['CGST', 'SGST']);
    expect(names(samples.longInvoice)).toEqual(['CGST', 'UTGST']);
    expect(names(samples.interStateInvoice)).toEqual(['IGST']);
  });

  it('follows the places where no head has an amount', () => {
    const zeroRated = { ...samples.taxInvoice, lines: withoutTax };
    const elsewhere = { stateCode: '27', stateName: 'Maharashtra' };
    expect(names(zeroRated)).toEqual(['CGST', 'SGST']);
    expect(names({ ...zeroRated, placeOfSupply: elsewhere })).toEqual(['IGST']);
  });

  it('is empty for a seller who is not registered', () => {
    expect(names(samples.plainInvoice)).toEqual([]);
    expect(
      names({ ...samples.paymentRequest, seller: samples.plainInvoice.seller, lines: withoutTax }),
    ).toEqual([]);
  });
});

describe('bySacAndRate', () => {
  it('gathers the lines of one code and rate, in the order in which they appear', () => {
    const [line] = samples.taxInvoice.lines;
    if (line === undefined) throw new Error('the sample has a line');
    const lines = [line, { ...line, taxRateBp: 500 }, { ...line, sac: '998599' }, line];
    expect(bySacAndRate(lines).map(({ sac, rateBp, lines: own }) => [sac, rateBp, own.length])).toEqual([
      ['998319', 1800, 2],
      ['998319', 500, 1],
      ['998599', 1800, 1],
    ]);
  });
});
