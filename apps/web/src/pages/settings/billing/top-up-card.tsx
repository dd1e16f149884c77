import { Button, Card, CardHeader, Field, formatCount, NumberStepper, StepperPreset } from '@lead-credits/ui';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quote } from '../../../api-types.ts';
import type { Loadable } from '../../../components/loaded.tsx';
import { QuoteTotal } from './quote-total.tsx';
import { MAX_UNITS } from './use-quote.ts';

const PRESETS = [1_000, 5_000, 25_000] as const;

export type TopUpCardProps = {
  units: number | null;
  onUnitsChange: (units: number | null) => void;
  /** Credits owed: offered as a quick choice. */
  debt: number;
  /** The server's answer for `units`, or for the number before while it is asked. */
  quote: Loadable<Quote> & { isPlaceholderData: boolean };
  onReview: () => void;
  /** The server is asked whether this number can be paid. */
  opening: boolean;
  /** Goes to the form that must be saved first. */
  onFillProfile: () => void;
};

/** "Buy leads securely": how many, what they cost, Review and pay. */
export function TopUpCard(props: TopUpCardProps): ReactElement {
  const { units, onUnitsChange, debt, quote, onReview, opening, onFillProfile } = props;
  const { t } = useTranslation('billing');
  const [asked, setAsked] = useState(false);
  const problem = useProblem(props);
  const profileMissing = quote.data?.blockedBy === 'profile_missing';
  const review = (): void => {
    setAsked(true);
    if (!problem && !profileMissing) onReview();
  };
  const change = (next: number | null): void => {
    setAsked(false);
    onUnitsChange(next);
  };
  const choices = debt > 0 ? [debt, ...PRESETS] : PRESETS;
  return (
    <Card className="flex flex-1 flex-col gap-4">
      <CardHeader title={t('topUp.card')} description={t('topUp.description')} />
      <Field
        label={t('topUp.units')}
        group
        error={problem && (asked || units !== null) ? problem : undefined}
      >
        <NumberStepper
          value={units}
          onValueChange={change}
          min={1}
          max={MAX_UNITS}
          name="units"
          decreaseLabel={t('topUp.decrease')}
          increaseLabel={t('topUp.increase')}
        />
        <fieldset aria-label={t('topUp.presets')} className="flex flex-wrap gap-2">
          {choices.map((choice) => (
            <StepperPreset key={choice} active={units === choice} onClick={() => change(choice)}>
              {choice === debt ? t('topUp.cover', { shown: formatCount(debt) }) : formatCount(choice)}
            </StepperPreset>
          ))}
        </fieldset>
      </Field>
      <QuoteTotal query={quote} stale={quote.isPlaceholderData || units === null} />
      <div className="flex flex-col gap-2">
        <Button variant="primary" size="lg" block loading={opening} onClick={review}>
          {t('topUp.review')}
        </Button>
        {asked && profileMissing ? (
          <p role="alert" className="text-body text-danger">
            {t('topUp.profileMissing')}{' '}
            <Button variant="link" className="touch:h-auto" onClick={onFillProfile}>
              {t('topUp.fillProfile')}
            </Button>
          </p>
        ) : null}
      </div>
    </Card>
  );
}

/** What is wrong with the number; the server's minimum is measured on the total payable. */
function useProblem({ units, quote }: TopUpCardProps): string | null {
  const { t } = useTranslation('billing');
  if (units === null || units < 1) return t('topUp.enterUnits');
  if (units > MAX_UNITS) return t('topUp.tooMany', { shown: formatCount(MAX_UNITS) });
  if (!quote.data || quote.isPlaceholderData || !quote.data.belowMinimum) return null;
  const { minimumUnits } = quote.data;
  return t('topUp.belowMinimum', { count: minimumUnits, shown: formatCount(minimumUnits) });
}
