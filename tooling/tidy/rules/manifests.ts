import { perFile, type Rule } from '../rule.ts';

const EXACT = /^(?:npm:(?:@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const FIELDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

type Manifest = Readonly<Partial<Record<(typeof FIELDS)[number], Readonly<Record<string, string>>>>>;

/** Exact versions, the catalog or the workspace: what was tested is what is installed. */
export const dependencyVersions: Rule = perFile(
  'dependency-version',
  ({ path }) => /^(?:(?:packages|apps)\/[^/]+\/)?package\.json$/.test(path),
  function* ({ text }) {
    const manifest: Manifest = JSON.parse(text);
    for (const field of FIELDS) {
      for (const [name, version] of Object.entries(manifest[field] ?? {})) {
        if (EXACT.test(version) || version === 'catalog:' || version === 'workspace:*') continue;
        yield { message: `${name} "${version}" is not one exact version` };
      }
    }
  },
);

/** The catalog itself: the indented `name: version` lines below `catalog:` and `overrides:`. */
export const catalogVersions: Rule = perFile(
  'catalog-version',
  ({ path }) => path === 'pnpm-workspace.yaml',
  function* ({ lines }) {
    let inVersions = false;
    for (const [index, line] of lines.entries()) {
      if (/^\S/.test(line)) inVersions = /^(?:catalog|overrides):\s*$/.test(line);
      const [, name, version = ''] = /^\s+("?[^":]+"?):\s*"?([^"\s]+)"?\s*$/.exec(line) ?? [];
      if (inVersions && name && !EXACT.test(version)) {
        yield { line: index + 1, message: `${name} "${version}" is not one exact version` };
      }
    }
  },
);
