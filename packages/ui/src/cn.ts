import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

/** tailwind-merge must know our own token names, or it takes `text-meta` for a colour and drops it. */
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ['meta', 'dense', 'body', 'section', 'title', 'stat', 'balance'],
      radius: ['badge', 'control', 'card', 'modal'],
      shadow: ['menu', 'modal'],
      container: ['form', 'reading', 'page', 'wizard'],
    },
    classGroups: {
      z: [
        { z: ['popover', 'top-bar', 'top-bar-menu', 'side-scrim', 'side', 'modal-scrim', 'modal', 'toast'] },
      ],
    },
  },
});

/** Joins class names; a later Tailwind class wins over an earlier one of the same kind. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
