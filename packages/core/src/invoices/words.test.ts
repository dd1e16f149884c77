import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from './fixtures/amount-words.json' with { type: 'json' };
import { amountInWords } from './words.ts';

const UNITS = [
  'Zero',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
];
const TEENS = ['Twelve', 'Thirteen', 'Fourteen', 'Fifteen', 'Sixteen', 'Seventeen', 'Eighteen', 'Nineteen'];
const TENS = ['Twenty', 'Thirty', 'Forty', 'Fifty', 'Sixty', 'Seventy', 'Eighty', 'Ninety'];
const VALUES = new Map<string, bigint>([
  ...[...UNITS, ...TEENS].map((word, value): [string, bigint] => [word, BigInt(value)]),
  ...TENS.map((word, index): [string, bigint] => [word, BigInt(index * 10 + 20)]),
]);
const SCALES = new Map<string, bigint>([
  ['Hundred', 100n],
  ['Thousand', 1_000n],
  ['Lakh', 100_000n],
  ['Crore', 10_000_000n],
]);

/** Reads number words back by a rule that shares nothing with the writer: a scale multiplies all smaller parts before it. */
function readNumber(words: string): bigint {
  const stack: bigint[] = [];
  for (const word of words.split(' ')) {
    const scale = SCALES.get(word);
    if (scale === undefined) {
      stack.push(VALUES.get(word) ?? -1n);
      continue;
    }
    let group = 0n;
    while (stack.length > 0 && (stack.at(-1) ?? 0n) < scale) group += stack.pop() ?? 0n;
    stack.push(group * scale);
  }
  return stack.reduce((sum, part) => sum + part, 0n);
}

function readAmount(words: string): bigint {
  const [, rupees = '', paise = 'Zero'] = /^(.+) Rupees?(?: And (.+) Pais(?:a|e))? Only$/.exec(words) ?? [];
  return readNumber(rupees) * 100n + readNumber(paise);
}

describe('amountInWords', () => {
  it.each(vectors.cases)('writes $paise paise as "$words"', ({ paise, words }) => {
    expect(amountInWords(paise)).toBe(words);
  });

  it.each([
    [100_500, 'One Thousand Five Rupees Only'],
    [200, 'Two Rupees Only'],
    [101, 'One Rupee And One Paisa Only'],
    [2_001, 'Twenty Rupees And One Paisa Only'],
    [10_00_00_00_00_00_000, 'One Lakh Crore Rupees Only'],
    [10 ** 15, 'Ten Lakh Crore Rupees Only'],
    [
      10 ** 15 - 1,
      'Nine Lakh Ninety Nine Thousand Nine Hundred Ninety Nine Crore Ninety Nine Lakh Ninety Nine Thousand ' +
        'Nine Hundred Ninety Nine Rupees And Ninety Nine Paise Only',
    ],
  ])('repeats the crore and minds the singular: %d paise', (paise, words) => {
    expect(amountInWords(paise)).toBe(words);
  });

  it('can be read back to the paisa, whatever the amount', () => {
    const amounts = fc.oneof(fc.nat({ max: 100_000 }), fc.nat({ max: 10 ** 11 }), fc.nat({ max: 10 ** 15 }));
    fc.assert(
      fc.property(amounts, (paise) => {
        expect(readAmount(amountInWords(paise))).toBe(BigInt(paise));
      }),
      { numRuns: 3000 },
    );
  });

  it('has no double blanks and a capital at each word', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 ** 15 }), (paise) => {
        expect(amountInWords(paise)).toMatch(/^(?:[A-Z][a-z]+ )+Only$/);
      }),
    );
  });

  it.each([-1, 0.5, 5.000001, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %s', (paise) => {
    expect(() => amountInWords(paise)).toThrow(RangeError);
  });
});
