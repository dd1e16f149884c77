export { createDocuments, type Documents, type DocumentsOptions } from './create-documents.ts';
export type { DocumentKind, InvoiceDocument } from './invoice-pdf/invoice-document.ts';
export { RenderError, type RenderFailure } from './render-error.ts';
