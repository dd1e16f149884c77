import { expect } from '@playwright/test';
import { type RunResult, repositoryRoot, run } from '../../tooling/process/run.ts';

/** One invariant and how often it is violated. */
export interface Verdict {
  readonly id: string;
  readonly violations: number;
}

/** Runs a script of package.json on a data directory, without pnpm in between. */
export const runScript = (
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<RunResult> => run('node', [file, ...args], { cwd: repositoryRoot, env });

/** `pnpm verify --json` beside the running product. */
export async function verify(dataDir: string): Promise<Verdict[]> {
  const { stdout, stderr } = await runScript('apps/server/src/cli/verify.ts', ['--json'], {
    DATA_DIR: dataDir,
  });
  if (!stdout) throw new Error(`verify said nothing: ${stderr}`);
  return JSON.parse(stdout);
}

/** Expects that no invariant is violated, and that they were looked at. */
export async function expectEverythingHolds(dataDir: string): Promise<void> {
  const verdicts = await verify(dataDir);
  expect(verdicts.length).toBeGreaterThan(10);
  expect(verdicts.filter(({ violations }) => violations !== 0)).toEqual([]);
}
