import { formatCount, formatMoney } from '@lead-credits/ui';
import type { Quote } from '../../../api-types.ts';

const NBSP = '\u00a0';

/** 1800 basis points → "18 %". */
export function formatRate(basisPoints: number): string {
  return `${basisPoints / 100}${NBSP}%`;
}

/** Which sentence says what a number of credits costs, and what stands in it. */
export type QuoteLine = {
  kind: 'inclusive' | 'exclusive' | 'untaxed';
  values: { units: string; price: string; total: string; rate: string; tax: string };
};

/** "5 × ₹1.00 = ₹5.00, incl. 18 % GST ₹0.76" as its parts. Pure; all amounts are the server's. */
export function quoteLine(quote: Quote): QuoteLine {
  return {
    kind: quote.taxRateBp === 0 ? 'untaxed' : quote.priceIncludesTax ? 'inclusive' : 'exclusive',
    values: {
      units: formatCount(quote.units),
      price: formatMoney(quote.unitPricePaise),
      total: formatMoney(quote.amountPaise),
      rate: formatRate(quote.taxRateBp),
      tax: formatMoney(quote.taxPaise),
    },
  };
}
