import { parentPort, workerData } from 'node:worker_threads';
import { renderToBuffer } from '@react-pdf/renderer';
import { registerFonts } from './invoice-pdf/fonts.ts';
import { invoicePdf } from './invoice-pdf/invoice-pdf.ts';
import type { WorkerAnswer, WorkerQuestion, WorkerSettings } from './worker-protocol.ts';

/**
 * Entry of the rendering thread: one document in, its bytes out, until the parent ends it. It is ended early because
 * react-pdf keeps about 0.1 MB of heap per document for ever.
 */
const settings: WorkerSettings = workerData;
registerFonts(settings.fontDir);

parentPort?.on('message', async ({ id, document }: WorkerQuestion): Promise<void> => {
  parentPort?.postMessage(await answer(id, document));
});

async function answer(id: number, document: WorkerQuestion['document']): Promise<WorkerAnswer> {
  try {
    const pdf = await renderToBuffer(invoicePdf(document));
    return { id, pdf: new Uint8Array(pdf) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
