import type { AppRouter } from '@lead-credits/api';
import { QueryCache, QueryClient } from '@tanstack/react-query';
import {
  createTRPCQueryUtils,
  createTRPCReact,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
} from '@trpc/react-query';
import { readError } from './app-error.ts';

/** Hooks of every procedure: `api.credits.overview.useQuery({ projectId })`. */
export const api = createTRPCReact<AppRouter>();

/** Longest address of a batched read; above it the batch is split (proxies cut at 8 kB). */
const MAX_URL_LENGTH = 4_000;
const MAX_RETRIES = 2;

/** Subscriptions run over server-sent events, everything else in batches; both with the session cookie. */
export const apiClient = api.createClient({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url: '/trpc' }),
      false: httpBatchLink({ url: '/trpc', maxURLLength: MAX_URL_LENGTH }),
    }),
  ],
});

let onSignedOut: () => void = () => undefined;

/** Told when any read answers that nobody is signed in. Set once by main.tsx. */
export function listenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (readError(error).code === 'UNAUTHENTICATED') onSignedOut();
    },
  }),
  defaultOptions: {
    queries: {
      // An answer of the server stays its answer; only an unreachable server is asked again.
      retry: (failures, error) => readError(error).code === 'UNREACHABLE' && failures < MAX_RETRIES,
      staleTime: 2_000,
      refetchOnWindowFocus: 'always',
    },
    mutations: { retry: false },
  },
});

/** The same procedures outside components: what a route needs before it shows. */
export const apiUtils = createTRPCQueryUtils<AppRouter>({ queryClient, client: apiClient });
