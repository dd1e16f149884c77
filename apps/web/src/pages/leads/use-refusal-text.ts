import { formatCount, middleEllipsis } from '@lead-credits/ui';
import { useTranslation } from 'react-i18next';
import type { UploadLimits } from '../../api-types.ts';
import { useErrorText } from '../../components/use-error-text.ts';
import { fileReasonText } from '../../reason-text.ts';
import type { FileRefusal } from './count-file.ts';
import type { Upload } from './use-upload.ts';

/** Decimal, as the server counts and says it. */
const MEGABYTE = 1_000_000;
/** A header can hold a thousand columns; the first ones tell what is wrong. */
const SHOWN_COLUMNS = 8;
const SHOWN_COLUMN_LENGTH = 24;

export function limitMegabytes({ fileSizeBytes }: UploadLimits): number {
  return Math.floor(fileSizeBytes / MEGABYTE);
}

/** Why the chosen file cannot go in, found by the browser or by the server; null while nothing is known against it. */
export function useRefusalText({ count, failure }: Upload, limits: UploadLimits): string | null {
  const { t } = useTranslation('leads');
  const errorText = useErrorText();
  const reasonText = useReasonText();
  if (failure?.kind === 'changed' || count.kind === 'changed') return t('upload.changed');
  if (failure?.kind === 'file') {
    const { reason } = failure.error.details;
    return typeof reason === 'string'
      ? reasonText({ reason, details: failure.error.details })
      : errorText(failure.error);
  }
  if (count.kind === 'too-large') {
    return t('upload.tooLarge', { limit: formatCount(limitMegabytes(limits)) });
  }
  return count.kind === 'refused' ? reasonText(count) : null;
}

/** The sentence, and the columns that were found where one is missing. */
function useReasonText(): (refusal: FileRefusal) => string {
  const { t } = useTranslation('leads');
  return ({ reason, details }) => {
    const sentence = fileReasonText(reason, details);
    const { header } = details;
    const names = Array.isArray(header)
      ? header.filter((name) => typeof name === 'string' && name !== '')
      : [];
    if (reason !== 'missing_column' || names.length === 0) return sentence;
    const shown = names
      .slice(0, SHOWN_COLUMNS)
      .map((name) => middleEllipsis(String(name), SHOWN_COLUMN_LENGTH));
    const columns = shown.join(', ');
    const more = names.length - shown.length;
    return `${sentence} ${more > 0 ? t('upload.foundMore', { columns, shown: formatCount(more) }) : t('upload.found', { columns })}`;
  };
}
