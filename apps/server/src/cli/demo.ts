/** `pnpm demo --json`: the addresses, accounts and keys of the demo, as JSON. */
import { readPlaces } from '../env.ts';
import { readDemo } from '../seed/demo-file.ts';

const { dataDir, isProduction } = readPlaces();
const demo = isProduction ? undefined : await readDemo(dataDir);
if (demo) {
  console.log(JSON.stringify(demo, null, 2));
} else {
  console.error(
    isProduction
      ? 'There is no demo in production.'
      : `There is no demo in ${dataDir}: run \`pnpm start\` first.`,
  );
  process.exitCode = 1;
}
