import type { UiWords } from '@lead-credits/ui';
import type { TFunction } from 'i18next';

/** The few words the primitives say by themselves. */
export function uiWords(t: TFunction<'common'>): UiWords {
  return {
    close: t('close'),
    dismiss: t('dismiss'),
    copy: t('copy'),
    copied: t('copied'),
    loading: t('loading'),
    show: t('show'),
    hide: t('hide'),
    previous: t('previous'),
    next: t('next'),
    optional: t('optional'),
    none: t('none'),
    clearSelection: t('clearSelection'),
    notifications: t('notifications'),
    ago: ({ unit, count }) => t(`ago.${unit}`, { count }),
  };
}
