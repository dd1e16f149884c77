import { currentStateCode, stateByCode } from './states.ts';

/** Whose number it is. `tcs` and `tds` are collectors and deductors of tax at source, `uin` UN bodies and embassies. */
export type GstinKind = 'regular' | 'tcs' | 'tds' | 'uin' | 'non_resident' | 'oidar' | 'government';

export type GstinProblem = 'length' | 'characters' | 'state' | 'format' | 'check_digit';

export type ParsedGstin =
  | {
      ok: true;
      /** Fifteen characters, upper case, without separators. */
      gstin: string;
      kind: GstinKind;
      /** First two digits as written, so 25 and 28 stay; `currentStateCode` gives the State in force. */
      stateCode: string;
      /** Only where the number holds one: a regular or a TCS registration. A sole proprietor's is personal data. */
      pan?: string;
      /** The number passes, but its 14th character is not the usual Z: show it for a second look. */
      warning?: 'unusual_14th_character';
    }
  | { ok: false; reason: GstinProblem };

/**
 * The portal's own patterns (developer.gst.gov.in), in an order in which the first match is right: a deductor's
 * 14th character D also fits `regular`. The common pattern with a fixed Z would refuse UN bodies, deductors and
 * e-commerce operators.
 */
const PATTERNS: readonly (readonly [GstinKind, RegExp])[] = [
  ['tds', /^[0-9]{2}[A-Z]{4}[A-Z0-9][0-9]{4}[A-Z][1-9A-Z]D[0-9A-Z]$/],
  ['tcs', /^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]C[0-9A-Z]$/],
  ['regular', /^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z][Z1-9ABD-J][0-9A-Z]$/],
  ['uin', /^[0-9]{4}[A-Z]{3}[0-9]{5}[UO]N[A-Z0-9]$/],
  ['oidar', /^99[0-9]{2}[A-Z]{3}[0-9]{5}OS[0-9A-Z]$/],
  ['non_resident', /^[0-9]{4}[A-Z]{3}[0-9]{5}NR[0-9A-Z]$/],
  ['government', /^[0-9]{2}[A-Z]{4}[0-9]{5}[A-Z][0-9]Z[0-9]$/],
];

/** What people and pasted mails put between the characters: any space, hyphens and dashes, zero-width and bidi marks. */
const SEPARATORS = /[\s\-\u2010-\u2015\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]/g;

const GSTIN_LENGTH = 15;
const BASE = 36;

/**
 * Reads a GSTIN or UIN as a person typed it: case, spaces and hyphens do not matter, everything else must be exact.
 * Checks the length, the alphabet, the State code, the check digit and the pattern, in this order.
 * Does not ask the GST portal, so a number that was never issued or is cancelled can pass.
 */
export function parseGstin(raw: string): ParsedGstin {
  const compact = raw.replace(SEPARATORS, '');
  if (compact.length !== GSTIN_LENGTH) return { ok: false, reason: 'length' };
  // Before upper-casing, which turns some foreign letters into ASCII ones (ſ → S, ı → I).
  if (!/^[0-9A-Za-z]+$/.test(compact)) return { ok: false, reason: 'characters' };
  const gstin = compact.toUpperCase();
  const kind = PATTERNS.find(([, pattern]) => pattern.test(gstin))?.[0];
  const stateCode = gstin.slice(0, 2);
  // 99, the centre's own jurisdiction, exists for online services from abroad (OIDAR) alone.
  const stateIsKnown = kind === 'oidar' || stateByCode(currentStateCode(stateCode)) !== undefined;
  if (!stateIsKnown) return { ok: false, reason: 'state' };
  // Before the pattern: a number that fails both (a mistyped one mostly does) is best called mistyped.
  if (gstinCheckDigit(gstin.slice(0, 14)) !== gstin[14]) return { ok: false, reason: 'check_digit' };
  if (kind === undefined) return { ok: false, reason: 'format' };
  const holdsPan = kind === 'regular' || kind === 'tcs';
  return {
    ok: true,
    gstin,
    kind,
    stateCode,
    ...(holdsPan ? { pan: gstin.slice(2, 12) } : {}),
    ...(kind === 'regular' && gstin[13] !== 'Z' ? { warning: 'unusual_14th_character' as const } : {}),
  };
}

/**
 * The 15th character for the first 14 (digits and capitals, else RangeError): a mod 36 sum with weights 1, 2, 1, 2 …
 * It finds every single wrong character and every swap of neighbours but 0 and Z.
 */
export function gstinCheckDigit(first14: string): string {
  if (!/^[0-9A-Z]{14}$/.test(first14)) throw new RangeError('a check digit needs 14 digits and capitals');
  let sum = 0;
  for (const [index, character] of [...first14].entries()) {
    const product = Number.parseInt(character, BASE) * (index % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / BASE) + (product % BASE);
  }
  return ((BASE - (sum % BASE)) % BASE).toString(BASE).toUpperCase();
}

/** Kinds that buy in India on a domestic invoice; non-resident and OIDAR numbers only ever sell here. */
export function isBuyerKind(kind: GstinKind): boolean {
  return kind !== 'non_resident' && kind !== 'oidar';
}
