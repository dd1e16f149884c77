import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countLeadRows } from './count-rows.ts';
import { csvRecord } from './csv-escape.ts';
import { type LeadFile, openLeadFile } from './decode.ts';
import type { Encoding } from './decode-text.ts';
import { mapColumns } from './map-columns.ts';
import {
  cellsOf,
  chunksOf,
  encode,
  openText,
  refusalOf,
  rowsOf,
  TESTING_PROCESS,
} from './testing/lead-files.ts';

const FILES = new URL('./fixtures/files/', import.meta.url);

async function openFixture(name: string, size?: number): Promise<LeadFile> {
  return openLeadFile(chunksOf(readFileSync(new URL(name, FILES)), size), { process: TESTING_PROCESS });
}

function expectedRows(): Record<string, number | string> {
  const { expected }: { expected: Record<string, number | string> } = JSON.parse(
    readFileSync(new URL('expected.json', FILES), 'utf8'),
  );
  return expected;
}

async function countOf(file: LeadFile): Promise<number> {
  return (await countLeadRows(file, mapColumns(file.header, TESTING_PROCESS).map)).rows;
}

describe('the sample files', () => {
  const expected = expectedRows();

  test('each has an expectation', () => {
    expect(
      readdirSync(FILES)
        .filter((name) => name !== 'expected.json')
        .sort(),
    ).toEqual(Object.keys(expected).sort());
  });

  test.each(Object.entries(expected))('%s: %s', async (name, rows) => {
    for (const size of [1, 5, 65_536]) {
      const file = await openFixture(name, size);
      expect(mapColumns(file.header, TESTING_PROCESS).ok).toBe(true);
      if (typeof rows === 'number') expect(await countOf(file)).toBe(rows);
      else
        expect(await refusalOf(countOf(file))).toEqual({
          code: 'FILE_UNREADABLE',
          reason: 'unclosed_quote',
          line: 2,
        });
    }
  });

  test.each([
    ['utf16le-tab.txt', 'utf-16le', '\t', ['रमेश कुमार', '9876543210', 'Pune']],
    ['cp1252.csv', 'windows-1252', ',', ['José D’Souza', '9876543210', 'Goa']],
    ['hindi-headers.csv', 'utf-8', ',', ['रमेश', '९८७६५४३२१०', 'पुणे']],
    ['sep-line.csv', 'utf-8', ';', ['Ramesh', '9876543210']],
    ['nul-bytes.csv', 'utf-8', ',', ['Ramesh', '9876543210']],
    ['quoted-newline.csv', 'utf-8', ',', ['Ramesh', '9876543210', '12, MG Road\r\nPune']],
  ])('%s is %s, cut at %j', async (name, encoding, delimiter, first) => {
    const file = await openFixture(name);
    expect(file).toMatchObject({ encoding, delimiter });
    expect((await rowsOf(file))[0]?.cells).toEqual(first);
  });
});

describe('the header', () => {
  test('is found below titles, and rows keep the numbers a spreadsheet shows', async () => {
    const file = await openText(
      'Acme Motors\n\nReport,12/04/2026\nName,Phone\nRamesh,9876543210\n\nSita,9123456789\n',
    );
    expect(file).toMatchObject({ header: ['Name', 'Phone'], headerRow: 4, headerLine: 4 });
    expect((await rowsOf(file)).map((row) => [row.row, row.line])).toEqual([
      [5, 5],
      [7, 7],
    ]);
  });

  test('may span lines: row and line then differ', async () => {
    const file = await openText('Name,"Phone\n(10 digits)"\nRamesh,9876543210\n');
    expect(file.header).toEqual(['Name', 'Phone (10 digits)']);
    expect(await rowsOf(file)).toMatchObject([{ row: 2, line: 3 }]);
  });

  test('is not taken from the data, whatever the data says', async () => {
    const file = await openText('Name,Phone,City\nMobile,9876543210,Name\n');
    expect(file.headerRow).toBe(1);
    expect(await rowsOf(file)).toHaveLength(1);
  });

  test('counts the variables of the process', async () => {
    const process = { variables: [{ name: 'policyNo', type: 'text' as const, required: true }] };
    const file = await openText('Policies\nfoo;Policy No;bar\n1;2;3\n', { process });
    expect(file).toMatchObject({ delimiter: ';', header: ['foo', 'Policy No', 'bar'] });
  });

  test('with unknown names is still shown, so that the error can name it', async () => {
    expect((await openText('Monthly list\nAlpha;Beta\nRamesh;9876543210\n')).header).toEqual([
      'Alpha',
      'Beta',
    ]);
  });

  test.each([
    ['Ramesh,9876543210\nSita,9123456789\n', 'no_header'],
    ['ramesh@example.com\n', 'no_header'],
    ['Ramesh,9.87654E+09\n', 'no_header'],
    ['', 'empty'],
    ['\uFEFF', 'empty'],
    [' \r\n,,,\r\n\t\r\n', 'empty'],
    ['sep=;\r\n', 'empty'],
    [`${'a,'.repeat(1_000)}Phone\n1`, 'too_many_columns'],
  ])('%j is refused: %s', async (text, reason) => {
    expect(await refusalOf(openText(text))).toEqual({ code: 'FILE_UNREADABLE', reason });
  });

  test.each(['Name,Phone\n', 'Name,Phone', 'Name,Phone\n,,\n  \n', 'Name,Phone,Remark\n,,Total 0\n'])(
    '%j has no rows',
    async (text) => {
      expect(await refusalOf(openText(text).then(countOf))).toEqual({
        code: 'FILE_UNREADABLE',
        reason: 'no_rows',
      });
    },
  );
});

