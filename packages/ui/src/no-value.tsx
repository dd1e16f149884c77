import type { ReactElement, ReactNode } from 'react';
import { useWords } from './words.tsx';

/** An empty cell: "–", with the reason read aloud. Zero is "0", not this. */
export function NoValue({ reason }: { reason?: ReactNode }): ReactElement {
  const words = useWords();
  return (
    <span className="text-muted">
      <span aria-hidden>–</span>
      <span className="sr-only">{reason ?? words.none}</span>
    </span>
  );
}
