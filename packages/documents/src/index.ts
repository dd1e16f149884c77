export { createDocuments, type Documents, type DocumentsOptions } from './create-documents.ts';
export { type MailContent, writeInvoiceMail } from './mails/invoice-mail.ts';
export { RenderError, type RenderFailure } from './render-error.ts';
