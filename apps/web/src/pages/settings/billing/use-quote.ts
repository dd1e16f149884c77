import { keepPreviousData } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { api } from '../../../api.ts';
import type { Quote } from '../../../api-types.ts';
import type { Loadable } from '../../../components/loaded.tsx';

/** Most credits one top-up may buy: MAX_TOP_UP_UNITS of the contract, repeated so that no schema is loaded for it. */
export const MAX_UNITS = 10_000_000;

/** What `units` cost, from the server; the answer before stays while it is asked. */
export function useQuote(
  projectId: string,
  units: number | null,
): Loadable<Quote> & { isPlaceholderData: boolean } {
  const asked = useDeferredValue(units) ?? 0;
  const query = api.billing.quote.useQuery(
    { projectId, units: asked },
    { enabled: asked >= 1 && asked <= MAX_UNITS, placeholderData: keepPreviousData },
  );
  return { ...query, isPlaceholderData: query.isPlaceholderData || asked !== units };
}
