import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type KernelLock, tryLock } from '../../packages/db/src/embedded/index.ts';
import { hashSources } from './sources.ts';
import { removeStamp, staleTargets, writeStamp } from './stamp.ts';
import { targets as everything, type Target, type TargetName } from './targets.ts';

/** What was built, and how long it took. */
export interface Built {
  readonly target: TargetName;
  readonly durationMs: number;
}

const LOCK_POLL_MS = 200;

/**
 * Builds the targets whose sources have changed since their `dist` was made, all at once, and answers those. Two
 * builds of one repository take turns. Throws what the bundlers throw; a failed target stays stale.
 */
export async function build(
  root: string,
  options: { targets?: readonly Target[]; report?: (built: Built) => void } = {},
): Promise<readonly Built[]> {
  const lock = await waitForTurn(root);
  try {
    const stale = await staleTargets(root, options.targets ?? everything);
    return await Promise.all(
      stale.map(async (target) => {
        const built = await buildTarget(root, target);
        options.report?.(built);
        return built;
      }),
    );
  } finally {
    lock.release();
  }
}

async function buildTarget(root: string, target: Target): Promise<Built> {
  const startedAt = performance.now();
  await removeStamp(root, target);
  // Taken before: what is edited during the build makes the result stale.
  const hash = await hashSources(root, target.app);
  // The bundlers are loaded only when there is something to bundle.
  if (target.kind === 'site') await (await import('./bundle-site.ts')).bundleSite(root, target);
  else await (await import('./bundle-program.ts')).bundleProgram(root, target);
  await writeStamp(root, target, hash);
  return { target: target.name, durationMs: Math.round(performance.now() - startedAt) };
}

async function waitForTurn(root: string): Promise<KernelLock> {
  const folder = join(root, 'node_modules', '.cache');
  await mkdir(folder, { recursive: true });
  for (;;) {
    const lock = tryLock(join(folder, 'lead-credits-build.lock'));
    if (lock !== undefined) return lock;
    await sleep(LOCK_POLL_MS);
  }
}
