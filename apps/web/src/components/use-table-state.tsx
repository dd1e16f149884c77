import type { TableState } from '@lead-credits/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readError } from '../app-error.ts';
import { LoadError } from './load-error.tsx';
import type { Loadable } from './loaded.tsx';
import { useErrorText } from './use-error-text.ts';

type Options = {
  /** Shown where there are no rows. */
  empty: ReactNode;
  isEmpty: boolean;
  /** Other rows were asked for (next page, another filter): the old ones fade. A silent refresh does not. */
  reloading?: boolean;
};

/** The state of a table over one query. */
export function useTableState(query: Loadable<unknown>, options: Options): TableState {
  const { t } = useTranslation();
  const errorText = useErrorText();
  if (query.data !== undefined) {
    if (options.isEmpty) return { kind: 'empty', content: options.empty };
    return { kind: options.reloading ? 'reloading' : 'ready' };
  }
  if (!query.error) return { kind: 'loading' };
  const error = readError(query.error);
  const retry = (): void => void query.refetch();
  if (error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND') {
    return { kind: 'empty', content: <LoadError error={query.error} onRetry={retry} retrying={false} /> };
  }
  return {
    kind: 'error',
    reason: errorText(error),
    retryLabel: t('retry'),
    onRetry: retry,
    retrying: query.isFetching,
  };
}
