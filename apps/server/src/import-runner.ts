import type { Logger } from './log.ts';

/** Runs imports in this process as soon as their credits are reserved; the queue is the net below it. */
export type ImportRunner = {
  /** Starts an import, now or when one of those running ends; one that runs or waits here already is left at it. */
  start(importId: string): void;
  /** Resolves when nothing runs and nothing waits. */
  idle(): Promise<void>;
};

/** Each import holds a COPY connection and a few hundred MB/s of parsing: more at once are slower, not faster. */
const AT_ONCE = 3;

/**
 * `run` may fail and may be run twice: the import's lease lets one of them work, and the job that was enqueued with the
 * reservation tries again what failed here.
 */
export function createImportRunner(run: (importId: string) => Promise<void>, log: Logger): ImportRunner {
  const waiting = new Set<string>();
  const running = new Map<string, Promise<void>>();

  const next = (): void => {
    const [importId] = running.size < AT_ONCE ? waiting : [];
    if (importId === undefined) return;
    waiting.delete(importId);
    const work = run(importId)
      .catch((error: unknown) =>
        log.error({ importId, err: error }, 'an import failed and will be tried again'),
      )
      .finally(() => {
        running.delete(importId);
        next();
      });
    running.set(importId, work);
  };

  return {
    start: (importId) => {
      if (running.has(importId)) return;
      waiting.add(importId);
      next();
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}

/** A server without a worker leaves imports to the queue. */
export const noImportRunner: ImportRunner = { start: () => undefined, idle: () => Promise.resolve() };
