import { isCode, isGenerated, type SourceFile } from '../repository.ts';
import { perFile, type Rule } from '../rule.ts';
import { type BannedWord, bannedWords, wordsOf } from '../vocabulary.ts';

/** They speak Razorpay's language, not ours. */
const FOREIGN = /^(?:apps\/razorpay-sandbox|packages\/razorpay)\//;
/** Where literals are words on the screen, in a mail or on a PDF. */
const CATALOGUE = /^packages\/messages\/src\/.*\.ts$/;
/** Attributes whose value a person reads or hears. */
const READ_ALOUD = /^(?:aria-label|title|placeholder|label|alt)$/;

interface Word {
  readonly text: string;
  readonly start: number;
}

const speaksOurs = (file: SourceFile): boolean => isCode(file) && !FOREIGN.test(file.path);

/** Identifiers, keys and file names use the words of the glossary. */
export const nameWords: Rule = perFile('name-word', speaksOurs, function* (file) {
  const inPath = banned(wordsOf(file.path), 'names');
  if (inPath) yield { message: say(inPath, file.path) };
  const syntax = file.syntax();
  const names: Word[] = [];
  syntax?.visit({
    Identifier: ({ name, start }) => void names.push({ text: name, start }),
    JSXIdentifier: ({ name, start }) => void names.push({ text: name, start }),
  });
  for (const { text, start } of names) {
    const word = banned(wordsOf(text), 'names');
    if (word) yield { line: syntax?.lineAt(start) ?? 0, message: say(word, text) };
  }
});

/** Screens, mails and PDFs use them too. */
export const screenWords: Rule = perFile('screen-word', speaksOurs, function* (file) {
  const syntax = file.syntax();
  const read: Word[] = [];
  syntax?.visit({
    JSXText: ({ value, start }) => void read.push({ text: value, start }),
    JSXAttribute({ name, value, start }) {
      if (name.type !== 'JSXIdentifier' || value?.type !== 'Literal') return;
      if (READ_ALOUD.test(name.name)) read.push({ text: String(value.value), start });
    },
    Literal({ value, start }) {
      if (CATALOGUE.test(file.path) && typeof value === 'string') read.push({ text: value, start });
    },
    TemplateElement({ value, start }) {
      if (CATALOGUE.test(file.path)) read.push({ text: value.raw, start });
    },
  });
  for (const { text, start } of read) {
    const word = banned(text.toLowerCase(), 'screen');
    if (word) yield { line: syntax?.lineAt(start) ?? 0, message: say(word, text.trim()) };
  }
});

/** Tables and columns too; comments and literals of SQL are prose. */
export const sqlWords: Rule = perFile(
  'sql-word',
  ({ path }) => path.endsWith('.sql') && !/(?:^|\/)fixtures\//.test(path),
  function* (file) {
    for (const [index, line] of file.lines.entries()) {
      const bare = line.replace(/--.*$/, '').replace(/'[^']*'/g, '');
      const word = banned(wordsOf(bare), 'names');
      if (word) yield { line: index + 1, message: say(word, bare.trim()) };
    }
  },
);

/** Words that stand in a message catalogue kept as JSON. */
export const catalogueWords: Rule = perFile(
  'catalogue-word',
  (file) =>
    /^packages\/messages\/.*\.json$/.test(file.path) &&
    !/package\.json$/.test(file.path) &&
    !isGenerated(file),
  function* (file) {
    for (const [index, line] of file.lines.entries()) {
      const word = banned(line.toLowerCase(), 'screen');
      if (word) yield { line: index + 1, message: say(word, line.trim()) };
    }
  },
);

const banned = (words: string, place: 'names' | 'screen'): BannedWord | undefined =>
  bannedWords.find((word) => (word.in === place || word.in === 'both') && word.banned.test(words));

const say = (word: BannedWord, found: string): string => `"${found}": say ${word.say}`;
