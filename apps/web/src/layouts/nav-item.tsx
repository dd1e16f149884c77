import { cn, Icon, type IconComponent } from '@lead-credits/ui';
import type { ReactElement } from 'react';

/**
 * The look of one row of the sidebar, as the settings panel has it. Not taken from the panel's own module: that one
 * brings its select along, which no first page needs (7 kB gzip).
 */
export function navItemClass(current: boolean, folded: boolean): string {
  return cn(
    'flex h-8 items-center gap-2 rounded-control px-2 font-medium text-body transition-colors duration-80 touch:h-11',
    current ? 'bg-pressed text-ink' : 'text-muted hover:bg-hover hover:text-ink',
    folded && 'w-9 justify-center px-0',
  );
}

type NavItemProps = { icon: IconComponent; label: string; folded: boolean };

/** Icon and word; folded leaves the icon and speaks the word. */
export function NavItem({ icon, label, folded }: NavItemProps): ReactElement {
  return (
    <>
      <Icon icon={icon} />
      <span className={folded ? 'sr-only' : 'min-w-0 flex-1 truncate'}>{label}</span>
    </>
  );
}
