import { type RefObject, useEffect, useState } from 'react';

export type ScrollEdges = { scrolls: boolean; atStart: boolean; atEnd: boolean };

const FITS: ScrollEdges = { scrolls: false, atStart: true, atEnd: true };

function measure(box: HTMLElement): ScrollEdges {
  const hiddenPx = box.scrollWidth - box.clientWidth;
  if (hiddenPx <= 1) return FITS;
  return { scrolls: true, atStart: box.scrollLeft <= 1, atEnd: box.scrollLeft >= hiddenPx - 1 };
}

/**
 * Whether a box is wider inside than outside, and which edge it stands at. A table that fits must not be a scroll
 * container, or its head could not stick to the page.
 */
export function useScrollEdges(boxRef: RefObject<HTMLElement | null>): ScrollEdges {
  const [edges, setEdges] = useState(FITS);
  useEffect(() => {
    const box = boxRef.current;
    if (!box) return;
    const update = (): void =>
      setEdges((previous) => {
        const next = measure(box);
        const same =
          next.scrolls === previous.scrolls &&
          next.atStart === previous.atStart &&
          next.atEnd === previous.atEnd;
        return same ? previous : next;
      });
    const observer = new ResizeObserver(update);
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    box.addEventListener('scroll', update, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', update);
    };
  }, [boxRef]);
  return edges;
}
