import { Select as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn.ts';
import { useFieldControl } from './field.tsx';
import { Icon, type IconComponent } from './icon.tsx';
import { CheckIcon, ChevronsUpDownIcon } from './icons.ts';
import { controlClass } from './input.tsx';
import { useLayerClass } from './layer.tsx';

export type SelectOption = {
  /** Never the empty string. */
  value: string;
  label: string;
  /** A second line in the list only. */
  hint?: ReactNode;
  icon?: IconComponent;
  disabled?: boolean;
};

export type SelectProps = {
  options: readonly SelectOption[];
  /** null shows the placeholder. */
  value: string | null;
  onValueChange: (value: string) => void;
  placeholder?: string;
  size?: 'sm' | 'md' | 'lg';
  disabled?: boolean;
  name?: string;
  id?: string;
  /** Needed where no Field names it. */
  'aria-label'?: string;
  'aria-describedby'?: string;
  className?: string;
};

const sizeClass = { sm: 'h-8', md: 'h-9', lg: 'h-10' } as const;

/** One of a known list; typing jumps to a name, arrows and Home / End move. */
export function Select(props: SelectProps): ReactElement {
  const { options, value, onValueChange, placeholder, size = 'md', disabled, name, className } = props;
  const control = useFieldControl(props);
  const chosen = options.find((option) => option.value === value);
  return (
    <Radix.Root value={value ?? ''} onValueChange={onValueChange} disabled={disabled} name={name}>
      <Radix.Trigger
        {...control}
        aria-label={props['aria-label']}
        className={cn(
          controlClass,
          'flex items-center justify-between gap-2 text-left data-placeholder:text-muted touch:h-11',
          sizeClass[size],
          className,
        )}
      >
        <span className="flex min-w-0 items-center gap-2">
          {chosen?.icon ? <Icon icon={chosen.icon} className="text-muted" /> : null}
          <span className="truncate">
            <Radix.Value placeholder={placeholder}>{chosen?.label}</Radix.Value>
          </span>
        </span>
        <Radix.Icon asChild>
          <Icon icon={ChevronsUpDownIcon} className="text-muted" />
        </Radix.Icon>
      </Radix.Trigger>
      <SelectList options={options} />
    </Radix.Root>
  );
}

function SelectList({ options }: { options: readonly SelectOption[] }): ReactElement {
  const layer = useLayerClass();
  return (
    <Radix.Portal>
      <Radix.Content
        position="popper"
        sideOffset={4}
        collisionPadding={8}
        className={cn(
          layer,
          'max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) max-w-[min(24rem,calc(100vw-1rem))] overflow-hidden',
          'origin-(--radix-select-content-transform-origin) animate-popover-in rounded-card bg-overlay text-ink shadow-menu',
        )}
      >
        <Radix.Viewport className="max-h-80 p-1">
          {options.map((option) => (
            <SelectItem key={option.value} option={option} />
          ))}
        </Radix.Viewport>
      </Radix.Content>
    </Radix.Portal>
  );
}

function SelectItem({ option }: { option: SelectOption }): ReactElement {
  return (
    <Radix.Item
      value={option.value}
      textValue={option.label}
      disabled={option.disabled}
      className="flex min-h-8 cursor-default select-none items-center gap-2 rounded-control py-1 pr-2 pl-2 text-body outline-none data-disabled:text-muted data-highlighted:bg-hover touch:min-h-11"
    >
      {option.icon ? <Icon icon={option.icon} className="text-muted" /> : null}
      <span className="flex min-w-0 flex-1 flex-col">
        <Radix.ItemText>
          <span className="block">{option.label}</span>
          {option.hint ? <span className="block text-meta text-muted">{option.hint}</span> : null}
        </Radix.ItemText>
      </span>
      <span className="size-4">
        <Radix.ItemIndicator>
          <Icon icon={CheckIcon} className="text-link" />
        </Radix.ItemIndicator>
      </span>
    </Radix.Item>
  );
}
