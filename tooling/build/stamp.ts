import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashSources } from './sources.ts';
import type { Target } from './targets.ts';

/** The file in `dist` that says which sources it was built from. */
const stampOf = (root: string, target: Target): string => join(root, target.app, 'dist', '.stamp');

/** The file without which a `dist` is no result, whatever its stamp says. */
const resultOf = (root: string, target: Target): string =>
  join(root, target.app, 'dist', target.kind === 'site' ? 'index.html' : 'main.js');

/** The targets whose `dist` was not built from the present sources. Builds nothing. */
export async function staleTargets(root: string, targets: readonly Target[]): Promise<readonly Target[]> {
  const isFresh = await Promise.all(
    targets.map(async (target) => {
      const stamp = await readFile(stampOf(root, target), 'utf8').catch(() => undefined);
      return existsSync(resultOf(root, target)) && stamp === (await hashSources(root, target.app));
    }),
  );
  return targets.filter((_, index) => isFresh[index] !== true);
}

/** Says that `dist` is now the result of the sources with this hash. */
export async function writeStamp(root: string, target: Target, hash: string): Promise<void> {
  await writeFile(stampOf(root, target), hash);
}

/** Says that `dist` is about to change: an interrupted build must not look finished. */
export async function removeStamp(root: string, target: Target): Promise<void> {
  await rm(stampOf(root, target), { force: true });
}
