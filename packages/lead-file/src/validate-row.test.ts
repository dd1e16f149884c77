import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identityOf } from './identity.ts';
import { mapColumns } from './map-columns.ts';
import { type MappedRow, mapProgramLead, mapRow } from './map-row.ts';
import type { LeadProcess } from './process.ts';
import { ROW_REASONS } from './row-reasons.ts';
import { NO_VARIABLES, TESTING_PROCESS } from './testing/lead-files.ts';
import { type RowResult, validateRow } from './validate-row.ts';

const PROCESS: LeadProcess = {
  variables: [
    ...TESTING_PROCESS.variables,
    { name: 'plan', label: 'Plan', type: 'enum', required: true, options: ['Gold', 'Silver'] },
  ],
};

function mapped(header: string[], cells: string[], process: LeadProcess = NO_VARIABLES): MappedRow {
  return mapRow({ line: 2, row: 2, cells, problem: undefined }, mapColumns(header, process).map);
}

function check(header: string[], cells: string[], process: LeadProcess = NO_VARIABLES): RowResult {
  return validateRow(mapped(header, cells, process), process);
}

/** Reasons or warnings as `code column`. */
function findings(result: RowResult): string[] {
  return (result.outcome === 'failed' ? result.reasons : result.warnings).map(({ code, column }) =>
    `${code} ${column}`.trim(),
  );
}

const HEADER = ['Customer Name', 'Mobile No.', 'E-mail'];

describe('name and contact', () => {
  test.each([
    [['Ramesh', '9876543210', ''], []],
    [['Ramesh', '', 'a@example.com'], []],
    [['Ramesh', 'N/A', 'a@example.com'], []],
    [['Ramesh', '9876543210', 'not an address'], ['invalid_email E-mail']],
    [['Ramesh', '8888888888', ''], ['repeated_digits Mobile No.']],
    [['Ram\uFFFDsh', '9876543210', ''], ['damaged_text Customer Name']],
    [['Nil', '9876543210', ''], []],
    [['Na', '9876543210', ''], []],
  ])('%j is accepted with %j', (cells, warnings) => {
    const result = check(HEADER, cells);
    expect(result.outcome).toBe('accepted');
    expect(findings(result)).toEqual(warnings);
  });

  test.each([
    [['', '9876543210', ''], ['name_missing Customer Name']],
    [['  ', '9876543210', ''], ['name_missing Customer Name']],
    [['N/A', '9876543210', ''], ['name_missing Customer Name']],
    [['null', '9876543210', ''], ['name_missing Customer Name']],
    [['---', '9876543210', ''], ['name_missing Customer Name']],
    [['#N/A', '9876543210', ''], ['spreadsheet_error Customer Name']],
    [['x'.repeat(201), '9876543210', ''], ['value_too_long Customer Name']],
    [['Ramesh', '', ''], ['contact_missing Mobile No.']],
    [['Ramesh', '-', 'NA'], ['contact_missing Mobile No.']],
    [['Ramesh', '98765', ''], ['too_short Mobile No.']],
    [['Ramesh', '', 'nowhere'], ['invalid_email E-mail']],
    [
      ['', '98765', 'nowhere'],
      ['name_missing Customer Name', 'too_short Mobile No.', 'invalid_email E-mail'],
    ],
  ])('%j fails with %j', (cells, reasons) => {
    const result = check(HEADER, cells);
    expect(result.outcome).toBe('failed');
    expect(findings(result)).toEqual(reasons);
  });

  test('a bad phone beside a good e-mail fails: the lead was meant to be dialled', () => {
    expect(findings(check(HEADER, ['Ramesh', '9876543210/9123456789', 'a@example.com']))).toEqual([
      'multiple_numbers Mobile No.',
    ]);
  });

  test('a first name alone is enough, and its column is named when it is missing', () => {
    expect(check(['First Name', 'Phone'], ['Ramesh', '9876543210']).outcome).toBe('accepted');
    expect(findings(check(['First Name', 'Last Name', 'Phone'], ['', 'Kumar', '9876543210']))).toEqual([
      'name_missing First Name',
    ]);
  });

  test('everything is stored normalised', () => {
    const header = ['Name', 'Last Name', 'Phone', 'Email', 'Lead ID', 'Group', 'Alternate No'];
    const cells = [
      ' Ramesh \u200b  Kumar ',
      'K\u0000',
      '098765 43210',
      ' A@Example.COM',
      ' L-1 ',
      'G 1',
      '91 9123456789',
    ];
    expect(check(header, cells)).toEqual({
      outcome: 'accepted',
      warnings: [],
      lead: {
        name: 'Ramesh Kumar',
        lastName: 'K',
        phone: '+919876543210',
        email: 'a@example.com',
        referenceId: 'L-1',
        groupId: 'G 1',
        metadata: { 'phone 2': '+919123456789' },
      },
    });
  });

  test('a reference that Excel cut fails: other rows would count as its duplicates', () => {
    expect(findings(check(['Name', 'Phone', 'Lead ID'], ['A', '9876543210', '1.23457E+11']))).toEqual([
      'scientific_notation Lead ID',
    ]);
    expect(check(['Name', 'Phone', 'Lead ID'], ['A', '9876543210', 'N/A'])).not.toHaveProperty(
      'lead.referenceId',
    );
  });
});

