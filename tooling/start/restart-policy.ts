/** How often a crashed child is started again. */
export interface RestartRule {
  /** The delay after the first crash of a window, the second, …; one crash more ends it. */
  readonly delaysMs: readonly number[];
  readonly windowMs: number;
}

/**
 * How long to wait before starting again, given when it crashed before (`crashesAt`, the present crash included,
 * in ms); undefined when it has crashed too often within the window to try again.
 */
export function restartDelayMs(
  rule: RestartRule,
  crashesAt: readonly number[],
  now: number,
): number | undefined {
  const recent = crashesAt.filter((at) => at > now - rule.windowMs).length;
  return rule.delaysMs[Math.max(recent, 1) - 1];
}
