import { splitByKind, type TaxSplit } from './gst.ts';

/** The heads of a split that a credit note takes back. */
const PARTS = ['taxablePaise', 'cgstPaise', 'sgstPaise', 'utgstPaise', 'igstPaise', 'totalPaise'] as const;

/**
 * Taxable value and tax of the next credit note of an invoice. It splits what will have been credited *in all* and
 * takes the difference to what had been credited before, so that the notes of a fully credited invoice add up to it
 * to the paisa: three notes of ₹1.00 split alone would credit 24 paise CGST where the invoice has 23.
 * (The IRP does not check tax = rate × value on notes.)
 * `invoice` is the frozen split, inclusive or exclusive; `creditedPaise` the totals of its earlier notes.
 * RangeError when nothing or more than the rest is credited, and for the one-paisa note that would need a negative
 * taxable value: Razorpay refunds no less than 100 paise.
 */
export function splitCreditNote(input: {
  invoice: TaxSplit;
  creditedPaise: number;
  amountPaise: number;
}): TaxSplit {
  const { invoice, creditedPaise, amountPaise } = input;
  if (!Number.isSafeInteger(amountPaise) || amountPaise < 1)
    throw new RangeError('a note credits at least 1 paisa');
  if (creditedPaise + amountPaise > invoice.totalPaise) throw new RangeError('more credited than invoiced');
  assertSplitsInclusively(invoice);
  const before = splitCumulative(invoice, creditedPaise);
  const after = splitCumulative(invoice, creditedPaise + amountPaise);
  const note = { ...after };
  for (const part of PARTS) note[part] = after[part] - before[part];
  if (note.taxablePaise < 0) throw new RangeError('a note of one paisa cannot hold both halves of its tax');
  return note;
}

function splitCumulative(invoice: TaxSplit, amountPaise: number): TaxSplit {
  return splitByKind({ amountPaise, priceIncludesTax: true, rateBp: invoice.rateBp, kind: invoice.kind });
}

/**
 * Splitting the total inclusively gives back the split of an exclusive price too, because adding the rounded tax
 * moves the quotient by less than half a paisa (property test). So one rule serves both, and a split that does
 * not fit it was not made by us.
 */
function assertSplitsInclusively(invoice: TaxSplit): void {
  const again = splitCumulative(invoice, invoice.totalPaise);
  for (const part of PARTS) {
    if (again[part] !== invoice[part])
      throw new RangeError(`not a split of ${invoice.totalPaise} paise: ${part}`);
  }
}
