import { Banner, formatCount } from '@lead-credits/ui';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportDetail, ImportItem } from '../../api-types.ts';
import { HeldLeads } from './held-leads.tsx';
import { ImportReceipt } from './import-receipt.tsx';
import { DuplicateRows, FailedRows } from './import-rows.tsx';
import { Outcome } from './outcome.tsx';
import { useNow } from './use-now.ts';
import { whenText } from './when-text.ts';

/** The receipt of a finished upload: what went in, what did not and why, what was charged. */
export function ImportResult({ detail }: { detail: ImportDetail }): ReactElement {
  const { t } = useTranslation('leads');
  const { accepted, failed } = detail.import;
  return (
    <>
      <div className="grid max-w-page grid-cols-1 gap-4 lg:grid-cols-2">
        {accepted > 0 ? <Uploaded item={detail.import} /> : null}
        {failed > 0 ? (
          <Outcome tone="warning" title={t('import.failedTitle')} count={failed}>
            {t('import.notCharged', { count: failed, shown: formatCount(failed) })}
          </Outcome>
        ) : null}
        {accepted === 0 && failed === 0 ? (
          <Banner tone="info" title={t('import.nothingTitle')}>
            {t('import.nothing')}
          </Banner>
        ) : null}
      </div>
      <ImportReceipt item={detail.import} />
      <FailedRows detail={detail} />
      <DuplicateRows detail={detail} />
    </>
  );
}

function Uploaded({ item }: { item: ImportItem }): ReactElement {
  const { t } = useTranslation('leads');
  const calling = useCallingText(item);
  const { accepted, rows } = item;
  const shown = formatCount(accepted);
  if (!item.initialize) return <HeldLeads item={item} />;
  return (
    <Outcome tone="success" title={t('import.uploadedTitle')} count={accepted}>
      {accepted === rows
        ? t('import.addedAll', { count: accepted, shown })
        : t('import.added', { count: accepted, shown, rows: formatCount(rows) })}{' '}
      {calling}
    </Outcome>
  );
}

function useCallingText({ startsAt }: ImportItem): string {
  const { t } = useTranslation('leads');
  const now = useNow();
  if (startsAt === null) return '';
  const time = whenText(startsAt, now);
  return Date.parse(startsAt) > now
    ? t('import.callingStarts', { time })
    : t('import.callingStarted', { time });
}
