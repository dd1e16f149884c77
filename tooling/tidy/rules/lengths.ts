import { isCode, isGenerated, isTest, type SourceFile } from '../repository.ts';
import { perFile, type Rule } from '../rule.ts';
import type { FunctionSpan, Span, Syntax } from '../syntax.ts';

const FILE_LINES = 300;
const TEST_FILE_LINES = 500;
const FUNCTION_LINES = 70;
const COMPONENT_LINES = 150;
const README_LINES = 120;

const isMeasured = (file: SourceFile): boolean =>
  /\.(tsx?|[cm]?js|css|sql|sh)$/.test(file.path) && !isGenerated(file);

/** A file fits the head of its reader. */
export const fileLength: Rule = perFile('file-length', isMeasured, function* (file) {
  const most = isTest(file) ? TEST_FILE_LINES : FILE_LINES;
  const count = file.lines.length - (file.lines.at(-1) === '' ? 1 : 0);
  if (count > most) yield { message: `${count} lines, at most ${most}` };
});

/**
 * A function fits a screen; blank lines and comments are not counted (biome's own rule counts comments, which
 * would set a price on explaining). Tests are tables and stories and have no limit.
 */
export const functionLength: Rule = perFile(
  'function-length',
  (file) => isCode(file) && !isTest(file),
  function* (file) {
    const syntax = file.syntax();
    if (!syntax) return;
    const empty = linesWithoutCode(file, syntax);
    for (const span of syntax.functions) {
      const most = isComponent(file, span) ? COMPONENT_LINES : FUNCTION_LINES;
      const count = codeLines(syntax, span, empty);
      if (count > most) {
        const name = span.name || 'a callback';
        yield { line: syntax.lineAt(span.start), message: `${name} has ${count} lines, at most ${most}` };
      }
    }
  },
);

/** A README of a package or a capability says what it owns; the rest belongs into docs. */
export const readmeLength: Rule = perFile(
  'readme-length',
  ({ path }) => /^(packages|apps)\/.+\/README\.md$/.test(path),
  function* ({ lines }) {
    if (lines.length - 1 > README_LINES)
      yield { message: `${lines.length - 1} lines, at most ${README_LINES}` };
  },
);

const isComponent = ({ path }: SourceFile, { name }: FunctionSpan): boolean =>
  path.endsWith('.tsx') && /^[A-Z]/.test(name);

function codeLines(syntax: Syntax, { start, end }: Span, empty: ReadonlySet<number>): number {
  let count = 0;
  for (let line = syntax.lineAt(start); line <= syntax.lineAt(end - 1); line++) {
    if (!empty.has(line)) count++;
  }
  return count;
}

function linesWithoutCode({ text, lines }: SourceFile, syntax: Syntax): ReadonlySet<number> {
  let code = text;
  for (const { start, end } of syntax.comments) {
    code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end);
  }
  const bare = code.split('\n');
  return new Set(lines.map((_, index) => index + 1).filter((line) => bare[line - 1]?.trim() === ''));
}
