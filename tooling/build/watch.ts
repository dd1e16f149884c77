import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { watch as watchProgram } from 'rolldown';
import { build as buildSite } from 'vite';
import { copyAssets, programOptions } from './bundle-program.ts';
import { siteOptions } from './bundle-site.ts';
import { removeStamp } from './stamp.ts';
import { type Target, type TargetName, targets } from './targets.ts';

/** What the watcher tells: a result that differs from the one before, or why there is none. */
export type WatchNews =
  | { readonly target: TargetName; readonly outcome: 'changed' }
  | { readonly target: TargetName; readonly outcome: 'failed'; readonly message: string };

/** The part of a bundler's watcher, rolldown's and vite's alike, that is used here. */
interface Watcher {
  on(event: 'event', listener: (event: WatchEvent) => Promise<void>): unknown;
}

type WatchEvent =
  | { code: 'START' | 'END' | 'BUNDLE_START' }
  | { code: 'BUNDLE_END'; result: { close(): Promise<void> } }
  | { code: 'ERROR'; error: Error; result: { close(): Promise<void> } | null };

/** Rebuilds every target whenever one of its sources changes, until the process ends. */
export async function watch(root: string, tell: (news: WatchNews) => void): Promise<void> {
  for (const target of targets) {
    // From now on `dist` follows the sources without being stamped: the next `pnpm start` builds anew.
    await removeStamp(root, target);
    const last = await hashResult(root, target);
    follow(root, target, last, await startWatcher(root, target), tell);
  }
}

async function startWatcher(root: string, target: Target): Promise<Watcher> {
  if (target.kind === 'program') return watchProgram(programOptions(root, target));
  const watcher = await buildSite({ ...siteOptions(root, target), build: { emptyOutDir: false, watch: {} } });
  if ('on' in watcher) return watcher;
  throw new Error('vite has built once and does not watch');
}

function follow(
  root: string,
  target: Target,
  before: string,
  watcher: Watcher,
  tell: (news: WatchNews) => void,
): void {
  let last = before;
  watcher.on('event', async (event) => {
    if (event.code === 'ERROR') {
      tell({ target: target.name, outcome: 'failed', message: event.error.message });
      await event.result?.close();
    }
    if (event.code !== 'BUNDLE_END') return;
    await event.result.close();
    await copyAssets(root, target);
    const now = await hashResult(root, target);
    // The first build makes what is there already, and many edits change no code.
    if (now !== last) tell({ target: target.name, outcome: 'changed' });
    last = now;
  });
}

/** A file that changes whenever anything of a result does: its parts are named by their content. */
async function hashResult(root: string, target: Target): Promise<string> {
  const names =
    target.kind === 'site' ? ['index.html'] : Object.keys(target.entries).map((name) => `${name}.js`);
  const hash = createHash('sha256');
  for (const name of names) hash.update(await readFile(join(root, target.app, 'dist', name)).catch(() => ''));
  return hash.digest('hex');
}
