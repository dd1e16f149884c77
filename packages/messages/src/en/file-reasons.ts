/**
 * Why a whole lead file is refused, by the reason code of lead-file's LEAD_FILE_REASONS: what is wrong, that nothing was
 * uploaded or charged, what to do.
 */
export const fileReasons = {
  workbook_xlsx:
    'This is an Excel workbook. Nothing was uploaded or charged. Save it as CSV UTF-8 in Excel and upload that.',
  workbook_xls:
    'This is an old Excel workbook. Nothing was uploaded or charged. Save it as CSV UTF-8 in Excel and upload that.',
  zip: 'This is a ZIP archive. Nothing was uploaded or charged. Unpack it and upload the CSV file inside.',
  gzip: 'This is a compressed file. Nothing was uploaded or charged. Unpack it and upload the CSV file inside.',
  archive: 'This is an archive. Nothing was uploaded or charged. Unpack it and upload the CSV file inside.',
  pdf: 'This is a PDF. Nothing was uploaded or charged. Upload the leads as a CSV file.',
  image: 'This is an image. Nothing was uploaded or charged. Upload the leads as a CSV file.',
  html: 'This is a web page, also where its name says otherwise. Nothing was uploaded or charged. Open it in Excel, save it as CSV UTF-8 and upload that.',
  xml: 'This is an XML file. Nothing was uploaded or charged. Open it in Excel, save it as CSV UTF-8 and upload that.',
  json: 'This is a JSON file. Nothing was uploaded or charged. Upload the leads as a CSV file.',
  rtf: 'This is a text document. Nothing was uploaded or charged. Upload the leads as a CSV file.',
  utf32:
    'This file is text in UTF-32, which spreadsheets do not write. Nothing was uploaded or charged. Save it as CSV UTF-8 and upload that.',
  binary: 'This is not a CSV file. Nothing was uploaded or charged. Save the leads as CSV and upload that.',
  empty:
    'The file is empty. Nothing was uploaded or charged. Download the template and fill in one lead per row.',
  no_header:
    'The file has no row of column names. Nothing was uploaded or charged. Download the template, or put the column names above the leads.',
  no_rows:
    'The file has column names but no leads. Nothing was uploaded or charged. Fill in one lead per row.',
  unclosed_quote:
    'A quote that opens in line {{line}} is never closed. Nothing was uploaded or charged. Close or remove the quote.',
  line_too_long:
    'Line {{line}} is longer than a row can be. Nothing was uploaded or charged. Check that each lead is on a line of its own.',
  too_many_columns:
    'The file has more than {{limit}} columns. Nothing was uploaded or charged. Remove the columns you do not need.',
  missing_column:
    'The file has no column called {{columns}}. Nothing was uploaded or charged. Download the template, or match your columns.',
  too_many_rows:
    'The file has more than {{limit}} rows. Nothing was uploaded or charged. Split it and upload the parts.',
  /** A reason this version has no sentence for. */
  other:
    'The file cannot be read. Nothing was uploaded or charged. Download the template and match the columns exactly.',
} as const;

/** What a missing column is called; a variable of the process goes by its own label. */
export const missingColumns = {
  name: 'name',
  contact: 'phone or email',
} as const;
