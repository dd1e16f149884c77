import { Slot } from 'radix-ui';
import {
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { cn } from './cn.ts';
import { useLayerClass } from './layer.tsx';
import { placeTooltip, type Side } from './tooltip-place.ts';

const OPEN_AFTER_MS = 250;
/** Long enough to reach the bubble, which stays while the pointer is on it (WCAG 1.4.13). */
const CLOSE_AFTER_MS = 120;
/** A neighbour within this time opens at once. */
const NEIGHBOUR_MS = 300;

/** One tooltip at a time, whichever page part it belongs to. */
let closeOpen: (() => void) | null = null;
let closedAtMs = Number.NEGATIVE_INFINITY;

export type TooltipProps = {
  /** One short line. Never an error, a link or a fact that is needed. */
  content: ReactNode;
  /** One focusable element, or text that repeats elsewhere. */
  children: ReactElement;
  side?: Side;
};

/**
 * A hint after 250 ms, at once for neighbours and for the keyboard; Esc, a press and scrolling close it. Not for touch.
 * Placed by hand: Radix's tooltip and its positioning are 13 kB (gzip) that every first page would carry.
 */
export function Tooltip({ content, children, side = 'top' }: TooltipProps): ReactElement {
  const [open, setOpen] = useState(false);
  const triggerRef = useRef<HTMLElement>(null);
  const timerRef = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();
  useEffect(() => () => clearTimeout(timerRef.current), []);

  const close = (): void => {
    clearTimeout(timerRef.current);
    setOpen(false);
  };
  const after = (delayMs: number, act: () => void): void => {
    clearTimeout(timerRef.current);
    timerRef.current = setTimeout(act, delayMs);
  };
  const onPointerEnter = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    after(performance.now() - closedAtMs < NEIGHBOUR_MS ? 0 : OPEN_AFTER_MS, () => setOpen(true));
  };
  const onFocus = (event: FocusEvent): void => {
    if (event.target.matches(':focus-visible')) setOpen(true);
  };
  return (
    <>
      <Slot.Root
        ref={triggerRef}
        {...(open ? { 'aria-describedby': id } : {})}
        onPointerEnter={onPointerEnter}
        onPointerLeave={() => after(CLOSE_AFTER_MS, close)}
        onPointerDown={close}
        onFocus={onFocus}
        onBlur={close}
      >
        {children}
      </Slot.Root>
      {open ? (
        <Bubble
          id={id}
          trigger={triggerRef}
          side={side}
          onClose={close}
          onStay={() => clearTimeout(timerRef.current)}
          onLeave={() => after(CLOSE_AFTER_MS, close)}
        >
          {content}
        </Bubble>
      ) : null}
    </>
  );
}

type BubbleProps = {
  id: string;
  trigger: { current: HTMLElement | null };
  side: Side;
  onClose: () => void;
  onStay: () => void;
  onLeave: () => void;
  children: ReactNode;
};

function Bubble({ id, trigger, side, onClose, onStay, onLeave, children }: BubbleProps): ReactElement {
  const layer = useLayerClass();
  const bubbleRef = useRef<HTMLDivElement>(null);
  // Placed before the first paint, from the size the words really have.
  useLayoutEffect(() => {
    const bubble = bubbleRef.current;
    if (!bubble || !trigger.current) return;
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const size = { width: bubble.offsetWidth, height: bubble.offsetHeight };
    const { left, top } = placeTooltip(trigger.current.getBoundingClientRect(), size, view, side);
    bubble.style.left = `${left}px`;
    bubble.style.top = `${top}px`;
  });
  const leave = useEffectEvent(onClose);
  useEffect(() => {
    const close = (): void => leave();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') leave();
    };
    closeOpen?.();
    closeOpen = close;
    document.addEventListener('keydown', onKeyDown);
    window.addEventListener('scroll', close, { capture: true, passive: true });
    return () => {
      closedAtMs = performance.now();
      if (closeOpen === close) closeOpen = null;
      document.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('scroll', close, { capture: true });
    };
  }, []);
  return createPortal(
    <div
      ref={bubbleRef}
      id={id}
      role="tooltip"
      onPointerEnter={onStay}
      onPointerLeave={onLeave}
      className={cn(
        layer,
        'fixed top-0 left-0 w-max max-w-60 animate-popover-in rounded-control bg-primary px-2 py-1 text-meta text-on-primary tabular-nums',
      )}
    >
      {children}
    </div>,
    document.body,
  );
}
