/**
 * Text that people paste into spreadsheets, made safe to store and to compare.
 * Postgres refuses NUL in text and lone surrogates in jsonb; one such cell would abort a whole COPY.
 */

// C0 and C1 controls, soft hyphen, zero-width space, bidi marks and overrides, word joiner, byte order mark.
// U+200C and U+200D stay: Indic scripts spell words with them.
const INVISIBLE =
  /[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;
const BLANKS = /[\s\p{Zs}\u2028\u2029\u0085]+/gu;
const NON_ASCII_DIGIT = /(?![0-9])\p{Nd}/gu;
const ANY_DIGIT = /^\p{Nd}$/u;

/** True when nothing has to be done: printable ASCII, no blank at the ends, no two blanks together. */
function isPlain(text: string): boolean {
  let wasSpace = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || code > 126) return false;
    const isSpace = code === 32;
    if (isSpace && wasSpace) return false;
    wasSpace = isSpace;
  }
  return !wasSpace;
}

/** One line of text: invisible characters removed, runs of blanks made one space, ends trimmed, lone surrogates replaced. */
export function cleanText(raw: string): string {
  if (raw === '' || isPlain(raw)) return raw;
  return raw.toWellFormed().replace(BLANKS, ' ').replace(INVISIBLE, '').replace(/ {2,}/g, ' ').trim();
}

/** Text whose line breaks carry meaning (addresses, notes): as `cleanText`, but line breaks and tabs stay. */
export function cleanMultilineText(raw: string): string {
  if (raw === '' || isPlain(raw)) return raw;
  const lines = raw
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .split('\n');
  return lines.map(cleanText).join('\n').trim();
}

/** True when a cell shows nothing: blanks and invisible characters only. */
export function isBlank(text: string): boolean {
  if (text === '') return true;
  const first = text.charCodeAt(0);
  return first > 32 && first < 127 ? false : cleanText(text) === '';
}

export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 126) return false;
  }
  return true;
}

/** Digits of every script (Devanagari, Tamil, Bengali, Arabic-Indic …) as 0-9. */
export function asciiDigits(text: string): string {
  return text.replace(NON_ASCII_DIGIT, (digit) => String(digitValue(digit)));
}

/** Unicode keeps the ten digits of a script in one run, zero first, so the distance to the run's start is the value. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && ANY_DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

/**
 * The same text without its parent. V8 keeps a slice of 13 or more characters as a view that pins the whole
 * decoded chunk (128 KB and more); anything kept beyond the chunk (duplicate sets, error samples) is detached first.
 */
export function detach(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
