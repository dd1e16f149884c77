import { cn, formatCount, Skeleton } from '@lead-credits/ui';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quote } from '../../../api-types.ts';
import { readError } from '../../../app-error.ts';
import { type Loadable, Loaded } from '../../../components/loaded.tsx';
import { quoteLine } from './quote-line.ts';

type QuoteTotalProps = { query: Loadable<Quote>; stale: boolean };

/** The live total; always there, at 60 % while the server is asked, never "₹0". */
export function QuoteTotal({ query, stale }: QuoteTotalProps): ReactElement {
  const { t } = useTranslation('billing');
  const above = query.error
    ? readError(query.error).problems.some(({ reason }) => reason === 'above_maximum')
    : false;
  if (above) return <p className="text-body text-danger">{t('topUp.aboveMaximum')}</p>;
  return (
    <Loaded query={query} skeleton={<Skeleton height={48} />}>
      {(quote) => {
        const { kind, values } = quoteLine(quote);
        return (
          <div
            role="status"
            aria-busy={stale || undefined}
            className={cn(
              'flex flex-col border-hairline border-t pt-4 transition-opacity duration-120',
              stale && 'opacity-60',
            )}
          >
            <p className="flex items-baseline justify-between gap-4">
              <span className="text-body text-muted">{t('topUp.total')}</span>
              <span className="font-semibold text-title tabular-nums">{values.total}</span>
            </p>
            <p className="text-meta text-muted tabular-nums">{t(`topUp.${kind}`, values)}</p>
            {quote.repaysDebt > 0 ? (
              <p className="mt-2 text-body">
                {t('topUp.debt', {
                  debt: formatCount(quote.repaysDebt),
                  units: values.units,
                  rest: formatCount(quote.units - quote.repaysDebt),
                })}
              </p>
            ) : null}
          </div>
        );
      }}
    </Loaded>
  );
}
