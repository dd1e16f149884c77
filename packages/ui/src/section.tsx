import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn.ts';

export type SectionProps = {
  /** The anchor; scrolling to it stops below the header. */
  id?: string;
  title: ReactNode;
  description?: ReactNode;
  /** At the right end of the title's line. */
  actions?: ReactNode;
  /** The hairline under the title (default true). A table brings its own line: set false. */
  rule?: boolean;
  level?: 2 | 3;
  className?: string;
  children?: ReactNode;
};

/** A bare section: title, hairline, content. Tables and forms stand in sections, not in cards. */
export function Section(props: SectionProps): ReactElement {
  const { id, title, description, actions, rule = true, level = 2, className, children } = props;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section id={id} className={cn('flex min-w-0 scroll-mt-18 flex-col gap-4', className)}>
      <header
        className={cn(
          'flex flex-wrap items-end justify-between gap-x-4 gap-y-2',
          rule && 'border-hairline border-b pb-3',
        )}
      >
        <div className="flex min-w-0 flex-col gap-1">
          <Heading className="font-semibold text-section">{title}</Heading>
          {description ? <p className="max-w-[72ch] text-body text-muted">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </header>
      {children}
    </section>
  );
}
