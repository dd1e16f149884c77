/** `pnpm build`: builds what is stale. `--watch`, under `pnpm dev`: goes on building, and tells its parent by IPC. */
import { repositoryRoot } from '../process/run.ts';
import { build } from './build.ts';

if (process.argv.includes('--watch')) {
  const { watch } = await import('./watch.ts');
  process.once('disconnect', () => process.exit(0));
  await watch(repositoryRoot, (news) => process.send?.(news));
} else {
  const built = await build(repositoryRoot, {
    report: ({ target, durationMs }) => console.log(`built ${target} in ${(durationMs / 1000).toFixed(1)} s`),
  });
  if (built.length === 0) console.log('nothing to build');
}
