import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { CsvParser } from './csv-parser.ts';
import { normalizePhone, normalizeSlowly } from './phone.ts';
import type { PhoneResult } from './phone-reasons.ts';

/** The outcome as the tables below write it: the number, the number and its warning, or the reason. */
function outcome(result: PhoneResult): string {
  if (!result.ok) return result.reason;
  return result.warning === undefined ? result.e164 : `${result.e164} ${result.warning}`;
}

function vectors(): { raw: string; cell: 'text' | 'number'; expected: string }[] {
  const parser = new CsvParser({ delimiter: ',' });
  const text = readFileSync(new URL('./fixtures/phones.csv', import.meta.url), 'utf8');
  return [...parser.push(text), ...parser.end()].slice(1).map(({ cells }) => {
    const [raw = '', cell = '', status = '', e164 = '', reason = '', , note = ''] = cells;
    // The table lost the line break that its note speaks of; the row above and below would contradict each other without it.
    const typed = note === 'line break in the cell' ? `${raw.slice(0, 10)}\n${raw.slice(10)}` : raw;
    const expected = status === 'reject' ? reason : [e164, reason].join(' ').trim();
    return { raw: typed, cell: cell === 'number' ? 'number' : 'text', expected };
  });
}

describe('the sample of phones', () => {
  const samples = vectors();

  test('has not been cut', () => expect(samples.length).toBe(71));

  test.each(samples)('$raw ($cell) is $expected', ({ raw, cell, expected }) => {
    expect(outcome(normalizePhone(raw, cell))).toBe(expected);
    expect(outcome(normalizeSlowly(raw, cell))).toBe(expected);
  });
});

const GOOD = '+919876543210';

const ACCEPTED = {
  'country code and trunk zeros in every order': [
    '(+91) 98765 43210',
    '[91] 9876543210',
    '91+9876543210',
    '++919876543210',
    '+ 91 98765 43210',
    '+91 91 98765 43210',
    '91919876543210',
    '+91 09876543210',
    '91 0 98765 43210',
    '00919876543210',
    '00 91 9876543210',
    '009876543210',
    '+0919876543210',
    '091-98765-43210',
    '000919876543210',
    '+91/9876543210',
    '0/9876543210',
  ],
  'separators and brackets': [
    '+91-(98765)-43210',
    '9 8 7 6 5 4 3 2 1 0',
    '98765.43210',
    '98765_43210',
    '9876 5432 10',
    '(9876543210)',
    '<9876543210>',
    '9876543210;',
    '9876543210 /',
    '98765\n43210',
    '\r\n9876543210\r\n',
    '+91\u00a098765\u00a043210',
    '+91\u201198765\u201143210',
    '\u2066+91 98765 43210\u2069',
  ],
  'what spreadsheets make of it': [
    '=+919876543210',
    '="+91 98765 43210"',
    '=""9876543210""',
    "'+919876543210",
    '\u20189876543210',
    '"9876543210"',
    '9,876,543,210.00',
    '9876543210,00',
    '9.8765432100E+9',
    '9876543210E0',
    'Mob 9876543210.0',
  ],
  'labels and names': [
    'Mob.No:-+91-9876543210',
    'Mobile 1 - 9876543210',
    'Ph 2) 9876543210',
    '(M) 9876543210',
    '9876543210(M)',
    'Cell#9876543210',
    'tel:+919876543210',
    'https://wa.me/919876543210',
    'https://api.whatsapp.com/send?phone=919876543210',
    'मो. 9876543210',
    'मोबाइल नं.: ९८७६५४३२१०',
    'फ़ोन 9876543210',
    '📞 9876543210',
    '9876543210 - Ramesh Kumar',
    '9876543210 / NA',
    '+91 98765 43210 (India)',
  ],
  'digits of other scripts': [
    '৯৮৭৬৫৪৩২১০',
    '૯૮૭૬૫૪૩૨૧૦',
    '੯੮੭੬੫੪੩੨੧੦',
    '౯౮౭౬౫౪౩౨౧౦',
    '೯೮೭೬೫೪೩೨೧೦',
    '൯൮൭൬൫൪൩൨൧൦',
    '୯୮୭୬୫୪୩୨୧୦',
    '۹۸۷۶۵۴۳۲۱۰',
    '٩٨٧٦٥٤٣٢١٠',
    '᱙᱘᱗᱖᱕᱔᱓᱒᱑᱐',
    '𝟗𝟖𝟕𝟔𝟓𝟒𝟑𝟐𝟏𝟎',
    '（９８７６５）４３２１０',
    '9\uFE0F\u20E3876543210',
  ],
};

