import { stateByCode } from '@lead-credits/contract';
import {
  Banner,
  Button,
  Count,
  type DescriptionItem,
  DescriptionList,
  Dialog,
  formatCount,
  formatMoney,
  formatTime,
  Icon,
  Money,
} from '@lead-credits/ui';
import { ArrowUpRightIcon, InfoIcon } from '@lead-credits/ui/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quote, TopUp } from '../../../api-types.ts';
import { useErrorText } from '../../../components/use-error-text.ts';
import { quoteLine } from './quote-line.ts';
import type { CheckoutState } from './use-checkout.ts';

export type ReviewPaymentProps = {
  open: boolean;
  onClose: () => void;
  quote: Quote | undefined;
  state: CheckoutState;
  onContinue: () => void;
  /** An open checkout over the same credits at the same price, which can be resumed instead. */
  same: TopUp | undefined;
  onResume: () => void;
};

/** Everything that will be paid, before anything is. */
export function ReviewPayment(props: ReviewPaymentProps): ReactElement {
  const { open, onClose, quote, state, onContinue } = props;
  const { t } = useTranslation(['billing', 'common']);
  const busy = state.kind === 'starting';
  return (
    <Dialog
      open={open && quote !== undefined}
      onOpenChange={(next) => {
        if (!next && !busy) onClose();
      }}
      title={t('review.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" trailingIcon={ArrowUpRightIcon} loading={busy} onClick={onContinue}>
            {t('review.continue')}
          </Button>
        </>
      }
    >
      {quote ? <ReviewBody {...props} quote={quote} /> : null}
    </Dialog>
  );
}

function ReviewBody(props: ReviewPaymentProps & { quote: Quote }): ReactElement {
  const { quote, state, same, onResume } = props;
  const { t } = useTranslation('billing');
  const errorText = useErrorText();
  const items = useReviewItems(quote);
  return (
    <div className="flex flex-col gap-4">
      {state.kind === 'refused' ? (
        <Banner tone="danger" urgent>
          {state.error === 'script' ? t('review.scriptFailed') : errorText(state.error)}
        </Banner>
      ) : null}
      {same && state.kind !== 'refused' ? (
        <Banner
          action={
            <Button variant="link" onClick={onResume}>
              {t('review.resume')}
            </Button>
          }
        >
          {t('review.reuse', {
            reference: same.reference,
            amount: formatMoney(same.amountPaise),
            time: formatTime(same.createdAt),
          })}
        </Banner>
      ) : null}
      <DescriptionList items={items} />
      <p className="flex items-start gap-2 text-body text-muted">
        <Icon icon={InfoIcon} className="mt-0.5" />
        {t('review.webhook')}
      </p>
    </div>
  );
}

function useReviewItems(quote: Quote): DescriptionItem[] {
  const { t } = useTranslation('billing');
  const { kind, values } = quoteLine(quote);
  const { billTo, repaysDebt, availableAfter } = quote;
  const items: (DescriptionItem | null)[] = [
    { key: 'type', label: t('review.type'), value: t('review.typeLeads') },
    { key: 'units', label: t('review.units'), value: <Count value={quote.units} /> },
    {
      key: 'price',
      label: t('review.price'),
      value: (
        <>
          <Money paise={quote.unitPricePaise} />{' '}
          <span className="text-muted">{t(`review.${kind}`, { rate: values.rate })}</span>
        </>
      ),
    },
    kind === 'untaxed'
      ? null
      : {
          key: 'tax',
          label: kind === 'inclusive' ? t('review.tax') : t('review.taxOnTop'),
          value: <Money paise={quote.taxPaise} />,
        },
    { key: 'billTo', label: t('review.billTo'), value: billTo?.accountName },
    {
      key: 'gstin',
      label: t('review.gstin'),
      value: billTo?.gstin ? (
        <span className="font-mono text-dense">{billTo.gstin}</span>
      ) : (
        <span className="text-muted">{t('review.noGstin')}</span>
      ),
    },
    {
      key: 'state',
      label: t('review.state'),
      value: billTo ? (stateByCode(billTo.stateCode)?.name ?? billTo.stateCode) : null,
    },
    {
      key: 'amount',
      label: t('review.amount'),
      value: <Money paise={quote.amountPaise} />,
      emphasis: 'total',
      rule: 'heavy',
    },
    {
      key: 'after',
      label: t('review.after'),
      value: (
        <>
          {repaysDebt > 0 ? (
            <span className="text-muted">
              {t('review.settlesDebt', { shown: formatCount(repaysDebt) })},{' '}
            </span>
          ) : null}
          <Count value={availableAfter} />
        </>
      ),
      rule: 'none',
    },
  ];
  return items.filter((item): item is DescriptionItem => item !== null);
}
