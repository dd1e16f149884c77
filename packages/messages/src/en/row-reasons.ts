/**
 * What is wrong with one row of a lead file, by the reason code of lead-file's ROW_REASONS: what is wrong, then what to
 * do. `column` is the header as the file writes it, which begins most sentences so that it reads as the file does.
 */
export const rowReasons = {
  empty: '{{column}} is empty. Enter a mobile number.',
  not_a_number: '{{column}} is not a phone number. Enter a mobile number of 10 digits.',
  too_short: '{{column}} has too few digits. An Indian mobile number has 10.',
  too_long: '{{column}} has too many digits. An Indian mobile number has 10 after +91.',
  not_mobile: '{{column}} is not a mobile number. Those have 10 digits and begin with 6, 7, 8 or 9.',
  toll_free: '{{column}} is a toll-free number that belongs to no person. Enter a mobile number.',
  service_number: '{{column}} is a service number that belongs to no person. Enter a mobile number.',
  multiple_numbers:
    '{{column}} holds more than one number. Keep one and give the others columns of their own.',
  scientific_notation:
    'Excel shortened {{column}} to a form like 9.19E+11, and its last digits are lost. Format the column as Text, enter the whole number again and save the file.',
  masked: '{{column}} has hidden digits, like 98XXXXXX10. Enter the whole number.',
  extension: '{{column}} has an extension, which cannot be dialled. Enter a mobile number.',
  foreign: '{{column}} is a number of another country. It must be an Indian mobile number (+91).',
  spreadsheet_error:
    '{{column}} holds a spreadsheet error like #REF! or #N/A. Correct the formula, or enter the value itself.',
  repeated_digits: '{{column}} repeats one digit, like 9999999999. Check that somebody has this number.',
  name_missing: 'The row has no name. Fill in {{column}}.',
  contact_missing: 'The row has no phone or e-mail. Fill in {{column}}.',
  invalid_email: '{{column}} is not an e-mail address. Enter one like asha@example.in.',
  multiple_emails: '{{column}} holds more than one e-mail address. Keep one.',
  value_missing: '{{column}} is empty and the process requires it. Fill it in.',
  value_too_long: '{{column}} must be at most {{limit}} characters. Shorten it.',
  invalid_number: '{{column}} must be a number, like 1250 or 12,500.',
  invalid_amount: '{{column}} must be an amount in rupees, like 500 or 1,25,000.50.',
  invalid_date: '{{column}} must be a date, day first, like 07/04/2026 or 7 Apr 2026.',
  invalid_option: '{{column}} must be one of: {{options}}.',
  cell_too_long: 'A cell holds more text than Excel allows in one. Shorten it.',
  too_many_cells: 'The row has more cells than a file may have columns. Check its commas and quotes.',
  extra_cells:
    'The row goes on after the last column of the header; cells beyond it: {{count}}. Put quotes around a value that contains a comma.',
  damaged_text: '{{column}} has characters that could not be read (�). Save the file as CSV UTF-8.',
  duplicate_in_file: 'The same lead stands in an earlier row of this file.',
  duplicate_in_process: 'The process already has this lead.',
  suppressed: 'This lead is on the do-not-call list and must not be called.',
} as const;

/** The same codes where no single column is at fault. */
export const wholeRowReasons = {
  value_too_long: 'The values of the row together must be at most {{limit}} characters. Shorten some.',
  spreadsheet_error:
    'The row holds a spreadsheet error like #REF! or #N/A. Correct the formula, or enter the value itself.',
  /** A code this version has no sentence for. */
  other: 'The row does not fit the process. Compare it with the template.',
} as const;
