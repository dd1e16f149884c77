import type { InvoiceDocument } from '@lead-credits/contract';

/** What the parent and the rendering thread say to each other; all of it survives a structured clone. */
export type WorkerSettings = { fontDir: string };
export type WorkerQuestion = { id: number; document: InvoiceDocument };
export type WorkerAnswer = { id: number; pdf: Uint8Array } | { id: number; error: string };
