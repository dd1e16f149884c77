import type { en } from '@lead-credits/messages';
import { common } from '@lead-credits/messages/en/common';
import { errors } from '@lead-credits/messages/en/errors';
import { navigation } from '@lead-credits/messages/en/navigation';
import { createInstance } from 'i18next';

/** The catalogue of the browser: the frame's words at once, a page's words together with the page. */
export const words = createInstance();
void words.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { common, errors, navigation } },
  ns: ['common', 'errors', 'navigation'],
  defaultNS: 'common',
  initAsync: false,
  interpolation: { escapeValue: false },
  returnNull: false,
});

const AREAS = {
  billing: async () => (await import('@lead-credits/messages/en/billing')).billing,
  dashboard: async () => (await import('@lead-credits/messages/en/dashboard')).dashboard,
  leads: async () => (await import('@lead-credits/messages/en/leads')).leads,
  payment: async () => (await import('@lead-credits/messages/en/payment')).payment,
  session: async () => (await import('@lead-credits/messages/en/session')).session,
  settings: async () => (await import('@lead-credits/messages/en/settings')).settings,
} satisfies { [Area in keyof typeof en]?: () => Promise<(typeof en)[Area]> };

/** A part of the catalogue that comes with the pages that say it. */
export type WordArea = keyof typeof AREAS;

/** Makes an area's words known before a page that says them is drawn. */
export async function loadWords(area: WordArea): Promise<void> {
  if (words.hasResourceBundle('en', area)) return;
  words.addResourceBundle('en', area, await AREAS[area]());
}
