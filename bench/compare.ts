import type { Place } from './place.ts';

/** What was measured and the floor of the same moment, in the same unit. */
export type Figures = { value: number; floor: number; unit: string; note?: string };
export type Benchmark = (place: Place) => Promise<Figures>;

type Pair = { value: number; floor: number };

/** A closed loop: each client asks again as soon as it was answered. */
export type Load = { clients: number; op(client: number): Promise<unknown> };

/** BENCH_ROUNDS and BENCH_SLICE_MS make a run shorter or longer. */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const SLICE_MS = Number(process.env['BENCH_SLICE_MS'] ?? 300);
const SLICES_PER_ROUND = 6;
const WARM_UP_MS = 500;

/**
 * Measures both sides in turn, the order changing from round to round, because a shared machine drifts: only figures of
 * one moment may be divided. Gives the round with the median ratio, both of its figures.
 */
export function comparePairs(
  measure: () => Promise<number>,
  floor: () => Promise<number>,
  rounds: number = ROUNDS,
): Promise<Pair & { ratios: number[] }> {
  return medianRound(rounds, async (round) => {
    if (round % 2 === 0) {
      const below = await floor();
      return { value: await measure(), floor: below };
    }
    const value = await measure();
    return { value, floor: await floor() };
  });
}

/**
 * Operations a second of a load against those of its floor, in slices of a third of a second that take turns. The note
 * has the ratio of each round and how long single operations took.
 */
export async function compareLoads(unit: string, load: Load, floor: Load): Promise<Figures> {
  const latencies: number[] = [];
  await runSlice(floor, WARM_UP_MS);
  await runSlice(load, WARM_UP_MS);
  const { ratios, ...figures } = await medianRound(ROUNDS, async () => {
    const sums = { load: { done: 0, lastedMs: 0 }, floor: { done: 0, lastedMs: 0 } };
    for (let slice = 0; slice < SLICES_PER_ROUND; slice += 1) {
      await runSlice(floor, SLICE_MS, sums.floor);
      await runSlice(load, SLICE_MS, sums.load, latencies);
    }
    return { value: rateOf(sums.load), floor: rateOf(sums.floor) };
  });
  latencies.sort((a, b) => a - b);
  const at = (share: number): string =>
    `${(latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(1)} ms`;
  const times = `p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${latencies.at(-1)?.toFixed(1)} ms`;
  return { ...figures, unit, note: `ratios ${ratios.join(' ')}; ${times}` };
}

async function medianRound(
  rounds: number,
  run: (round: number) => Promise<Pair>,
): Promise<Pair & { ratios: number[] }> {
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round += 1) pairs.push(await run(round));
  pairs.sort((a, b) => a.value / a.floor - b.value / b.floor);
  const median = pairs[Math.floor((pairs.length - 1) / 2)];
  if (!median) throw new Error('no round was measured');
  return { ...median, ratios: pairs.map(({ value, floor }) => Number((value / floor).toFixed(2))) };
}

type Sum = { done: number; lastedMs: number };

function rateOf({ done, lastedMs }: Sum): number {
  return (done * 1000) / lastedMs;
}

async function runSlice(
  { clients, op }: Load,
  lastsMs: number,
  sum: Sum = { done: 0, lastedMs: 0 },
  latencies?: number[],
): Promise<void> {
  const start = performance.now();
  async function client(number: number): Promise<void> {
    for (let asked = performance.now(); asked - start < lastsMs; ) {
      await op(number);
      const answered = performance.now();
      latencies?.push(answered - asked);
      asked = answered;
      sum.done += 1;
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  sum.lastedMs += performance.now() - start;
}

/** How long some work takes, in seconds. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
