import type { Encoding } from './decode-text.ts';
import { LeadFileError } from './lead-file-error.ts';
import { FILE_LIMITS } from './limits.ts';
import { sniffKind } from './sniff.ts';

export type Inspection = {
  encoding: Encoding;
  sizeBytes: number;
  /**
   * Ends of line, CRLF as one, plus one for a last line without: never less than the records of the file. Cheap enough
   * (3 million rows a second) to reserve by before anything is decoded.
   */
  lines: number;
  /** Bytes that are no UTF-8 in a file that is UTF-8 otherwise; each becomes U+FFFD. */
  damagedBytes: number;
};

const LF = 10;
const CR = 13;

/**
 * Looks at every byte of a file once, as it streams by (into the spool, for instance), and then knows its encoding. The
 * whole file decides, not its beginning: the one ê of a Windows-1252 file may stand in its last row, and decoding
 * what came before as UTF-8 would already be done. A file with well-formed multi-byte UTF-8 and fewer stray bytes than
 * that is damaged UTF-8 (a cut export), not Windows-1252, where such sequences hardly ever occur by chance.
 * Throws UNSUPPORTED_FILE for bytes that are no text.
 */
export class ByteInspector {
  #sizeBytes = 0;
  #head = new Uint8Array(0);
  #lf = 0;
  #cr = 0;
  #crlf = 0;
  #last = 0;
  #lastButOne = 0;
  #multibyte = 0;
  #stray = 0;
  #needed = 0;
  #lowest = 0x80;
  #highest = 0xbf;

  push(bytes: Uint8Array): void {
    if (this.#head.length < FILE_LIMITS.sniffBytes) this.#keepHead(bytes);
    this.#sizeBytes += bytes.length;
    this.#countLineEnds(bytes);
    this.#readUtf8(bytes);
  }

  end(): Inspection {
    if (this.#needed > 0) this.#stray++;
    const kind = sniffKind(this.#head);
    if (kind.kind === 'other') throw new LeadFileError('UNSUPPORTED_FILE', kind.reason);
    if (this.#head.length === 0) throw new LeadFileError('FILE_UNREADABLE', 'empty');
    const encoding =
      kind.encoding ?? (this.#stray === 0 || this.#multibyte > this.#stray ? 'utf-8' : 'windows-1252');
    return {
      encoding,
      sizeBytes: this.#sizeBytes,
      lines: this.#lf + this.#cr - this.#crlf + 1,
      damagedBytes: encoding === 'utf-8' ? this.#stray : 0,
    };
  }

  #keepHead(bytes: Uint8Array): void {
    const head = new Uint8Array(Math.min(this.#head.length + bytes.length, FILE_LIMITS.sniffBytes));
    head.set(this.#head);
    head.set(bytes.subarray(0, head.length - this.#head.length), this.#head.length);
    this.#head = head;
  }

  /** CR LF is one end of line, also with the zero byte of UTF-16 between them. `indexOf` finds bytes several times faster than a loop. */
  #countLineEnds(bytes: Uint8Array): void {
    const at = (index: number): number =>
      (index >= 0 ? bytes[index] : index === -1 ? this.#last : this.#lastButOne) ?? 0;
    for (let i = bytes.indexOf(LF); i >= 0; i = bytes.indexOf(LF, i + 1)) {
      this.#lf++;
      const before = at(i - 1);
      if (before === CR || (before === 0 && at(i - 2) === CR)) this.#crlf++;
    }
    for (let i = bytes.indexOf(CR); i >= 0; i = bytes.indexOf(CR, i + 1)) this.#cr++;
    const { length } = bytes;
    const [last, lastButOne] = [at(length - 1), at(length - 2)];
    this.#last = last;
    this.#lastButOne = lastButOne;
  }

  /** Counts the well-formed sequences and the bytes that belong to none (Unicode 3.9, table 3-7: no surrogates, no overlong forms). */
  #readUtf8(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) {
      if (this.#needed === 0) i = nextHighByte(bytes, i);
      const byte = bytes[i];
      if (byte === undefined) return;
      if (this.#needed === 0) this.#beginSequence(byte);
      else if (byte >= this.#lowest && byte <= this.#highest) {
        this.#needed--;
        this.#lowest = 0x80;
        this.#highest = 0xbf;
        if (this.#needed === 0) this.#multibyte++;
      } else {
        this.#stray++;
        this.#needed = 0;
        if (byte >= 0x80) this.#beginSequence(byte);
      }
    }
  }

  #beginSequence(byte: number): void {
    this.#lowest = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.#highest = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    if (byte >= 0xc2 && byte <= 0xdf) this.#needed = 1;
    else if (byte >= 0xe0 && byte <= 0xef) this.#needed = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) this.#needed = 3;
    else this.#stray++;
  }
}

/** Where the next byte above ASCII is, or the length. A loop of its own, since it sees nearly every byte of nearly every file. */
function nextHighByte(bytes: Uint8Array, from: number): number {
  const { length } = bytes;
  let i = from;
  while (i < length && (bytes[i] ?? 0) < 0x80) i++;
  return i;
}

/** One pass over a whole file. Throws LeadFileError: UNSUPPORTED_FILE for bytes that are no text, FILE_UNREADABLE for no bytes at all. */
export async function inspectBytes(bytes: AsyncIterable<Uint8Array>): Promise<Inspection> {
  const inspector = new ByteInspector();
  for await (const chunk of bytes) inspector.push(chunk);
  return inspector.end();
}

/** The encoding alone; see `ByteInspector`. */
export async function detectEncoding(bytes: AsyncIterable<Uint8Array>): Promise<Encoding> {
  return (await inspectBytes(bytes)).encoding;
}
