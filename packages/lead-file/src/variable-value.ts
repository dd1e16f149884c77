import { asciiDigits, cleanMultilineText, cleanText, isAscii } from './clean-text.ts';
import { LEAD_LIMITS } from './limits.ts';
import type { ProcessVariable } from './process.ts';
import type { RowReason } from './row-reasons.ts';
import { isExcelError } from './spreadsheet-error.ts';

/** What a variable holds in the lead's metadata: text, a number, an amount as decimal text ("125000.50"), a date as yyyy-mm-dd. */
export type VariableValue = string | number;

export type ValueResult =
  | { ok: true; value: VariableValue | undefined }
  | { ok: false; code: RowReason; params?: Readonly<Record<string, string | number>> };

/**
 * Reads one cell as its process's variable wants it. A blank cell is `undefined`, whether or not it is required. Numbers
 * and amounts take Indian and Western grouping; dates are day first, never month first; enum options ignore case.
 */
export function readVariable(raw: string, variable: ProcessVariable): ValueResult {
  const text = variable.type === 'text' ? cleanMultilineText(raw) : plainFigures(cleanText(raw));
  if (text === '') return { ok: true, value: undefined };
  if (isExcelError(text)) return { ok: false, code: 'spreadsheet_error' };
  if (text.length > LEAD_LIMITS.variableChars) {
    return { ok: false, code: 'value_too_long', params: { limit: LEAD_LIMITS.variableChars } };
  }
  switch (variable.type) {
    case 'text':
      return { ok: true, value: text };
    case 'number':
      return readNumber(text);
    case 'amount':
      return readAmount(text);
    case 'date':
      return readDate(text);
    case 'enum':
      return readOption(text, variable.options ?? []);
  }
}

/** Full-width and Indic digits and signs as ASCII; nearly every cell is ASCII already. */
function plainFigures(text: string): string {
  return isAscii(text) ? text : asciiDigits(text.normalize('NFKC'));
}

/** 1234567, 12,34,567 and 1,234,567, with or without a fraction; "12,50" is neither grouping and stays out. */
const DECIMAL = /^([+-]?)(\d{1,15}|\d{1,3}(?:,\d{2,3})*,\d{3})(?:\.(\d{1,10}))?$/;

function readNumber(text: string): ValueResult {
  const match = DECIMAL.exec(text);
  if (match === null) return { ok: false, code: 'invalid_number' };
  const value = Number(text.replaceAll(',', ''));
  return Math.abs(value) > Number.MAX_SAFE_INTEGER
    ? { ok: false, code: 'invalid_number' }
    : { ok: true, value };
}

/** Rupees, as text with at most two decimals: floats hold no money. "₹1,25,000.50", "Rs. 500/-", "INR 500". */
function readAmount(text: string): ValueResult {
  if (/^[1-9]\d{0,11}(?:\.(?!00)\d\d)?$/.test(text)) return { ok: true, value: text };
  const plain = text
    .replace(/^(?:rs\.?|inr|₹|रु\.?)\s*/i, '')
    .replace(/\s*(?:\/-|rs\.?|inr|rupees)$/i, '')
    .trim();
  const [, sign = '', whole = '', fraction = ''] = DECIMAL.exec(plain) ?? [];
  const paise = fraction.replace(/0+$/, '');
  if (whole === '' || paise.length > 2) return { ok: false, code: 'invalid_amount' };
  const rupees = whole.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  return {
    ok: true,
    value: `${sign === '-' ? '-' : ''}${rupees}${paise === '' ? '' : `.${paise.padEnd(2, '0')}`}`,
  };
}

const DAY_FIRST = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})(?=$|[ T,])/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[ T,])/;
const MONTH_NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]+([a-z]{3,9})[-/., ]+(\d{4}|\d{2})(?=$|[ T,])/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** dd/mm/yyyy as India writes it, yyyy-mm-dd as programs do, 05-Apr-26 as Excel does. 13/31 style dates are refused, never turned round. */
function readDate(text: string): ValueResult {
  const [dayFirst, day = '', dayMonth = '', dayYear = ''] = DAY_FIRST.exec(text) ?? [];
  if (dayFirst !== undefined) return dateOf(dayYear, dayMonth, day);
  const [yearFirst, year = '', yearMonth = '', yearDay = ''] = YEAR_FIRST.exec(text) ?? [];
  if (yearFirst !== undefined) return dateOf(year, yearMonth, yearDay);
  const [named, namedDay = '', monthName = '', namedYear = ''] = MONTH_NAMED.exec(text) ?? [];
  if (named === undefined) return { ok: false, code: 'invalid_date' };
  return dateOf(fullYear(namedYear), MONTHS.indexOf(monthName.slice(0, 3).toLowerCase()) + 1, namedDay);
}

/** Excel wrote the two digits, so Excel's turning point holds: 00 to 29 are this century. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 30 ? `20${year}` : `19${year}`;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The day as yyyy-mm-dd, if the calendar has it. Written out: a Date object per cell was an eighth of a whole import's reading time. */
function dateOf(year: string, month: string | number, day: string): ValueResult {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const isLeap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
  const days = m === 2 && isLeap ? 29 : (DAYS[m - 1] ?? 0);
  if (y < 1900 || y > 2200 || d < 1 || d > days) return { ok: false, code: 'invalid_date' };
  return { ok: true, value: `${y}-${m < 10 ? '0' : ''}${m}-${d < 10 ? '0' : ''}${d}` };
}

function readOption(text: string, options: readonly string[]): ValueResult {
  const wanted = text.toLowerCase();
  const found =
    options.find((option) => option === text) ??
    options.find((option) => cleanText(option).toLowerCase() === wanted);
  if (found !== undefined) return { ok: true, value: found };
  return { ok: false, code: 'invalid_option', params: { options: options.join(', ') } };
}
