import { Worker } from 'node:worker_threads';
import type { InvoiceDocument } from '@lead-credits/contract';
import { RenderError, type RenderFailure } from './render-error.ts';
import type { WorkerAnswer, WorkerQuestion, WorkerSettings } from './worker-protocol.ts';

/** Heap at which the thread, and nothing else, dies: 100 documents need about 60 MB. */
const MAX_HEAP_MB = 512;

export type RenderingThread = {
  /** One document at a time. Rejects with a RenderError; after any but `failed` the thread is of no use any more. */
  render(document: InvoiceDocument, timeoutMs: number): Promise<Uint8Array>;
  end(): Promise<void>;
};

/** Starts a thread on the worker's file. While idle it does not keep the process alive. */
export function startThread(workerUrl: URL, settings: WorkerSettings): RenderingThread {
  const worker = new Worker(workerUrl, {
    workerData: settings,
    // React's production build; and no secret of the server's reaches the thread.
    env: { NODE_ENV: 'production' },
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  let count = 0;
  let settle: ((answer: Uint8Array | RenderError) => void) | undefined;
  const fail = (reason: RenderFailure, message: string, cause?: unknown): void =>
    settle?.(new RenderError(reason, message, { cause }));

  worker.unref();
  worker.on('message', (answer: WorkerAnswer) => {
    if (answer.id !== count) return;
    if ('pdf' in answer) settle?.(answer.pdf);
    else fail('failed', `the document could not be drawn: ${answer.error}`);
  });
  worker.on('error', (error) => fail('crashed', 'the rendering thread crashed', error));
  worker.on('exit', () => fail('crashed', 'the rendering thread ended'));

  return {
    render: (document, timeoutMs) =>
      new Promise((resolve, reject) => {
        count += 1;
        const timer = setTimeout(() => fail('timeout', `no PDF within ${timeoutMs} ms`), timeoutMs);
        settle = (answer) => {
          settle = undefined;
          clearTimeout(timer);
          worker.unref();
          if (answer instanceof RenderError) reject(answer);
          else resolve(answer);
        };
        worker.ref();
        worker.postMessage({ id: count, document } satisfies WorkerQuestion);
      }),
    end: async () => {
      fail('closed', 'documents were closed while rendering');
      await worker.terminate();
    },
  };
}
