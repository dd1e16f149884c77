import { asciiDigits } from './clean-text.ts';
import { LEAD_LIMITS } from './limits.ts';

/**
 * A phone cell as plain ASCII punctuation and digits, with words left as they are: full-width and Indic digits become
 * 0-9, every dash "-", every blank one space, line breaks "\n"; invisible characters, emoji and keycaps go.
 */
export function cleanPhoneText(raw: string): string {
  const text = asciiDigits(raw.normalize('NFKC'))
    .replace(/\r\n?|[\n\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}]|[\uFE00-\uFE0F\u20E3]|\p{Extended_Pictographic}/gu, '')
    .replace(/[\u2010-\u2015\u2043\u2212]/g, '-')
    .replace(/[\u00B7\u2027\u2219\u30FB\u3002]/g, '.')
    .replace(/[\u2022\u25CF\u2217\u204E]/g, '*')
    .replace(/[\u2018\u2019\u201B\u2032`\u00B4]/g, "'")
    .replace(/[\u201C-\u201F\u2033]/g, '"')
    .replace(/[\u2044\u2215]/g, '/')
    .replace(/[\u060C\u3001]/g, ',')
    .replace(/[\u00D7\u2715]/g, 'x')
    .replace(/[\u0964\u00A6]/g, '|')
    .slice(0, 4 * LEAD_LIMITS.phoneChars);
  return unwrap(text);
}

/** Excel's ways to force text: a leading apostrophe, `="9876543210"`, `=+919876543210`, quotes of any kind around it. */
function unwrap(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && `='" \n`.includes(text.charAt(start))) start++;
  while (end > start && `'" \n`.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

const SCIENTIFIC = /^\+?(\d+)(?:[.,](\d+))? ?[eE] ?([+-]?)0*(\d{1,3})$/;
const TIMES_TEN = /^\+?\d+(?:[.,]\d+)? ?[xX*] ?10 ?(?:\^|\*\*)? ?\d{1,2}$/;

/**
 * What Excel makes of a long number. 9.876543210E+9 still holds every digit; 9.87654E+09 has lost five of them, and
 * filling up with zeros would call a stranger, so it is refused.
 */
export function expandScientific(text: string): string | 'lost' | undefined {
  if (TIMES_TEN.test(text)) return 'lost';
  const match = SCIENTIFIC.exec(text);
  if (match === null) return undefined;
  const [, whole = '', fraction = '', sign = '', power = '0'] = match;
  const exponent = Number(power);
  const isWhole = /^0*$/.test(fraction.slice(exponent));
  return sign === '-' || fraction.length < exponent || !isWhole
    ? 'lost'
    : whole + fraction.slice(0, exponent);
}

/** "9876543210.0" and "9,876,543,210.00" (floats exported as text) without the fraction. "98765.00000" is a formatted number and stays. */
export function dropZeroFraction(text: string, isNumberCell: boolean): string {
  const match = /^(\+?\d.*)[.,]0+$/s.exec(text);
  const whole = match?.[1];
  if (whole === undefined) return text;
  return isNumberCell || whole.replace(/\D/g, '').length >= 10 ? whole : text;
}

const DAY_FIRST = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{2}|\d{4})(?!\d)/;
const YEAR_FIRST = /^(19|20)\d{2}([-/. ])(\d{1,2})\2(\d{1,2})(?!\d)/;

/** Dates and times stand in phone columns when columns were swapped; without separators they would look like digits. */
export function isDateOrTime(text: string): boolean {
  if (text.replace(/\D/g, '').length > 14) return false;
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null && hasTimeOrNothing(text.slice(dayFirst[0].length))) {
    return Number(dayFirst[1]) <= 31 && Number(dayFirst[3]) <= 31;
  }
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null && hasTimeOrNothing(text.slice(yearFirst[0].length))) {
    return Number(yearFirst[3]) <= 31 && Number(yearFirst[4]) <= 31;
  }
  return /^\d{1,2}:\d{2}(:\d{2})?( ?[ap]\.?m\.?)?$/i.test(text);
}

function hasTimeOrNothing(rest: string): boolean {
  return rest === '' || /^[ T]\d{1,2}:\d{2}/.test(rest);
}

/** 98765XXXXX, ******3210, 98765..... : an aggregator keeps digits back. A number that is complete beside such signs is not masked. */
export function isMasked(text: string): boolean {
  const tight = text.replace(/[ ()[\]-]/g, '');
  if (/\d{10}/.test(tight)) return false;
  return /[xX*#?_]{2}\d|\d[xX*#?_]{2}|\.{3}\d|\d\.{3}/.test(tight) || /^\+?[xX*]{4,}$/.test(tight);
}

/** "9876543210 ext 12", "x12", ";ext=12", ",,12": a mobile has no extension, so the number behind it is someone's switchboard. */
export function hasExtension(text: string): boolean {
  const match = /(?:,{2,}|[ ;,(]*(?:extension|extn|ext|xtn|(?:x|#|[pw])(?= ?\d)))[ .:=#)-]*\d{0,6}\)?$/i.exec(
    text,
  );
  return match !== null && match[0] !== '' && text.slice(0, match.index).replace(/\D/g, '').length >= 7;
}
