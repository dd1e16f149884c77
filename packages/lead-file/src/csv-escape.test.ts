import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell, csvRecord, stripFormulaGuard } from './csv-escape.ts';
import { CsvParser } from './csv-parser.ts';
import { normalizePhone } from './phone.ts';

function read(text: string): string[][] {
  const parser = new CsvParser({ delimiter: ',' });
  return [...parser.push(text), ...parser.end()].map((row) => row.cells);
}

describe('no cell starts a formula', () => {
  test.each([
    '=1+1',
    '+1',
    '-2+3',
    '@SUM(A1)',
    '\tcmd',
    '\rcmd',
    '\ncmd',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '  =1',
    "'=1",
  ])('%j', (value) => {
    expect(csvCell(value)).toMatch(/^"?'/);
  });

  test.each(['Ramesh', '9876543210', 'a=b', "O'Neil", "'tis", '', '₹500', '1-2'])(
    '%j is written as it is',
    (value) => {
      expect(csvCell(value)).toBe(value);
    },
  );
});

test('delimiters, quotes and line breaks are quoted', () => {
  expect(csvRecord(['a,b', 'say "hi"', 'x\ny', 'a;b', ' a ', ''])).toBe(
    '"a,b","say ""hi""","x\ny","a;b"," a ",\r\n',
  );
});

test('a phone with a plus sign survives Excel as text and reads back as the same number', () => {
  expect(csvCell('+91-98765-43210')).toBe("'+91-98765-43210");
  expect(normalizePhone(csvCell('+91-98765-43210'))).toEqual(normalizePhone('+91-98765-43210'));
  expect(stripFormulaGuard("'+919876543210")).toBe('+919876543210');
  expect(stripFormulaGuard("'9876543210")).toBe("'9876543210");
});

test('any table that is written is read back equal', () => {
  const sign = fc.string({
    unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', ' ', 'a', '＝', 'अ'),
    maxLength: 8,
  });
  const cell = fc
    .oneof(sign, fc.string({ unit: 'grapheme', maxLength: 12 }))
    .map((value) => value.replaceAll('\0', ''));
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 });
  const hasText = (record: string[]): boolean => record.some((value) => value.trim() !== '');
  fc.assert(
    fc.property(table, (records) => {
      expect(read(records.map(csvRecord).join(''))).toEqual(records.filter(hasText));
    }),
    { numRuns: 3_000 },
  );
});
