export * from './credit-note-split.ts';
export { deliverDocument } from './deliver.ts';
export { get } from './get.ts';
export * from './gst.ts';
export { issueForTopUp } from './issue.ts';
export { list } from './list.ts';
export * from './number.ts';
export { readPdf } from './read-pdf.ts';
export * from './words.ts';
