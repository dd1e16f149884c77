import { useSyncExternalStore } from 'react';

/**
 * Small things this browser remembers (theme, folded sidebar, last project). Never anything of the server's.
 * A browser that refuses storage keeps them until the page is closed.
 */
const PREFIX = 'lead-credits.';
const memory = new Map<string, string>();
const listeners = new Set<() => void>();

/** What was stored under this name; null for nothing. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return memory.get(name) ?? null;
  }
}

/** Stores, or forgets with null; every `useSetting` of this tab hears of it, other tabs too. */
export function storeSetting(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
  } catch {
    if (value === null) memory.delete(name);
    else memory.set(name, value);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** A remembered setting that stays current. */
export function useSetting(name: string): string | null {
  return useSyncExternalStore(subscribe, () => readSetting(name));
}
