import { nationalDigits } from './phone-number.ts';
import { CONJUNCTIONS, LABELS, wordsOf } from './phone-words.ts';

/** Digits that belong together, in the groups they were written in. */
type Part = { hasPlus: boolean; groups: string[]; gaps: string[]; boundary: Boundary };

/** What separates a part from the one before: `number` says that two numbers are meant, `line` may be a wrapped cell, `word` is anything else. */
type Boundary = 'start' | 'number' | 'line' | 'plus' | 'word';

export type ReadNumber =
  | { digits: string; hasPlus: boolean }
  | { reason: 'multiple_numbers' | 'not_a_number' };

const SOFT_GAP = /^[ .,()[\]{}_~'-]*$/;
const COUNTRY_OR_TRUNK_ONLY = /^0*(?:91)?0*$/;

/** The one number of a text that begins with a digit or "+" and ends with a digit; digits of two numbers are never joined. */
export function readNumbers(text: string): ReadNumber {
  const parts: Part[] = [];
  for (const match of text.matchAll(/(\D*)(\d+)/g)) {
    const [, gap = '', group = ''] = match;
    const boundary = parts.length === 0 ? 'start' : boundaryOf(gap);
    if (boundary === 'touching') return { reason: 'not_a_number' };
    const last = parts.at(-1);
    if (boundary === 'none' && last !== undefined) {
      last.groups.push(group);
      last.gaps.push(gap);
    } else if (boundary !== 'none') {
      parts.push({ hasPlus: gap.includes('+'), groups: [group], gaps: [], boundary });
    }
  }
  return choose(withoutPrefixes(parts), parts);
}

/** Where "91" stood apart ("91+98765…"), the plus belongs to it and the rest is a national number. */
function withoutPrefixes(parts: readonly Part[]): Part[] {
  const numbers: Part[] = [];
  let isAfterCountry = false;
  for (const part of parts) {
    if (isPrefixOnly(part)) isAfterCountry = part.groups.join('').includes('91');
    else numbers.push(isAfterCountry ? { ...part, hasPlus: false } : part);
  }
  return numbers;
}

function boundaryOf(gap: string): Boundary | 'none' | 'touching' {
  if (SOFT_GAP.test(gap)) return 'none';
  if (/^[\p{L}\p{M}]+$/u.test(gap)) return 'touching';
  const words = wordsOf(gap);
  if (words.some((word) => CONJUNCTIONS.has(word))) return 'number';
  if (words.some((word) => !LABELS.has(word))) return 'word';
  if (/[/;|&\\]/.test(gap) || words.length > 0) return 'number';
  if (gap.includes('\n')) return 'line';
  return gap.includes('+') ? 'plus' : 'word';
}

/** "+91 / 98765…", "0 - …", "98765… / 0": a country code or zeros on their own are no number. */
function isPrefixOnly(part: Part): boolean {
  const digits = part.groups.join('');
  return digits.length <= 5 && COUNTRY_OR_TRUNK_ONLY.test(digits);
}

function choose(numbers: readonly Part[], all: readonly Part[]): ReadNumber {
  const [first] = numbers;
  if (first === undefined)
    return { digits: all.map((part) => part.groups.join('')).join(''), hasPlus: false };
  if (numbers.length === 1) return areTwo(first) ? { reason: 'multiple_numbers' } : join([first]);
  const rest = numbers.slice(1);
  const lengths = numbers.map((part) => part.groups.join('').length);
  const isWrapped = rest.every((part) => part.boundary === 'line') && lengths.every((length) => length < 7);
  if (isWrapped) return join(numbers);
  const isSaidTwice = rest.some((part) => part.boundary !== 'word') && lengths.some((length) => length >= 10);
  const areLong = lengths.filter((length) => length >= 7).length > 1;
  return { reason: isSaidTwice || areLong ? 'multiple_numbers' : 'not_a_number' };
}

function join(parts: readonly Part[]): ReadNumber {
  return { digits: parts.flatMap((part) => part.groups).join(''), hasPlus: parts[0]?.hasPlus ?? false };
}

/** Two numbers with only a blank, a dash or a comma between: some gap has ten national digits on one side and a number's worth on the other. */
function areTwo(part: Part): boolean {
  const total = nationalDigits(part.groups.join('')).length;
  if (total <= 10) return false;
  return part.gaps.some((gap, index) => {
    const left = nationalDigits(part.groups.slice(0, index + 1).join('')).length;
    const right = nationalDigits(part.groups.slice(index + 1).join('')).length;
    const hasComma = gap.includes(',');
    return (
      (left === 10 && (right >= 8 || (hasComma && right > 0))) || (right === 10 && left >= (hasComma ? 6 : 8))
    );
  });
}
