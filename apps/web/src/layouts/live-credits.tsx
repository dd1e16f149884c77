import { createContext, type ReactElement, type ReactNode, useContext, useSyncExternalStore } from 'react';
import { api } from '../api.ts';
import type { CreditsOverview } from '../api-types.ts';
import type { Loadable } from '../components/loaded.tsx';

/** How often the balance is asked for while the stream is down. */
const POLL_MS = 15_000;

const LiveContext = createContext(false);

function subscribeVisibility(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
}

function useVisible(): boolean {
  return useSyncExternalStore(subscribeVisibility, () => document.visibilityState === 'visible');
}

/**
 * One stream per tab and project: each change of the account arrives as a whole overview. A hidden tab closes its
 * stream, because browsers allow six connections per server over HTTP/1.1; coming back asks at once.
 */
export function LiveCredits(props: { projectId: string | null; children: ReactNode }): ReactElement {
  const visible = useVisible();
  const utils = api.useUtils();
  const projectId = props.projectId ?? '';
  const stream = api.credits.onChange.useSubscription(
    { projectId },
    {
      enabled: visible && projectId !== '',
      onData: ({ data }) => {
        const before = utils.credits.overview.getData({ projectId });
        utils.credits.overview.setData({ projectId }, data);
        // What moved the balance is listed elsewhere too: a payment, an import.
        if (before && before.seq !== data.seq) void refreshLists(utils, projectId);
      },
    },
  );
  return <LiveContext value={stream.status === 'pending'}>{props.children}</LiveContext>;
}

async function refreshLists(utils: ReturnType<typeof api.useUtils>, projectId: string): Promise<void> {
  await Promise.all([
    utils.billing.openTopUps.invalidate({ projectId }),
    utils.billing.quote.invalidate(),
    utils.invoices.list.invalidate(),
    utils.leads.imports.invalidate(),
    utils.people.organization.invalidate(),
  ]);
}

/** True while changes of the balance arrive by themselves. */
export function useLive(): boolean {
  return useContext(LiveContext);
}

/** What pages use of that query. */
export type CreditsQuery = Loadable<CreditsOverview> & { dataUpdatedAt: number };

/** The project's credits: live by the stream, every 15 s without it, and again on focus. */
export function useCredits(projectId: string): CreditsQuery {
  const live = useLive();
  return api.credits.overview.useQuery({ projectId }, { refetchInterval: live ? false : POLL_MS });
}
