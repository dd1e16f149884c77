import { type PointerEvent, type RefObject, useRef } from 'react';

const CLOSE_AFTER_PX = 80;

export type SheetDrag = {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  onPointerCancel: (event: PointerEvent<HTMLElement>) => void;
};

/** Pulling a sheet's grabber down by 80 px closes it; less, and it springs back. Esc and the close button do the same. */
export function useSheetDrag(panel: RefObject<HTMLElement | null>, onClose: () => void): SheetDrag {
  const startY = useRef<number | null>(null);
  const move = (offsetPx: number): void => {
    if (panel.current) panel.current.style.transform = offsetPx > 0 ? `translateY(${offsetPx}px)` : '';
  };
  const stop = (event: PointerEvent<HTMLElement>, mayClose: boolean): void => {
    if (startY.current === null) return;
    const offsetPx = event.clientY - startY.current;
    startY.current = null;
    move(0);
    if (mayClose && offsetPx > CLOSE_AFTER_PX) onClose();
  };
  return {
    onPointerDown: (event) => {
      startY.current = event.clientY;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event) => {
      if (startY.current !== null) move(event.clientY - startY.current);
    },
    onPointerUp: (event) => stop(event, true),
    onPointerCancel: (event) => stop(event, false),
  };
}
