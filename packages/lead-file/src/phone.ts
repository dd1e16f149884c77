import { LEAD_LIMITS } from './limits.ts';
import { classifyNumber, fastMobile } from './phone-number.ts';
import { readNumbers } from './phone-parts.ts';
import type { CellType, PhoneReason, PhoneResult } from './phone-reasons.ts';
import {
  cleanPhoneText,
  dropZeroFraction,
  expandScientific,
  hasExtension,
  isDateOrTime,
  isMasked,
} from './phone-text.ts';
import { LABELS, NOT_A_PHONE, PLACEHOLDERS, WITHHELD, wordsOf } from './phone-words.ts';
import { isSpreadsheetError } from './spreadsheet-error.ts';

/**
 * One Indian mobile number in whatever form people keep it, as E.164 (+91 and ten digits). Never throws and never
 * guesses: a cell that could mean two numbers, or has lost digits, is refused with its reason. A number cell is passed
 * as its plain decimal value ("919876543210"), not as the text that Excel displays. Landlines, toll-free, service and
 * foreign numbers are refused. Does not look at do-not-call lists, and cannot know whether the number is in use.
 */
export function normalizePhone(raw: string, cell: CellType = 'text'): PhoneResult {
  return fastMobile(raw) ?? normalizeSlowly(raw, cell);
}

/** The same answer without the fast path; exported so that a test can hold the two against each other. */
export function normalizeSlowly(raw: string, cell: CellType = 'text'): PhoneResult {
  if (raw.length > LEAD_LIMITS.phoneChars && raw.trim().length > LEAD_LIMITS.phoneChars)
    return refuse('not_a_number');
  const text = cleanPhoneText(raw);
  const reason = /\d/.test(text) ? refusalOf(text) : reasonWithoutDigits(text);
  if (reason !== undefined) return refuse(reason);

  const start = text.search(/[\d+]/);
  const lead = text.slice(0, start);
  if (!isHarmlessLead(lead)) return refuse('not_a_number');
  const body = dropOrdinal(lead, text.slice(start));

  const expanded = expandScientific(body);
  if (expanded === 'lost') return refuse('scientific_notation');
  const number = expanded ?? dropZeroFraction(body, cell === 'number');
  if (cell === 'number' && !/^\+?\d+$/.test(number)) return refuse('not_a_number');
  if (/^\+?\d{10,13}\.\d{1,2}$/.test(number)) return refuse('not_a_number');
  if (hasExtension(number)) return refuse('extension');
  return readOne(number);
}

function refuse(reason: PhoneReason): PhoneResult {
  return { ok: false, reason };
}

function reasonWithoutDigits(text: string): PhoneReason {
  if (isSpreadsheetError(text)) return 'spreadsheet_error';
  if (isMasked(text)) return 'masked';
  const words = wordsOf(text).join(' ');
  if (words === '' ? !/\p{Sc}|@/u.test(text) : PLACEHOLDERS.has(words)) return 'empty';
  return WITHHELD.has(words) ? 'masked' : 'not_a_number';
}

function refusalOf(text: string): PhoneReason | undefined {
  if (isSpreadsheetError(text)) return 'spreadsheet_error';
  if (/[@%\p{Sc}]/u.test(text) || isDateOrTime(text)) return 'not_a_number';
  return isMasked(text) ? 'masked' : undefined;
}

/** What stands before the number: punctuation, or words known to be labels. "Order 9876543210" and "-9876543210" are no phones. */
function isHarmlessLead(lead: string): boolean {
  if (lead === '-') return false;
  if (/[^\p{L}\p{M}\s()[\]{}<>.,:;#|/_~=+'"*&?!\\-]/u.test(lead)) return false;
  return wordsOf(lead).every((word) => LABELS.has(word));
}

/** "Mobile 1: 98765 43210": the 1 counts phones, it is no digit of this one. */
function dropOrdinal(lead: string, body: string): string {
  if (wordsOf(lead).length === 0) return body;
  const match = /^\d{1,2} ?[:.)=-]+ ?(?=[+(\d])/.exec(body);
  if (match === null) return body;
  const rest = body.slice(match[0].length);
  return rest.replace(/\D/g, '').length >= 10 ? rest : body;
}

/** What stands behind the number may be a name ("(Ramesh)"); it may not touch the digits, nor make them an amount. */
function readOne(text: string): PhoneResult {
  const tail = /[^\d]*$/.exec(text)?.[0] ?? '';
  const words = wordsOf(tail);
  if (/^[\p{L}\p{M}]/u.test(tail) || /^ ?\/-/.test(tail)) return refuse('not_a_number');
  if (words.some((word) => NOT_A_PHONE.has(word))) return refuse('not_a_number');
  const number = readNumbers(text.slice(0, text.length - tail.length));
  if ('reason' in number) return refuse(number.reason);
  const result = classifyNumber(number.digits, number.hasPlus);
  return !result.ok && result.reason === 'too_short' && words.length > 0 ? refuse('not_a_number') : result;
}
