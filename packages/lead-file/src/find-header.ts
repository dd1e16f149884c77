import { isBlank } from './clean-text.ts';
import { CsvParser, type RawRow } from './csv-parser.ts';
import { LeadFileError } from './lead-file-error.ts';
import { FILE_LIMITS } from './limits.ts';
import { headerScore } from './map-columns.ts';
import type { LeadProcess } from './process.ts';

/** How the records of a file are cut, and which of them is the header. */
export type Layout = {
  delimiter: string;
  /** Characters of a `sep=` line before the first record, its line end included. */
  skipChars: number;
  header: RawRow;
};

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SEP_LINE = /^\uFEFF?"?sep=([^"\r\n])"?[ ,;\t]*(?:\r\n|\r|\n|$)/i;

/** Nothing but blanks, line ends, delimiters and quotes: what Excel saves of an empty sheet. */
function isEmptyTable(text: string): boolean {
  return /^[\s,;|"\uFEFF]*$/.test(text);
}

type Sample = { delimiter: string; header: RawRow | undefined; score: number; evenness: number };

/**
 * Finds delimiter and header from the beginning of a file. A `sep=` line decides the delimiter; otherwise the one whose
 * records hold the most recognised headers, then the one that cuts the records most evenly. The header is the
 * record above the data that names the most known columns, so report titles above it do no harm.
 * Throws FILE_UNREADABLE `empty` (nothing visible), `no_header` (data from the first record on), `unclosed_quote`.
 */
export function findLayout(text: string, isWhole: boolean, process: LeadProcess): Layout {
  const sep = SEP_LINE.exec(text);
  const skipChars = sep?.[0].length ?? 0;
  const body = text.slice(skipChars);
  if (isEmptyTable(body)) throw new LeadFileError('FILE_UNREADABLE', 'empty');
  const delimiters = sep?.[1] === undefined ? DELIMITERS : [sep[1]];
  const samples = delimiters.map((delimiter) => readSample(body, delimiter, isWhole, process));
  const best = samples.reduce((a, b) =>
    b.score > a.score || (b.score === a.score && b.evenness > a.evenness) ? b : a,
  );
  if (best.header === undefined) throw noHeader(body, best.delimiter, isWhole, skipChars > 0);
  return { delimiter: best.delimiter, skipChars, header: best.header };
}

function readSample(body: string, delimiter: string, isWhole: boolean, process: LeadProcess): Sample {
  const records = firstRecords(body, delimiter, isWhole);
  const scores = records.map((record) =>
    looksLikeData(record.cells) ? 0 : headerScore(record.cells, process),
  );
  const score = Math.max(0, ...scores);
  const header = score > 0 ? records[scores.indexOf(score)] : recordAboveData(records);
  return { delimiter, header, score, evenness: evennessOf(records) };
}

/** The first records with something in them. A quote that never closes ends the sample early; the real pass reports it. */
function firstRecords(body: string, delimiter: string, isWhole: boolean): RawRow[] {
  const parser = new CsvParser({
    delimiter,
    limits: { recordChars: Number.MAX_SAFE_INTEGER, rows: Number.MAX_SAFE_INTEGER },
  });
  const records: RawRow[] = [];
  try {
    // Small pieces: what was read before a broken record is kept.
    for (let at = 0; at < body.length && records.length < FILE_LIMITS.headerSearchRecords; at += 4_096) {
      records.push(...parser.push(body.slice(at, at + 4_096)));
    }
    if (isWhole) records.push(...parser.end());
  } catch (error) {
    if (!(error instanceof LeadFileError)) throw error;
  }
  return records.slice(0, FILE_LIMITS.headerSearchRecords);
}

/** A record with a phone number or an e-mail address in it is a lead, not the header above the leads. */
function looksLikeData(cells: readonly string[]): boolean {
  return cells.some((cell) => {
    if (cell.length > 60 || cell === '') return false;
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell.trim())) return true;
    if (/\p{L}/u.test(cell.replace(/e[+-]?\d+$/i, ''))) return false;
    return (cell.match(/\p{Nd}/gu)?.length ?? 0) >= 10 || /^\d[.,]\d+e\+?\d+$/i.test(cell.trim());
  });
}

/** With no known name in sight, the widest record above the first lead is called the header, so that the error can show it. */
function recordAboveData(records: readonly RawRow[]): RawRow | undefined {
  const firstData = records.findIndex((record) => looksLikeData(record.cells));
  const above = firstData < 0 ? records : records.slice(0, firstData);
  const width = (record: RawRow): number => record.cells.filter((cell) => !isBlank(cell)).length;
  return above.reduce<RawRow | undefined>(
    (best, record) => (best === undefined || width(record) > width(best) ? record : best),
    undefined,
  );
}

/** Share of records with the commonest number of cells, times that number; 1 for a delimiter that never occurs. */
function evennessOf(records: readonly RawRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best = 0;
  for (const [cells, count] of counts)
    best = Math.max(best, cells === 1 ? 1 : (cells * count) / records.length);
  return best;
}

function noHeader(body: string, delimiter: string, isWhole: boolean, isAfterSep: boolean): LeadFileError {
  const parser = new CsvParser({ delimiter, firstLine: isAfterSep ? 2 : 1 });
  const records = parser.push(body);
  if (isWhole) records.push(...parser.end());
  return new LeadFileError('FILE_UNREADABLE', records.length === 0 ? 'empty' : 'no_header');
}
