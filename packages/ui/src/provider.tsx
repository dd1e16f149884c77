import { Tooltip } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { ToastProvider } from './toast.tsx';
import { type UiWords, WordsProvider } from './words.tsx';

/** Once, around the application: words, one tooltip delay (250 ms) and the place where a toast appears. */
export function UiProvider({ words, children }: { words: UiWords; children: ReactNode }): ReactElement {
  return (
    <WordsProvider words={words}>
      <Tooltip.Provider delayDuration={250} skipDelayDuration={300}>
        <ToastProvider>{children}</ToastProvider>
      </Tooltip.Provider>
    </WordsProvider>
  );
}