describe('the delimiter', () => {
  test.each([
    ['Name;Amount;Phone\nA;"12,50";9876543210', ';'],
    ['Name;Loan, EMI;Phone\nA;1,2;9876543210', ';'],
    ['Name|Phone\nA, B|9876543210', '|'],
    ['Name\tPhone\nA, B\t9876543210', '\t'],
    ['sep=|\nName|Phone\nA|9876543210', '|'],
    ['"sep=^"\r\nName^Phone\r\nA^9876543210', '^'],
    ['SEP=,\nName,Phone\nA,9876543210', ','],
    ['Phone\n9876543210', ','],
  ])('of %j is %j', async (text, delimiter) => {
    expect((await openText(text)).delimiter).toBe(delimiter);
  });
});

test('a quote left open far down is refused while reading, with its line', async () => {
  const text = `Name,Phone\n${'Ramesh,9876543210\n'.repeat(5_000)}"Sita,9123456789\nGita,9000000001\n`;
  expect(await refusalOf(openText(text).then(rowsOf))).toEqual({
    code: 'FILE_UNREADABLE',
    reason: 'unclosed_quote',
    line: 5_002,
  });
});

test('the limit of rows leaves out what stands above them', async () => {
  const text = 'Title\n\nName,Phone\nA,1\nB,2\n';
  expect(await rowsOf(await openText(text, { limits: { rows: 2 } }))).toHaveLength(2);
  const refusal = await refusalOf(openText(`${text}C,3\nD,4\nE,5\n`, { limits: { rows: 2 } }).then(rowsOf));
  expect(refusal).toEqual({ code: 'FILE_TOO_LARGE', reason: 'too_many_rows' });
});

test('a file can be read any number of times', async () => {
  const file = await openText('Name,Phone\nA,1\nB,2\n');
  expect(await rowsOf(file)).toEqual(await rowsOf(file));
});

test('ragged records keep their boundaries', async () => {
  expect(await cellsOf('Name,Phone\n1\n1,2,3,4\nA,5\n')).toEqual([['1'], ['1', '2', '3', '4'], ['A', '5']]);
});

describe('any table in any encoding, delimiter and cut', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'B', '7', ' ', ',', ';', '|', '"', '\n', '=', "'", 'é', '-'),
    maxLength: 8,
  });
  const row = fc.tuple(fc.constantFrom('Ramesh', 'José', '+1'), cell, cell);
  const indic = fc.string({ unit: fc.constantFrom('र', '😀', 'ம', '’'), maxLength: 4 });

  test.each<Encoding>(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])(
    'is read back equal from %s',
    async (encoding) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(row, { minLength: 1, maxLength: 6 }),
          indic,
          fc.boolean(),
          fc.integer({ min: 1, max: 40 }),
          async (rows, tail, hasMark, size) => {
            const table =
              encoding === 'windows-1252' ? rows : rows.map(([name, a, b]) => [name + tail, a, b]);
            const text = [['Name', 'Phone', 'Note'], ...table].map(csvRecord).join('');
            const file = await openLeadFile(
              chunksOf(encode(text, encoding, hasMark && encoding !== 'windows-1252'), size),
            );
            expect((await rowsOf(file)).map((record) => record.cells)).toEqual(table);
          },
        ),
        { numRuns: 150 },
      );
    },
  );

  test('gives nothing but LeadFileError for any bytes', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .string({ unit: fc.constantFrom(...'Name,Phone;"\n\r\t|=sep9876543210'), maxLength: 80 })
        .map((text) => encode(text, 'utf-8')),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 50 }), async (content, size) => {
        const outcome = await openLeadFile(chunksOf(content, size))
          .then(rowsOf)
          .catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome.name).toBe('LeadFileError');
      }),
      { numRuns: 1_500 },
    );
  });
});
