import { DescriptionList, formatCount, formatPercent, Section, SegmentedBar } from '@lead-credits/ui';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportItem } from '../../api-types.ts';
import { useResultLabel } from './use-result-label.ts';

/** rows = accepted + failed + duplicate, and what became of the reserved credits. */
export function ImportReceipt({ item }: { item: ImportItem }): ReactElement {
  const { t } = useTranslation('leads');
  const resultLabel = useResultLabel();
  const { rows, accepted, failed, duplicates } = item;
  return (
    <Section title={t('import.result')}>
      <div className="grid grid-cols-1 gap-x-4 gap-y-6 lg:grid-cols-2">
        <div className="flex max-w-120 flex-col gap-3">
          <p className="flex flex-col">
            <span className="text-body text-muted">{t('import.rate100')}</span>
            <span className="font-semibold text-stat tabular-nums">{formatPercent(accepted, rows)}</span>
          </p>
          <SegmentedBar
            label={resultLabel(item)}
            total={t('import.equals', { count: rows, shown: formatCount(rows) })}
            segments={[
              { key: 'accepted', label: t('import.accepted'), value: accepted, tone: 'success' },
              { key: 'failed', label: t('import.failed'), value: failed, tone: 'danger' },
              { key: 'duplicates', label: t('import.duplicates'), value: duplicates, tone: 'neutral' },
            ]}
          />
        </div>
        <div className="flex max-w-120 flex-col">
          <h3 className="text-body text-muted">{t('import.credits')}</h3>
          <Credits item={item} />
        </div>
      </div>
    </Section>
  );
}

function Credits({ item }: { item: ImportItem }): ReactElement {
  const { t } = useTranslation('leads');
  return (
    <DescriptionList
      items={[
        { key: 'reserved', label: t('import.creditsReserved'), value: formatCount(item.creditsReserved) },
        { key: 'released', label: t('import.creditsReleased'), value: formatCount(item.creditsReleased) },
        {
          key: 'consumed',
          label: t('import.creditsConsumed'),
          value: formatCount(item.creditsConsumed),
          emphasis: 'total',
          rule: 'heavy',
        },
      ]}
    />
  );
}
