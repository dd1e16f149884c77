import { readSetting, storeSetting, useSetting } from './settings-storage.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The same key is read by public/theme.js before the first paint. */
const THEME = 'theme';

function toTheme(stored: string | null): Theme {
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** The theme this browser shows. */
export function useTheme(): Theme {
  return toTheme(useSetting(THEME));
}

/** Shows a theme at once and keeps it in this browser. */
export function chooseTheme(theme: Theme): void {
  storeSetting(THEME, theme === 'system' ? null : theme);
  document.documentElement.dataset['theme'] = toTheme(readSetting(THEME));
}
