import { Banner, formatCount, formatMoney } from '@lead-credits/ui';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api.ts';
import type { TopUp } from '../api-types.ts';
import { useCredits } from '../layouts/live-credits.tsx';
import { storeSetting, useSetting } from '../settings-storage.ts';
import type { Loadable } from './loaded.tsx';
import { confirmingPollMs, paymentNotice } from './payment-notice.ts';

/** The result that was read and put away. */
const SEEN_TOP_UP = 'seen-top-up';

type TopUpsQuery = Loadable<{ items: TopUp[] }> & { dataUpdatedAt: number };

/** Open checkouts and the last payment, asked for again while one is being confirmed. */
export function useTopUps(projectId: string, enabled = true): TopUpsQuery {
  return api.billing.openTopUps.useQuery(
    { projectId },
    { enabled, refetchInterval: ({ state }) => confirmingPollMs(state.data?.items ?? [], Date.now()) },
  );
}

/**
 * "Confirming payment… ₹5.00", then "5 credits added": from the server, so that a page opened again says it too.
 * Nothing where nobody pays.
 */
export function PaymentStatus({ projectId }: { projectId: string }): ReactElement | null {
  const { t } = useTranslation('payment');
  const topUps = useTopUps(projectId);
  const credits = useCredits(projectId);
  const seen = useSetting(SEEN_TOP_UP);
  if (!topUps.data) return null;
  const notice = paymentNotice(topUps.data.items, topUps.dataUpdatedAt, seen);
  if (!notice) return null;
  if (notice.kind === 'confirming') return <Confirming amountPaise={notice.amountPaise} late={notice.late} />;
  if (!credits.data) return null;
  return (
    <Banner tone="success" onDismiss={() => storeSetting(SEEN_TOP_UP, notice.topUpId)}>
      {t('added', {
        count: notice.units,
        shown: formatCount(notice.units),
        balance: formatCount(credits.data.available),
      })}{' '}
      {notice.number ? t('addedInvoice', { number: notice.number }) : null}
    </Banner>
  );
}

/** A payment was made and the webhook has not come yet. */
export function Confirming({ amountPaise, late }: { amountPaise: number; late: boolean }): ReactElement {
  const { t } = useTranslation('payment');
  return (
    <Banner
      tone={late ? 'warning' : 'info'}
      title={t('confirmingTitle', { amount: formatMoney(amountPaise) })}
    >
      {late ? t('confirmingLate') : t('confirmingText')}
    </Banner>
  );
}
