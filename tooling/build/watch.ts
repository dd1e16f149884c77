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

/** Rebuilds every target whenever one of its sources changes, until the process ends. */
export async function watch(root: string, tell: (news: WatchNews) => void): Promise<void> {
  for (const target of targets) {
    // From now on `dist` follows the sources without being stamped: the next `pnpm start` builds anew.
    await removeStamp(root, target);
    if (target.kind === 'site') await watchSite(root, target);
    else await watchOneProgram(root, target, tell);
  }
}

async function watchSite(root: string, target: Target): Promise<void> {
  const options = siteOptions(root, target);
  // Vite says on the terminal what it did; the page shows it at the next reload.
  await buildSite({ ...options, logLevel: 'info', build: { emptyOutDir: false, watch: {} } });
}

async function watchOneProgram(root: string, target: Target, tell: (news: WatchNews) => void): Promise<void> {
  let last = await hashResult(root, target);
  const watcher = watchProgram(programOptions(root, target));
  watcher.on('event', async (event) => {
    if (event.code === 'ERROR') {
      tell({ target: target.name, outcome: 'failed', message: event.error.message });
      await event.result.close();
    }
    if (event.code !== 'BUNDLE_END') return;
    await event.result.close();
    await copyAssets(root, target);
    const now = await hashResult(root, target);
    // The first build makes what is running already, and many edits change no code.
    if (now !== last) tell({ target: target.name, outcome: 'changed' });
    last = now;
  });
}

async function hashResult(root: string, target: Target): Promise<string> {
  const hash = createHash('sha256');
  const dist = join(root, target.app, 'dist');
  for (const name of Object.keys(target.entries).sort()) {
    // A chunk that changes changes its name, and with it the entry that imports it.
    hash.update(await readFile(join(dist, `${name}.js`)).catch(() => ''));
  }
  return hash.digest('hex');
}
