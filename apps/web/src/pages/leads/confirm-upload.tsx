import { Button, formatCount } from '@lead-credits/ui';
import { UploadIcon } from '@lead-credits/ui/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCredits } from '../../layouts/live-credits.tsx';
import { useProject } from '../../layouts/project-context.tsx';
import { UploadFailure } from './upload-failure.tsx';
import { useNow } from './use-now.ts';
import type { Upload } from './use-upload.ts';
import { whenText } from './when-text.ts';

/** "4 leads → Testing Process", what it uses and when calling starts, and the button with the number; always in reach. */
export function ConfirmUpload({ upload }: { upload: Upload }): ReactElement {
  const { t } = useTranslation('leads');
  const shown = useShownRows(upload);
  const { count, process, progress } = upload;
  const isReady = count.kind === 'counted' && process !== null;
  return (
    <div className="sticky bottom-0 flex flex-col gap-3 border-hairline border-t bg-page py-3 max-sm:-mx-4 max-sm:px-4">
      <UploadFailure upload={upload} />
      <div className="flex min-h-10 flex-wrap items-center justify-end gap-x-4 gap-y-3">
        {isReady ? (
          <div className="min-w-0 flex-1 basis-72">
            <p className="break-words font-medium text-body">
              {t('upload.into', { count: count.rows, shown, process: process.name })}
            </p>
            <CreditLine upload={upload} rows={count.rows} shown={shown} />
          </div>
        ) : null}
        <Button
          type="submit"
          variant="primary"
          size="lg"
          icon={UploadIcon}
          loading={progress !== null}
          className="max-sm:w-full"
        >
          {count.kind === 'counted'
            ? t('upload.submit', { count: count.rows, shown })
            : t('upload.submitEmpty')}
        </Button>
      </div>
    </div>
  );
}

/** The counted rows; "about 4,00,000" where a large file was only begun. */
function useShownRows({ count }: Upload): string {
  const { t } = useTranslation('leads');
  if (count.kind !== 'counted') return '';
  const rows = formatCount(count.rows);
  return count.isExact ? rows : t('upload.about', { shown: rows });
}

type CreditLineProps = { upload: Upload; rows: number; shown: string };

function CreditLine({ upload, rows, shown }: CreditLineProps): ReactElement {
  const { t } = useTranslation('leads');
  const credits = useCredits(useProject().id);
  const calling = useCallingText(upload);
  const available = credits.data?.available;
  const isShort = available !== undefined && rows > available;
  const facts = [
    available === undefined
      ? null
      : isShort
        ? t('upload.short', {
            shown,
            available: formatCount(available),
            shortage: formatCount(rows - available),
          })
        : t('upload.uses', { shown, available: formatCount(available) }),
    isShort ? null : calling,
  ];
  return (
    <p className="text-dense text-muted tabular-nums">{facts.filter((fact) => fact !== null).join(' · ')}</p>
  );
}

function useCallingText({ process, initialize }: Upload): string {
  const { t } = useTranslation('leads');
  const now = useNow();
  if (!initialize || !process) return t('upload.startsNever');
  if (process.startDelaySeconds === 0) return t('upload.startsAtOnce');
  const start = new Date(now + process.startDelaySeconds * 1_000);
  return t('upload.starts', { time: whenText(start, now) });
}
