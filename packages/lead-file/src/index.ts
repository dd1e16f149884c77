export { blobBytes } from './blob-bytes.ts';
export { asciiDigits, cleanMultilineText, cleanText, detach, isBlank } from './clean-text.ts';
export { countFileRows, type FileRows } from './count-file-rows.ts';
export { countLeadRows, isLeadRow, type RowCount } from './count-rows.ts';
export { CSV_BOM, csvCell, csvRecord, stripFormulaGuard } from './csv-escape.ts';
export { CsvParser, type CsvParserOptions, type RawRow, type RowProblem } from './csv-parser.ts';
export {
  type DecodeOptions,
  decodeCsv,
  type LeadFile,
  type OpenBytes,
  type OpenOptions,
  openLeadFile,
} from './decode.ts';
export { decodeText, type Encoding } from './decode-text.ts';
export { type EmailResult, normalizeEmail } from './email.ts';
export { type HeaderMatch, headerKey, matchHeader } from './header-match.ts';
export type { Concept, LeadField } from './header-words.ts';
export { identityOf } from './identity.ts';
export { ByteInspector, detectEncoding, type Inspection, inspectBytes } from './inspect-bytes.ts';
export {
  LEAD_FILE_REASONS,
  LeadFileError,
  type LeadFileErrorCode,
  type LeadFileErrorDetails,
  type LeadFileReason,
  type MissingColumn,
} from './lead-file-error.ts';
export { FILE_LIMITS, type FileLimits, LEAD_LIMITS } from './limits.ts';
export {
  type Column,
  type ColumnMap,
  type ColumnUse,
  headerScore,
  isReservedVariableName,
  type MapResult,
  mapColumns,
} from './map-columns.ts';
export { type Extra, type MappedRow, mapProgramLead, mapRow, type ProgramLead } from './map-row.ts';
export { normalizePhone } from './phone.ts';
export { type CellType, PHONE_REASONS, type PhoneReason, type PhoneResult } from './phone-reasons.ts';
export { type LeadProcess, labelOf, type ProcessVariable, type VariableType } from './process.ts';
export { ROW_REASONS, type RowIssue, type RowReason } from './row-reasons.ts';
export { type FileKind, sniffKind } from './sniff.ts';
export { templateCsv, templateHeader } from './template-csv.ts';
export { type LeadFields, type RowResult, validateRow } from './validate-row.ts';
export { readVariable, type ValueResult, type VariableValue } from './variable-value.ts';
