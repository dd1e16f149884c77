import type { Repository, SourceFile } from './repository.ts';

export interface Finding {
  readonly path: string;
  /** From 1; left out where the finding is about the file as a whole. */
  readonly line?: number;
  readonly message: string;
}

export interface Rule {
  readonly name: string;
  readonly find: (repository: Repository) => readonly Finding[];
}

/** A rule that looks at one file at a time. */
export function perFile(
  name: string,
  applies: (file: SourceFile) => boolean,
  find: (file: SourceFile, repository: Repository) => Iterable<Omit<Finding, 'path'>>,
): Rule {
  return {
    name,
    find: (repository) =>
      repository.files
        .filter(applies)
        .flatMap((file) =>
          Array.from(find(file, repository), (finding) => ({ path: file.path, ...finding })),
        ),
  };
}

/** The lines of a file that match, each with what `say` makes of the match. */
export function* matchingLines(
  { lines }: SourceFile,
  pattern: RegExp,
  say: (match: string) => string,
): Generator<Omit<Finding, 'path'>> {
  for (const [index, line] of lines.entries()) {
    const match = pattern.exec(line);
    if (match) yield { line: index + 1, message: say(match[0].trim()) };
  }
}
