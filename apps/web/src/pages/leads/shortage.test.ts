import { describe, expect, it } from 'vitest';
import { readShortage } from './shortage.ts';

const held = { fileName: 'march.csv', by: 'Priya', credits: 38_200 };

describe('readShortage', () => {
  it('reads the three integers and who holds credits', () => {
    expect(readShortage({ available: 0, required: 4, shortage: 4, held: [held], importId: 'imp_1' })).toEqual(
      {
        available: 0,
        required: 4,
        shortage: 4,
        held: [held],
      },
    );
  });

  it('needs all three', () => {
    expect(readShortage({ available: 0, required: 4 })).toBeNull();
    expect(readShortage({ available: 0, required: '4', shortage: 4 })).toBeNull();
    expect(readShortage({ available: -1, required: 4, shortage: 5 })).toBeNull();
  });

  it('leaves out what is no holder', () => {
    const odd = [null, 'x', { fileName: 'a.csv' }, { ...held, credits: 0 }, { ...held, credits: 1.5 }, held];
    expect(readShortage({ available: 0, required: 4, shortage: 4, held: odd })?.held).toEqual([held]);
    expect(readShortage({ available: 0, required: 4, shortage: 4 })?.held).toEqual([]);
  });
});
