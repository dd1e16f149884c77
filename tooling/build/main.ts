/** `pnpm build`: builds what is stale. `--watch`, under `pnpm dev`: goes on building, and tells its parent by IPC. */
import { repositoryRoot } from '../process/run.ts';
import { build } from './build.ts';

async function buildOnce(): Promise<void> {
  const built = await build(repositoryRoot, {
    report: ({ target, durationMs }) => console.log(`built ${target} in ${(durationMs / 1000).toFixed(1)} s`),
  });
  if (built.length === 0) console.log('nothing to build');
}

async function buildOnChange(): Promise<void> {
  const { watch } = await import('./watch.ts');
  process.once('disconnect', () => process.exit(0));
  await watch(repositoryRoot, (news) => process.send?.(news));
}

try {
  await (process.argv.includes('--watch') ? buildOnChange() : buildOnce());
} catch (error) {
  // What a bundler has to say about the code stands in the message; the way through the bundler helps nobody.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
