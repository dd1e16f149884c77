import { join } from 'node:path';
import { staleTargets } from '../build/stamp.ts';
import { targets } from '../build/targets.ts';
import type { Program } from './fork-child.ts';

/** The programs the supervisor runs. */
export interface Parts {
  /** The names of what has to be built before the rest can start. */
  readonly stale: () => Promise<readonly string[]>;
  /** Builds that. */
  readonly build: Program;
  /** Goes on building, under `--dev`. */
  readonly watch: Program | undefined;
  /** The server, by its subcommands. */
  readonly server: (command: 'serve' | 'migrate' | 'seed') => Program;
  readonly sandbox: Program;
}

/** The parts of the product, in the repository at `root`. */
export function productParts(root: string): Parts {
  const builder = join(root, 'tooling/build/main.ts');
  return {
    stale: async () => (await staleTargets(root, targets)).map((target) => target.name),
    build: { entry: builder, args: [] },
    watch: { entry: builder, args: ['--watch'] },
    server: (command) => ({ entry: join(root, 'apps/server/dist/main.js'), args: [command] }),
    sandbox: { entry: join(root, 'apps/razorpay-sandbox/dist/main.js'), args: [] },
  };
}
