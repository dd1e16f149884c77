import { cleanText } from './clean-text.ts';
import { CsvParser, type RawRow } from './csv-parser.ts';
import { decodeText, type Encoding } from './decode-text.ts';
import { findLayout } from './find-header.ts';
import { type Inspection, inspectBytes } from './inspect-bytes.ts';
import { LeadFileError } from './lead-file-error.ts';
import { FILE_LIMITS, type FileLimits } from './limits.ts';
import type { LeadProcess } from './process.ts';

/** Opens the same bytes again from the beginning: a spooled file, or a file in the browser. */
export type OpenBytes = () => AsyncIterable<Uint8Array>;

export type LeadFile = {
  /** The header's cells, cleaned. */
  header: readonly string[];
  /** Where the header stands: physical line and spreadsheet row, from 1. */
  headerLine: number;
  headerRow: number;
  delimiter: string;
  encoding: Encoding;
  inspection: Inspection;
  /** Reads the records behind the header, in batches (one per chunk of bytes); each call is a pass of its own. */
  rows: () => AsyncIterable<RawRow[]>;
};

export type OpenOptions = {
  process?: LeadProcess;
  /** What a spool found while it wrote the bytes; without it one more pass is made. */
  inspection?: Inspection;
  limits?: Partial<FileLimits>;
};

/**
 * Opens a file of leads, whatever its name says: finds encoding, delimiter and header and gives its records as often as
 * they are asked for. Throws LeadFileError: UNSUPPORTED_FILE for bytes that are no delimited text; FILE_UNREADABLE for
 * empty, headless and over-wide files. A quote left open, a line without end and too many rows are only met while
 * reading, so `rows()` throws them. Does not map columns and does not know whether there are rows at all.
 */
export async function openLeadFile(open: OpenBytes, options: OpenOptions = {}): Promise<LeadFile> {
  const inspection = options.inspection ?? (await inspectBytes(open()));
  const { encoding } = inspection;
  const limits = { ...FILE_LIMITS, ...options.limits };
  const sample = await readSample(open(), encoding, limits.sampleChars);
  const layout = findLayout(sample.text, sample.isWhole, options.process ?? { variables: [] });
  const { header, delimiter, skipChars } = layout;
  if (header.problem === 'too_many_cells' || header.cells.length > limits.columns) {
    throw new LeadFileError('FILE_UNREADABLE', 'too_many_columns', { limit: limits.columns });
  }
  const firstLine = skipChars > 0 ? 2 : 1;
  return {
    header: header.cells.map(cleanText),
    headerLine: header.line + firstLine - 1,
    headerRow: header.row,
    delimiter,
    encoding,
    inspection,
    // The records above the leads do not count towards the limit of rows.
    rows: () =>
      decodeCsv(open(), {
        encoding,
        delimiter,
        skipChars,
        afterRow: header.row,
        limits: { ...limits, rows: limits.rows + header.row },
      }),
  };
}

export type DecodeOptions = {
  encoding: Encoding;
  delimiter: string;
  /** Characters before the first record (a `sep=` line). */
  skipChars?: number;
  /** Records up to this row (the header, and titles above it) are left out. */
  afterRow?: number;
  limits?: Partial<FileLimits>;
};

/** Bytes of delimited text as records, a batch per chunk. Throws LeadFileError (`unclosed_quote`, `line_too_long`, `too_many_rows`). */
export async function* decodeCsv(
  bytes: AsyncIterable<Uint8Array>,
  options: DecodeOptions,
): AsyncGenerator<RawRow[]> {
  const { delimiter, encoding, limits, skipChars = 0, afterRow = 0 } = options;
  const parser = new CsvParser({ delimiter, firstLine: skipChars > 0 ? 2 : 1, limits });
  let toSkip = skipChars;
  let isBehindHeader = afterRow === 0;
  const behindHeader = (rows: RawRow[]): RawRow[] => {
    if (isBehindHeader || rows.length === 0) return rows;
    const behind = rows.filter((row) => row.row > afterRow);
    isBehindHeader = behind.length > 0;
    return behind;
  };
  for await (const text of decodeText(bytes, encoding)) {
    const rows = behindHeader(parser.push(toSkip === 0 ? text : text.slice(toSkip)));
    toSkip = Math.max(0, toSkip - text.length);
    if (rows.length > 0) yield rows;
  }
  const rows = behindHeader(parser.end());
  if (rows.length > 0) yield rows;
}

async function readSample(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  chars: number,
): Promise<{ text: string; isWhole: boolean }> {
  let text = '';
  for await (const piece of decodeText(bytes, encoding)) {
    text += piece;
    if (text.length > chars) return { text: text.slice(0, chars), isWhole: false };
  }
  return { text, isWhole: true };
}
