import type { Rule } from '../rule.ts';

/** Each capability of core says in its README what it owns, what it does not, and what always holds. */
export const capabilityReadme: Rule = {
  name: 'capability-readme',
  find: ({ files, has }) => {
    const folders = new Set(
      files.flatMap(({ path }) => /^(packages\/core\/src\/[^/]+)\/index\.ts$/.exec(path)?.[1] ?? []),
    );
    return [...folders]
      .filter((folder) => !folder.endsWith('/testing') && !has(`${folder}/README.md`))
      .map((folder) => ({ path: `${folder}/index.ts`, message: 'this capability has no README.md' }));
  },
};