describe.each(Object.entries(ACCEPTED))('one number behind %s', (_, raws) => {
  test.each(raws)('%s', (raw) => expect(outcome(normalizePhone(raw))).toBe(GOOD));
});

const REFUSED: Readonly<Record<string, readonly string[]>> = {
  empty: [
    '',
    '-',
    '--',
    '.',
    '?',
    'NA',
    'n.a.',
    'nil',
    'None',
    'undefined',
    'NaN',
    'Not Available',
    'no number',
    'TBD',
    'xxx',
    'नहीं',
    'उपलब्ध नहीं',
    '\u200b',
  ],
  spreadsheet_error: [
    '#N/A',
    '#VALUE!',
    '#DIV/0!',
    '#NAME?',
    '#NUM!',
    '########',
    'Err:502',
    '#BEZUG!',
    '#NV',
  ],
  masked: [
    '98765XXXXX',
    '98XXXXXX10',
    '+91 98765XXXXX',
    '98765*****',
    '98765.....',
    '98765#####',
    '98765••••',
    'XXXXXXXXXX',
    '**********',
    'hidden',
  ],
  scientific_notation: [
    '9.87654321E+9',
    '9.8765432105E+9',
    '9,87654E+09',
    '9.87654 E+09',
    '1E+10',
    '9.87654×10^9',
    'Mob: 9.87654E+09',
  ],
  multiple_numbers: [
    '9876543210 9123456789',
    '9876543210-9123456789',
    '9876543210, 9123456789',
    '9876543210|9123456789',
    '9876543210\r\n9123456789',
    '9876543210 or 9123456789',
    '9876543210 & 9123456789',
    '9876543210 या 9123456789',
    '9876543210 (9123456789)',
    '9876543210(R) 9123456789(O)',
    '9876543210 Ramesh 9123456789',
    '+919876543210+919123456789',
    '98765 43210 91234 56789',
    '080-23456789, 9876543210',
    '9876543210/11',
  ],
  extension: [
    '9876543210x12',
    '9876543210 x 12',
    '9876543210;ext=12',
    '9876543210 extn. 5',
    '9876543210#12',
    '9876543210,,12',
    '080-47181234 ext 5',
  ],
  too_short: ['12345', '112', '+98765', '23456789', '0123456789', '00000'],
  too_long: ['98765432101', '9876543210 123', '+91 98765 432 101', '971501234567', '+1234567890123456'],
  not_mobile: [
    '1234567890',
    '0000000000',
    '022-23456789',
    '+91 22 2345 6789',
    '0612 2234567',
    '(080) 4718 1234',
  ],
  toll_free: ['1800-11-4000', '+91 1800 123 4567', '0 1800 123 4567', '18001234567', '1860-500-5555'],
  service_number: ['1401234567', '+91 140 123 4567', '1601234567', '1900 123 4567'],
  foreign: [
    '+971 50 123 4567',
    '00971501234567',
    '+880 1712 345678',
    '+65 9123 4567',
    '006591234567',
    '+9876543210',
  ],
  not_a_number: [
    'Ramesh',
    'abc9876543210',
    '9876543210abc',
    'Order 9876543210',
    '1800-FLOWERS',
    '98765O3210',
    '98765 x 43210',
    'Rs. 9876543210',
    '9876543210 rupees',
    '9876543210/-',
    '$9876543210',
    '9876543210%',
    '-9876543210',
    '9876543210.5',
    '01/02/2026',
    '2026-02-01 00:00:00',
    '1.2.2026',
    '01-Feb-2026',
    '12:30',
    '9876543210 a@b.in',
    'TRUE',
    '=A1+B1',
    `9876543210${' x'.repeat(200)}`,
  ],
};

describe.each(Object.entries(REFUSED))('refused as %s', (reason, raws) => {
  test.each(raws)('%j', (raw) => expect(outcome(normalizePhone(raw))).toBe(reason));
});

