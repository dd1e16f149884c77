/** How the characters of a text file are stored. `utf-8` includes plain ASCII; marks at the beginning are not told apart. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Windows-1252 where some decoders read ISO 8859-1: 0x80 to 0x9F are letters and quotes, not controls. */
const C1_AS_1252 =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';

/**
 * Bytes as text, chunk by chunk, without byte order mark and without NUL (which Postgres refuses and no person typed).
 * Bytes that do not fit the encoding become U+FFFD; the inspection has counted them.
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) {
    const text = tidy(decoder.decode(chunk, { stream: true }), encoding);
    if (text !== '') yield text;
  }
  const rest = tidy(decoder.decode(), encoding);
  if (rest !== '') yield rest;
}

function tidy(text: string, encoding: Encoding): string {
  const whole = text.includes('\0') ? text.replaceAll('\0', '') : text;
  if (encoding !== 'windows-1252') return whole;
  return whole.replace(/[\x80-\x9f]/g, (character) => C1_AS_1252.charAt(character.charCodeAt(0) - 0x80));
}
