import { Skeleton } from '@lead-credits/ui';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api.ts';
import { Page } from '../../components/page.tsx';
import { PaymentStatus } from '../../components/payment-status.tsx';
import { useCan, useProject } from '../../layouts/project-context.tsx';
import { BalanceTile } from './balance-tile.tsx';
import { Checklist } from './checklist.tsx';
import { NextTile } from './next-tile.tsx';
import { RECENT_IMPORTS, RecentImports } from './recent-imports.tsx';

/** How often running imports are asked for. */
const RUNNING_MS = 2_000;

/** Balance, what to do next, running and recent imports. */
export function DashboardPage(): ReactElement {
  const { t } = useTranslation('dashboard');
  const project = useProject();
  const mayPay = useCan('billing.write');
  const imports = api.leads.imports.useQuery(
    { projectId: project.id, limit: RECENT_IMPORTS },
    {
      refetchInterval: ({ state }) =>
        state.data?.items.some(({ status }) => status === 'processing' || status === 'receiving')
          ? RUNNING_MS
          : false,
    },
  );
  const items = imports.data?.items;
  return (
    <Page title={t('title')}>
      {mayPay ? <PaymentStatus projectId={project.id} /> : null}
      <div className="@container">
        <div className="grid @3xl:grid-cols-2 grid-cols-1 gap-4">
          <BalanceTile />
          {items === undefined ? (
            imports.error ? null : (
              <Skeleton height={196} className="rounded-card" />
            )
          ) : items.length === 0 ? (
            <Checklist />
          ) : (
            <NextTile imports={items} />
          )}
        </div>
      </div>
      <RecentImports query={imports} />
    </Page>
  );
}
