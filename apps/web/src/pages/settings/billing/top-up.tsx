import { Section } from '@lead-credits/ui';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api.ts';
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

const BILLING = '/signed-in/projects/$projectId/settings/billing';
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

type OpenReview = { openReview: () => void; opening: boolean };

/**
 * Opens the review once the server has said what this very number costs: the total on the page may still be that of the
 * number before, and a quick click must not be lost.
 */
function useOpenReview(units: number | null, checkout: Checkout): OpenReview {
  const project = useProject();
  const navigate = useNavigate();
  const search = useSearch({ from: BILLING });
  const utils = api.useUtils();
  const [opening, setOpening] = useState(false);
  const ask = async (asked: number): Promise<void> => {
    checkout.reset();
    setOpening(true);
    try {
      const { belowMinimum, blockedBy } = await utils.billing.quote.fetch({
        projectId: project.id,
        units: asked,
      });
      if (belowMinimum || blockedBy) return;
      await navigate({
        ...paths.billing(project.id, { ...search, units: asked, review: newKey('top-up') }),
        resetScroll: false,
      });
    } catch {
      // The total stands on the same question and says why there is no answer.
    } finally {
      setOpening(false);
    }
  };
  return { openReview: () => void (units !== null && ask(units)), opening };
}

function Buy({ checkout, debt }: TopUpProps): ReactElement {
  const project = useProject();
  const navigate = useNavigate();
  const search = useSearch({ from: BILLING });
  const [units, setUnits] = useUnits(search.units);
  const quote = useQuote(project.id, units);
  const topUps = useTopUps(project.id);
  const resume = useResume(checkout);
  const { openReview, opening } = useOpenReview(units, checkout);
  const { review } = search;

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
        opening={opening}
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
