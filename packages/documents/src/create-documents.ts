import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InvoiceDocument } from '@lead-credits/contract';
import { assertPrintable } from './invoice-pdf/invoice-document.ts';
import { RenderError } from './render-error.ts';
import { type RenderingThread, startThread } from './rendering-thread.ts';

/** Documents that may wait for the thread: at 30 ms each, a few seconds of work. */
const MAX_WAITING = 200;
const DEFAULT_RENDERS_PER_WORKER = 100;
const DEFAULT_TIMEOUT_MS = 20_000;

export type DocumentsOptions = {
  /** Documents after which the thread is replaced: react-pdf leaks about 0.1 MB of heap for each. */
  maxRendersPerWorker?: number;
  /** Longest time for one document, the start of the thread (about 1 s) included, waiting in the queue not. */
  timeoutMs?: number;
  /** The thread's file; by default `render-worker` beside this one, `.ts` from source and `.js` in a bundle. */
  workerUrl?: URL;
  /** Folder laid out as @expo-google-fonts/noto-sans; by default that package, in a bundle `fonts` beside it. */
  fontDir?: string;
};

export type Documents = {
  /**
   * The PDF of a document: the same input gives the same bytes. Throws for a document that lacks a particular it must
   * carry (`assertPrintable`); rejects with a RenderError. Reads fonts from disk, nothing from the network.
   */
  renderInvoice(document: InvoiceDocument): Promise<Uint8Array>;
  /** Ends the thread; what is still waiting is rejected as `closed`. */
  close(): Promise<void>;
};

/** Renders PDFs one after the other in a thread of its own, which is started when first needed and replaced when worn. */
export function createDocuments(options: DocumentsOptions = {}): Documents {
  const { maxRendersPerWorker = DEFAULT_RENDERS_PER_WORKER, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const workerUrl = options.workerUrl ?? defaultWorkerUrl();
  const settings = { fontDir: options.fontDir ?? defaultFontDir() };
  let thread: RenderingThread | undefined;
  let rendered = 0;
  let waiting = 0;
  let isClosed = false;
  let last: Promise<void> = Promise.resolve();

  async function endThread(): Promise<void> {
    const ending = thread;
    thread = undefined;
    rendered = 0;
    await ending?.end();
  }

  async function render(document: InvoiceDocument): Promise<Uint8Array> {
    if (isClosed) throw new RenderError('closed', 'documents are closed');
    thread ??= startThread(workerUrl, settings);
    const pdf = await thread.render(document, timeoutMs);
    rendered += 1;
    return pdf;
  }

  async function afterRender(error?: unknown): Promise<void> {
    waiting -= 1;
    const isBroken = error instanceof RenderError && error.reason !== 'failed';
    if (isBroken || rendered >= maxRendersPerWorker) await endThread();
  }

  return {
    async renderInvoice(document) {
      assertPrintable(document);
      if (waiting >= MAX_WAITING) throw new RenderError('busy', `${waiting} documents are waiting already`);
      waiting += 1;
      const result = last.then(() => render(document));
      last = result.then(() => afterRender(), afterRender);
      return result;
    },
    async close() {
      isClosed = true;
      await endThread();
      await last;
    },
  };
}

/** From source this file ends in .ts; in a bundle its neighbours do not. */
const isSource = import.meta.url.endsWith('.ts');

function defaultWorkerUrl(): URL {
  return new URL(isSource ? './render-worker.ts' : './render-worker.js', import.meta.url);
}

function defaultFontDir(): string {
  if (!isSource) return fileURLToPath(new URL('./fonts', import.meta.url));
  return dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'));
}
