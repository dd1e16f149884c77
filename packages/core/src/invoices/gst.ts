import { currentStateCode, parseGstin, stateByCode } from '@lead-credits/contract';

/** intra: CGST + SGST · intra_ut: CGST + UTGST · inter: IGST · none: the seller is not registered and shows no GST. */
export type TaxKind = 'intra' | 'intra_ut' | 'inter' | 'none';

/** One amount and the tax in it, integer paise. The four heads and `taxablePaise` always add up to `totalPaise`. */
export type TaxSplit = {
  kind: TaxKind;
  /** Sum of the rates of all heads in basis points: 1800 is 9 % + 9 % or 18 %. 0 where the kind is none. */
  rateBp: number;
  taxablePaise: number;
  cgstPaise: number;
  sgstPaise: number;
  utgstPaise: number;
  igstPaise: number;
  totalPaise: number;
};

/** Who buys: a supply to an SEZ unit or abroad is inter-State wherever the seller sits (IGST Act s.7(5)). */
export type BuyerKind = 'domestic' | 'sez' | 'overseas';

/** Place of supply of a buyer outside India. */
export const OTHER_COUNTRIES_CODE = '96';

export type SplitTaxInput = {
  /** Price times quantity less discount; the total where `priceIncludesTax`, else the taxable value. */
  amountPaise: number;
  priceIncludesTax: boolean;
  /** 0 for a zero-rated supply (SEZ or export under a letter of undertaking). */
  rateBp: number;
  sellerRegistered: boolean;
  sellerStateCode: string;
  placeOfSupplyCode: string;
  buyerKind?: BuyerKind;
};

/**
 * The GST of one amount. Inclusive prices are split by Rule 35 (tax = value × rate of the head / (100 + rates)),
 * exclusive ones get the tax on top; each head is rounded half up to the paisa, so CGST always equals the State's
 * half and the taxable value takes the rest. RangeError for amounts and rates that are not integers, negative or
 * above 100 %, and for State codes that do not exist.
 * Rounds nothing to the rupee: s.170 concerns the consolidated payment, and the amount paid online is exact.
 */
export function splitTax(input: SplitTaxInput): TaxSplit {
  return splitByKind({ ...input, kind: taxKind(input) });
}

/** Which heads apply, by the State of the seller and the place of supply. Retired State codes count as their successors. */
export function taxKind(input: {
  sellerRegistered: boolean;
  sellerStateCode: string;
  placeOfSupplyCode: string;
  buyerKind?: BuyerKind;
}): TaxKind {
  if (!input.sellerRegistered) return 'none';
  const seller = stateByCode(currentStateCode(input.sellerStateCode));
  if (seller === undefined) throw new RangeError(`no State of the seller: ${input.sellerStateCode}`);
  const place = currentStateCode(input.placeOfSupplyCode);
  if (place !== OTHER_COUNTRIES_CODE && stateByCode(place) === undefined) {
    throw new RangeError(`no place of supply: ${input.placeOfSupplyCode}`);
  }
  const crossesBorder = place !== seller.code || (input.buyerKind ?? 'domestic') !== 'domestic';
  if (crossesBorder) return 'inter';
  return seller.stateTax === 'UTGST' ? 'intra_ut' : 'intra';
}

/** `splitTax` where the heads are known already, as for a credit note. */
export function splitByKind(input: {
  amountPaise: number;
  priceIncludesTax: boolean;
  rateBp: number;
  kind: TaxKind;
}): TaxSplit {
  const { amountPaise, priceIncludesTax, kind } = input;
  assertAmount(amountPaise);
  assertRate(input.rateBp);
  const rateBp = kind === 'none' ? 0 : input.rateBp;
  const isIntra = kind === 'intra' || kind === 'intra_ut';
  const whole = 10_000 + (priceIncludesTax ? rateBp : 0);
  const halfPaise = isIntra ? shareHalfUp(amountPaise, rateBp, 2 * whole) : 0;
  const igstPaise = kind === 'inter' ? shareHalfUp(amountPaise, rateBp, whole) : 0;
  const taxPaise = 2 * halfPaise + igstPaise;
  const split = {
    kind,
    rateBp,
    taxablePaise: priceIncludesTax ? amountPaise - taxPaise : amountPaise,
    cgstPaise: halfPaise,
    sgstPaise: kind === 'intra' ? halfPaise : 0,
    utgstPaise: kind === 'intra_ut' ? halfPaise : 0,
    igstPaise,
    totalPaise: priceIncludesTax ? amountPaise : amountPaise + taxPaise,
  };
  assertAmount(split.taxablePaise);
  assertAmount(split.totalPaise);
  return split;
}

/**
 * State code that decides the tax: the registered buyer's own State (IGST Act 12(2)(a)), else the State of the address
 * on record, which is mandatory for an online service at any value (Circular 242/36/2024). Where the two differ
 * the GSTIN wins. Throws RangeError for a GSTIN or State that is none: the billing account was checked when saved.
 */
export function placeOfSupply(buyer: { gstin?: string | null; stateCode: string }): string {
  const code = currentStateCode(buyer.gstin ? gstinState(buyer.gstin, buyer.stateCode) : buyer.stateCode);
  if (stateByCode(code) === undefined) throw new RangeError(`no State of the buyer: ${code}`);
  return code;
}

function gstinState(gstin: string, addressStateCode: string): string {
  const parsed = parseGstin(gstin);
  if (!parsed.ok) throw new RangeError(`not a GSTIN: ${parsed.reason}`);
  // 99 is the centre, not a place.
  return parsed.kind === 'oidar' ? addressStateCode : parsed.stateCode;
}

/** amount × part / whole, rounded half up. BigInt because paise × basis points leaves the safe integers at ₹900 crore. */
function shareHalfUp(amountPaise: number, part: number, whole: number): number {
  const twice = 2n * BigInt(amountPaise) * BigInt(part) + BigInt(whole);
  return Number(twice / (2n * BigInt(whole)));
}

function assertAmount(amountPaise: number): void {
  if (!Number.isSafeInteger(amountPaise) || amountPaise < 0) {
    throw new RangeError(`not an amount in paise: ${amountPaise}`);
  }
}

function assertRate(rateBp: number): void {
  if (!Number.isInteger(rateBp) || rateBp < 0 || rateBp > 10_000) {
    throw new RangeError(`not a rate in basis points: ${rateBp}`);
  }
}