test('a number cell is refused unless it is a whole number', () => {
  expect(outcome(normalizePhone('9876543210.0', 'number'))).toBe(GOOD);
  expect(outcome(normalizePhone('98765.4321', 'number'))).toBe('not_a_number');
  expect(outcome(normalizePhone('98765 43210', 'number'))).toBe(GOOD);
  expect(outcome(normalizePhone('9.87654E+09', 'number'))).toBe('scientific_notation');
});

const national = fc.stringMatching(/^[6-9][0-9]{9}$/);
const mobile = national.filter(
  (digits) => parsePhoneNumberFromString(`+91${digits}`)?.getType()?.includes('MOBILE') === true,
);
const prefix = fc.constantFrom(
  '',
  '0',
  '91',
  '+91',
  '0091',
  '091',
  '+91 ',
  '+91-',
  '91-',
  '(+91) ',
  '+91 (0) ',
  '+91+91',
  'Mob: ',
  'Ph.+91-',
  'tel:+91',
);
const gap = fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u2013', '\u200b', ' - ', '_');
const around = fc.constantFrom(
  ['', ''],
  [' ', ' '],
  ["'", ''],
  ['="', '"'],
  ['\t', ''],
  ['\u202a', '\u202c'],
  ['(', ')'],
  ['', ' (Ramesh)'],
  ['', '.0'],
);
const scripts = fc.constantFrom(0x30, 0xff10, 0x966, 0x9e6, 0xae6, 0xbe6, 0xc66, 0xce6, 0xd66, 0x6f0);

describe('properties', () => {
  test('every way of writing a mobile gives the same number', () => {
    fc.assert(
      fc.property(
        mobile,
        prefix,
        gap,
        around,
        scripts,
        (digits, before, between, [open = '', close = ''], zero) => {
          const written = `${open}${before}${digits.slice(0, 5)}${between}${digits.slice(5)}${close}`;
          const inScript = written.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
          const result = normalizePhone(inScript);
          expect(result.ok && result.e164, inScript).toBe(`+91${digits}`);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('two mobiles in one cell are never read as one', () => {
    const between = fc.constantFrom(
      ' ',
      ',',
      '/',
      ';',
      '\n',
      ' / ',
      ', ',
      '|',
      ' & ',
      ' or ',
      ' - ',
      '\t',
      ' Ramesh ',
    );
    fc.assert(
      fc.property(mobile, mobile, prefix, between, (a, b, before, middle) => {
        expect(outcome(normalizePhone(`${before}${a}${middle}${before}${b}`))).toBe('multiple_numbers');
      }),
      { numRuns: 1_000 },
    );
  });

  test('whatever is accepted is a +91 mobile by the library, and reads as itself', () => {
    const phoneLike = fc.string({
      unit: fc.constantFrom(...'0123456789987654321+-() ./,;xE#*\n'),
      maxLength: 24,
    });
    fc.assert(
      fc.property(fc.oneof(phoneLike, fc.string({ unit: 'binary', maxLength: 300 })), (raw) => {
        const result = normalizePhone(raw);
        expect(normalizeSlowly(raw)).toEqual(result);
        if (!result.ok) return;
        expect(parsePhoneNumberFromString(result.e164)?.getType()).toMatch(/MOBILE/);
        expect(normalizePhone(result.e164)).toEqual(result);
      }),
      { numRuns: 3_000 },
    );
  });

  test('the fast path and the library agree on every series', () => {
    for (let series = 60_000; series <= 99_999; series += 1) {
      const digits = `${series}${((series * 7_919) % 90_000) + 10_000}`;
      const type = parsePhoneNumberFromString(`+91${digits}`)?.getType();
      expect(normalizePhone(digits).ok, digits).toBe(type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE');
    }
  });

  test('the fast path answers as the slow one does', () => {
    fc.assert(
      fc.property(
        national,
        fc.constantFrom('', '0', '91', '+91', '+91 ', '91-', '+', '00'),
        gap,
        (digits, before, between) => {
          const raw = `${before}${digits.slice(0, 5)}${between}${digits.slice(5)}`;
          expect(normalizePhone(raw), raw).toEqual(normalizeSlowly(raw));
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
