import { MAX_TOP_UP_UNITS, MIN_PAYABLE_PAISE } from '@lead-credits/contract';
import { splitByKind, type TaxKind, type TaxSplit, taxKind } from '../invoices/index.ts';

/** Most one top-up may cost: ₹50 lakh. Above it the bill is raised by staff and paid by bank transfer. */
export const MAX_TOP_UP_PAISE = 50_00_00_000;

/** The price and the parties' places, as far as they decide what credits cost. */
export type PriceTerms = {
  /** Price of one credit, ≥ 1. */
  unitPricePaise: number;
  priceIncludesTax: boolean;
  rateBp: number;
  sellerRegistered: boolean;
  sellerStateCode: string;
  /** Absent until the billing account is saved: the heads are then assumed inter-State (as Rule 50 does). */
  placeOfSupplyCode?: string;
};

export type QuotedPrice = Omit<TaxSplit, 'totalPaise' | 'kind' | 'rateBp'> & {
  units: number;
  unitPricePaise: number;
  /** What is paid: with the tax, whether the price includes it or not. */
  amountPaise: number;
  taxPaise: number;
  taxKind: TaxKind;
  /** 0 where the seller charges no GST. */
  taxRateBp: number;
  /** False while the place of supply is assumed; an exclusive total can then still change by one paisa. */
  placeOfSupplyKnown: boolean;
  /** Under ₹1.00 nothing can be paid (Razorpay's minimum), over `MAX_TOP_UP_PAISE` nothing is sold here. */
  belowMinimum: boolean;
  aboveMaximum: boolean;
};

/**
 * What a number of credits costs, and the tax in it or on top. Pure: the price is frozen by whoever creates the top-up.
 * RangeError for units outside 1 … MAX_TOP_UP_UNITS, for a price that is no positive integer and for State codes
 * that do not exist; an amount too small or too large is an answer (`belowMinimum`, `aboveMaximum`).
 */
export function quote(input: PriceTerms & { units: number }): QuotedPrice {
  const { units, unitPricePaise } = input;
  if (units > MAX_TOP_UP_UNITS) throw new RangeError(`more than ${MAX_TOP_UP_UNITS} credits: ${units}`);
  const { totalPaise, kind, rateBp, ...parts } = splitTotal(input, units);
  return {
    units,
    unitPricePaise,
    amountPaise: totalPaise,
    ...parts,
    taxPaise: totalPaise - parts.taxablePaise,
    taxKind: kind,
    taxRateBp: rateBp,
    placeOfSupplyKnown: input.placeOfSupplyCode !== undefined,
    belowMinimum: totalPaise < MIN_PAYABLE_PAISE,
    aboveMaximum: totalPaise > MAX_TOP_UP_PAISE,
  };
}

/**
 * The smallest number of credits that covers a shortage and can be paid: at least `shortage` and at least ₹1.00 in all.
 * A shortage of 0 gives the smallest top-up there is. The answer may exceed what `quote` sells at once.
 */
export function unitsForShortage(shortage: number, terms: PriceTerms): number {
  if (!Number.isSafeInteger(shortage) || shortage < 0) throw new RangeError(`not a shortage: ${shortage}`);
  let units = Math.max(shortage, 1);
  // Each credit adds at least a paisa, so MIN_PAYABLE_PAISE credits are always enough.
  while (units < MIN_PAYABLE_PAISE && splitTotal(terms, units).totalPaise < MIN_PAYABLE_PAISE) units += 1;
  return units;
}

function splitTotal(terms: PriceTerms, units: number): TaxSplit {
  const { unitPricePaise, priceIncludesTax, rateBp, placeOfSupplyCode } = terms;
  if (!Number.isSafeInteger(units) || units < 1) throw new RangeError(`not a number of credits: ${units}`);
  if (!Number.isSafeInteger(unitPricePaise) || unitPricePaise < 1) {
    throw new RangeError(`not a price in paise: ${unitPricePaise}`);
  }
  return splitByKind({
    // splitByKind refuses a product that is no safe integer any more.
    amountPaise: units * unitPricePaise,
    priceIncludesTax,
    rateBp,
    kind: placeOfSupplyCode === undefined ? assumedKind(terms) : taxKind({ ...terms, placeOfSupplyCode }),
  });
}

function assumedKind(terms: PriceTerms): TaxKind {
  return terms.sellerRegistered ? 'inter' : 'none';
}
