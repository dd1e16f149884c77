import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { cn } from './cn.ts';

export type CardProps = ComponentProps<'section'>;

/** For a thing with its own action or state. No shadow; never a card in a card. Its content answers to its own width. */
export function Card({ className, ...rest }: CardProps): ReactElement {
  return (
    <section
      {...rest}
      className={cn('@container rounded-card border border-hairline bg-surface p-4 lg:p-6', className)}
    />
  );
}

export type CardHeaderProps = {
  title: ReactNode;
  badge?: ReactNode;
  actions?: ReactNode;
  description?: ReactNode;
};

/** A card's first row: name and badge left, actions right. */
export function CardHeader({ title, badge, actions, description }: CardHeaderProps): ReactElement {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="flex min-w-0 flex-col gap-1">
        <div className="flex flex-wrap items-center gap-2">
          <h2 className="font-semibold text-section">{title}</h2>
          {badge}
        </div>
        {description ? <p className="max-w-[72ch] text-body text-muted">{description}</p> : null}
      </div>
      {actions ? <div className="flex items-center gap-2">{actions}</div> : null}
    </header>
  );
}
