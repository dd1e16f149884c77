import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, type Encoding } from './decode-text.ts';
import { detectEncoding, inspectBytes } from './inspect-bytes.ts';
import { chunksOf, encode, refusalOf } from './testing/lead-files.ts';

async function detect(bytes: Uint8Array, size?: number): Promise<Encoding> {
  return detectEncoding(chunksOf(bytes, size)());
}

async function decoded(bytes: Uint8Array, encoding: Encoding, size: number): Promise<string> {
  let text = '';
  for await (const piece of decodeText(chunksOf(bytes, size)(), encoding)) text += piece;
  return text;
}

const HINDI = 'नाम,मोबाइल\r\nरमेश,9876543210\r\n';

describe('the encoding', () => {
  test.each([
    ['plain ASCII', encode('Name,Phone\nA,1', 'utf-8'), 'utf-8'],
    ['UTF-8', encode(HINDI, 'utf-8'), 'utf-8'],
    ['UTF-8 with its mark', encode(HINDI, 'utf-8', true), 'utf-8'],
    ['UTF-16 LE with its mark', encode(HINDI, 'utf-16le', true), 'utf-16le'],
    ['UTF-16 BE with its mark', encode(HINDI, 'utf-16be', true), 'utf-16be'],
    ['UTF-16 LE without', encode(HINDI, 'utf-16le'), 'utf-16le'],
    ['UTF-16 BE without', encode(HINDI, 'utf-16be'), 'utf-16be'],
    ['Windows-1252', encode('Name,City\nJosé D’Souza,Goa', 'windows-1252'), 'windows-1252'],
    [
      'Windows-1252 by its last byte',
      encode(`Name\n${'a\n'.repeat(200_000)}José`, 'windows-1252'),
      'windows-1252',
    ],
    ['UTF-8 cut in a character', encode(HINDI, 'utf-8').slice(0, -15), 'utf-8'],
  ])('%s', async (_, bytes, encoding) => {
    for (const size of [1, 7, 65_536]) {
      if (size > 1 || bytes.length < 1_000) expect(await detect(bytes, size)).toBe(encoding);
    }
  });

  test('a few damaged bytes late in a Hindi file do not turn all of it into other letters', async () => {
    const bytes = encode(HINDI.repeat(100), 'utf-8');
    bytes[bytes.length - 30] = 0xff;
    const inspection = await inspectBytes(chunksOf(bytes)());
    expect(inspection.encoding).toBe('utf-8');
    expect(inspection.damagedBytes).toBeGreaterThan(0);
  });

  test('overlong forms and surrogates are no UTF-8', async () => {
    for (const bytes of [
      [0xc0, 0xaf],
      [0xe0, 0x80, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xf5, 0x80, 0x80, 0x80],
      [0xf0, 0x8f, 0xbf, 0xbf],
    ]) {
      expect(await detect(Uint8Array.from([65, 44, ...bytes, 10]))).toBe('windows-1252');
    }
  });

  test('any text is recognised as UTF-8 and read back, however it is cut', async () => {
    const line = fc.string({
      unit: fc.constantFrom('a', ',', '\n', 'é', 'र', '😀', '1', '’'),
      minLength: 1,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(line, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        const bytes = encode(text, 'utf-8');
        expect(await detect(bytes, size)).toBe('utf-8');
        expect(await decoded(bytes, 'utf-8', size)).toBe(text);
      }),
    );
  });
});

describe('text', () => {
  test.each<Encoding>(['utf-8', 'utf-16le', 'utf-16be'])(
    '%s is read in any cut, without its mark',
    async (encoding) => {
      const bytes = encode(`${HINDI}😀`, encoding, true);
      for (const size of [1, 2, 3, 5, 64]) expect(await decoded(bytes, encoding, size)).toBe(`${HINDI}😀`);
    },
  );

  test('Windows-1252 has quotes, dashes and the euro where ISO 8859-1 has controls', async () => {
    expect(
      await decoded(Uint8Array.from([0x80, 0x91, 0x92, 0x93, 0x94, 0x96, 0xe9]), 'windows-1252', 2),
    ).toBe('€‘’“”–é');
  });

  test('NUL is dropped', async () => {
    expect(await decoded(Uint8Array.from([65, 0, 66]), 'utf-8', 1)).toBe('AB');
  });
});

describe('line ends', () => {
  test.each<[string, Encoding]>([
    ['a\nb\nc', 'utf-8'],
    ['a\r\nb\r\nc\r\n', 'utf-8'],
    ['a\rb\rc', 'utf-8'],
    ['a\r\nb\nc\r', 'utf-16le'],
    ['a\r\nb\nc\r', 'utf-16be'],
    ['\u0a0d,\u0d0a\r\nb', 'utf-16le'],
  ])('never fewer than the records of %j in %s', async (text, encoding) => {
    const records = text.split(/\r\n|\r|\n/).length;
    for (const size of [1, 2, 3, 100]) {
      const { lines } = await inspectBytes(chunksOf(encode(text, encoding, true), size)());
      expect(lines).toBeGreaterThanOrEqual(records);
      expect(lines).toBeLessThanOrEqual(records + 3);
    }
  });
});

describe('refused as no text', () => {
  const ascii = (text: string): Uint8Array => encode(text, 'utf-8');
  test.each([
    [
      'workbook_xlsx',
      Uint8Array.from([0x50, 0x4b, 3, 4, ...ascii('....[Content_Types].xml....xl/workbook.xml')]),
    ],
    ['zip', Uint8Array.from([0x50, 0x4b, 3, 4, ...ascii('holiday.jpg')])],
    ['workbook_xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ['pdf', ascii('%PDF-1.7\n%')],
    ['image', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['image', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])],
    ['gzip', Uint8Array.from([0x1f, 0x8b, 8, 0])],
    ['html', ascii('\n <!DOCTYPE html><html><table><tr><td>Name')],
    ['html', ascii('<table border="1"><tr><td>Name</td></tr></table>')],
    ['xml', ascii('<?xml version="1.0"?><Workbook>')],
    ['json', ascii('[{"name":"Ramesh"}]')],
    ['json', ascii('{ "name": 1 }')],
    ['rtf', ascii('{\\rtf1\\ansi Name')],
    ['utf32', Uint8Array.from([0xff, 0xfe, 0, 0, 0x4e, 0, 0, 0])],
    ['binary', Uint8Array.from({ length: 4_096 }, (_, i) => (i * 31) % 256)],
  ])('%s', async (reason, bytes) => {
    expect(await refusalOf(detect(bytes, 3))).toEqual({ code: 'UNSUPPORTED_FILE', reason });
  });

  test('no bytes at all are an unreadable file', async () => {
    expect(await refusalOf(detect(new Uint8Array(0)))).toEqual({ code: 'FILE_UNREADABLE', reason: 'empty' });
  });
});
