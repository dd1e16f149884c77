import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parse, type Syntax } from './syntax.ts';

/** One text file of the repository. */
export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
  /** The parsed code of a `.ts` or `.tsx` file, parsed once and only when a rule asks; none for other files. */
  readonly syntax: () => Syntax | undefined;
}

export interface Repository {
  readonly files: readonly SourceFile[];
  /** Whether a file or a folder stands at this path from the root. */
  readonly has: (path: string) => boolean;
}

/** Binary or generated: nobody reads them line by line. */
const UNREAD_EXTENSIONS = new Set(
  '.png .jpg .jpeg .gif .ico .woff .woff2 .ttf .otf .pdf .xlsx .xls .zip .gz .br .tgz'.split(' '),
);
const GENERATED = /^pnpm-lock\.yaml$|^packages\/db\/(?:drizzle\/|schema\.sql$)|(?:^|\/)fixtures\//;

/** What git tracks or would track below `root`, files that were just deleted left out. */
export function readRepository(root: string): Repository {
  const list = (...args: string[]): string[] =>
    execFileSync('git', ['ls-files', '-z', ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
      .split('\0')
      .filter(Boolean);
  const deleted = new Set(list('--deleted'));
  const paths = [...new Set(list('--cached', '--others', '--exclude-standard'))].filter(
    (path) => !deleted.has(path),
  );
  const files = paths
    .filter((path) => !UNREAD_EXTENSIONS.has(extname(path)))
    .map((path) => sourceFile(path, readFileSync(join(root, path), 'utf8')));
  return repositoryOf(files, paths);
}

/** A repository from files in memory. */
export function repositoryOf(
  files: readonly SourceFile[],
  paths: readonly string[] = files.map(({ path }) => path),
): Repository {
  const known = new Set(paths);
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      known.add(path.slice(0, end));
    }
  }
  return { files, has: (path) => known.has(path.replace(/\/$/, '')) };
}

export function sourceFile(path: string, text: string): SourceFile {
  let syntax: Syntax | undefined;
  return {
    path,
    text,
    lines: text.split('\n'),
    syntax: () => {
      if (/\.tsx?$/.test(path)) syntax ??= parse(path, text);
      return syntax;
    },
  };
}

export const isGenerated = ({ path }: SourceFile): boolean => GENERATED.test(path);

/** Tests, and what only tests and benchmarks use. */
export const isTest = ({ path }: SourceFile): boolean =>
  /\.(test|e2e|bench)\.tsx?$|(^|\/)(testing|test)\/|^(e2e|bench)\//.test(path);

/** Hand-written TypeScript. */
export const isCode = (file: SourceFile): boolean => /\.tsx?$/.test(file.path) && !isGenerated(file);
