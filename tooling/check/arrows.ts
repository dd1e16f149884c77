import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot, run } from '../process/run.ts';

export interface Breach {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface Cruise {
  /** Own modules that were read (npm packages and Node modules do not count). */
  readonly modules: number;
  readonly breaches: readonly Breach[];
}

/** The part of dependency-cruiser's JSON report that is read here. */
interface CruiseReport {
  readonly modules: readonly { readonly source: string; readonly followable?: boolean }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/**
 * dependency-cruiser beside a TypeScript it cannot use reads 0 modules and passes (measured with 18.7.2 beside
 * TypeScript 7.0.2); fewer than these can only mean that.
 */
const FEWEST_MODULES = 50;

const CRUISED = ['packages', 'apps', 'tooling', 'bench', 'e2e', 'examples', 'drizzle.config.ts'];

/**
 * Reads every import below `root` and holds it against the arrows of `.dependency-cruiser.cjs`.
 * Throws with the tool's own words when it could not do its work.
 */
export async function cruise(root: string): Promise<Cruise> {
  const config = join(repositoryRoot, '.dependency-cruiser.cjs');
  const places = CRUISED.filter((place) => existsSync(join(root, place)));
  const result = await run('depcruise', [...places, '--config', config, '--output-type', 'json'], {
    cwd: root,
  });
  if (!result.stdout.startsWith('{')) throw new Error(`dependency-cruiser failed: ${result.stderr}`);
  const report: CruiseReport = JSON.parse(result.stdout);
  return {
    modules: report.modules.filter((module) => module.followable !== false).length,
    breaches: report.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

/** One line per breach, and one when so little was read that "no breach" means nothing. */
export async function findArrows(root: string): Promise<readonly string[]> {
  const { modules, breaches } = await cruise(root);
  const findings = breaches.map(({ rule, from, to }) => `${rule}: ${from} -> ${to}`);
  if (modules <= FEWEST_MODULES)
    findings.push(`only ${modules} modules were read: dependency-cruiser is blind`);
  return findings;
}
