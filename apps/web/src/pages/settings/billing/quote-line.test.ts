import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../api-types.ts';
import { formatRate, quoteLine } from './quote-line.ts';

const five: Quote = {
  units: 5,
  unitPricePaise: 100,
  priceIncludesTax: true,
  taxRateBp: 1800,
  amountPaise: 500,
  taxablePaise: 424,
  cgstPaise: 38,
  sgstPaise: 38,
  utgstPaise: 0,
  igstPaise: 0,
  taxPaise: 76,
  belowMinimum: false,
  minimumUnits: 1,
  availableNow: 0,
  repaysDebt: 0,
  availableAfter: 5,
  blockedBy: null,
  billTo: null,
};

describe('quoteLine', () => {
  it('says that the GST is inside', () => {
    expect(quoteLine(five)).toEqual({
      kind: 'inclusive',
      values: { units: '5', price: '₹1.00', total: '₹5.00', rate: '18\u00a0%', tax: '₹0.76' },
    });
  });

  it('says that the GST comes on top of an exclusive price', () => {
    const exclusive = { ...five, priceIncludesTax: false, amountPaise: 590, taxPaise: 90 };
    expect(quoteLine(exclusive)).toMatchObject({ kind: 'exclusive', values: { total: '₹5.90' } });
  });

  it('says nothing of GST where the seller charges none', () => {
    expect(quoteLine({ ...five, taxRateBp: 0, taxPaise: 0 }).kind).toBe('untaxed');
  });
});

describe('formatRate', () => {
  it('keeps the fraction of a rate', () => {
    expect(formatRate(250)).toBe('2.5\u00a0%');
  });
});
