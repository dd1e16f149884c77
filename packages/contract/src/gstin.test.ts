import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from './fixtures/gstin.json' with { type: 'json' };
import { gstinCheckDigit, isBuyerKind, parseGstin } from './gstin.ts';

/** The vectors' words for why a number is refused, in ours. */
const REASONS: Readonly<Record<string, string>> = {
  empty: 'length',
  length: 'length',
  checksum: 'check_digit',
  state_code: 'state',
  format: 'characters',
};

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const validNumber = fc.constantFrom(...vectors.valid.map((vector) => vector.gstin));

function withCheckDigit(first14: string): string {
  return first14 + gstinCheckDigit(first14);
}

describe('parseGstin', () => {
  it.each(vectors.valid)('accepts $gstin as $kind', ({ gstin, kind, state_code, pan }) => {
    const parsed = parseGstin(gstin);
    expect(parsed).toEqual({ ok: true, gstin, kind, stateCode: state_code, ...(pan ? { pan } : {}) });
  });

  it.each(vectors.invalid)('refuses "$value" for its $reason', ({ value, reason }) => {
    expect(parseGstin(value)).toEqual({ ok: false, reason: REASONS[reason] });
  });

  it.each(vectors.normalise)('reads "$raw" as $normalised', ({ raw, normalised }) => {
    expect(parseGstin(raw)).toMatchObject({ ok: true, gstin: normalised });
  });

  it.each([
    '\u200b29AAACI4798L1ZU',
    '29 AAACI 4798L 1ZU',
    '29–AAACI4798L–1ZU',
    '\u202a29AAACI4798L1ZU\u202c',
  ])('ignores what was pasted around and between the characters of %j', (raw) => {
    expect(parseGstin(raw)).toMatchObject({ ok: true, gstin: '29AAACI4798L1ZU' });
  });

  it.each(vectors.policy)('accepts $gstin and warns that its 14th character is unusual', ({ gstin }) => {
    expect(parseGstin(gstin)).toMatchObject({ ok: true, kind: 'regular', warning: 'unusual_14th_character' });
  });

  it('knows the rarer kinds by their own patterns', () => {
    const kinds = {
      '2917USA00021NR': 'non_resident',
      '9917SGP29003OS': 'oidar',
      '07DELA00126E1Z': 'government',
    };
    for (const [first14, kind] of Object.entries(kinds)) {
      const number = withCheckDigit(first14);
      expect(parseGstin(number)).toEqual({ ok: true, gstin: number, kind, stateCode: number.slice(0, 2) });
    }
  });

  it('refuses a government id whose check digit is a letter', () => {
    expect(parseGstin('07DELA00123E1ZC')).toEqual({ ok: false, reason: 'format' });
  });

  it('refuses a right check digit on a pattern that nobody is given', () => {
    expect(parseGstin(withCheckDigit('29AAACI4798L0Z'))).toEqual({ ok: false, reason: 'format' });
    expect(parseGstin(withCheckDigit('29AAAC14798L1Z'))).toEqual({ ok: false, reason: 'format' });
    expect(parseGstin(withCheckDigit('29AAACI4798L1O'))).toEqual({ ok: false, reason: 'format' });
  });

  it.each(['00', '25', '28', '39', '40', '88', '96', '97', '98', '99'])('judges State code %s', (code) => {
    const parsed = parseGstin(withCheckDigit(`${code}AAACZ9999Z1Z`));
    expect(parsed.ok).toBe(['25', '28', '97'].includes(code));
    if (!parsed.ok) expect(parsed.reason).toBe('state');
  });

  it('refuses letters that upper-casing would turn into ASCII ones', () => {
    expect(parseGstin('29AAACı4798L1ZU')).toEqual({ ok: false, reason: 'characters' });
    expect(parseGstin('29AAAC\u00ce4798L1ZU')).toEqual({ ok: false, reason: 'characters' });
    expect(parseGstin('29AAAC.4798L1ZU')).toEqual({ ok: false, reason: 'characters' });
  });

  it('finds every single wrong character', () => {
    const slip = fc.tuple(validNumber, fc.nat({ max: 14 }), fc.constantFrom(...ALPHABET));
    fc.assert(
      fc.property(slip, ([number, at, character]) => {
        fc.pre(number[at] !== character);
        expect(parseGstin(number.slice(0, at) + character + number.slice(at + 1)).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds every swap of neighbours but that of 0 and Z', () => {
    for (const { gstin } of vectors.valid) {
      for (let at = 0; at < 14; at += 1) {
        const pair = gstin.slice(at, at + 2);
        if (pair[0] === pair[1] || [...pair].sort().join('') === '0Z') continue;
        expect(parseGstin(`${gstin.slice(0, at)}${pair[1]}${pair[0]}${gstin.slice(at + 2)}`).ok).toBe(false);
      }
    }
  });

  it('never throws and reads its own answer again unchanged', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), validNumber), (raw) => {
        const parsed = parseGstin(raw);
        if (parsed.ok) expect(parseGstin(parsed.gstin)).toEqual(parsed);
      }),
    );
  });
});

describe('gstinCheckDigit', () => {
  it.each(vectors.worked)('gives $check for $gstin as worked by hand', ({ gstin, check }) => {
    expect(gstinCheckDigit(gstin.slice(0, 14))).toBe(check);
  });

  it.each(['', '27AAPFU0939F1', '27aapfu0939f1z', '27AAPFU0939F1ZV'])('throws for %j', (first14) => {
    expect(() => gstinCheckDigit(first14)).toThrow(RangeError);
  });
});

describe('isBuyerKind', () => {
  it('lets UN bodies and deductors buy, and neither non-residents nor OIDAR sellers', () => {
    expect((['regular', 'tcs', 'tds', 'uin', 'government'] as const).every(isBuyerKind)).toBe(true);
    expect((['non_resident', 'oidar'] as const).some(isBuyerKind)).toBe(false);
  });
});
