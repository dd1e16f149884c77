export type Side = 'top' | 'right' | 'bottom' | 'left';

/** What getBoundingClientRect gives, as far as it matters. */
export type Box = { left: number; top: number; width: number; height: number };
export type Size = { width: number; height: number };

const GAP_PX = 6;
/** Never closer to the window's edge. */
const EDGE_PX = 8;

const OPPOSITE = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const;

function roomAt(side: Side, trigger: Box, view: Size): number {
  if (side === 'top') return trigger.top;
  if (side === 'bottom') return view.height - trigger.top - trigger.height;
  if (side === 'left') return trigger.left;
  return view.width - trigger.left - trigger.width;
}

function clamp(value: number, max: number): number {
  return Math.max(EDGE_PX, Math.min(value, max - EDGE_PX));
}

/** Where a tooltip stands in the window: beside the trigger, on the other side where there is no room, inside the edges. */
export function placeTooltip(
  trigger: Box,
  bubble: Size,
  view: Size,
  wanted: Side,
): { left: number; top: number } {
  const vertical = wanted === 'top' || wanted === 'bottom';
  const needed = (vertical ? bubble.height : bubble.width) + GAP_PX + EDGE_PX;
  const other = OPPOSITE[wanted];
  const flips = roomAt(wanted, trigger, view) < needed && roomAt(other, trigger, view) >= needed;
  const side = flips ? other : wanted;
  const centerX = trigger.left + (trigger.width - bubble.width) / 2;
  const centerY = trigger.top + (trigger.height - bubble.height) / 2;
  const at = {
    top: { left: centerX, top: trigger.top - GAP_PX - bubble.height },
    bottom: { left: centerX, top: trigger.top + trigger.height + GAP_PX },
    left: { left: trigger.left - GAP_PX - bubble.width, top: centerY },
    right: { left: trigger.left + trigger.width + GAP_PX, top: centerY },
  }[side];
  return {
    left: Math.round(clamp(at.left, view.width - bubble.width)),
    top: Math.round(clamp(at.top, view.height - bubble.height)),
  };
}
