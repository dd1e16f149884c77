/** India has one time zone without daylight saving; invoices follow it whatever the server's clock zone. */
const IST_OFFSET_MS = 330 * 60_000;
const APRIL = 4;

/** Longest number Rule 46(b) allows. */
const MAX_NUMBER_LENGTH = 16;
const SERIAL_DIGITS = 6;

/** Digits and consonants that nobody misreads and that spell no word: no vowels, no 0, O, 1, I. */
export const REFERENCE_ALPHABET = '23456789BCDFGHJKLMNPQRSTVWXYZ';
const REFERENCE_RANDOM_LENGTH = 4;

/** Calendar date in India (Asia/Kolkata) as YYYY-MM-DD. RangeError for an invalid Date. */
export function indianDate(instant: Date): string {
  return new Date(instant.getTime() + IST_OFFSET_MS).toISOString().slice(0, 10);
}

/** A financial year runs from 1 April to 31 March; `label` is its short form, "26-27". */
export type FinancialYear = { startYear: number; label: string };

/** The financial year that an instant falls in, by the calendar in India. */
export function financialYear(instant: Date): FinancialYear {
  const date = indianDate(instant);
  const year = Number(date.slice(0, 4));
  const startYear = Number(date.slice(5, 7)) >= APRIL ? year : year - 1;
  return { startYear, label: `${twoDigits(startYear)}-${twoDigits(startYear + 1)}` };
}

function twoDigits(year: number): string {
  return String(year % 100).padStart(2, '0');
}

/**
 * The number of a document: "CP/26-27/000123". The serial grows beyond six digits while the whole fits 16 characters.
 * Does not allocate the serial. RangeError for a serial that is no positive integer and for a number that
 * `checkInvoiceNumber` refuses: the prefix is a setting of the seller that was checked when saved.
 */
export function invoiceNumber(prefix: string, year: FinancialYear, serial: number): string {
  if (!Number.isSafeInteger(serial) || serial < 1) throw new RangeError(`not a serial number: ${serial}`);
  const number = `${prefix}/${year.label}/${String(serial).padStart(SERIAL_DIGITS, '0')}`;
  const checked = checkInvoiceNumber(number);
  if (!checked.ok) throw new RangeError(`invoice number ${number} refused: ${checked.reason}`);
  return number;
}

export type CheckedNumber =
  /** `key` is what must be unique: the IRP compares numbers in upper case since 1 June 2025. */
  { ok: true; key: string } | { ok: false; reason: 'empty' | 'length' | 'characters' | 'first_character' };

/**
 * Whether a document number is lawful: at most 16 characters of A-Z, a-z, 0-9, "-" and "/" (Rule 46(b)), the first
 * neither 0, "-" nor "/" (IRP). Cannot see whether it is consecutive: that is the series' matter.
 */
export function checkInvoiceNumber(value: string): CheckedNumber {
  if (value === '') return { ok: false, reason: 'empty' };
  if (!/^[A-Za-z0-9/-]+$/.test(value)) return { ok: false, reason: 'characters' };
  if (value.length > MAX_NUMBER_LENGTH) return { ok: false, reason: 'length' };
  if (/^[0/-]/.test(value)) return { ok: false, reason: 'first_character' };
  return { ok: true, key: value.toUpperCase() };
}

/**
 * The public reference of a top-up: "CP-20260407-ZN7K", the date in India and four random characters.
 * `randomBelow(n)` gives a uniform integer from 0 to n - 1 (node:crypto's randomInt). 707,281 references a day:
 * the caller keeps it unique by a constraint and asks again. It is no Rule 46 number, because it is not consecutive.
 */
export function publicReference(instant: Date, randomBelow: (n: number) => number): string {
  const day = indianDate(instant).replaceAll('-', '');
  const random = Array.from({ length: REFERENCE_RANDOM_LENGTH }, () =>
    REFERENCE_ALPHABET.charAt(randomBelow(REFERENCE_ALPHABET.length)),
  );
  return `CP-${day}-${random.join('')}`;
}
