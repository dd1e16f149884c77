import { Button, cn, formatCount, Skeleton } from '@lead-credits/ui';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quote } from '../../../api-types.ts';
import { readError } from '../../../app-error.ts';
import { type Loadable, Loaded } from '../../../components/loaded.tsx';
import { useErrorText } from '../../../components/use-error-text.ts';
import { quoteLine } from './quote-line.ts';

type QuoteTotalProps = { query: Loadable<Quote>; stale: boolean };

/** The live total; always there, at 60 % while the server is asked, never "₹0". */
export function QuoteTotal({ query, stale }: QuoteTotalProps): ReactElement {
  const { t } = useTranslation(['billing', 'common']);
  const errorText = useErrorText();
  if (query.error && query.data === undefined) {
    const error = readError(query.error);
    const above = error.problems.some(({ reason }) => reason === 'above_maximum');
    return (
      <div role="alert" className="flex flex-col items-start gap-1 text-body text-danger">
        {above ? t('topUp.aboveMaximum') : errorText(error)}
        {above ? null : (
          <Button variant="link" loading={query.isFetching} onClick={() => void query.refetch()}>
            {t('common:retry')}
          </Button>
        )}
      </div>
    );
  }
  return (
    <Loaded query={query} skeleton={<Skeleton height={48} />}>
      {(quote) => {
        const { kind, values } = quoteLine(quote);
        return (
          <div
            role="status"
            aria-busy={stale || undefined}
            className={cn(
              'flex flex-col border-hairline border-t pt-4 transition-colors duration-120',
              stale && 'stale',
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
