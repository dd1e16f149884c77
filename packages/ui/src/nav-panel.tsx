import { type ReactElement, type ReactNode, useId } from 'react';
import { cn } from './cn.ts';
import { Icon, type IconComponent } from './icon.tsx';
import { Select } from './select.tsx';
import { useMedia } from './use-media.ts';

export type NavLinkProps = { className: string; 'aria-current': 'page' | undefined; children: ReactNode };

export type NavPanelItem = {
  value: string;
  label: string;
  icon?: IconComponent;
  /** A count or a badge at the right. */
  aside?: ReactNode;
  /** The page's own link: spread the props on it, e.g. `(props) => <Link to={…} {...props} />`. */
  link: (props: NavLinkProps) => ReactElement;
};

export type NavPanelProps = {
  /** Spoken name of the navigation, and of the select. */
  label: string;
  items: readonly NavPanelItem[];
  current: string;
  /** Below 1024 px the panel is a select: go there. */
  onSelect: (value: string) => void;
  className?: string;
};

/** Look of one navigation row: 32 high, tint and ink text when current. Also for the application's sidebar. */
export function navItemClass(current: boolean): string {
  return cn(
    'flex h-8 items-center gap-2 rounded-control px-2 font-medium text-body transition-colors duration-80 touch:h-11',
    current ? 'bg-pressed text-ink' : 'text-muted hover:bg-hover hover:text-ink',
  );
}

/** What stands inside a navigation row. `collapsed` leaves the icon and speaks the word. */
export function NavItemContent(props: {
  icon?: IconComponent | undefined;
  label: ReactNode;
  aside?: ReactNode;
  collapsed?: boolean;
}): ReactElement {
  const { icon, label, aside, collapsed = false } = props;
  return (
    <>
      {icon ? <Icon icon={icon} /> : null}
      <span className={collapsed ? 'sr-only' : 'min-w-0 flex-1 truncate'}>{label}</span>
      {aside && !collapsed ? <span className="text-meta text-muted tabular-nums">{aside}</span> : null}
    </>
  );
}

/** Tabs that are links, each with its own URL: a column of 200 px, below 1024 px a select. */
export function NavPanel({ label, items, current, onSelect, className }: NavPanelProps): ReactElement {
  const wide = useMedia('(width >= 64rem)');
  const headingId = useId();
  if (!wide) {
    return (
      <nav aria-label={label} className={className}>
        <Select aria-label={label} options={items} value={current} onValueChange={onSelect} />
      </nav>
    );
  }
  return (
    <nav aria-labelledby={headingId} className={cn('w-50 shrink-0', className)}>
      <p id={headingId} className="sr-only">
        {label}
      </p>
      <ul className="flex flex-col gap-1">
        {items.map((item) => (
          <li key={item.value}>
            {item.link({
              className: navItemClass(item.value === current),
              'aria-current': item.value === current ? 'page' : undefined,
              children: <NavItemContent icon={item.icon} label={item.label} aside={item.aside} />,
            })}
          </li>
        ))}
      </ul>
    </nav>
  );
}
