import type { ReactElement } from 'react';

/** The product's sign; decorative, its name stands beside it. */
export function Mark({ size = 20 }: { size?: number }): ReactElement {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32" className="shrink-0 text-accent">
      <rect width="32" height="32" rx="7" fill="currentColor" />
      <path d="M9 21.5V14m7 7.5v-11m7 11V17" stroke="#fff" strokeWidth="3.2" strokeLinecap="round" />
    </svg>
  );
}
