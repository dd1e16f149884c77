import type { ChildOutput } from './child-output.ts';
import { endChild, ended, forkChild, type Program } from './fork-child.ts';
import { limits } from './limits.ts';
import type { Environment } from './settings.ts';
import { StartRefused } from './start-refused.ts';
import type { Teardown } from './teardown.ts';

/** Something that is done once, by a program of its own, before the rest can start. */
export interface Step {
  /** In words, for the sentence that says it failed: "Migrating the database". */
  readonly title: string;
  readonly program: Program;
  readonly cwd: string;
  readonly env: Environment;
}

/** Runs a step to its end. Throws StartRefused with its last words when it fails or takes too long. */
export async function runStep(
  step: Step,
  output: ChildOutput,
  teardown: Teardown,
  force: AbortSignal,
): Promise<void> {
  const child = forkChild(step.program, step.cwd, step.env);
  output.follow(child);
  const end = ended(child);
  const forget = teardown.add(() => endChild(child, end, force));
  let hasTimedOut = false;
  const timer = setTimeout(() => {
    hasTimedOut = true;
    child.kill('SIGKILL');
  }, limits.stepTimeoutMs);
  await end;
  clearTimeout(timer);
  forget();
  if (child.exitCode === 0) return;
  const reason = hasTimedOut ? `took longer than ${limits.stepTimeoutMs / 1000} s` : 'failed';
  throw new StartRefused([`${step.title} ${reason}:`, ...output.lastWords()].join('\n  '));
}
