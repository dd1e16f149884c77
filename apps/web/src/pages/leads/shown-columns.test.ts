import { describe, expect, it } from 'vitest';
import { isAtFault, shownColumns } from './shown-columns.ts';

const row = (column: string) => ({
  row: 3,
  outcome: 'failed' as const,
  reasons: [{ code: 'too_short', column }],
  cells: null,
});

describe('shownColumns', () => {
  it('shows all columns while they fit', () => {
    expect(shownColumns(['name', 'phone'], [row('phone')])).toEqual([0, 1]);
    expect(shownColumns([], [])).toEqual([]);
  });

  it('keeps the columns at fault and fills up from the left, in the order of the file', () => {
    const header = ['a', 'b', 'c', 'd', 'phone', 'email'];
    expect(shownColumns(header, [row('phone'), row('email')], 3)).toEqual([0, 4, 5]);
  });

  it('is not misled by columns without a name', () => {
    expect(shownColumns(['', '', 'phone'], [row(''), row('phone')], 2)).toEqual([0, 2]);
  });
});

describe('isAtFault', () => {
  it('is about the column that a reason names', () => {
    expect(isAtFault(row('phone'), 'phone')).toBe(true);
    expect(isAtFault(row('phone'), 'name')).toBe(false);
    expect(isAtFault(row(''), '')).toBe(false);
  });
});
