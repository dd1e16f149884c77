import type { ImportRunner } from './import-runner.ts';
import type { Logger } from './log.ts';

/**
 * Looks every `intervalMs` for imports that nobody runs (their server was killed, or is busy with others) and runs them
 * here: one read of a small partial index. Oftener than the minute of the other sweeps, because somebody is waiting: a
 * killed import went on 37–45 s later with those, and as soon as its lease is over with this. Gives what stops it.
 */
export function recoverImports(
  findAbandoned: () => Promise<readonly string[]>,
  imports: ImportRunner,
  intervalMs: number,
  log: Logger,
): () => void {
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      for (const importId of await findAbandoned()) imports.start(importId);
    } catch (error) {
      // The database may be restarting: the next look makes it good.
      log.warn({ err: error }, 'imports that nobody runs could not be looked for');
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => void look(), intervalMs);
  return () => clearInterval(timer);
}
