import type { CreditStatus } from './credits.ts';

/** What the badge is judged by, all in credits. */
export type CreditStanding = { available: number; debt: number; lowThreshold: number | null };

/**
 * The badge of a project. Exhausted: nothing is available, or a debt blocks what is. Low exists only where somebody
 * set a threshold, and begins at it: whoever asks to be told at 500 is told at 500. Else healthy. The same answer in
 * the browser, in overviews and in mails.
 */
export function creditStatus({ available, debt, lowThreshold }: CreditStanding): CreditStatus {
  if (available <= 0 || debt > 0) return 'exhausted';
  if (lowThreshold !== null && available <= lowThreshold) return 'low';
  return 'healthy';
}
