import type { ChildProcess } from 'node:child_process';
import type { ChildOutput } from './child-output.ts';
import { endChild, ended, forkChild, type Program, saysReady } from './fork-child.ts';
import { limits } from './limits.ts';
import { restartDelayMs } from './restart-policy.ts';
import type { Environment } from './settings.ts';
import { StartRefused } from './start-refused.ts';

/** A child that is meant to run until we stop. */
export interface ChildPlan {
  readonly name: string;
  readonly program: Program;
  readonly cwd: string;
  /** Asked at each start: the database may have moved to another port. */
  readonly env: () => Environment;
  readonly output: ChildOutput;
  readonly log: (line: string) => void;
  readonly force: AbortSignal;
}

/** A child that is started again when it crashes. */
export interface KeptChild {
  /** Resolves when it is ready for the first time; rejects when it ends before that. */
  readonly ready: Promise<void>;
  /** Rejects when it has crashed too often; never resolves. */
  readonly givenUp: Promise<never>;
  /** Stops it and starts it anew: its code or its environment has changed. */
  restart(): Promise<void>;
  /** Stops it for good. */
  stop(): Promise<void>;
}

const RULE = { delaysMs: limits.restartDelaysMs, windowMs: limits.restartWindowMs };

/** Starts a child and keeps it running. */
export function keepRunning(plan: ChildPlan): KeptChild {
  const crashesAt: number[] = [];
  const givenUp = Promise.withResolvers<never>();
  // Whoever waits for it hears of it; nobody has to.
  givenUp.promise.catch(() => undefined);
  let isStopped = false;
  let pause: NodeJS.Timeout | undefined;
  let lastTurn = Promise.resolve();
  let run = startRun({ isRetry: false });

  function startRun({ isRetry }: { isRetry: boolean }): Run {
    const next = startOnce(plan, isRetry);
    void next.end.then(() => onEnd(next));
    return next;
  }

  function onEnd(which: Run): void {
    if (isStopped || which !== run || which.isExpected) return;
    // Code that never came up is for whoever started it to judge, not to be tried again.
    if (!which.isRetry && !which.wasReady()) return;
    const now = Date.now();
    crashesAt.push(now);
    const delayMs = restartDelayMs(RULE, crashesAt, now);
    const story = [
      `${plan.name} ${describeEnd(which.child)}; its last words:`,
      ...plan.output.lastWords(),
    ].join('\n  ');
    if (delayMs === undefined) {
      givenUp.reject(new StartRefused(`${story}\nIt has crashed ${crashesAt.length} times; giving up.`));
      return;
    }
    plan.log(`${story}\nStarting ${plan.name} again in ${delayMs / 1000} s.`);
    pause = setTimeout(() => {
      if (!isStopped) run = startRun({ isRetry: true });
    }, delayMs);
  }

  async function end(): Promise<void> {
    clearTimeout(pause);
    run.isExpected = true;
    await endChild(run.child, run.end, plan.force);
  }

  async function restart(): Promise<void> {
    if (isStopped) return;
    await end();
    if (isStopped) return;
    run = startRun({ isRetry: false });
    await run.ready;
  }

  return {
    ready: run.ready,
    givenUp: givenUp.promise,
    restart: () => {
      // One after the other: two at once would start two.
      const turn = lastTurn.then(restart);
      lastTurn = turn.catch(() => undefined);
      return turn;
    },
    stop: async () => {
      isStopped = true;
      await end();
      plan.output.close();
    },
  };
}

interface Run {
  readonly child: ChildProcess;
  readonly end: Promise<void>;
  readonly ready: Promise<void>;
  readonly wasReady: () => boolean;
  /** Started because the one before crashed. */
  readonly isRetry: boolean;
  /** Set before we end it ourselves. */
  isExpected: boolean;
}

/** One life of the child. One that is not ready in time is killed. */
function startOnce(plan: ChildPlan, isRetry: boolean): Run {
  const child = forkChild(plan.program, plan.cwd, plan.env());
  plan.output.follow(child);
  const end = ended(child);
  let isReady = false;
  const ready = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), limits.readyTimeoutMs);
    child.on('message', (message) => {
      if (!saysReady(message)) return;
      isReady = true;
      clearTimeout(timer);
      resolve();
    });
    void end.then(() => {
      clearTimeout(timer);
      const words = [`${plan.name} ${describeEnd(child)} before it was ready:`, ...plan.output.lastWords()];
      reject(new StartRefused(words.join('\n  ')));
    });
  });
  ready.catch(() => undefined);
  return { child, end, ready, wasReady: () => isReady, isRetry, isExpected: false };
}

function describeEnd(child: ChildProcess): string {
  return child.signalCode === null
    ? `stopped with code ${child.exitCode}`
    : `was ended by ${child.signalCode}`;
}
