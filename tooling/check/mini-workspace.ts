import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** A small workspace outside the repository in which breaches are planted. */
export interface MiniWorkspace {
  readonly root: string;
  readonly write: (path: string, text: string) => void;
  readonly remove: () => void;
}

/** Makes an empty workspace in the temporary directory of the system; the caller removes it. */
export function miniWorkspace(): MiniWorkspace {
  const root = mkdtempSync(join(tmpdir(), 'lead-credits-check-'));
  return {
    root,
    write: (path, text) => write(root, path, text),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

export interface MiniPackage {
  readonly folder: string;
  readonly name: string;
  readonly exports?: Readonly<Record<string, string>>;
  readonly dependencies?: readonly string[];
  readonly devDependencies?: readonly string[];
}

/**
 * Writes the manifest of a workspace package and links what it depends on, laid out as pnpm does:
 * workspace packages as links to their folders, npm packages as links into `node_modules/.pnpm`.
 */
export function addPackage(workspace: MiniWorkspace, all: readonly MiniPackage[], added: MiniPackage): void {
  const { folder, name, exports, dependencies = [], devDependencies = [] } = added;
  const versions = (names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.map((dependency) => [dependency, '1.0.0']));
  const manifest = {
    name,
    type: 'module',
    exports,
    dependencies: versions(dependencies),
    devDependencies: versions(devDependencies),
  };
  workspace.write(`${folder}/package.json`, JSON.stringify(manifest));
  for (const dependency of [...dependencies, ...devDependencies]) {
    const target =
      all.find((candidate) => candidate.name === dependency)?.folder ?? npmPackage(workspace, dependency);
    link(join(workspace.root, target), join(workspace.root, folder, 'node_modules', dependency));
  }
}

function npmPackage(workspace: MiniWorkspace, name: string): string {
  const folder = `node_modules/.pnpm/${name.replace('/', '+')}@1.0.0/node_modules/${name}`;
  workspace.write(
    `${folder}/package.json`,
    JSON.stringify({ name, version: '1.0.0', exports: './index.js' }),
  );
  workspace.write(`${folder}/index.js`, 'export const value = 1;\n');
  return folder;
}

function write(root: string, path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(relative(dirname(path), target), path);
}
