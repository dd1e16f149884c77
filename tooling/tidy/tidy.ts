import { type AllowedCast, allowedCasts } from './allowed-casts.ts';
import { type Repository, readRepository } from './repository.ts';
import type { Rule } from './rule.ts';
import { capabilityReadme } from './rules/capabilities.ts';
import { castsExcept } from './rules/casts.ts';
import { apiGlobals, environment } from './rules/environment.ts';
import { returnTypes } from './rules/exports.ts';
import { fileLength, functionLength, readmeLength } from './rules/lengths.ts';
import { catalogVersions, dependencyVersions } from './rules/manifests.ts';
import { noMocks, noSilencing, silencedTests, testsExpect, unfinished } from './rules/marks.ts';
import { fileNames } from './rules/names.ts';
import { docPaths, machinePaths } from './rules/paths.ts';
import { catalogueWords, nameWords, screenWords, sqlWords } from './rules/words.ts';

/** What the other tools cannot see; each rule has a breach in tidy.test.ts. */
export const rulesAllowing = (exceptions: readonly AllowedCast[]): readonly Rule[] => [
  fileLength,
  functionLength,
  readmeLength,
  fileNames,
  unfinished,
  silencedTests,
  testsExpect,
  noMocks,
  noSilencing,
  castsExcept(exceptions),
  environment,
  apiGlobals,
  returnTypes,
  docPaths,
  machinePaths,
  dependencyVersions,
  catalogVersions,
  capabilityReadme,
  nameWords,
  screenWords,
  sqlWords,
  catalogueWords,
];

/** Holds a repository against every rule; one line per finding. */
export function findUntidy(repository: Repository, against: readonly Rule[]): readonly string[] {
  return against.flatMap(({ name, find }) =>
    find(repository).map(({ path, line, message }) => `${path}${line ? `:${line}` : ''} ${name}: ${message}`),
  );
}

/** The same for the repository on disk. */
export function tidy(root: string): readonly string[] {
  return findUntidy(readRepository(root), rulesAllowing(allowedCasts));
}
