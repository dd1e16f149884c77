/**
 * `pnpm test`: everything, browser tests included; `--long` adds what takes longer than a commit can wait.
 * The last line is `N passed, N failed`; the exit code is 1 when anything failed, crashed or never ran.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Counts, CRASHED, lastLine, sum } from './counts.ts';
import { type Order, type Suite, suites } from './suites.ts';

async function runSuite(suite: Suite, order: Order): Promise<Counts> {
  console.log(`\n== ${suite.name}`);
  try {
    return await suite.run(order);
  } catch (error) {
    console.error(error);
    return CRASHED;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'lead-credits-test-'));
const order: Order = { long: process.argv.includes('--long'), folder };
const table: string[] = [];
const all: Counts[] = [];
try {
  for (const suite of suites) {
    const startedAt = performance.now();
    const counts = await runSuite(suite, order);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    all.push(counts);
    table.push(`${suite.name.padEnd(24)} ${seconds.padStart(7)} s  ${lastLine(counts)}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const total = sum(all);
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${table.join('\n')}\n\n${lastLine(total)}`);
