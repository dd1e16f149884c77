/** Why a whole file is refused. The code is the API; the text a person reads comes from the message catalogue. */
export type LeadFileErrorCode = 'UNSUPPORTED_FILE' | 'FILE_UNREADABLE' | 'FILE_TOO_LARGE';

export const LEAD_FILE_REASONS = [
  // UNSUPPORTED_FILE: the bytes are something else than delimited text.
  'workbook_xlsx',
  'workbook_xls',
  'zip',
  'gzip',
  'archive',
  'pdf',
  'image',
  'html',
  'xml',
  'json',
  'rtf',
  'utf32',
  'binary',
  // FILE_UNREADABLE: delimited text, but not a list of leads.
  'empty',
  'no_header',
  'no_rows',
  'unclosed_quote',
  'line_too_long',
  'too_many_columns',
  'missing_column',
  // FILE_TOO_LARGE
  'too_many_rows',
] as const;

export type LeadFileReason = (typeof LEAD_FILE_REASONS)[number];

export type LeadFileErrorDetails = {
  /** 1-based physical line of the file. */
  line?: number;
  /** The limit that was passed. */
  limit?: number;
  /** What is missing, when `reason` is `missing_column`. */
  missing?: readonly MissingColumn[];
  /** The header that was found, when `reason` is `missing_column`. */
  header?: readonly string[];
};

/** `name`: neither a name nor a first name; `contact`: neither a phone nor an e-mail; `variable`: a required one of the process. */
export type MissingColumn =
  | { column: 'name' }
  | { column: 'contact' }
  | { column: 'variable'; name: string; label: string };

/** A file that cannot be imported at all. Thrown by the decoders; the verb that reads the file turns it into its own error. */
export class LeadFileError extends Error {
  readonly code: LeadFileErrorCode;
  readonly reason: LeadFileReason;
  readonly details: LeadFileErrorDetails;

  constructor(code: LeadFileErrorCode, reason: LeadFileReason, details: LeadFileErrorDetails = {}) {
    super(`${code}: ${reason}${details.line === undefined ? '' : ` at line ${details.line}`}`);
    this.name = 'LeadFileError';
    this.code = code;
    this.reason = reason;
    this.details = details;
  }
}
