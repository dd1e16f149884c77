import { describe, expect, it } from 'vitest';
import vectors from './fixtures/states.json' with { type: 'json' };
import { currentStateCode, pincodeFitsState, STATES, stateByCode } from './states.ts';

describe('STATES', () => {
  it('holds exactly the States of the vectors', () => {
    const expected = vectors.states
      .map(({ code, name, alpha, state_tax }) => [code, name, alpha, state_tax])
      .sort();
    expect(STATES.map(({ code, name, alpha, stateTax }) => [code, name, alpha, stateTax]).sort()).toEqual(
      expected,
    );
  });

  it('has the pincode ranges of the vectors, and its own for Telangana and Ladakh', () => {
    for (const { code, pin3 } of vectors.states) {
      if (pin3 !== null) expect(stateByCode(code)?.pinPrefixes).toEqual(pin3);
    }
    expect(stateByCode('36')?.pinPrefixes).toEqual([[500, 509]]);
    expect(stateByCode('38')?.pinPrefixes).toEqual([[194, 194]]);
  });

  it('is sorted by name for a select', () => {
    const names = STATES.map((state) => state.name);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
  });

  it('levies UTGST in the Union territories without a legislature alone', () => {
    const codes = STATES.filter((state) => state.stateTax === 'UTGST').map((state) => state.code);
    expect(codes.sort()).toEqual(['04', '26', '31', '35', '38', '97']);
  });
});

describe('stateByCode', () => {
  it('finds a State by its code', () => {
    expect(stateByCode('29')?.name).toBe('Karnataka');
  });

  it.each(['25', '28', '96', '99', '00', '1', '', '029', 'KA'])('does not offer %j', (code) => {
    expect(stateByCode(code)).toBeUndefined();
  });
});

describe('currentStateCode', () => {
  it.each(Object.entries(vectors.legacy))('moves the retired code %s to %s', (retired, current) => {
    expect(currentStateCode(retired)).toBe(current);
    expect(stateByCode(current)).toBeDefined();
  });

  it('leaves every other code alone', () => {
    for (const { code } of STATES) expect(currentStateCode(code)).toBe(code);
  });
});

describe('pincodeFitsState', () => {
  it.each([
    ['560001', '29', true],
    ['400001', '27', true],
    ['400001', '29', false],
    ['110001', '07', true],
    ['500032', '36', true],
    ['500032', '37', true],
    ['533001', '36', false],
    ['194101', '38', true],
    ['194101', '01', true],
    ['160017', '04', true],
    ['160017', '03', true],
    ['396210', '26', true],
    ['999999', '97', true],
    ['560001', '00', true],
    ['not six digits', '29', true],
  ])('says of pincode %s in %s: %s', (pincode, code, fits) => {
    expect(pincodeFitsState(pincode, code)).toBe(fits);
  });
});
