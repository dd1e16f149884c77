import { useSyncExternalStore } from 'react';

/** Whether a media query matches now; follows changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Narrower than 640 px: tables become lists and dialogs become sheets. */
export function usePhone(): boolean {
  return useMedia('(width < 40rem)');
}
