import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn.ts';
import { Icon, type IconComponent } from './icon.tsx';

export type EmptyStateProps = {
  icon?: IconComponent;
  title: ReactNode;
  /** What is missing, why, and who can do the next step; at most 44 characters a line. */
  children?: ReactNode;
  /** One button. */
  action?: ReactNode;
  className?: string;
};

/** A blank slate, as high as five rows. */
export function EmptyState({ icon, title, children, action, className }: EmptyStateProps): ReactElement {
  return (
    <div
      className={cn(
        'flex min-h-50 flex-col items-center justify-center gap-2 px-4 py-8 text-center',
        className,
      )}
    >
      {icon ? (
        <span className="mb-1 flex size-10 items-center justify-center rounded-card border border-hairline bg-surface text-muted">
          <Icon icon={icon} size={20} />
        </span>
      ) : null}
      <p className="font-semibold text-ink text-section">{title}</p>
      {children ? <p className="max-w-[44ch] text-body text-muted">{children}</p> : null}
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
