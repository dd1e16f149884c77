import { availableParallelism } from 'node:os';
import type { Tool } from './tools.ts';

export interface CheckResult {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  readonly findings: string;
}

/**
 * Runs the tools, as many at once as there are cores (at least two), and reports each as it ends.
 * A tool that fails to do its work counts as one that found something.
 */
export async function check(
  tools: readonly Tool[],
  report: (result: CheckResult) => void,
): Promise<readonly CheckResult[]> {
  const waiting = [...tools];
  const results: CheckResult[] = [];
  const lane = async (): Promise<void> => {
    for (let tool = waiting.shift(); tool; tool = waiting.shift()) {
      const result = await look(tool);
      results.push(result);
      report(result);
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, lane));
  return results;
}

async function look(tool: Tool): Promise<CheckResult> {
  const startedAt = performance.now();
  const findings = await tool.look().then(
    (verdict) => verdict.findings,
    (error: unknown) => `could not run: ${error instanceof Error ? error.message : String(error)}`,
  );
  const seconds = (performance.now() - startedAt) / 1000;
  return { name: tool.name, passed: findings === '', seconds, findings };
}

/** One line per tool, its findings below it. */
export function describeCheck({ name, passed, seconds, findings }: CheckResult): string {
  const line = `${passed ? 'ok    ' : 'FAILED'} ${name.padEnd(16)} ${seconds.toFixed(1).padStart(5)} s`;
  return passed ? line : `${line}\n${findings}\n`;
}
