import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countLeadRows } from './count-rows.ts';
import { mapColumns } from './map-columns.ts';
import { mapRow } from './map-row.ts';
import type { LeadProcess, VariableType } from './process.ts';
import { templateCsv } from './template-csv.ts';
import { openText, rowsOf, TESTING_PROCESS } from './testing/lead-files.ts';
import { validateRow } from './validate-row.ts';

async function uploadBack(process: LeadProcess): Promise<string[]> {
  const file = await openText(templateCsv(process), { process });
  const mapping = mapColumns(file.header, process);
  expect(mapping.ok).toBe(true);
  expect(mapping.map.columns.every((column) => column.use.kind !== 'metadata')).toBe(true);
  expect((await countLeadRows(file, mapping.map)).rows).toBe(2);
  const results = (await rowsOf(file)).map((row) => validateRow(mapRow(row, mapping.map), process));
  return results.map((result) =>
    result.outcome === 'accepted' ? `accepted ${result.warnings.length}` : JSON.stringify(result.reasons),
  );
}

test('names the columns of the process, marks its examples, and begins with the mark Excel needs', () => {
  expect(templateCsv(TESTING_PROCESS)).toBe(
    '\uFEFFName,Phone,Email,Reference ID,city,Loan Amount,Due Date\r\n' +
      'EXAMPLE - replace this row,9876543210,ramesh@example.com,EXAMPLE-1,Pune,25000.00,31/03/2027\r\n' +
      'EXAMPLE - replace or delete,,sita@example.com,EXAMPLE-2,,,\r\n',
  );
});

test('goes in without an error or a warning when it comes back unchanged', async () => {
  expect(await uploadBack(TESTING_PROCESS)).toEqual(['accepted 0', 'accepted 0']);
  expect(await uploadBack({ variables: [] })).toEqual(['accepted 0', 'accepted 0']);
});

test('so does the template of any process', async () => {
  const variable = fc.record({
    name: fc.stringMatching(/^v[a-z]{2,9}[0-9]{0,1}q$/),
    label: fc.option(fc.constantFrom('City', 'EMI, monthly', '=Plan', 'तिथि', ' '), { nil: undefined }),
    type: fc.constantFrom<VariableType>('text', 'number', 'amount', 'date', 'enum'),
    required: fc.boolean(),
    options: fc.constant(['Gold', 'Silver']),
  });
  const variables = fc.uniqueArray(variable, { maxLength: 6, selector: ({ name }) => name.toLowerCase() });
  await fc.assert(
    fc.asyncProperty(variables, async (list) => {
      expect(await uploadBack({ variables: list })).toEqual(['accepted 0', 'accepted 0']);
    }),
    { numRuns: 60 },
  );
});
