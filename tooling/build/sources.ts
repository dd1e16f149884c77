import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Neither the result of a build nor anything that goes into one. */
const LEFT_OUT = /^(?:node_modules|dist|README\.md|testing|test)$|\.test\.tsx?$/;

/** What every build depends on besides its own packages. */
const SHARED = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'tsconfig.base.json'];

/** The app and the workspace packages it is made of, directly and through others; paths from `root`, sorted. */
export async function workspaceClosure(root: string, app: string): Promise<readonly string[]> {
  const folders = await packageFolders(root);
  const found = new Set<string>();
  const waiting = [app];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (found.has(folder)) continue;
    found.add(folder);
    const { dependencies } = await readManifest(join(root, folder));
    for (const name of dependencies) {
      const next = folders.get(name);
      if (next !== undefined) waiting.push(next);
    }
  }
  return [...found].sort();
}

/**
 * A hash over the path and the bytes of every file that goes into `app`, tests left out. Bytes and not times: a fresh
 * clone and a changed branch have new times for old content. 0.1 s for the whole repository.
 */
export async function hashSources(root: string, app: string): Promise<string> {
  const folders = [...(await workspaceClosure(root, app)), 'tooling/build'];
  const files = [...SHARED];
  for (const folder of folders) files.push(...(await listFiles(root, folder)));
  const hash = createHash('sha256');
  for (const file of files) {
    if (!existsSync(join(root, file))) continue;
    const bytes = await readFile(join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

async function listFiles(root: string, folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  const entries = glob('**/*', {
    cwd: join(root, folder),
    withFileTypes: true,
    exclude: (entry) => LEFT_OUT.test(entry.name),
  });
  for await (const entry of entries) {
    // `exclude` only spares the walk through folders; it does not see every file.
    if (entry.isFile() && !LEFT_OUT.test(entry.name))
      files.push(relative(root, join(entry.parentPath, entry.name)));
  }
  return files.sort();
}

async function packageFolders(root: string): Promise<ReadonlyMap<string, string>> {
  const folders = new Map<string, string>();
  for await (const file of glob('{apps,packages}/*/package.json', { cwd: root })) {
    const folder = join(file, '..');
    folders.set((await readManifest(join(root, folder))).name, folder);
  }
  return folders;
}

interface Manifest {
  name: string;
  /** Names only; what is needed for types alone is a devDependency and changes no bundle. */
  dependencies: readonly string[];
}

async function readManifest(folder: string): Promise<Manifest> {
  const value: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (typeof value !== 'object' || value === null) return { name: '', dependencies: [] };
  const dependencies = 'dependencies' in value ? value.dependencies : undefined;
  return {
    name: 'name' in value ? String(value.name) : '',
    dependencies: typeof dependencies === 'object' && dependencies !== null ? Object.keys(dependencies) : [],
  };
}
