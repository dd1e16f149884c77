import type { ReactNode } from 'react';

export type DropZoneState =
  | { kind: 'rest' }
  /** `progress` 0 to 1, or null while nobody knows. */
  | { kind: 'reading'; fileName: string; detail: ReactNode; progress: number | null; progressText: string }
  /** `detail`: size and "~4 rows detected". */
  | { kind: 'ready'; fileName: string; detail: ReactNode }
  | { kind: 'refused'; fileName: string; reason: ReactNode };

export type DropZoneWords = {
  /** "Drop a CSV or Excel file, or" — the browse button follows. */
  prompt: ReactNode;
  browse: string;
  /** While a file hangs over the page. */
  over: ReactNode;
  /** While a file of another kind hangs over the page. */
  wrongType: ReactNode;
  replace: string;
  remove: string;
  chooseAnother: string;
};
