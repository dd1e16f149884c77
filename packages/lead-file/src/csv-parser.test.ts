import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvParser, type CsvParserOptions, type RawRow } from './csv-parser.ts';
import { LeadFileError } from './lead-file-error.ts';

/** All records of a text given in pieces, or the refusal. */
function parse(pieces: readonly string[], options: Partial<CsvParserOptions> = {}): RawRow[] | string {
  const parser = new CsvParser({ delimiter: ',', ...options });
  try {
    return [...pieces.flatMap((piece) => parser.push(piece)), ...parser.end()];
  } catch (error) {
    if (error instanceof LeadFileError) return error.message;
    throw error;
  }
}

function cells(text: string, options: Partial<CsvParserOptions> = {}): string[][] {
  const rows = parse([text], options);
  if (typeof rows === 'string') throw new Error(rows);
  return rows.map((row) => row.cells);
}

describe('cells', () => {
  test.each([
    [
      'plain',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no line end at the end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['LF, CR and CRLF mixed', 'a\nb\rc\r\nd', [['a'], ['b'], ['c'], ['d']]],
    [
      'empty cells',
      ',a,\n,,b',
      [
        ['', 'a', ''],
        ['', '', 'b'],
      ],
    ],
    ['blanks are kept inside a record', ' a , b ', [[' a ', ' b ']]],
    ['quoted delimiter', '"a,b",c', [['a,b', 'c']]],
    ['quoted line breaks', '"a\nb","c\r\nd"\ne', [['a\nb', 'c\r\nd'], ['e']]],
    ['doubled quotes', '"a""b","""",""""""', [['a"b', '"', '""']]],
    ['an empty quoted cell', '"",a', [['', 'a']]],
    ['a quote inside a plain cell is text', '5" pipe,a"b', [['5" pipe', 'a"b']]],
    ['text behind a closing quote is appended', '"a"b,c', [['ab', 'c']]],
    ['blanks behind a closing quote are dropped', '"a" ,c', [['a', 'c']]],
    ['unescaped quotes inside quotes lose nothing', '"Ramesh "Ram" Kumar",9', [['Ramesh Ram" Kumar"', '9']]],
    [
      'short and long records stay their own',
      'a,b\n1\n1,2,3,4\nc,d',
      [['a', 'b'], ['1'], ['1', '2', '3', '4'], ['c', 'd']],
    ],
    [
      'a guard before a formula sign is taken back',
      "'=1,'+91 9,'@x,'-1,'9,'abc,''=1",
      [['=1', '+91 9', '@x', '-1', "'9", "'abc", "'=1"]],
    ],
  ])('%s', (_, text, expected) => expect(cells(text)).toEqual(expected));

  test.each([[';'], ['\t'], ['|']])('delimiter %j', (delimiter) => {
    expect(cells(`a${delimiter}"b${delimiter}c"\nd,e`, { delimiter })).toEqual([
      ['a', `b${delimiter}c`],
      ['d,e'],
    ]);
  });
});

describe('where a record stands', () => {
  test('lines are physical, rows count header and blank records, blank records are not returned', () => {
    const rows = parse(['Name,Phone\r\n\r\n"a\r\nb",1\r\n,,\r\n  ,\t\r\nc,2']);
    expect(rows).toMatchObject([
      { line: 1, row: 1 },
      { line: 3, row: 3, cells: ['a\r\nb', '1'] },
      { line: 7, row: 6, cells: ['c', '2'] },
    ]);
  });

  test('invisible characters alone make no record', () => {
    expect(cells('a\n\u00a0,\u3000\n\ufeff\n')).toEqual([['a']]);
  });
});

describe('a quote left open', () => {
  test.each([
    ['at the end of the file', 'a,b\n"c,1\nd,2\n', 2],
    ['in a later cell, behind a quoted line break', 'a\n"x\ny","c\nd', 3],
    ['closed by the opening quote of a later row', 'a,b\n"c,1\nd,2\n"e",3\n', 2],
  ])('%s is refused with the line it opens on', (_, text, line) => {
    expect(parse([text])).toBe(`FILE_UNREADABLE: unclosed_quote at line ${line}`);
  });

  test('is refused before the whole file is held', () => {
    const parser = new CsvParser({ delimiter: ',', limits: { recordChars: 10_000 } });
    parser.push('Name\n"');
    expect(() => {
      for (let i = 0; i < 20; i++) parser.push('x'.repeat(1_000));
    }).toThrow('unclosed_quote at line 2');
  });
});

describe('limits', () => {
  test('a line without end is refused', () => {
    expect(parse(['a\n', 'x'.repeat(101)], { limits: { recordChars: 100 } })).toBe(
      'FILE_UNREADABLE: line_too_long at line 2',
    );
  });

  test('one row more than the limit refuses the file, exactly the limit does not', () => {
    expect(cells('a\n\nb\nc', { limits: { rows: 3 } }).length).toBe(3);
    expect(parse(['a\n\nb\nc\nd'], { limits: { rows: 3 } })).toBe('FILE_TOO_LARGE: too_many_rows');
  });

  test('an over-long cell fails its row alone, also when it is quoted', () => {
    const long = 'x'.repeat(11);
    expect(parse([`a,b\n${long},1\n"${long}",2\nc,3`], { limits: { cellChars: 10 } })).toMatchObject([
      { problem: undefined },
      { problem: 'cell_too_long', cells: ['x'.repeat(10), '1'] },
      { problem: 'cell_too_long', cells: ['x'.repeat(10), '2'] },
      { problem: undefined, cells: ['c', '3'] },
    ]);
  });

  test('more cells than the limit fail the row alone', () => {
    expect(parse(['1,2,3\n1,2,3,4\n"1",2,3,4,5'], { limits: { columns: 3 } })).toMatchObject([
      { problem: undefined },
      { problem: 'too_many_cells', cells: ['1', '2', '3'] },
      { problem: 'too_many_cells', cells: ['1', '2', '3'] },
    ]);
  });
});

describe('properties', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', ',', '"', '\n', '\r', "'", '=', ' ', '\u0905', '😀'),
    maxLength: 60,
  });

  test('the same records, lines and refusals wherever the text is cut', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const expected = parse([whole]);
        for (let size = 1; size <= whole.length; size++) {
          const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, i) =>
            whole.slice(i * size, (i + 1) * size),
          );
          expect(parse(pieces), `pieces of ${size}`).toEqual(expected);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  test('no character of a cell is lost or invented', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'b', '1', ' ', '\u0905', '.'), minLength: 1, maxLength: 6 })
      .filter((value) => value.trim() !== '');
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 }),
        fc.constantFrom('\n', '\r', '\r\n'),
        (table, lineEnd) => {
          expect(cells(table.map((record) => record.join(',')).join(lineEnd))).toEqual(table);
        },
      ),
    );
  });
});
