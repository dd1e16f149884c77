import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';

/** What hangs over the page: a file we take, one we do not, or nothing. */
export type DragKind = 'right' | 'wrong' | null;

export type FileDropOptions = {
  zoneRef: RefObject<HTMLElement | null>;
  /** The whole window, not only the zone. */
  anywhere: boolean;
  acceptTypes: readonly string[];
  onFile: (file: File, extra: number) => void;
};

function kindOf(transfer: DataTransfer, acceptTypes: readonly string[]): DragKind {
  if (!transfer.types.includes('Files')) return null;
  const type = transfer.items[0]?.type ?? '';
  // Browsers often do not know the type of a .csv before the drop: only a known other type is wrong.
  return type === '' || acceptTypes.includes(type) ? 'right' : 'wrong';
}

/** Follows a file that is dragged over the page and hands it over when dropped. Text and links are left alone. */
export function useFileDrop({ zoneRef, anywhere, acceptTypes, onFile }: FileDropOptions): DragKind {
  const [drag, setDrag] = useState<DragKind>(null);
  // Enter and leave fire for every element passed: the drag is over when as many were left as entered.
  const depth = useRef(0);
  const onDrop = useEffectEvent((event: DragEvent) => {
    const files = event.dataTransfer?.files;
    const file = files?.[0];
    depth.current = 0;
    setDrag(null);
    if (!file) return;
    event.preventDefault();
    onFile(file, (files?.length ?? 1) - 1);
  });
  const onMove = useEffectEvent((event: DragEvent, delta: number) => {
    const kind = event.dataTransfer ? kindOf(event.dataTransfer, acceptTypes) : null;
    if (kind === null) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + delta);
    setDrag(depth.current === 0 ? null : kind);
  });
  useEffect(() => {
    const target = anywhere ? window : zoneRef.current;
    if (!target) return;
    const listeners = {
      dragenter: (event: Event) => event instanceof DragEvent && onMove(event, 1),
      dragover: (event: Event) => event instanceof DragEvent && onMove(event, 0),
      dragleave: (event: Event) => event instanceof DragEvent && onMove(event, -1),
      drop: (event: Event) => event instanceof DragEvent && onDrop(event),
    };
    for (const [name, listener] of Object.entries(listeners)) target.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) target.removeEventListener(name, listener);
    };
  }, [anywhere, zoneRef]);
  return drag;
}
