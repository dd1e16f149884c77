import { Button, Count, formatCount, formatTime, Skeleton, StatCard, StatusBadge } from '@lead-credits/ui';
import { RefreshCwIcon } from '@lead-credits/ui/icons';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreditsOverview } from '../../../api-types.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { type CreditsQuery, useLive } from '../../../layouts/live-credits.tsx';

/** A shorter turn of the icon would be seen as a flicker. */
const MIN_SPIN_MS = 300;

type CreditOverviewProps = {
  credits: CreditsQuery;
  /** Reads everything on the page again. */
  onRefresh: () => Promise<unknown>;
};

/** The project's credits: what is available, and apart from it what is held and awaits payment. */
export function CreditOverview({ credits, onRefresh }: CreditOverviewProps): ReactElement {
  return (
    <Loaded query={credits} skeleton={<Skeleton height={278} className="rounded-card" />}>
      {(overview) => <Overview overview={overview} readAt={credits.dataUpdatedAt} onRefresh={onRefresh} />}
    </Loaded>
  );
}

type OverviewProps = { overview: CreditsOverview; readAt: number; onRefresh: () => Promise<unknown> };

function Overview({ overview, readAt, onRefresh }: OverviewProps): ReactElement {
  const { t } = useTranslation(['billing', 'common']);
  const live = useLive();
  const [spinning, setSpinning] = useState(false);
  const { projectName, available, reserved, consumed, pending, debt, status, lowThreshold } = overview;
  const refresh = async (): Promise<void> => {
    setSpinning(true);
    await Promise.allSettled([onRefresh(), new Promise((resolve) => setTimeout(resolve, MIN_SPIN_MS))]);
    setSpinning(false);
  };
  const time = formatTime(new Date(readAt));
  const reason =
    debt > 0
      ? t('overview.debt', { shown: formatCount(debt) })
      : status === 'low' && lowThreshold !== null
        ? t('overview.atOrBelow', { shown: formatCount(lowThreshold) })
        : undefined;
  return (
    <StatCard
      className="flex-1"
      title={
        <>
          <span className="block font-normal text-meta text-muted">{t('overview.card')}</span>
          {projectName}
        </>
      }
      badge={<StatusBadge status={status}>{t(`common:status.${status}`)}</StatusBadge>}
      reason={reason}
      action={
        <Button
          size="sm"
          variant="ghost"
          icon={RefreshCwIcon}
          loading={spinning}
          onClick={() => void refresh()}
          className="-mt-1 -mr-2"
        >
          {t('overview.refresh')}
        </Button>
      }
      label={t('overview.label')}
      value={<Count value={available} live />}
      facts={[
        { key: 'held', label: t('overview.held'), value: <Count value={reserved} /> },
        { key: 'awaiting', label: t('overview.awaiting'), value: <Count value={pending} /> },
        { key: 'used', label: t('overview.used'), value: <Count value={consumed} /> },
      ]}
      foot={
        <>
          {debt > 0 ? (
            <span className="mb-2 block text-body text-ink">
              {t('overview.debtText', { count: debt, shown: formatCount(debt) })}
            </span>
          ) : null}
          {live ? t('overview.live', { time }) : t('overview.updated', { time })}
        </>
      }
    />
  );
}
