import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import type { Age } from './format.ts';

/** The few words the primitives say by themselves. The application gives them once, in the reader's language. */
export type UiWords = {
  close: string;
  dismiss: string;
  copy: string;
  copied: string;
  loading: string;
  show: string;
  hide: string;
  previous: string;
  next: string;
  optional: string;
  /** Read aloud in place of "–". */
  none: string;
  clearSelection: string;
  notifications: string;
  /** "4 min ago" */
  ago: (age: Age) => string;
};

const WordsContext = createContext<UiWords | null>(null);

export function WordsProvider({ words, children }: { words: UiWords; children: ReactNode }): ReactElement {
  return <WordsContext value={words}>{children}</WordsContext>;
}

/** The words given to `UiProvider`. Throws outside one: a primitive without words would be mute. */
export function useWords(): UiWords {
  const words = useContext(WordsContext);
  if (!words) throw new Error('UiProvider is missing above this component');
  return words;
}
