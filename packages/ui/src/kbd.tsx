import type { ReactElement, ReactNode } from 'react';

/** A key, 20 high, hidden on touch. Write the platform's symbol: ⌘ or Ctrl. */
export function Kbd({ children }: { children: ReactNode }): ReactElement {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded-badge border border-edge bg-subtle px-1 font-sans text-meta text-muted pointer-coarse:hidden">
      {children}
    </kbd>
  );
}
