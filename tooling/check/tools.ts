import { repositoryRoot, run } from '../process/run.ts';
import { findArrows } from './arrows.ts';

/** What one tool found; empty findings mean it passed. */
export interface Verdict {
  readonly findings: string;
}

export interface Tool {
  readonly name: string;
  readonly look: () => Promise<Verdict>;
}

/** The tools of `pnpm check`, longest first so that two cores stay busy to the end. */
export const tools: readonly Tool[] = [
  { name: 'types', look: () => command('tsc', '--noEmit', '-p', 'tsconfig.json') },
  { name: 'arrows', look: async () => ({ findings: (await findArrows(repositoryRoot)).join('\n') }) },
  { name: 'dead code', look: () => command('knip', '--no-progress', '--no-config-hints') },
  { name: 'types of web', look: () => command('tsc', '--noEmit', '-p', 'apps/web/tsconfig.json') },
  {
    name: 'format and lint',
    look: () => command('biome', 'check', '--error-on-warnings', '--max-diagnostics=200', '.'),
  },
  { name: 'tidy', look: () => command('node', 'tooling/tidy/main.ts') },
];

/** A program that says by its exit code whether it found something, and in its output what. */
export async function command(name: string, ...args: string[]): Promise<Verdict> {
  const { code, stdout, stderr } = await run(name, args, { cwd: repositoryRoot });
  return { findings: code === 0 ? '' : `${stdout}${stderr}`.trim() || `${name} ended with code ${code}` };
}
