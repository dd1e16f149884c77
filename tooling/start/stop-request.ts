import { setTimeout as sleep } from 'node:timers/promises';
import { findLaunchers, hasLostLauncher, lookUpProcess } from './launchers.ts';
import { limits } from './limits.ts';

/** The wish that everything stops. */
export interface StopRequest {
  /** Resolves when somebody first wishes it, with the reason in words. */
  readonly requested: Promise<string>;
  /** Aborted when it is wished a second time: then nothing waits any more. */
  readonly force: AbortSignal;
}

/**
 * Listens for Ctrl-C, SIGTERM, a closed terminal, and the end of a process that started us (npx that is told to stop
 * and pnpm that is killed tell nobody).
 */
export function listenForStop(): StopRequest {
  const force = new AbortController();
  const requested = new Promise<string>((resolve) => {
    let isRequested = false;
    const request = (reason: string): void => {
      if (isRequested) force.abort();
      isRequested = true;
      resolve(reason);
    };
    process.on('SIGINT', () => request('Ctrl-C'));
    process.on('SIGTERM', () => request('SIGTERM'));
    process.on('SIGHUP', () => request('the terminal was closed'));
    void untilLauncherEnds().then(() => resolve('the process that started this one has ended'));
  });
  return { requested, force: force.signal };
}

async function untilLauncherEnds(): Promise<void> {
  const launchers = await findLaunchers(process.pid, lookUpProcess);
  do await sleep(limits.parentPollMs, undefined, { ref: false });
  while (!(await hasLostLauncher(launchers, lookUpProcess)));
}
