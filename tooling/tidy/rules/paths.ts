import { dirname, join, normalize } from 'node:path/posix';
import { isGenerated, type Repository, type SourceFile } from '../repository.ts';
import { matchingLines, perFile, type Rule } from '../rule.ts';

/** Put together here so that this file does not catch itself. */
const MACHINE_PATH = new RegExp(`(?:^|[^\\w.:/-])/(?:${['work', 'root', 'home', 'Users'].join('|')})/[\\w.]`);

/** Nothing in the repository names the machine it was written on. */
export const machinePaths: Rule = perFile(
  'machine-path',
  (file) => !isGenerated(file),
  (file) => matchingLines(file, MACHINE_PATH, (match) => `a path of one machine: ${match}`),
);

const PLACES = 'apps|packages|docs|tooling|bench|e2e|examples|\\.ci';
const NAMED_PATH = new RegExp(`(?<![\\w/.@-])(?:${PLACES})/[\\w./@-]*[\\w/]`, 'g');
const LINK = /\]\(([^)\s#]+)(?:#[^)\s]*)?\)/g;

/** Docs that name a file that has moved send their reader astray; the docs named in comments count too. */
export const docPaths: Rule = perFile(
  'doc-path',
  (file) => !isGenerated(file) && /\.(md|tsx?|sql)$/.test(file.path),
  function* (file, repository) {
    const named = file.path.endsWith('.md') ? pathsInProse : docsInComments;
    for (const { path, line } of named(file)) {
      if (!leadsSomewhere(repository, file, path)) yield { line, message: `${path} does not exist` };
    }
  },
);

interface NamedPath {
  readonly path: string;
  readonly line: number;
}

/** Links, and code in backticks that starts at a folder of the root; patterns and examples in angle brackets not. */
function pathsInProse(file: SourceFile): readonly NamedPath[] {
  return file.lines.flatMap((text, index) => {
    const links = [...text.matchAll(LINK)].flatMap(([, target = '']) =>
      /^[a-z]+:/.test(target) ? [] : [normalize(join(dirname(file.path), target))],
    );
    const quoted = [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
    const paths = quoted
      .filter((code) => !/[*<>{}…$]/.test(code))
      .flatMap((code) => code.match(NAMED_PATH) ?? []);
    return [...links, ...paths].map((path) => ({ path, line: index + 1 }));
  });
}

function docsInComments(file: SourceFile): readonly NamedPath[] {
  const syntax = file.syntax();
  const comments = syntax
    ? syntax.comments.map(({ start, end }) => ({
        text: file.text.slice(start, end),
        line: syntax.lineAt(start),
      }))
    : file.lines.map((text, index) => ({ text: /--.*$/.exec(text)?.[0] ?? '', line: index + 1 }));
  return comments.flatMap(({ text, line }) =>
    (text.match(/(?<![\w/])docs\/[\w./-]+\.md\b/g) ?? []).map((path) => ({ path, line })),
  );
}

/** Build output and installed packages are named in docs but not tracked. */
const leadsSomewhere = ({ has }: Repository, file: SourceFile, path: string): boolean =>
  has(path) ||
  has(join(dirname(file.path), path)) ||
  /(?:^|\/)(?:dist|node_modules|test-results)(?:\/|$)/.test(path);
