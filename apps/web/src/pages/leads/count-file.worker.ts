import type { LeadProcess } from '@lead-credits/lead-file';
import { countFile } from './count-file.ts';

/** Counts one file off the page's thread and answers once. */
self.addEventListener('message', (event: MessageEvent<{ file: Blob; process: LeadProcess }>) => {
  const { file, process } = event.data;
  countFile(file, process).then(
    (count) => self.postMessage({ count }),
    (error: unknown) => self.postMessage({ failure: error instanceof Error ? error.name : 'Error' }),
  );
});
