/**
 * Postgres' COPY text format: a line per row, TAB between fields, backslash escapes, `\N` for null. NUL and lone
 * surrogates would abort the whole COPY; they are removed here as the last guard.
 */
const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function clean(text: string): string {
  const withoutNul = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return withoutNul.isWellFormed() ? withoutNul : withoutNul.toWellFormed();
}

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found) : text;
}

/** One field; null and undefined are SQL's null. */
export function copyField(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '\\N';
  return typeof value === 'number' ? String(value) : escaped(clean(value));
}

/** A text[] field: an array literal, then escaped like any other text. */
export function copyArray(values: readonly string[]): string {
  const items = values.map((value) => `"${clean(value).replace(/["\\]/g, '\\$&')}"`);
  return escaped(`{${items.join(',')}}`);
}

/** A line of COPY. */
export function copyLine(fields: readonly string[]): string {
  return `${fields.join('\t')}\n`;
}
