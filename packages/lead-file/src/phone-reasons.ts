/** Why a phone is refused. Codes, not prose: the words come from the message catalogue. */
export const PHONE_REASONS = [
  'empty',
  'not_a_number',
  'too_short',
  'too_long',
  'not_mobile',
  'toll_free',
  'service_number',
  'multiple_numbers',
  'scientific_notation',
  'masked',
  'extension',
  'foreign',
  'spreadsheet_error',
] as const;

export type PhoneReason = (typeof PHONE_REASONS)[number];

export type PhoneResult =
  | { ok: true; e164: string; warning?: 'repeated_digits' }
  | { ok: false; reason: PhoneReason };

/** A cell of a workbook says itself that it is a number; every cell of a CSV file is text. */
export type CellType = 'text' | 'number';
