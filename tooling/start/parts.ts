import { join } from 'node:path';
import type { Program } from './fork-child.ts';

/** The programs the supervisor runs. */
export interface Parts {
  /** Builds what is stale. Undefined: there is nothing to build. */
  readonly build: Program | undefined;
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
    build: { entry: builder, args: [] },
    watch: { entry: builder, args: ['--watch'] },
    server: (command) => ({ entry: join(root, 'apps/server/dist/main.js'), args: [command] }),
    sandbox: { entry: join(root, 'apps/razorpay-sandbox/dist/main.js'), args: [] },
  };
}
