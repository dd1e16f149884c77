import type { Encoding } from './decode-text.ts';
import type { LeadFileReason } from './lead-file-error.ts';

/** What the first bytes of a file say: text (and its encoding, where a mark or zero bytes give it away) or something else. */
export type FileKind =
  | { kind: 'text'; encoding: Encoding | undefined }
  | { kind: 'other'; reason: LeadFileReason };

const OTHER = (reason: LeadFileReason): FileKind => ({ kind: 'other', reason });

/** Signatures of what people upload by mistake, as hexadecimal prefixes. */
const SIGNATURES: readonly (readonly [string, LeadFileReason])[] = [
  ['d0cf11e0a1b11ae1', 'workbook_xls'],
  ['25504446', 'pdf'],
  ['89504e47', 'image'],
  ['ffd8ff', 'image'],
  ['47494638', 'image'],
  ['49492a00', 'image'],
  ['4d4d002a', 'image'],
  ['52494646', 'binary'],
  ['1f8b', 'gzip'],
  ['425a68', 'archive'],
  ['377abcaf271c', 'archive'],
  ['526172211a07', 'archive'],
  ['fd377a585a00', 'archive'],
  ['28b52ffd', 'archive'],
  ['53514c69746520666f726d6174', 'binary'],
  ['7f454c46', 'binary'],
  ['50415231', 'binary'],
  ['cafebabe', 'binary'],
];

/**
 * Tells text from everything else by content; names and types are never asked. A workbook is told from another ZIP by
 * the part names that follow the signature.
 */
export function sniffKind(head: Uint8Array): FileKind {
  const marked = byteOrderMark(head);
  if (marked !== undefined) return marked;
  if (startsWith(head, '504b0304') || startsWith(head, '504b0506'))
    return OTHER(isWorkbook(head) ? 'workbook_xlsx' : 'zip');
  const signature = SIGNATURES.find(([prefix]) => startsWith(head, prefix));
  if (signature !== undefined) return OTHER(signature[1]);
  const encoding = utf16ByZeros(head);
  if (encoding !== undefined) return { kind: 'text', encoding };
  if (isBinary(head)) return OTHER('binary');
  return markup(head) ?? { kind: 'text', encoding: undefined };
}

function startsWith(head: Uint8Array, hex: string): boolean {
  if (head.length < hex.length / 2) return false;
  for (let i = 0; i < hex.length; i += 2) {
    if (head[i / 2] !== Number.parseInt(hex.slice(i, i + 2), 16)) return false;
  }
  return true;
}

function byteOrderMark(head: Uint8Array): FileKind | undefined {
  if (startsWith(head, 'fffe0000') || startsWith(head, '0000feff')) return OTHER('utf32');
  if (startsWith(head, 'fffe')) return { kind: 'text', encoding: 'utf-16le' };
  if (startsWith(head, 'feff')) return { kind: 'text', encoding: 'utf-16be' };
  return undefined;
}

function latin(head: Uint8Array, length: number): string {
  return String.fromCharCode(...head.subarray(0, length));
}

function isWorkbook(head: Uint8Array): boolean {
  const names = latin(head, 4_096);
  return names.includes('[Content_Types].xml') || names.includes('xl/') || names.includes('_rels/.rels');
}

/**
 * UTF-16 without its mark: digits, delimiters and line ends have a zero byte in every pair, always on the same side. One
 * pair in ten is enough (Hindi letters have none); a few zeros on both sides are damage, not UTF-16.
 */
function utf16ByZeros(head: Uint8Array): Encoding | undefined {
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < head.length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const pairs = Math.floor(head.length / 2);
  if (pairs < 2) return undefined;
  if (odd * 10 >= pairs && even * 2 <= odd) return 'utf-16le';
  return even * 10 >= pairs && odd * 2 <= even ? 'utf-16be' : undefined;
}

/** More than one byte in twenty that no text has. Zeros count: a stray one is dropped later, many are a program's data. */
function isBinary(head: Uint8Array): boolean {
  let odd = 0;
  for (const byte of head) {
    if (
      (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 26 && byte !== 27) ||
      byte === 127
    )
      odd++;
  }
  return odd > 3 && odd * 20 > head.length;
}

/** Many a CRM's ".xls" is a web page with a table in it. JSON and RTF are text as well, but no table. */
function markup(head: Uint8Array): FileKind | undefined {
  const start = latin(head, 1_024)
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart()
    .toLowerCase();
  if (/^<(?:!doctype html|html|head|body|table|meta|style|div|script)\b/.test(start)) return OTHER('html');
  if (start.startsWith('<?xml')) return OTHER(start.includes('<html') ? 'html' : 'xml');
  if (start.startsWith('{\\rtf')) return OTHER('rtf');
  return /^(?:\{\s*"|\[\s*[{[])/.test(start) ? OTHER('json') : undefined;
}
