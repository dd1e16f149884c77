import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, describeCheck } from '../check/check.ts';
import { tools } from '../check/tools.ts';
import { repositoryRoot, run } from '../process/run.ts';
import {
  believe,
  type Counts,
  CRASHED,
  countPlaywright,
  countVitest,
  type PlaywrightReport,
  type VitestReport,
} from './counts.ts';

export interface Suite {
  readonly name: string;
  readonly run: (order: Order) => Promise<Counts>;
}

export interface Order {
  /** Also run `*.long.test.ts` and `*.long.e2e.ts`. */
  readonly long: boolean;
  /** A folder for reports; gone afterwards. */
  readonly folder: string;
}

/** In this order: what is cheap and says most comes first; the browser needs the build. */
export const suites: readonly Suite[] = [
  { name: 'check', run: runCheck },
  { name: 'unit and database tests', run: runVitest },
  { name: 'build', run: runBuild },
  { name: 'browser tests', run: runPlaywright },
];

/** Each tool of the check is one test. */
async function runCheck(): Promise<Counts> {
  const results = await check(tools, (result) => console.log(describeCheck(result)));
  const passed = results.filter((result) => result.passed).length;
  return { passed, failed: results.length - passed };
}

async function runVitest({ long, folder }: Order): Promise<Counts> {
  const file = join(folder, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await run('vitest', args, { cwd: repositoryRoot, env: environment(long), show: true });
  const report: VitestReport | undefined = readReport(file);
  return report ? believe(countVitest(report), code) : CRASHED;
}

/** Web and server as they go into production; that they build is one test. */
async function runBuild(): Promise<Counts> {
  const { code } = await run('node', ['tooling/build/main.ts'], { cwd: repositoryRoot, show: true });
  return code === 0 ? { passed: 1, failed: 0 } : CRASHED;
}

async function runPlaywright({ long, folder }: Order): Promise<Counts> {
  const file = join(folder, 'playwright.json');
  const env = { ...environment(long), PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const { code } = await run('playwright', ['test', '--reporter=list,json'], {
    cwd: repositoryRoot,
    env,
    show: true,
  });
  const report: PlaywrightReport | undefined = readReport(file);
  return report ? believe(countPlaywright(report), code) : CRASHED;
}

const environment = (long: boolean): Record<string, string> => ({ LONG_TESTS: long ? '1' : '0' });

/** The report of a suite; none when it ended before it could write one. */
function readReport<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
