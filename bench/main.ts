import { readdirSync } from 'node:fs';
import type { Benchmark } from './compare.ts';
import { openCluster } from './place.ts';

/**
 * `pnpm bench [NAME …]`: runs the named benchmarks, or all, on a durable Postgres of its own and prints one JSON line
 * for each: what was measured, the floor measured in the same run, and their ratio. Notes go to stderr.
 */
const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length))
  .sort();

const asked = process.argv.slice(2).filter((word) => word !== '--');
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are: ${known.join(', ')}.`);
  process.exit(1);
}

const cluster = await openCluster();
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    isStopping = true;
    void cluster.close().then(() => process.exit(130));
  });
}

try {
  for (const name of asked.length > 0 ? asked : known) {
    const benchmark: { run: Benchmark } = await import(`./${name}.bench.ts`);
    const place = await cluster.openPlace();
    try {
      const { value, unit, floor, note } = await benchmark.run(place);
      if (note) console.error(`# ${name}: ${note}`);
      const ratio = rounded(value / floor);
      console.log(JSON.stringify({ bench: name, value: rounded(value), unit, floor: rounded(floor), ratio }));
    } finally {
      await place.close();
    }
  }
} catch (error) {
  // An interrupted benchmark fails because its Postgres has gone: that is no news.
  if (!isStopping) throw error;
} finally {
  if (!isStopping) await cluster.close();
}

/** Four digits: more would be noise. */
function rounded(figure: number): number {
  return Number(figure.toPrecision(4));
}
