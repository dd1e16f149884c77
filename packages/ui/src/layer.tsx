import { createContext, type ReactElement, type ReactNode, useContext } from 'react';

/** What a popover, menu or tooltip opens from decides how high it must stand. */
export type LayerName = 'page' | 'top-bar' | 'side' | 'modal';

const LayerContext = createContext<LayerName>('page');

const layerClass = {
  page: 'z-popover',
  'top-bar': 'z-top-bar-menu',
  side: 'z-side',
  modal: 'z-modal',
} as const satisfies Record<LayerName, string>;

/** Wrap the sticky header in `<Layer name="top-bar">`; dialogs and drawers set their own. */
export function Layer({ name, children }: { name: LayerName; children: ReactNode }): ReactElement {
  return <LayerContext value={name}>{children}</LayerContext>;
}

/** The z-index class for something that opens from here. */
export function useLayerClass(): string {
  return layerClass[useContext(LayerContext)];
}
