import { stripFormulaGuard } from './csv-escape.ts';
import { LeadFileError } from './lead-file-error.ts';
import { FILE_LIMITS, type FileLimits } from './limits.ts';

/** Why a record cannot become a lead although its place in the file is known. */
export type RowProblem = 'cell_too_long' | 'too_many_cells';

/**
 * One record of a file. `line` is the physical line it begins on, `row` its place among the records as a spreadsheet
 * counts them (header and blank records included): both begin at 1. Cells may be slices of the decoded chunk: see `detach`.
 */
export type RawRow = { line: number; row: number; cells: string[]; problem: RowProblem | undefined };

export type CsvParserOptions = {
  delimiter: string;
  /** The physical line the text begins on; 2 behind a `sep=` line. */
  firstLine?: number;
  limits?: Partial<Pick<FileLimits, 'rows' | 'columns' | 'cellChars' | 'recordChars'>>;
};

const LF = 10;
const CR = 13;
const QUOTE = '"';
const BLANK_RECORDS_PER_ROW = 4;

/**
 * Delimited text to records, piece by piece: the same records wherever the pieces are cut. Ends of line are LF, CR
 * and CRLF, mixed; quotes open at the beginning of a cell only, as in Excel, so `5" pipe` is plain text. Short and long
 * records stay records of their own. Records without any visible character are counted but not returned.
 *
 * Searching with `indexOf` from one delimiter to the next is what makes it fast: the positions of the next line
 * feed, carriage return, quote and delimiter are kept, so that each is looked for once.
 */
export class CsvParser {
  readonly #delimiter: string;
  readonly #limits: { rows: number; columns: number; cellChars: number; recordChars: number };
  #text = '';
  #line: number;
  #row = 0;
  #rows = 0;
  #hasGuards = false;
  #nextLf = -1;
  #nextCr = -1;
  #nextQuote = -1;
  #nextDelimiter = -1;

  constructor(options: CsvParserOptions) {
    this.#delimiter = options.delimiter;
    this.#limits = { ...FILE_LIMITS, ...options.limits };
    this.#line = options.firstLine ?? 1;
  }

  /** Adds a piece of text and returns the records it completes. Throws LeadFileError. */
  push(text: string): RawRow[] {
    const rows: RawRow[] = [];
    this.#read(this.#text + text, false, rows);
    return rows;
  }

  /** Ends the text and returns the last record, if it has no line end. Throws LeadFileError for a quote left open. */
  end(): RawRow[] {
    const rows: RawRow[] = [];
    this.#read(this.#text, true, rows);
    return rows;
  }

