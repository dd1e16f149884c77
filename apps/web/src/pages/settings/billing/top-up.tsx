import { Section } from '@lead-credits/ui';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NoPermission } from '../../../components/no-permission.tsx';
import { useTopUps } from '../../../components/payment-status.tsx';
import { useCan, useProject } from '../../../layouts/project-context.tsx';
import { newKey } from '../../../new-key.ts';
import { paths } from '../../../paths.ts';
import { readSetting } from '../../../settings-storage.ts';
import { ReviewPayment } from './review-payment.tsx';
import { TopUpCard } from './top-up-card.tsx';
import { type Checkout, checkoutKeySetting } from './use-checkout.ts';
import { useQuote } from './use-quote.ts';
import { useResume } from './use-resume.ts';

const USUAL_UNITS = 1_000;

type TopUpProps = { checkout: Checkout; debt: number };

/** Choosing a number of credits, and the review of it before paying. */
export function TopUp({ checkout, debt }: TopUpProps): ReactElement {
  const { t } = useTranslation('billing');
  const mayWrite = useCan('billing.write');
  return (
    <Section id="self-serve-top-up" title={t('topUp.section')} rule={false}>
      {mayWrite ? <Buy checkout={checkout} debt={debt} /> : <NoPermission right="billing.write" />}
    </Section>
  );
}

/** The number in the form. A link that names another one (Top up 4) replaces it. */
function useUnits(linked: number | undefined): [number | null, (units: number | null) => void] {
  const [held, setHeld] = useState<{ linked: number | undefined; units: number | null }>({
    linked,
    units: linked ?? USUAL_UNITS,
  });
  if (held.linked !== linked) setHeld({ linked, units: linked ?? held.units });
  return [held.units, (units) => setHeld({ linked, units })];
}

function Buy({ checkout, debt }: TopUpProps): ReactElement {
  const project = useProject();
  const navigate = useNavigate();
  const search = useSearch({ from: '/signed-in/projects/$projectId/settings/billing' });
  const [units, setUnits] = useUnits(search.units);
  const quote = useQuote(project.id, units);
  const topUps = useTopUps(project.id);
  const resume = useResume(checkout);
  const { review } = search;

  const openReview = (): void => {
    checkout.reset();
    if (units === null) return;
    void navigate({
      ...paths.billing(project.id, { ...search, units, review: newKey('top-up') }),
      resetScroll: false,
    });
  };
  const closeReview = (): void =>
    void navigate({
      ...paths.billing(project.id, { ...search, review: undefined }),
      replace: true,
      resetScroll: false,
    });
  // Only what this browser began can be resumed in place; the order of this very review is not offered again.
  const same = topUps.data?.items.find((topUp) => {
    const key = readSetting(checkoutKeySetting(topUp.topUpId));
    return (
      topUp.state === 'pending' &&
      topUp.confirmingSince === null &&
      topUp.units === units &&
      topUp.unitPricePaise === quote.data?.unitPricePaise &&
      key !== null &&
      key !== review
    );
  });
  return (
    <>
      <TopUpCard
        units={units}
        onUnitsChange={setUnits}
        debt={debt}
        quote={quote}
        onReview={openReview}
        onFillProfile={() => goToAccount()}
      />
      <ReviewPayment
        open={review !== undefined}
        onClose={closeReview}
        quote={quote.isPlaceholderData ? undefined : quote.data}
        state={checkout.state}
        onContinue={() => {
          if (review && units !== null) void checkout.start({ units, key: review }, closeReview);
        }}
        same={same}
        onResume={() => {
          closeReview();
          if (same) resume({ id: same.topUpId, units: same.units });
        }}
      />
    </>
  );
}

/** The form is on this page: its first field gets the focus, which also brings it into view. */
function goToAccount(): void {
  document.querySelector<HTMLElement>('#billing-account input')?.focus();
}
