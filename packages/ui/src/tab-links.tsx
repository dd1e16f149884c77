import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn.ts';
import type { NavLinkProps } from './nav-panel.tsx';

export type TabLinkItem = {
  value: string;
  label: ReactNode;
  /** "Quarantine 3" */
  count?: ReactNode;
  link: (props: NavLinkProps) => ReactElement;
};

export type TabLinksProps = {
  label: string;
  items: readonly TabLinkItem[];
  current: string;
  className?: string;
};

/** A row of tabs that are links; scrolls sideways by itself when narrow. */
export function TabLinks({ label, items, current, className }: TabLinksProps): ReactElement {
  return (
    <nav
      aria-label={label}
      className={cn('overflow-x-auto border-hairline border-b [scrollbar-width:none]', className)}
    >
      <ul className="flex gap-4">
        {items.map((item) => (
          <li key={item.value} className="shrink-0">
            {item.link({
              className: cn(
                '-mb-px flex h-9 items-center gap-2 border-b-2 font-medium text-body -outline-offset-2 transition-colors duration-80 touch:h-11',
                item.value === current
                  ? 'border-accent text-ink'
                  : 'border-transparent text-muted hover:text-ink',
              ),
              'aria-current': item.value === current ? 'page' : undefined,
              children: (
                <>
                  {item.label}
                  {item.count !== undefined ? (
                    <span className="rounded-badge bg-neutral-tint px-1 text-meta text-neutral tabular-nums">
                      {item.count}
                    </span>
                  ) : null}
                </>
              ),
            })}
          </li>
        ))}
      </ul>
    </nav>
  );
}
