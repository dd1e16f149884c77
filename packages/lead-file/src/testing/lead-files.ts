import type { RawRow } from '../csv-parser.ts';
import { type LeadFile, type OpenOptions, openLeadFile } from '../decode.ts';
import type { Encoding } from '../decode-text.ts';
import { LeadFileError } from '../lead-file-error.ts';
import type { LeadProcess } from '../process.ts';

/** For this package's own tests. The variables are those of the demo's Testing Process. */
export const TESTING_PROCESS: LeadProcess = {
  variables: [
    { name: 'city', type: 'text', required: false },
    { name: 'loanAmount', label: 'Loan Amount', type: 'amount', required: false },
    { name: 'dueDate', label: 'Due Date', type: 'date', required: false },
  ],
};

export const NO_VARIABLES: LeadProcess = { variables: [] };

/** The bytes of a text in an encoding, with its byte order mark where asked for. */
export function encode(text: string, encoding: Encoding, hasMark = false): Uint8Array {
  const marked = hasMark ? `\uFEFF${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(marked);
  if (encoding === 'windows-1252') return Uint8Array.from(text, (character) => byteOf1252(character));
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < marked.length; i++)
    view.setUint16(i * 2, marked.charCodeAt(i), encoding === 'utf-16le');
  return bytes;
}

const DECODER_1252 = new TextDecoder('windows-1252');
const BYTES_1252 = new Map(
  Array.from({ length: 256 }, (_, byte) => [DECODER_1252.decode(Uint8Array.of(byte)), byte]),
);

function byteOf1252(character: string): number {
  const byte = BYTES_1252.get(character);
  if (byte === undefined) throw new Error(`Windows-1252 has no ${character}`);
  return byte;
}

/** Bytes to be opened any number of times, in chunks of a size. */
export function chunksOf(bytes: Uint8Array, size = 65_536): () => AsyncGenerator<Uint8Array> {
  return async function* open() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
  };
}

/** Opens a text as a UTF-8 file. */
export async function openText(text: string, options: OpenOptions = {}): Promise<LeadFile> {
  return openLeadFile(chunksOf(encode(text, 'utf-8')), options);
}

export async function rowsOf(file: LeadFile): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of file.rows()) rows.push(...batch);
  return rows;
}

export async function cellsOf(text: string): Promise<string[][]> {
  return (await rowsOf(await openText(text))).map((row) => row.cells);
}

/** What a file is refused for; fails when it is not refused. */
export async function refusalOf(
  work: Promise<unknown>,
): Promise<{ code: string; reason: string; line?: number }> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof LeadFileError)) throw new Error(`expected a LeadFileError, got ${String(error)}`);
  const { code, reason } = error;
  return error.details.line === undefined ? { code, reason } : { code, reason, line: error.details.line };
}
