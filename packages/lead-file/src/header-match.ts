import { asciiDigits, cleanText } from './clean-text.ts';
import { type Concept, HEADER_WORDS, OWNER_WORDS } from './header-words.ts';

/** What a header says. `rank` 0 names the thing itself, 1 names it with an owner or number, 2 only suggests it. */
export type HeaderMatch = { concept: Concept; rank: 0 | 1 | 2 };

/**
 * A header as words without case, punctuation, bracketed text or accents of spelling: "Mobile No.* (10 digits)" →
 * "mobile no", "loanAmount" → "loan amount", "E-Mail_ID" → "e mail id". Nukta is dropped, so फ़ोन equals फोन.
 */
function headerWords(header: string): string {
  const text = asciiDigits(cleanText(header).normalize('NFKC')).slice(0, 300);
  const outside = text.replace(/\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|<[^<>]*>/g, ' ');
  return words(outside) || words(text);
}

function words(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/\u093C|\u09BC|\u0A3C|\u200C|\u200D|['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** The same without blanks: "phone no", "phoneNo" and "PhoneNo" are one key. Empty only when there is no letter and no digit. */
export function headerKey(header: string): string {
  return headerWords(header).replaceAll(' ', '');
}

const CONCEPTS: ReadonlyMap<string, HeaderMatch> = conceptsByKey();
const OWNERS: readonly string[] = OWNER_WORDS.split(',').map((owner) => `${words(owner)} `);

function conceptsByKey(): Map<string, HeaderMatch> {
  const byKey = new Map<string, HeaderMatch>();
  for (const { concept, strong, weak = '' } of HEADER_WORDS) {
    for (const [list, rank] of [
      [strong, 0],
      [weak, 2],
    ] as const) {
      for (const phrase of list.split(',')) {
        const key = words(phrase.normalize('NFKC')).replaceAll(' ', '');
        if (key !== '' && !byKey.has(key)) byKey.set(key, { concept, rank });
      }
    }
  }
  return byKey;
}

/** What a header means, or undefined when it is nothing we know. */
export function matchHeader(header: string): HeaderMatch | undefined {
  const text = headerWords(header);
  return matchWords(text) ?? matchCounted(text);
}

function matchWords(text: string): HeaderMatch | undefined {
  const exact = CONCEPTS.get(text.replaceAll(' ', ''));
  if (exact !== undefined) return exact;
  for (const owner of OWNERS) {
    const match = text.startsWith(owner) ? matchWords(text.slice(owner.length)) : undefined;
    if (match !== undefined) return match.rank === 2 ? match : { concept: match.concept, rank: 1 };
  }
  return undefined;
}

/** "Phone 1", "Mobile No 2", "Email1": the first is the field, a further phone is another phone, a further anything else is not the field. */
function matchCounted(text: string): HeaderMatch | undefined {
  const match = /^(.*\D) ?(\d)$/.exec(text);
  if (match === null) return undefined;
  const [, base = '', digit = ''] = match;
  const found = matchWords(base.trim());
  if (found === undefined) return undefined;
  if (digit === '1' || digit === '0') return { concept: found.concept, rank: found.rank === 2 ? 2 : 1 };
  return found.concept === 'phone' || found.concept === 'altPhone'
    ? { concept: 'altPhone', rank: 1 }
    : undefined;
}
