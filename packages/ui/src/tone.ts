/** Colour by meaning. Status colours never decorate. */
export type Tone = 'neutral' | 'success' | 'warning' | 'danger' | 'info';

/** Text on its tint: each pair is at least 4.85:1 in light and 6.9:1 in dark. */
export const tintClass = {
  neutral: 'bg-neutral-tint text-neutral',
  success: 'bg-success-tint text-success',
  warning: 'bg-warning-tint text-warning',
  danger: 'bg-danger-tint text-danger',
  info: 'bg-info-tint text-info',
} as const satisfies Record<Tone, string>;
