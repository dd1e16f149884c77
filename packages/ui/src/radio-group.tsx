import { RadioGroup as Radix } from 'radix-ui';
import { type ReactElement, type ReactNode, useId } from 'react';
import { ChoiceLabel } from './choice-label.tsx';
import { cn } from './cn.ts';
import { useFieldControl, useFieldLabelId } from './field.tsx';

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

export type RadioGroupProps = {
  options: readonly RadioOption[];
  value: string | null;
  onValueChange: (value: string) => void;
  /** Needed where no `<Field group>` names it. */
  'aria-label'?: string;
  /** `cards` draws a box around each choice. */
  variant?: 'list' | 'cards';
  name?: string;
  className?: string;
};

/** One of a few, all visible. Arrows move and choose. */
export function RadioGroup(props: RadioGroupProps): ReactElement {
  const { options, value, onValueChange, variant = 'list', name, className } = props;
  const control = useFieldControl({});
  const labelId = useFieldLabelId();
  return (
    <Radix.Root
      value={value ?? ''}
      onValueChange={onValueChange}
      name={name}
      aria-label={props['aria-label']}
      aria-labelledby={props['aria-label'] ? undefined : labelId}
      aria-describedby={control['aria-describedby']}
      className={cn('flex flex-col gap-2', className)}
    >
      {options.map((option) => (
        <RadioChoice key={option.value} option={option} boxed={variant === 'cards'} />
      ))}
    </Radix.Root>
  );
}

function RadioChoice({ option, boxed }: { option: RadioOption; boxed: boolean }): ReactElement {
  const id = useId();
  const hintId = useId();
  return (
    <span
      className={cn(
        'relative flex items-start gap-2 touch:items-center',
        boxed &&
          'rounded-card border border-edge bg-surface p-3 has-data-[state=checked]:border-accent has-data-[state=checked]:bg-accent-tint [&_label]:after:absolute [&_label]:after:inset-0',
      )}
    >
      <span className="flex h-5 items-center">
        <Radix.Item
          id={id}
          value={option.value}
          disabled={option.disabled}
          aria-describedby={option.hint ? hintId : undefined}
          className={cn(
            'relative flex size-4 items-center justify-center rounded-full border border-line bg-surface transition-colors duration-80 hover:border-muted',
            'data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:cursor-not-allowed disabled:border-edge disabled:bg-neutral-tint',
            'touch:after:absolute touch:after:-inset-3.5',
          )}
        >
          <Radix.Indicator className="size-1.5 rounded-full bg-on-accent" />
        </Radix.Item>
      </span>
      <ChoiceLabel
        controlId={id}
        hintId={hintId}
        label={option.label}
        hint={option.hint}
        disabled={option.disabled}
      />
    </span>
  );
}
