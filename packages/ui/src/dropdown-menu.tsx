import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn.ts';
import { Icon, type IconComponent } from './icon.tsx';
import { useLayerClass } from './layer.tsx';

export type DropdownMenuProps = {
  /** A Button or IconButton (with `tooltip={false}`). */
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'end';
  /** Open when it appears: for a menu whose code was loaded because somebody asked for it. */
  defaultOpen?: boolean;
  /** Spoken name of the menu, where the trigger's does not do. */
  'aria-label'?: string;
};

/** A menu of actions; arrows move, a letter jumps, Esc closes and gives the focus back. */
export function DropdownMenu(props: DropdownMenuProps): ReactElement {
  const { trigger, children, align = 'end', defaultOpen = false, ...rest } = props;
  const layer = useLayerClass();
  return (
    <Radix.Root modal={false} defaultOpen={defaultOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          {...rest}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            layer,
            'max-h-(--radix-dropdown-menu-content-available-height) min-w-48 max-w-80 overflow-y-auto rounded-card bg-overlay p-1 text-ink shadow-menu',
            'origin-(--radix-dropdown-menu-content-transform-origin) data-[state=closed]:animate-popover-out data-[state=open]:animate-popover-in',
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export type DropdownMenuItemProps = {
  icon?: IconComponent;
  tone?: 'default' | 'danger';
  onSelect?: () => void;
  disabled?: boolean;
  /** A second line; says why when disabled. */
  hint?: ReactNode;
  /** At the right: a Kbd or a count. */
  aside?: ReactNode;
  /** The only child (a router link) becomes the item; `icon`, `hint` and `aside` are then its own business. */
  asChild?: boolean;
  children: ReactNode;
};

const itemClass = cn(
  'flex min-h-8 cursor-default select-none items-center gap-2 rounded-control px-2 py-1 text-body outline-none',
  'data-highlighted:bg-hover data-disabled:text-muted touch:min-h-11',
);

/** One action. */
export function DropdownMenuItem(props: DropdownMenuItemProps): ReactElement {
  const { icon, tone = 'default', onSelect, disabled, hint, aside, asChild, children } = props;
  const className = cn(itemClass, tone === 'danger' && 'text-danger data-highlighted:bg-danger-tint');
  if (asChild) {
    return (
      <Radix.Item asChild disabled={disabled} onSelect={onSelect} className={className}>
        {children}
      </Radix.Item>
    );
  }
  return (
    <Radix.Item disabled={disabled} onSelect={onSelect} className={className}>
      {icon ? <Icon icon={icon} className={tone === 'danger' ? undefined : 'text-muted'} /> : null}
      <span className="flex min-w-0 flex-1 flex-col">
        <span>{children}</span>
        {hint ? <span className="text-meta text-muted">{hint}</span> : null}
      </span>
      {aside ? <span className="text-meta text-muted">{aside}</span> : null}
    </Radix.Item>
  );
}

/** A hairline between groups. */
export function DropdownMenuSeparator(): ReactElement {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-hairline" />;
}

/** What the following items have in common, or who is signed in. */
export function DropdownMenuLabel({ children }: { children: ReactNode }): ReactElement {
  return <Radix.Label className="px-2 py-1 text-meta text-muted">{children}</Radix.Label>;
}
