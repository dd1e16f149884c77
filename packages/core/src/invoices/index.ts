export * from './credit-note-split.ts';
export * from './gst.ts';
export * from './number.ts';
export * from './words.ts';
