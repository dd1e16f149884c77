export { createDocuments, type Documents, type DocumentsOptions } from './create-documents.ts';
export { RenderError, type RenderFailure } from './render-error.ts';
