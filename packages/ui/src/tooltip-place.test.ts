import { describe, expect, it } from 'vitest';
import { placeTooltip } from './tooltip-place.ts';

const view = { width: 1_000, height: 600 };
const bubble = { width: 100, height: 24 };
const trigger = { left: 450, top: 300, width: 100, height: 32 };

describe('placeTooltip', () => {
  it('stands centred beside the trigger, 6 px away', () => {
    expect(placeTooltip(trigger, bubble, view, 'top')).toEqual({ left: 450, top: 270 });
    expect(placeTooltip(trigger, bubble, view, 'bottom')).toEqual({ left: 450, top: 338 });
    expect(placeTooltip(trigger, bubble, view, 'right')).toEqual({ left: 556, top: 304 });
    expect(placeTooltip(trigger, bubble, view, 'left')).toEqual({ left: 344, top: 304 });
  });

  it('goes to the other side where there is no room', () => {
    expect(placeTooltip({ ...trigger, top: 10 }, bubble, view, 'top')).toEqual({ left: 450, top: 48 });
    expect(placeTooltip({ ...trigger, left: 890 }, bubble, view, 'right').left).toBe(784);
  });

  it('stays 8 px inside the window', () => {
    expect(placeTooltip({ ...trigger, left: 0, width: 20 }, bubble, view, 'top').left).toBe(8);
    expect(placeTooltip({ ...trigger, left: 980, width: 20 }, bubble, view, 'top').left).toBe(892);
  });

  it('keeps the wanted side where neither has room', () => {
    const flat = { width: 1_000, height: 60 };
    expect(placeTooltip({ ...trigger, top: 10, height: 40 }, bubble, flat, 'top').top).toBe(8);
  });
});