describe('variables', () => {
  const header = ['Name', 'Phone', 'City', 'Loan Amount', 'Due Date', 'Plan'];

  test('typed values go under their names', () => {
    expect(
      check(header, ['A', '9876543210', 'Pune', '₹1,25,000.50', '5/4/2026', 'gold'], PROCESS),
    ).toMatchObject({
      lead: { metadata: { city: 'Pune', loanAmount: '125000.50', dueDate: '2026-04-05', plan: 'Gold' } },
    });
  });

  test('each bad value is a reason of its own, with its column', () => {
    const result = check(header, ['A', '9876543210', '#REF!', 'lots', '31/02/2026', 'Bronze'], PROCESS);
    expect(findings(result)).toEqual([
      'spreadsheet_error City',
      'invalid_amount Loan Amount',
      'invalid_date Due Date',
      'invalid_option Plan',
    ]);
  });

  test('a required one must have a value, also when its column is absent', () => {
    expect(findings(check(header, ['A', '9876543210', '', '', '', ' '], PROCESS))).toEqual([
      'value_missing Plan',
    ]);
    expect(findings(check(['Name', 'Phone'], ['A', '9876543210'], PROCESS))).toEqual(['value_missing Plan']);
  });
});

describe('metadata', () => {
  test('keeps unknown columns under their header and drops blank cells', () => {
    expect(
      check(['Name', 'Phone', 'Remark', 'Tag', ''], ['A', '9876543210', 'call\r\nlater ', ' ', 'x']),
    ).toMatchObject({
      lead: { metadata: { Remark: 'call\nlater', 'column 5': 'x' } },
    });
  });

  test('keeps cells beyond the header and says so; blank ones are nothing', () => {
    const result = check(['Name', 'Phone'], ['A', '9876543210', '', 'MH']);
    expect(result).toMatchObject({
      lead: { metadata: { 'column 4': 'MH' } },
      warnings: [{ code: 'extra_cells', params: { count: 1 } }],
    });
    expect(check(['Name', 'Phone'], ['A', '9876543210', ' ', ''])).toMatchObject({
      outcome: 'accepted',
      warnings: [],
    });
  });

  test('names of object properties neither change prototypes nor get lost', () => {
    const result = check(['Name', 'Phone', '__proto__', 'constructor'], ['A', '9876543210', 'evil', 'x']);
    if (result.outcome !== 'accepted') throw new Error('not accepted');
    expect(JSON.stringify(result.lead.metadata)).toBe('{"__proto__":"evil","constructor":"x"}');
    expect(Object.getPrototypeOf(result.lead.metadata)).toBe(Object.prototype);
  });

  test('a value or a whole beyond the limits fails the row', () => {
    expect(findings(check(['Name', 'Phone', 'Note'], ['A', '9876543210', 'x'.repeat(4_001)]))).toEqual([
      'value_too_long Note',
    ]);
    const many = Array.from({ length: 20 }, (_, i) => `c${i}`);
    const cells = many.map(() => 'x'.repeat(3_900));
    expect(findings(check(['Name', 'Phone', ...many], ['A', '9876543210', ...cells]))).toEqual([
      'value_too_long',
    ]);
  });

  test('a further phone that is none is kept as it is written', () => {
    expect(check(['Name', 'Phone', 'Phone 2'], ['A', '9876543210', '022-23456789'])).toMatchObject({
      lead: { metadata: { 'phone 2': '022-23456789' } },
    });
  });
});

test('what the decoder found fails the row', () => {
  const { map } = mapColumns(['Name', 'Phone'], NO_VARIABLES);
  const row = mapRow({ line: 2, row: 2, cells: ['A', '9876543210'], problem: 'cell_too_long' }, map);
  expect(validateRow(row, NO_VARIABLES)).toEqual({
    outcome: 'failed',
    reasons: [{ code: 'cell_too_long', column: '' }],
  });
});

test('a lead from a program is validated alike', () => {
  const lead = {
    name: 'A',
    phone: '9876543210',
    metadata: { plan: 'silver', loanAmount: 1000, vip: true, none: null },
  };
  expect(validateRow(mapProgramLead(lead, PROCESS), PROCESS)).toMatchObject({
    lead: { phone: '+919876543210', metadata: { plan: 'Silver', loanAmount: '1000', vip: 'true' } },
  });
  expect(findings(validateRow(mapProgramLead({ phone: '12' }, NO_VARIABLES), NO_VARIABLES))).toEqual([
    'name_missing name',
    'too_short phone',
  ]);
});

test('any cells give a lead Postgres can store, or reasons from the closed set', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('9876543210', 'a@b.in', '\u0000', '\ud800', '\udc00x', 'A'),
  );
  const header = ['Name', 'Phone', 'Email', 'Lead ID', 'City', 'Phone 2', '__proto__', 'Note'];
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 10 }), (cells) => {
      const result = check(['A', ...header].slice(1), ['A', '9876543210', ...cells], TESTING_PROCESS);
      for (const text of findings(result)) expect(ROW_REASONS).toContain(text.split(' ')[0]);
      if (result.outcome === 'failed') {
        expect(result.reasons.length).toBeGreaterThan(0);
        return;
      }
      const json = JSON.stringify(result.lead);
      expect(json).not.toMatch(/\\u0000|\\ud[89a-f]/i);
      expect(json.isWellFormed()).toBe(true);
      expect(identityOf(result.lead)).toMatch(/^(ref|tel|mail):./);
    }),
    { numRuns: 2_000 },
  );
});

describe('identity', () => {
  test.each([
    [{ referenceId: 'L1', phone: '+919876543210', email: 'a@b.in' }, 'ref:L1'],
    [{ phone: '+919876543210', email: 'a@b.in' }, 'tel:+919876543210'],
    [{ email: 'a@b.in' }, 'mail:a@b.in'],
  ])('%j is %s', (lead, identity) => expect(identityOf(lead)).toBe(identity));

  test('of nothing is an error of ours', () => expect(() => identityOf({})).toThrow('has no identity'));
});
