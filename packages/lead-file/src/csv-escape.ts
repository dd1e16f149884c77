/**
 * Writing cells that Excel, LibreOffice and Sheets must not run. OWASP: a cell that begins with = + - @ TAB or CR is a
 * formula; also LF, the full-width forms, and any of them behind blanks. An apostrophe before it makes it text. It is
 * used for phones too: Excel computes "+91-98765-43210" to a negative number and saves "+919876543210" as 9.19877E+11, so
 * the apostrophe is what keeps the number whole until the file comes back.
 */
const GUARDED = /^'*(?:\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n]\s*\S)/;
const MUST_QUOTE = /[",;\t|\r\n]|^\s|\s$/;

/**
 * One cell of a comma-separated file. Our decoder gives back an equal value: it takes one apostrophe away exactly where
 * this function put one (a value with apostrophes of its own before the sign gets one more). NUL is dropped: no
 * reader accepts it.
 */
export function csvCell(value: string): string {
  const text = value.includes('\0') ? value.replaceAll('\0', '') : value;
  const guarded = GUARDED.test(text) ? `'${text}` : text;
  return MUST_QUOTE.test(guarded) || guarded.includes('"') ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** One record with its line end. CRLF, as RFC 4180 and Excel have it. */
export function csvRecord(values: readonly string[]): string {
  // A record of one empty cell would read as a blank line; quotes keep it a record.
  return values.length === 1 && values[0] === '' ? '""\r\n' : `${values.map(csvCell).join(',')}\r\n`;
}

/** The byte order mark that tells Excel the file is UTF-8; written once, before the first record. */
export const CSV_BOM = '\uFEFF';

/** The value behind the guard that `csvCell` wrote; any other text is returned as it is. */
export function stripFormulaGuard(cell: string): string {
  return cell.startsWith("'") && GUARDED.test(cell) ? cell.slice(1) : cell;
}
