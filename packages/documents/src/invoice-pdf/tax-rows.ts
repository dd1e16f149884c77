import type { InvoiceDocument } from '@lead-credits/contract';
import { formatRate } from './format.ts';
import { headsOf } from './heads.ts';
import { totalsOf } from './invoice-document.ts';
import { labels } from './labels.ts';

/**
 * Taxable value and each head with its amount in paise; a head says its rate where all lines have the same. None where
 * no GST is shown.
 */
export function taxRows(document: InvoiceDocument): [label: string, amountPaise: number][] {
  const heads = headsOf(document);
  if (heads.length === 0) return [];
  const totals = totalsOf(document.lines);
  const rates = new Set(document.lines.map((line) => line.taxRateBp));
  const [rateBp = 0] = rates;
  return [
    [labels.taxable, totals.taxablePaise],
    ...heads.map(({ name, part, share }): [string, number] => [
      rates.size === 1 ? labels.headAndRate(name, formatRate(rateBp * share)) : name,
      totals[part],
    ]),
  ];
}
