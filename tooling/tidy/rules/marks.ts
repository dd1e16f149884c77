import { isCode, isGenerated, isTest } from '../repository.ts';
import { matchingLines, perFile, type Rule } from '../rule.ts';

/** Put together here so that this file does not catch itself. */
const UNFINISHED = new RegExp(`\\b(?:TO${'DO'}|FIX${'ME'}|X${'XX'}|HA${'CK'})\\b|\\bcoming ${'soon'}\\b`);

/** Unfinished work is finished or in the tracker, never in the tree. */
export const unfinished: Rule = perFile(
  'unfinished',
  (file) => !isGenerated(file),
  (file) => matchingLines(file, UNFINISHED, (match) => `"${match}": finish it or file it`),
);

const SUITES = new Set(['it', 'test', 'describe', 'bench', 'suite']);
const SILENCED = new Set(['only', 'skip', 'todo', 'fixme', 'fails']);

/**
 * A test that does not run proves nothing, and one that runs alone hides the others. `runIf` and `skipIf` say on
 * which machines a test means something, and stay.
 */
export const silencedTests: Rule = perFile(
  'silenced-test',
  (file) => isCode(file) && isTest(file),
  (file) => {
    const syntax = file.syntax();
    const found: { line: number; message: string }[] = [];
    syntax?.visit({
      MemberExpression({ object, property, start }) {
        if (object.type !== 'Identifier' || property.type !== 'Identifier') return;
        if (!SUITES.has(object.name) || !SILENCED.has(property.name)) return;
        found.push({ line: syntax.lineAt(start), message: `${object.name}.${property.name}` });
      },
    });
    return found;
  },
);

/** A test file with no expectation passes whatever happens. */
export const testsExpect: Rule = perFile(
  'test-expects',
  ({ path }) => /\.(test|e2e)\.tsx?$/.test(path),
  function* ({ text }) {
    if (!/\bexpect\b|\bassert\b|\bexpectTypeOf\b/.test(text)) yield { message: 'no expectation in the file' };
  },
);

/** Own code and the database are never mocked; only the ports are faked, by passing another one in. */
export const noMocks: Rule = perFile(
  'no-mock',
  (file) => isCode(file) && isTest(file),
  (file) => {
    const syntax = file.syntax();
    const found: { line: number; message: string }[] = [];
    syntax?.visit({
      CallExpression({ start, end }) {
        const call = file.text.slice(start, end);
        if (OWN_CODE_MOCKED.test(call))
          found.push({ line: syntax.lineAt(start), message: 'mocks our own code' });
      },
    });
    return found;
  },
);

const OWN_CODE_MOCKED = /^vi\.(?:mock|doMock)\s*\(\s*(?:import\()?['"`](?:\.|@lead-credits\/)/;

/**
 * The checks are not talked out of it by a comment. A `biome-ignore` with its reason stays possible: biome demands
 * the reason and reports one that nothing needs.
 */
export const noSilencing: Rule = perFile('no-silencing', isCode, (file) =>
  matchingLines(
    file,
    new RegExp(`@ts-(?:ig${'nore'}|no${'check'})|depcruise-ig${'nore'}|eslint-dis${'able'}`),
    (match) => `"${match}" silences a check`,
  ),
);
