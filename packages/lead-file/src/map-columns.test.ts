import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { matchHeader } from './header-match.ts';
import { isReservedVariableName, mapColumns } from './map-columns.ts';
import type { LeadProcess } from './process.ts';
import { NO_VARIABLES, TESTING_PROCESS } from './testing/lead-files.ts';

/** The use of each column as one word: a field, `variable N`, or the metadata key in quotes. */
function uses(header: string[], process: LeadProcess = TESTING_PROCESS): string[] {
  return mapColumns(header, process).map.columns.map(({ use }) => {
    if (use.kind === 'field') return use.field;
    return use.kind === 'variable' ? (process.variables[use.variable]?.name ?? '') : `"${use.key}"`;
  });
}

function missing(header: string[], process: LeadProcess = NO_VARIABLES): unknown {
  const result = mapColumns(header, process);
  return result.ok ? [] : result.missing;
}

describe('every synonym of the sample', () => {
  const samples: Record<string, string | string[]> = JSON.parse(
    readFileSync(new URL('./fixtures/header-synonyms.json', import.meta.url), 'utf8'),
  );
  const concepts: Record<string, string> = {
    alt_phone: 'altPhone',
    first_name: 'firstName',
    last_name: 'lastName',
  };
  const cases = Object.entries(samples).flatMap(([concept, words]) =>
    Array.isArray(words)
      ? words.map(
          (word) =>
            [
              word,
              concept === 'name' && word === 'first name' ? 'firstName' : (concepts[concept] ?? concept),
            ] as const,
        )
      : [],
  );

  test.each(cases)('%s is %s', (word, concept) => {
    for (const written of [
      word,
      word.toUpperCase(),
      ` ${word} * `,
      `${word} (required)`,
      word.replaceAll(' ', '_'),
    ]) {
      expect(matchHeader(written)?.concept, written).toBe(concept);
    }
  });
});

describe('headers are recognised', () => {
  test.each([
    ['Mobile No. (10 digits)', 'phone'],
    ['MobileNumber', 'phone'],
    ['Customer Mobile Number', 'phone'],
    ['Registered Mobile No.', 'phone'],
    ['Phone 1', 'phone'],
    ['Phone No (with +91)', 'phone'],
    ['ｐｈｏｎｅ', 'phone'],
    ['ग्राहक का मोबाइल नंबर', 'phone'],
    ['मोबाईल क्रमांक', 'phone'],
    ['Phone 2', 'altPhone'],
    ['Mobile No. 2', 'altPhone'],
    ['मोबाइल २', 'altPhone'],
    ['Alternate Mobile Number', 'altPhone'],
    ['Contact Person Name', 'name'],
    ['Name of the Customer', 'name'],
    ['E-Mail ID', 'email'],
    ['Lead ID', 'referenceId'],
    ['Group', 'groupId'],
    ['(Mobile)', 'phone'],
  ])('%s is %s', (header, concept) => expect(matchHeader(header)?.concept).toBe(concept));

  test.each([
    'Father Name',
    'Company Name',
    'Agent Mobile',
    'Branch Name',
    'Product',
    'S. No.',
    'ID',
    'Sr No',
    '',
    '---',
    'Phone Model',
    'EMI',
    'Name 2',
  ])('%j is nothing we know', (header) => expect(matchHeader(header)).toBeUndefined());
});

describe('columns', () => {
  test('fields, variables under name, label or another word for them, and the rest as metadata', () => {
    expect(uses(['नाम', 'मोबाइल नंबर', 'शहर', 'LOAN_AMOUNT', 'due-date', 'EMI', 'S.No'])).toEqual([
      'name',
      'phone',
      'city',
      'loanAmount',
      'dueDate',
      '"EMI"',
      '"S.No"',
    ]);
  });

  test('the first of equal phones wins and the others are kept', () => {
    expect(uses(['Name', 'Phone', 'Phone', 'Alternate No', 'Phone 3'])).toEqual([
      'name',
      'phone',
      '"phone 2"',
      '"phone 3"',
      '"phone 4"',
    ]);
  });

  test('a better name wins over an earlier column', () => {
    expect(uses(['Contact', 'Customer', 'Telephone', 'Mobile', 'Name'])).toEqual([
      '"phone 2"',
      '"Customer"',
      '"phone 3"',
      'phone',
      'name',
    ]);
  });

  test('a file whose only phone is an alternate one has a phone', () => {
    expect(uses(['Name', 'Alternate Number'])).toEqual(['name', 'phone']);
  });

  test("a process's own variable wins over a mere suggestion, a field's plain name wins over both", () => {
    const process: LeadProcess = { variables: [{ name: 'contact', type: 'text', required: true }] };
    expect(uses(['Name', 'Phone', 'Contact'], process)).toEqual(['name', 'phone', 'contact']);
    expect(isReservedVariableName('Mobile No')).toBe(true);
    expect(isReservedVariableName('contact')).toBe(false);
    expect(isReservedVariableName('city')).toBe(false);
  });

  test('an EMI is not taken for the loan amount', () => {
    expect(uses(['Name', 'Phone', 'EMI Amount', 'Outstanding'])).toEqual([
      'name',
      'phone',
      '"EMI Amount"',
      '"Outstanding"',
    ]);
  });

  test('empty, repeated and over-long headers get keys of their own', () => {
    const long = 'x'.repeat(300);
    expect(uses(['Name', 'Phone', '', 'Tag', 'Tag', 'column 3', long, long], NO_VARIABLES)).toEqual([
      'name',
      'phone',
      '"column 3"',
      '"Tag"',
      '"Tag 2"',
      '"column 3 2"',
      `"${'x'.repeat(100)}"`,
      `"${'x'.repeat(100)} 2"`,
    ]);
  });

  test('names of object properties are ordinary headers', () => {
    const header = ['Name', 'Phone', '__proto__', 'constructor', 'toString', '__proto__'];
    expect(uses(header)).toEqual([
      'name',
      'phone',
      '"__proto__"',
      '"constructor"',
      '"toString"',
      '"__proto__ 2"',
    ]);
  });

  test('only fields, further phones and variables make a record a row', () => {
    expect(
      mapColumns(['S.No', 'Name', 'Phone', 'Phone', 'City', 'Remark'], TESTING_PROCESS).map.mapped,
    ).toEqual([1, 2, 3, 4]);
  });
});

describe('what is missing', () => {
  test.each([
    [['City'], [{ column: 'name' }, { column: 'contact' }]],
    [['Phone'], [{ column: 'name' }]],
    [['Name'], [{ column: 'contact' }]],
    [['Last Name', 'Phone'], [{ column: 'name' }]],
    [['First Name', 'Email'], []],
    [['Name', 'Phone'], []],
  ])('%j', (header, expected) => expect(missing(header)).toEqual(expected));

  test('required variables of the process, by their label; optional ones are not', () => {
    const process: LeadProcess = {
      variables: [
        { name: 'emi', label: 'EMI Amount', type: 'amount', required: true },
        { name: 'city', type: 'text', required: false },
      ],
    };
    expect(missing(['Name', 'Phone'], process)).toEqual([
      { column: 'variable', name: 'emi', label: 'EMI Amount' },
    ]);
    expect(missing(['Name', 'Phone', 'EMI amount'], process)).toEqual([]);
  });
});
