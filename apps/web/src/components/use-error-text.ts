import { formatCount } from '@lead-credits/ui';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../app-error.ts';

/** Numbers of an error as people read them; everything else as it is. */
function shownDetails(details: AppError['details']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'number' && Number.isSafeInteger(value) ? formatCount(value) : value,
    ]),
  );
}

/** Gives the sentence of an error in the reader's language: what happened, what was not charged, what to do. */
export function useErrorText(): (error: AppError) => string {
  const { t, i18n } = useTranslation();
  return ({ code, details }) => {
    if (code === 'UNREACHABLE') return t('unreachable');
    // Which details a code carries is known at run time only, so the interpolator is called without t's key typing.
    const sentence: unknown = i18n.getResource(i18n.language, 'errors', code);
    return i18n.services.interpolator.interpolate(String(sentence), shownDetails(details), i18n.language, {});
  };
}
