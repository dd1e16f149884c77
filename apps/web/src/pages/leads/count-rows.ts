import type { LeadProcess } from '@lead-credits/lead-file';
import type { FileCount } from './count-file.ts';

/** Above this a file is counted in a worker: 2 MB are read in about 50 ms, which nobody feels. */
const WORKER_FROM_BYTES = 2 * 1024 * 1024;

type Answer = { count: FileCount } | { failure: string };

/** Counts the lead rows of a chosen file as the server will. Rejects when the file cannot be read, or on `signal`. */
export async function countRows(file: File, process: LeadProcess, signal: AbortSignal): Promise<FileCount> {
  if (file.size >= WORKER_FROM_BYTES) return countInWorker(file, process, signal);
  const { countFile } = await import('./count-file.ts');
  return countFile(file, process);
}

function countInWorker(file: File, process: LeadProcess, signal: AbortSignal): Promise<FileCount> {
  const worker = new Worker(new URL('./count-file.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<FileCount>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if ('count' in data) resolve(data.count);
      else reject(new Error(data.failure));
    });
    worker.addEventListener('error', () => reject(new Error('the worker did not start')));
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.postMessage({ file, process });
  }).finally(() => worker.terminate());
}