  #tooManyRows(): LeadFileError {
    return new LeadFileError('FILE_TOO_LARGE', 'too_many_rows', { limit: this.#limits.rows });
  }

  #read(text: string, isFinal: boolean, rows: RawRow[]): void {
    this.#hasGuards = text.includes("'");
    this.#nextLf = -1;
    this.#nextCr = -1;
    this.#nextQuote = -1;
    this.#nextDelimiter = -1;
    let position = 0;
    while (position < text.length) {
      const next = this.#readRecord(text, position, isFinal, rows);
      if (next < 0) break;
      position = next;
    }
    this.#text = position === 0 ? text : text.slice(position);
    // Blank records cost nothing but time; a file of little else is no list of leads.
    if (this.#row > BLANK_RECORDS_PER_ROW * this.#limits.rows) throw this.#tooManyRows();
    if (this.#text.length > this.#limits.recordChars) throw this.#runaway();
  }

  /** Where the next record begins, or -1 when this one is not complete yet. */
  #readRecord(text: string, start: number, isFinal: boolean, rows: RawRow[]): number {
    const end = this.#lineEnd(text, start);
    if (this.#quoteFrom(text, start) < end) return this.#readQuoted(text, start, isFinal, rows);
    if (end === text.length && !isFinal) return -1;
    const next = afterLineEnd(text, end);
    // A CR at the very end may be the first half of CRLF.
    if (next === text.length && text.charCodeAt(end) === CR && !isFinal) return -1;
    this.#row++;
    if (end > start) this.#add(this.#splitPlain(text, start, end), this.#line, end - start, rows);
    if (end < text.length) this.#line++;
    return next;
  }

  #splitPlain(text: string, start: number, end: number): string[] {
    const cells: string[] = [];
    let from = start;
    let delimiter = this.#delimiterFrom(text, from);
    while (delimiter < end) {
      cells.push(text.slice(from, delimiter));
      from = delimiter + 1;
      delimiter = this.#delimiterFrom(text, from);
      if (cells.length > this.#limits.columns) return cells;
    }
    cells.push(text.slice(from, end));
    return cells;
  }

  #readQuoted(text: string, start: number, isFinal: boolean, rows: RawRow[]): number {
    const cells: string[] = [];
    const startLine = this.#line;
    let lineBreaks = 0;
    let at = start;
    for (;;) {
      const cell =
        text.charAt(at) === QUOTE
          ? readQuotedCell(text, at)
          : { isQuoted: false, value: '', next: at, breaks: 0 };
      if (cell === undefined || (cell.next === text.length && !isFinal)) {
        if (isFinal)
          throw new LeadFileError('FILE_UNREADABLE', 'unclosed_quote', { line: startLine + lineBreaks });
        return -1;
      }
      const end = Math.min(this.#lineEnd(text, cell.next), this.#delimiterFrom(text, cell.next));
      if (end === text.length && !isFinal) return -1;
      if (cells.length <= this.#limits.columns)
        cells.push(this.#withTail(cell, text.slice(cell.next, end), startLine + lineBreaks));
      lineBreaks += cell.breaks;
      at = end + 1;
      if (end < text.length && text.charAt(end) === this.#delimiter) continue;
      const next = afterLineEnd(text, end);
      if (next === text.length && text.charCodeAt(end) === CR && !isFinal) return -1;
      this.#row++;
      this.#add(cells, startLine, end - start, rows);
      this.#line = startLine + lineBreaks + (end < text.length ? 1 : 0);
      return next;
    }
  }

  /**
   * What stands between a closing quote and the delimiter is appended, as Excel does. Not so behind a quoted line
   * break: there the "closing" quote is the opening one of a later row, and rows would vanish into one cell.
   */
  #withTail(cell: OpenedCell, tail: string, line: number): string {
    if (tail === '' || (cell.isQuoted && tail.trim() === '')) return cell.value;
    if (cell.breaks > 0) throw new LeadFileError('FILE_UNREADABLE', 'unclosed_quote', { line });
    return cell.value + tail;
  }

  #add(cells: string[], line: number, chars: number, rows: RawRow[]): void {
    if (cells.every(isBlankCell)) return;
    let problem: RowProblem | undefined;
    if (cells.length > this.#limits.columns) {
      cells.length = this.#limits.columns;
      problem = 'too_many_cells';
    }
    if (chars > this.#limits.cellChars && cells.some((cell) => cell.length > this.#limits.cellChars)) {
      cells.forEach((cell, index) => {
        cells[index] = cell.slice(0, this.#limits.cellChars).toWellFormed();
      });
      problem = 'cell_too_long';
    }
    if (this.#hasGuards) stripGuards(cells);
    this.#rows++;
    if (this.#rows > this.#limits.rows) throw this.#tooManyRows();
    rows.push({ line, row: this.#row, cells, problem });
  }

  #runaway(): LeadFileError {
    const isQuoted = this.#text.includes(QUOTE);
    return new LeadFileError('FILE_UNREADABLE', isQuoted ? 'unclosed_quote' : 'line_too_long', {
      line: this.#line,
    });
  }

  #lineEnd(text: string, from: number): number {
    if (this.#nextLf < from) this.#nextLf = orEnd(text, text.indexOf('\n', from));
    if (this.#nextCr < from) this.#nextCr = orEnd(text, text.indexOf('\r', from));
    return Math.min(this.#nextLf, this.#nextCr);
  }

  #quoteFrom(text: string, from: number): number {
    if (this.#nextQuote < from) this.#nextQuote = orEnd(text, text.indexOf(QUOTE, from));
    return this.#nextQuote;
  }

  #delimiterFrom(text: string, from: number): number {
    if (this.#nextDelimiter < from) this.#nextDelimiter = orEnd(text, text.indexOf(this.#delimiter, from));
    return this.#nextDelimiter;
  }
}

/** A cell up to its closing quote (or to its beginning, where it has none), and where reading goes on. */
type OpenedCell = { isQuoted: boolean; value: string; next: number; breaks: number };

/** A quoted cell from its opening quote on; undefined when it does not close in this text. */
function readQuotedCell(text: string, open: number): OpenedCell | undefined {
  let close = text.indexOf(QUOTE, open + 1);
  let hasDoubled = false;
  while (close >= 0 && text.charAt(close + 1) === QUOTE) {
    hasDoubled = true;
    close = text.indexOf(QUOTE, close + 2);
  }
  if (close < 0) return undefined;
  const inner = text.slice(open + 1, close);
  return {
    isQuoted: true,
    value: hasDoubled ? inner.replaceAll('""', '"') : inner,
    next: close + 1,
    breaks: countLineBreaks(inner),
  };
}

function countLineBreaks(text: string): number {
  if (!text.includes('\n') && !text.includes('\r')) return 0;
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}

function orEnd(text: string, index: number): number {
  return index < 0 ? text.length : index;
}

function afterLineEnd(text: string, end: number): number {
  return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF
    ? end + 2
    : Math.min(end + 1, text.length);
}

/** The first character decides for nearly every cell. */
function isBlankCell(cell: string): boolean {
  if (cell === '') return true;
  const first = cell.charCodeAt(0);
  return first > 32 && first < 127 ? false : cell.trim() === '';
}

/** Takes back the apostrophe that our own files carry before a formula sign (see `csvCell`). */
function stripGuards(cells: string[]): void {
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell !== undefined && cell.charCodeAt(0) === 39) cells[i] = stripFormulaGuard(cell);
  }
}
