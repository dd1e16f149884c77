import { createInstance, type i18n } from 'i18next';
import { en } from './en/index.ts';
import { fillFileReason, fillRowReason } from './reason-text.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof en;
  }
}

export const LANGUAGES = ['en'] as const;
export type Language = (typeof LANGUAGES)[number];
export { en };

/** The catalogue for one language, ready at once. React escapes what it prints; mails and PDFs do it themselves. */
export function createMessages(language: Language = 'en'): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en },
    ns: Object.keys(en),
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}

const english = createMessages('en');

/** What an error code says, in English: the message of plain routes and of the SDK. */
export function errorMessage(
  code: keyof typeof en.errors,
  details: Readonly<Record<string, unknown>> = {},
): string {
  // Which details a code carries is known at run time only, so the interpolator is called without t's key typing.
  return english.services.interpolator.interpolate(en.errors[code], { ...details }, 'en', {});
}

/**
 * What is wrong with one row of a lead file, in English: one or two sentences. `column` is the header as the file writes it,
 * empty where the whole row is meant. A code without a sentence of its own gets a general one.
 */
export function rowReasonText(
  code: string,
  column: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return fillRowReason(english, en, { code, column, params });
}

/**
 * Why a whole lead file is refused, in English; every text says that nothing was uploaded or charged. `details` are those
 * of the error: `line`, `limit`, `missing`.
 */
export function fileReasonText(reason: string, details: Readonly<Record<string, unknown>> = {}): string {
  return fillFileReason(english, en, { code: reason, details });
}
