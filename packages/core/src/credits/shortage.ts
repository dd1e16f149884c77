import type { Shortage } from '@lead-credits/contract';

/** What is missing. Pure; `shortage` is never negative. All in credits. */
export function shortageOf(available: number, required: number): Shortage {
  return { available, required, shortage: Math.max(0, required - available) };
}
