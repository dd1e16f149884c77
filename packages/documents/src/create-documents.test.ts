import { afterEach, describe, expect, it } from 'vitest';
import { createDocuments, type Documents, type DocumentsOptions } from './create-documents.ts';
import { taxInvoice } from './fixtures/documents.ts';
import { RenderError } from './render-error.ts';

/** A thread that hangs, crashes or answers as the reference of the document tells it. */
const workerUrl = new URL('./fixtures/obedient-worker.ts', import.meta.url);
const opened: Documents[] = [];

function open(options: DocumentsOptions = {}): Documents {
  const documents = createDocuments({ workerUrl, fontDir: '/nowhere', ...options });
  opened.push(documents);
  return documents;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((documents) => documents.close()));
});

function ask(documents: Documents, reference = 'answer'): Promise<Uint8Array> {
  return documents.renderInvoice({ ...taxInvoice, reference });
}

async function threadOf(documents: Documents): Promise<number | undefined> {
  return (await ask(documents))[0];
}

describe('createDocuments', () => {
  it('renders in one thread until that is worn, then in a new one', async () => {
    const documents = open({ maxRendersPerWorker: 2 });
    const threads = await Promise.all(Array.from({ length: 5 }, () => threadOf(documents)));
    expect(threads[0]).toBe(threads[1]);
    expect(threads[2]).toBe(threads[3]);
    expect(new Set(threads).size).toBe(3);
  });

  it('gives up a document that takes too long, and renders the next in a new thread', async () => {
    const documents = open({ timeoutMs: 2_000 });
    const first = await threadOf(documents);
    await expect(ask(documents, 'hang')).rejects.toMatchObject({ name: 'RenderError', reason: 'timeout' });
    expect(await threadOf(documents)).not.toBe(first);
  });

  it('does not count the time in the queue as time of the document', async () => {
    const documents = open({ timeoutMs: 2_000 });
    await threadOf(documents);
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask(documents, 'linger')));
    expect(answers).toHaveLength(4);
  });

  it.each(['throw', 'exit'])('survives a thread that ends by itself (%s)', async (reference) => {
    const documents = open();
    const [broken, next] = await Promise.allSettled([ask(documents, reference), ask(documents)]);
    expect(broken).toMatchObject({ status: 'rejected', reason: { reason: 'crashed' } });
    expect(next.status).toBe('fulfilled');
  });

  it('keeps the thread when one document cannot be drawn', async () => {
    const documents = open();
    const first = await threadOf(documents);
    await expect(ask(documents, 'refuse')).rejects.toMatchObject({ reason: 'failed' });
    expect(await threadOf(documents)).toBe(first);
  });

  it('refuses a document once too many are waiting, and takes them again afterwards', async () => {
    const documents = open();
    const results = await Promise.allSettled(Array.from({ length: 201 }, () => ask(documents)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(200);
    expect(results.at(-1)).toMatchObject({ status: 'rejected', reason: { reason: 'busy' } });
    await expect(ask(documents)).resolves.toHaveLength(1);
  });

  it('rejects what is under way and what comes later once it is closed', async () => {
    const documents = open();
    const underWay = [ask(documents, 'hang'), ask(documents)];
    const settled = Promise.allSettled(underWay);
    // Once another thread has answered, the first document is under way in this one.
    await threadOf(open());
    await documents.close();
    for (const result of await settled) {
      expect(result).toMatchObject({ status: 'rejected', reason: { reason: 'closed' } });
    }
    await expect(ask(documents)).rejects.toBeInstanceOf(RenderError);
    await documents.close();
  });

  it('never asks the thread to print a document that lacks a particular', async () => {
    const documents = open();
    await expect(documents.renderInvoice({ ...taxInvoice, number: null })).rejects.toThrow(/number/);
  });
});
