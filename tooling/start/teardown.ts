/** The way back: what was started is stopped in the opposite order. */
export interface Teardown {
  /** Has `undo` called when everything stops: at once when that has begun. Answers how to take it off again. */
  add(undo: () => Promise<void> | void): () => void;
  /** Calls every undo, the last added first, one after the other; a second call waits for the first. */
  run(): Promise<void>;
  readonly isRunning: boolean;
  /** Throws once the stop has begun: called between two steps of a start, so that the next one does not begin. */
  throwIfRunning(): void;
}

/** Makes an empty Teardown. `report` is told of an undo that failed; the others are still called. */
export function createTeardown(report: (error: unknown) => void): Teardown {
  const undos: (() => Promise<void> | void)[] = [];
  let running: Promise<void> | undefined;
  const attempt = async (undo: () => Promise<void> | void): Promise<void> => {
    try {
      await undo();
    } catch (error) {
      report(error);
    }
  };
  const runAll = async (): Promise<void> => {
    for (let undo = undos.pop(); undo !== undefined; undo = undos.pop()) await attempt(undo);
  };
  return {
    add: (undo) => {
      if (running === undefined) undos.push(undo);
      // What began before the stop and is only now there to be stopped.
      else running = running.then(() => attempt(undo));
      return () => {
        const index = undos.indexOf(undo);
        if (index >= 0) undos.splice(index, 1);
      };
    },
    run: async () => {
      running ??= runAll();
      for (let seen: unknown; seen !== running; ) {
        seen = running;
        await running;
      }
    },
    get isRunning() {
      return running !== undefined;
    },
    throwIfRunning: () => {
      if (running !== undefined) throw new Error('everything is being stopped');
    },
  };
}
