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
    <header className={cn('mb-6 flex flex-wrap items-start justify-between gap-x-4 gap-y-3', className)}>
      <div className="min-w-0 flex-1 basis-80">
        <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 break-words font-semibold text-title">{title}</h1>
          {aside}
        </div>
        {description ? <p className="max-w-[72ch] text-body text-muted">{description}</p> : null}
      </div>
      {actions ? <div className="flex min-h-10 flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}
