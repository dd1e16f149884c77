import type { ReactElement, ReactNode } from 'react';
import { ToastProvider } from './toast.tsx';
import { type UiWords, WordsProvider } from './words.tsx';

/** Once, around the application: words and the place where a toast appears. */
export function UiProvider({ words, children }: { words: UiWords; children: ReactNode }): ReactElement {
  return (
    <WordsProvider words={words}>
      <ToastProvider>{children}</ToastProvider>
    </WordsProvider>
  );
}
