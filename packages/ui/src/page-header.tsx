import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn.ts';

export type PageHeaderProps = {
  title: ReactNode;
  /** Beside the title: a badge, a copyable id. */
  aside?: ReactNode;
  /** One line, at most 72 characters wide. */
  description?: ReactNode;
  /** One primary, at most two secondary, the rest in "…". */
  actions?: ReactNode;
  className?: string;
};

/** The page's only h1, 40 high, with its actions; 24 px of air below. */
export function PageHeader({ title, aside, description, actions, className }: PageHeaderProps): ReactElement {
  return (
    <header className={cn('mb-6 flex flex-col', className)}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex min-h-10 min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="font-semibold text-title">{title}</h1>
          {aside}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {description ? <p className="max-w-[72ch] text-body text-muted">{description}</p> : null}
    </header>
  );
}
