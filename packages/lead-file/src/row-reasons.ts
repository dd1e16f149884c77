import { PHONE_REASONS } from './phone-reasons.ts';

/**
 * Why a row was not accepted, or what was noted about one that was. A closed set: the message catalogue has a sentence for
 * each, with `column` and the named parameters. The last three are found where other rows and leads are known, not here.
 */
export const ROW_REASONS = [
  ...PHONE_REASONS,
  'repeated_digits',
  'name_missing',
  'contact_missing',
  'invalid_email',
  'multiple_emails',
  'value_missing',
  'value_too_long',
  'invalid_number',
  'invalid_amount',
  'invalid_date',
  'invalid_option',
  'cell_too_long',
  'too_many_cells',
  'extra_cells',
  'damaged_text',
  'duplicate_in_file',
  'duplicate_in_process',
  'suppressed',
] as const;

export type RowReason = (typeof ROW_REASONS)[number];

/** One finding about one row. `column` is the header as the file writes it, or the field's name where there is no header. */
export type RowIssue = {
  code: RowReason;
  column: string;
  params?: Readonly<Record<string, string | number>>;
};
