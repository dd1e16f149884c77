import { Checkbox as Radix } from 'radix-ui';
import { type ReactElement, type ReactNode, useId } from 'react';
import { ChoiceLabel } from './choice-label.tsx';
import { cn } from './cn.ts';
import { Icon } from './icon.tsx';
import { CheckIcon, MinusIcon } from './icons.ts';

export type CheckboxProps = {
  checked: boolean | 'indeterminate';
  onCheckedChange: (checked: boolean) => void;
  label: ReactNode;
  /** Under the label; says why when disabled. */
  hint?: ReactNode;
  /** Only for table rows: the label is spoken, not shown. */
  hideLabel?: boolean;
  disabled?: boolean;
  name?: string;
  className?: string;
};

/** Yes or no, with its words. */
export function Checkbox(props: CheckboxProps): ReactElement {
  const { checked, onCheckedChange, label, hint, hideLabel, disabled, name, className } = props;
  const id = useId();
  const hintId = useId();
  return (
    <span className={cn('inline-flex items-start gap-2 align-middle touch:items-center', className)}>
      <span className="relative flex h-5 items-center">
        <Radix.Root
          id={id}
          name={name}
          checked={checked}
          onCheckedChange={(next) => onCheckedChange(next === true)}
          disabled={disabled}
          aria-describedby={hint ? hintId : undefined}
          className={cn(
            'flex size-4 items-center justify-center rounded-badge border border-line bg-surface text-on-accent',
            'transition-colors duration-80 hover:border-muted',
            'data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent',
            'disabled:cursor-not-allowed disabled:border-edge disabled:bg-neutral-tint disabled:text-muted disabled:data-[state=checked]:border-edge disabled:data-[state=checked]:bg-neutral-tint',
            'touch:after:absolute touch:after:-inset-3.5',
          )}
        >
          <Radix.Indicator className="flex">
            <Icon icon={checked === 'indeterminate' ? MinusIcon : CheckIcon} size={12} />
          </Radix.Indicator>
        </Radix.Root>
      </span>
      <ChoiceLabel
        controlId={id}
        hintId={hintId}
        label={label}
        hint={hint}
        hideLabel={hideLabel}
        disabled={disabled}
      />
    </span>
  );
}
