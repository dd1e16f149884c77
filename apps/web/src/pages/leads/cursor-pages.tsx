import { Pagination } from '@lead-credits/ui';
import { useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';

type CursorPagesProps = {
  label: string;
  /** Where this page starts; undefined is the first one. */
  after: string | undefined;
  nextCursor: string | null;
  busy: boolean;
  onGo: (after: string | undefined) => void;
};

/** Previous and Next over a list that only knows where it continues: Previous goes back in the history. */
export function CursorPages({ label, after, nextCursor, busy, onGo }: CursorPagesProps): ReactElement | null {
  const { history } = useRouter();
  if (!nextCursor && !after) return null;
  return (
    <Pagination
      label={label}
      busy={busy}
      onPrevious={after ? () => (history.canGoBack() ? history.back() : onGo(undefined)) : undefined}
      onNext={nextCursor ? () => onGo(nextCursor) : undefined}
    />
  );
}
