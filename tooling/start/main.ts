/** `pnpm start` and `pnpm dev`: everything in one terminal, see check-node.mjs for what comes before. */
import { repositoryRoot } from '../process/run.ts';
import { productParts } from './parts.ts';
import { start } from './start.ts';

process.exit(
  await start({
    root: repositoryRoot,
    env: process.env,
    args: process.argv.slice(2),
    parts: productParts(repositoryRoot),
  }),
);
