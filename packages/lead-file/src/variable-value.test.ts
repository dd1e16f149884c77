import { describe, expect, test } from 'vitest';
import type { VariableType } from './process.ts';
import { readVariable } from './variable-value.ts';

function read(type: VariableType, raw: string): unknown {
  const result = readVariable(raw, { name: 'v', type, required: false, options: ['Gold', 'Silver Plus'] });
  return result.ok ? result.value : `! ${result.code}`;
}

test.each<[VariableType, string, unknown]>([
  ['text', ' Pune ', 'Pune'],
  ['text', '12, MG Road\r\nPune', '12, MG Road\nPune'],
  ['text', '', undefined],
  ['text', '\u200b', undefined],
  ['text', '#Blessed', '#Blessed'],
  ['text', '#N/A', '! spreadsheet_error'],
  ['text', 'x'.repeat(2_001), '! value_too_long'],
  ['number', '12', 12],
  ['number', '-1.5', -1.5],
  ['number', '12,34,567', 1234567],
  ['number', '1,234,567.25', 1234567.25],
  ['number', '१२३', 123],
  ['number', '12,50', '! invalid_number'],
  ['number', '1.2E+05', '! invalid_number'],
  ['number', '9999999999999999', '! invalid_number'],
  ['number', '0x10', '! invalid_number'],
  ['number', 'twelve', '! invalid_number'],
  ['amount', '5000', '5000'],
  ['amount', '5000.5', '5000.50'],
  ['amount', '5000.00', '5000'],
  ['amount', '0.50', '0.50'],
  ['amount', '007', '7'],
  ['amount', '₹ 1,25,000.50', '125000.50'],
  ['amount', 'Rs. 500/-', '500'],
  ['amount', 'INR 500', '500'],
  ['amount', '-500', '-500'],
  ['amount', '5000.555', '! invalid_amount'],
  ['amount', '$500', '! invalid_amount'],
  ['amount', '', undefined],
  ['date', '31/03/2026', '2026-03-31'],
  ['date', '5-4-2026', '2026-04-05'],
  ['date', '05.04.2026', '2026-04-05'],
  ['date', '2026-04-05', '2026-04-05'],
  ['date', '05/04/2026 00:00:00', '2026-04-05'],
  ['date', '2026-04-05T10:00:00Z', '2026-04-05'],
  ['date', '05-Apr-2026', '2026-04-05'],
  ['date', '5-Apr-26', '2026-04-05'],
  ['date', '1st January 1985', '1985-01-01'],
  ['date', '१५/०४/२०२६', '2026-04-15'],
  ['date', '29/02/2024', '2024-02-29'],
  ['date', '29/02/2026', '! invalid_date'],
  ['date', '29/02/1900', '! invalid_date'],
  ['date', '04/15/2026', '! invalid_date'],
  ['date', '05/04/26', '! invalid_date'],
  ['date', '31/04/2026', '! invalid_date'],
  ['date', '0/1/2026', '! invalid_date'],
  ['date', '45678', '! invalid_date'],
  ['date', 'tomorrow', '! invalid_date'],
  ['enum', 'gold', 'Gold'],
  ['enum', ' SILVER  plus ', 'Silver Plus'],
  ['enum', 'Bronze', '! invalid_option'],
])('%s %j is %j', (type, raw, expected) => expect(read(type, raw)).toBe(expected));

describe('an enum without options', () => {
  test('takes nothing', () => {
    expect(readVariable('x', { name: 'v', type: 'enum', required: true })).toMatchObject({
      ok: false,
      code: 'invalid_option',
    });
  });
});
