import type { ReactElement, ReactNode } from 'react';
import { Button } from './button.tsx';
import { ChevronLeftIcon, ChevronRightIcon } from './icons.ts';
import { useWords } from './words.tsx';

export type PaginationProps = {
  /** Spoken name of the navigation. */
  label: string;
  /** "1–50 of 4,812" */
  summary?: ReactNode;
  /** Absent on the first page. */
  onPrevious?: (() => void) | undefined;
  /** Absent on the last page. */
  onNext?: (() => void) | undefined;
  /** The next page is being fetched. */
  busy?: boolean;
};

/** Pages by cursor: where we are, Previous, Next. A direction that does not exist is disabled. */
export function Pagination({
  label,
  summary,
  onPrevious,
  onNext,
  busy,
}: PaginationProps): ReactElement | null {
  const words = useWords();
  if (!summary && !onPrevious && !onNext) return null;
  return (
    <nav aria-label={label} aria-busy={busy || undefined} className="flex items-center justify-between gap-4">
      <p className="text-dense text-muted tabular-nums">{summary}</p>
      {onPrevious || onNext ? (
        <div className="flex gap-2">
          <Button size="sm" icon={ChevronLeftIcon} disabled={!onPrevious} onClick={onPrevious}>
            {words.previous}
          </Button>
          <Button size="sm" trailingIcon={ChevronRightIcon} disabled={!onNext} onClick={onNext}>
            {words.next}
          </Button>
        </div>
      ) : null}
    </nav>
  );
}
