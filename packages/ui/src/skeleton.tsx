import type { CSSProperties, ReactElement } from 'react';
import { cn } from './cn.ts';

export type SkeletonProps = { width?: CSSProperties['width']; height?: number; className?: string };

/** The place of something on first load. Shows only after 200 ms; never for a title that is known. */
export function Skeleton({ width = '100%', height = 12, className }: SkeletonProps): ReactElement {
  return (
    <span aria-hidden className={cn('block animate-late', className)} style={{ width, height }}>
      <span className="block size-full animate-breathe rounded-badge bg-pressed" />
    </span>
  );
}
