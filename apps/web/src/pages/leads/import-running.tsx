import { formatCount, Progress, Section } from '@lead-credits/ui';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportItem } from '../../api-types.ts';
import type { ImportPace } from './import-rate.ts';
import { useImportPace } from './use-import-pace.ts';

const MINUTE = 60;

/** How far it is, and that nobody has to wait here. */
export function ImportRunning({
  item,
  updatedAtMs,
}: {
  item: ImportItem;
  updatedAtMs: number;
}): ReactElement {
  const { t } = useTranslation('leads');
  const pace = useImportPace(item, updatedAtMs);
  const paceText = usePaceText();
  const { rows, rowsRead, creditsReserved: reserved } = item;
  const isReading = item.status === 'processing' && rows > 0;
  const counts = t('import.progress', { read: formatCount(rowsRead), rows: formatCount(rows) });
  return (
    <Section title={t('import.runningTitle')} rule={false} className="max-w-wizard">
      <div className="flex flex-col gap-2">
        <div className="flex flex-wrap justify-between gap-x-4 gap-y-1 text-body tabular-nums">
          <p role="status" className="font-medium">
            {phaseOf(item) === 'receiving' ? t('import.receiving') : t(`import.${phaseOf(item)}`)}
          </p>
          {isReading ? <p className="text-muted">{[counts, ...paceText(pace)].join(' · ')}</p> : null}
        </div>
        <Progress
          value={isReading && rowsRead < rows ? rowsRead : null}
          max={rows}
          label={t('import.runningTitle')}
          valueText={counts}
        />
      </div>
      <div className="max-w-[72ch] text-body text-muted">
        {reserved > 0 ? (
          <p>{t('import.reserved', { count: reserved, shown: formatCount(reserved) })}</p>
        ) : null}
        <p>{t('import.leave')}</p>
      </div>
    </Section>
  );
}

function phaseOf({ status, rows, rowsRead }: ImportItem): 'receiving' | 'checking' | 'adding' {
  if (status === 'receiving') return 'receiving';
  return rowsRead < rows ? 'checking' : 'adding';
}

/** "1,150 rows/s", "about 5 s left": as much as is known. */
function usePaceText(): (pace: ImportPace | null) => string[] {
  const { t } = useTranslation('leads');
  return (pace) => {
    if (!pace) return [];
    const { rowsPerSecond, secondsLeft } = pace;
    const rate = t('import.rate', { rate: formatCount(rowsPerSecond) });
    if (secondsLeft === null) return [rate];
    if (secondsLeft < MINUTE) return [rate, t('import.left', { seconds: secondsLeft })];
    return [rate, t('import.leftMinutes', { minutes: formatCount(Math.ceil(secondsLeft / MINUTE)) })];
  };
}
