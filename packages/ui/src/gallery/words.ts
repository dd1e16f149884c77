import type { UiWords } from '../words.tsx';

/** The gallery's own words; the application brings its own. */
export const galleryWords: UiWords = {
  close: 'Close',
  dismiss: 'Dismiss',
  copy: 'Copy',
  copied: 'Copied',
  loading: 'Loading',
  show: 'Show',
  hide: 'Hide',
  previous: 'Previous',
  next: 'Next',
  optional: 'optional',
  none: 'None',
  clearSelection: 'Clear selection',
  notifications: 'Notifications',
  ago: ({ count, unit }) =>
    unit === 'second' ? 'just now' : `${count} ${unit === 'minute' ? 'min' : 'h'} ago`,
};
