import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { cn } from './cn.ts';

/** Any icon of `@lead-credits/ui/icons`. */
export type IconComponent = LucideIcon;

export type IconProps = {
  icon: IconComponent;
  /** 12 in badges, 16 everywhere, 20 in empty tiles. */
  size?: 12 | 14 | 16 | 20;
  className?: string;
};

/** A decorative icon: always hidden from screen readers, because the word stands beside it. */
export function Icon({ icon: Glyph, size = 16, className }: IconProps): ReactElement {
  // 1.5 of 24 is a 1 px line at 16 px; at 12 px it takes 2 of 24 to keep that line.
  const strokeWidth = size <= 14 ? 2 : 1.5;
  return <Glyph aria-hidden size={size} strokeWidth={strokeWidth} className={cn('shrink-0', className)} />;
}
