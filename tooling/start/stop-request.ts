import { limits } from './limits.ts';

/** The wish that everything stops. */
export interface StopRequest {
  /** Resolves when somebody first wishes it, with the reason in words. */
  readonly requested: Promise<string>;
  /** Aborted when it is wished a second time: then nothing waits any more. */
  readonly force: AbortSignal;
}

/**
 * Listens for Ctrl-C, SIGTERM, a closed terminal, and the end of the process that started us (pnpm killed by force
 * tells nobody; its child then has another parent).
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
    const parent = process.ppid;
    const poll = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(poll);
      request('the process that started this one has ended');
    }, limits.parentPollMs);
    poll.unref();
  });
  return { requested, force: force.signal };
}
