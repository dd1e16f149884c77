import { Count, formatCount, formatTime, Skeleton, StatCard, StatusBadge, TextLink } from '@lead-credits/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../components/loaded.tsx';
import { useCredits } from '../../layouts/live-credits.tsx';
import { useCan, useProject } from '../../layouts/project-context.tsx';
import { paths } from '../../paths.ts';

/** The balance with its badge; held and awaiting credits stand apart. */
export function BalanceTile(): ReactElement {
  const { t } = useTranslation(['dashboard', 'common']);
  const project = useProject();
  const mayRead = useCan('billing.read');
  const credits = useCredits(project.id);
  return (
    <Loaded query={credits} skeleton={<Skeleton height={196} className="rounded-card" />}>
      {({ available, reserved, pending, debt, status, asOf }) => (
        <StatCard
          title={t('balance.title')}
          badge={<StatusBadge status={status}>{t(`common:status.${status}`)}</StatusBadge>}
          reason={debt > 0 ? t('balance.debt', { shown: formatCount(debt) }) : undefined}
          action={
            mayRead ? (
              <TextLink asChild variant="plain" className="py-1.5">
                <Link {...paths.billing(project.id)}>{t('balance.billing')}</Link>
              </TextLink>
            ) : undefined
          }
          label={t('balance.label')}
          value={<Count value={available} live />}
          facts={[
            { key: 'held', label: t('balance.held'), value: <Count value={reserved} /> },
            { key: 'awaiting', label: t('balance.awaiting'), value: <Count value={pending} /> },
          ]}
          foot={t('balance.updated', { time: formatTime(asOf) })}
        />
      )}
    </Loaded>
  );
}
