import { useRef } from 'react';

export type FocusReturn = { remember: () => void; giveBack: (event: Event) => void };

/** Where the focus should come back to: an item of a menu is gone by then, so its menu's button stands in. */
function openerOf(active: Element | null): Element | null {
  const menuButtonId = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return menuButtonId ? document.getElementById(menuButtonId) : active;
}

/**
 * Gives the focus back to what had it when a dialog opened. Radix does so only for its own trigger, and our dialogs
 * are opened by the URL. Call `remember` from onOpenAutoFocus and pass `giveBack` as onCloseAutoFocus.
 */
export function useFocusReturn(): FocusReturn {
  const opener = useRef<Element | null>(null);
  return {
    remember: () => {
      opener.current = openerOf(document.activeElement);
    },
    giveBack: (event) => {
      event.preventDefault();
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
    },
  };
}
