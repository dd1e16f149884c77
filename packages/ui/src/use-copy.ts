import { useEffect, useState } from 'react';

const COPIED_MS = 2_000;

/** Copies text and says so for two seconds. Where the clipboard is closed to the page, nothing is claimed. */
export function useCopy(): { copied: boolean; copy: (text: string) => void } {
  const [copiedAt, setCopiedAt] = useState<number | null>(null);
  useEffect(() => {
    if (copiedAt === null) return;
    const timer = setTimeout(() => setCopiedAt(null), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copiedAt]);
  const copy = (text: string): void => {
    navigator.clipboard.writeText(text).then(
      () => setCopiedAt(Date.now()),
      () => setCopiedAt(null),
    );
  };
  return { copied: copiedAt !== null, copy };
}
