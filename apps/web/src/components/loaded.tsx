import type { ReactElement, ReactNode } from 'react';
import { LoadError } from './load-error.tsx';

/** What every query answers, as far as a page must care. */
export type Loadable<Data> = {
  data: Data | undefined;
  error: unknown;
  isFetching: boolean;
  refetch: () => Promise<unknown>;
};

type LoadedProps<Data> = {
  query: Loadable<Data>;
  /** The same height as what comes. */
  skeleton: ReactNode;
  children: (data: Data) => ReactNode;
};

/** First load, failure with Retry, content. Content that is there stays while it is read again. */
export function Loaded<Data>({ query, skeleton, children }: LoadedProps<Data>): ReactElement {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) {
    return <LoadError error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />;
  }
  return <>{skeleton}</>;
}
