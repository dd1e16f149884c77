import { Collapsible } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { ChevronRightIcon } from './icons.ts';

export type DisclosureProps = {
  label: ReactNode;
  /** Beside the label: how many are inside. */
  count?: ReactNode;
  defaultOpen?: boolean;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

/** A folded group ("Not completed 2"). */
export function Disclosure({ label, count, children, ...rest }: DisclosureProps): ReactElement {
  return (
    <Collapsible.Root {...rest} className="flex flex-col">
      <Collapsible.Trigger className="group flex h-9 items-center gap-2 self-start rounded-control pr-2 font-medium text-body touch:h-11">
        <Icon
          icon={ChevronRightIcon}
          className="text-muted transition-transform duration-120 group-data-[state=open]:rotate-90 motion-reduce:transition-none"
        />
        {label}
        {count !== undefined ? <span className="font-normal text-muted tabular-nums">{count}</span> : null}
      </Collapsible.Trigger>
      <Collapsible.Content className="pt-2">{children}</Collapsible.Content>
    </Collapsible.Root>
  );
}
