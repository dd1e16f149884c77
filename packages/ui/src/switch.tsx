import { Switch as Radix } from 'radix-ui';
import { type ReactElement, type ReactNode, useId } from 'react';
import { ChoiceLabel } from './choice-label.tsx';
import { cn } from './cn.ts';

export type SwitchProps = {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  label: ReactNode;
  hint?: ReactNode;
  hideLabel?: boolean;
  disabled?: boolean;
  name?: string;
  className?: string;
};

/** A setting that takes effect at once (a form field is a Checkbox). The knob's place tells its state, not colour alone. */
export function Switch(props: SwitchProps): ReactElement {
  const { checked, onCheckedChange, label, hint, hideLabel, disabled, name, className } = props;
  const id = useId();
  const hintId = useId();
  return (
    <span className={cn('inline-flex items-start gap-3 touch:items-center', className)}>
      <span className="relative flex h-5 items-center">
        <Radix.Root
          id={id}
          name={name}
          checked={checked}
          onCheckedChange={onCheckedChange}
          disabled={disabled}
          aria-describedby={hint ? hintId : undefined}
          className={cn(
            'relative h-5 w-8 rounded-full bg-line transition-colors duration-80',
            'data-[state=checked]:bg-accent disabled:cursor-not-allowed disabled:bg-edge',
            'touch:after:absolute touch:after:-inset-3',
          )}
        >
          <Radix.Thumb className="block size-4 translate-x-0.5 rounded-full bg-on-accent transition-transform duration-120 ease-out data-[state=checked]:translate-x-3.5 motion-reduce:transition-none" />
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
