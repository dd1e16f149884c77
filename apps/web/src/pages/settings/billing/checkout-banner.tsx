import { Banner, Button, formatMoney } from '@lead-credits/ui';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirming, PaymentStatus, useTopUps } from '../../../components/payment-status.tsx';
import type { Checkout } from './use-checkout.ts';

type CheckoutBannerProps = { projectId: string; checkout: Checkout };

/** One message about paying: what this page saw of it, else what the server knows. */
export function CheckoutBanner({ projectId, checkout }: CheckoutBannerProps): ReactElement | null {
  const { t } = useTranslation('billing');
  const { state, reopen, reset } = checkout;
  const topUps = useTopUps(projectId);
  const paidId = 'order' in state ? state.order.topUpId : null;
  const known = topUps.data?.items.find(({ topUpId }) => topUpId === paidId);
  // The webhook may have settled what the overlay called failed or dismissed: the server has the last word.
  if (known && (known.state === 'paid' || known.confirmingSince))
    return <PaymentStatus projectId={projectId} />;
  if (state.kind === 'failed') {
    const amount = formatMoney(state.order.amountPaise);
    return (
      <Banner
        tone="danger"
        urgent
        title={t('checkout.failedTitle', { amount })}
        action={
          <Button variant="link" onClick={() => reopen(state.order)}>
            {t('checkout.tryAgain')}
          </Button>
        }
        onDismiss={reset}
      >
        {state.reason ? `${t('checkout.failedBank', { reason: state.reason.replace(/\.$/, '') })} ` : null}
        {t('checkout.failedText')}
      </Banner>
    );
  }
  if (state.kind === 'dismissed') {
    return (
      <Banner
        tone="info"
        title={t('checkout.dismissedTitle')}
        action={
          <Button variant="link" onClick={() => reopen(state.order)}>
            {t('checkout.resume')}
          </Button>
        }
        onDismiss={reset}
      >
        {t('checkout.dismissedText', { amount: formatMoney(state.order.amountPaise) })}
      </Banner>
    );
  }
  if (state.kind === 'paid' && !state.told) {
    return (
      <Banner tone="warning" urgent>
        {t('checkout.tellFailed', { amount: formatMoney(state.order.amountPaise) })}
      </Banner>
    );
  }
  if (state.kind === 'paid') return <Confirming amountPaise={state.order.amountPaise} late={false} />;
  return <PaymentStatus projectId={projectId} />;
}
