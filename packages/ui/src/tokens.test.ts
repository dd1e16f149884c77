import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

type Theme = 'light' | 'dark';

/** `--name: light-dark(#aaa, #bbb)` or `--name: #aaa` → the colour of one theme. */
function colourOf(name: string, theme: Theme): string {
  const match = new RegExp(`--${name}: (?:light-dark\\((#\\w+), (#\\w+)\\)|(#\\w+));`).exec(css);
  const value = match?.[3] ?? match?.[theme === 'light' ? 1 : 2];
  if (!value) throw new Error(`no colour --${name}`);
  return value;
}

function luminance(hex: string): number {
  const channel = (start: number): number => {
    const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** WCAG 2 contrast. */
function contrast(front: string, back: string): number {
  const [a, b] = [luminance(front), luminance(back)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const GROUNDS = ['page', 'surface', 'overlay', 'subtle', 'hover'] as const;
const TEXT: readonly (readonly [string, string])[] = [
  ...GROUNDS.flatMap((ground) => [
    ['ink', ground] as const,
    ['muted', ground] as const,
    ['link', ground] as const,
  ]),
  ...(['success', 'warning', 'danger', 'info'] as const).flatMap((tone) => [
    [tone, `${tone}-tint`] as const,
    [tone, 'page'] as const,
    [tone, 'surface'] as const,
    ['ink', `${tone}-wash`] as const,
    ['link', `${tone}-wash`] as const,
  ]),
  ['neutral', 'neutral-tint'],
  ['muted', 'neutral-tint'],
  ['muted', 'accent-tint'],
  ['ink', 'accent-tint'],
  ['link', 'accent-tint'],
  ['ink', 'pressed'],
  ['on-primary', 'primary'],
  ['on-primary', 'primary-hover'],
  ['on-danger', 'danger-fill'],
  ['on-danger', 'danger-fill-hover'],
  ['on-accent', 'accent'],
];
const MARKS: readonly (readonly [string, string])[] = [
  ['line', 'page'],
  ['line', 'surface'],
  ['focus', 'page'],
  ['focus', 'surface'],
  ['focus', 'overlay'],
  ['accent', 'page'],
  ['accent', 'surface'],
  ['danger-fill', 'page'],
  ['danger', 'surface'],
];

describe.each(['light', 'dark'] as const)('contrast, %s', (theme) => {
  test.each(TEXT)('%s can be read on %s (4.5)', (front, back) =>
    expect(contrast(colourOf(front, theme), colourOf(back, theme))).toBeGreaterThanOrEqual(4.5),
  );
  test.each(MARKS)('the mark %s can be seen on %s (3)', (front, back) =>
    expect(contrast(colourOf(front, theme), colourOf(back, theme))).toBeGreaterThanOrEqual(3),
  );
});

test('a colour that is not there is not passed over', () =>
  expect(() => colourOf('absent', 'light')).toThrow());
