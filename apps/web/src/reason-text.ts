import { fileReasons, missingColumns } from '@lead-credits/messages/en/file-reasons';
import { rowReasons, wholeRowReasons } from '@lead-credits/messages/en/row-reasons';
import { fillFileReason, fillRowReason } from '@lead-credits/messages/reasons';
import { words } from './words.ts';

/** What is wrong with one row of a lead file; `column` is empty where the whole row is meant. */
export function rowReasonText(
  code: string,
  column: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return fillRowReason(words, { rowReasons, wholeRowReasons }, { code, column, params });
}

/** Why a whole lead file is refused; every text says that nothing was uploaded or charged. */
export function fileReasonText(reason: string, details: Readonly<Record<string, unknown>> = {}): string {
  return fillFileReason(words, { fileReasons, missingColumns }, { code: reason, details });
}
