import { type ReactElement, type ReactNode, useState } from 'react';
import { cn } from './cn.ts';
import { useFieldControl, useFieldLabelId } from './field.tsx';
import { formatCount, parseCount } from './format.ts';
import { IconButton } from './icon-button.tsx';
import { MinusIcon, PlusIcon } from './icons.ts';
import { controlClass } from './input.tsx';

export type NumberStepperProps = {
  /** null while the field is empty or holds no whole number. */
  value: number | null;
  onValueChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  decreaseLabel: string;
  increaseLabel: string;
  /** Quick choices beside or below: use `<StepperPreset>`. */
  presets?: ReactNode;
  name?: string;
  'aria-label'?: string;
  className?: string;
};

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

/**
 * A quantity: typed freely ("1,000" is understood), stepped by − / + and the arrow keys, digits grouped on blur.
 * Typing is never blocked or corrected; a number out of range is for the page to explain.
 */
export function NumberStepper(props: NumberStepperProps): ReactElement {
  const {
    value,
    onValueChange,
    min = 0,
    max = Number.MAX_SAFE_INTEGER,
    step = 1,
    presets,
    className,
  } = props;
  const control = useFieldControl({});
  const labelId = useFieldLabelId();
  const [draft, setDraft] = useState<string | null>(null);
  const change = (next: number): void => {
    setDraft(null);
    onValueChange(clamp(next, min, max));
  };
  const stepBy = (delta: number): void => change((value ?? 0) + delta);
  return (
    <div className={cn('flex flex-wrap items-center gap-2', className)}>
      <div className="flex items-center gap-1">
        <IconButton
          icon={MinusIcon}
          label={props.decreaseLabel}
          variant="secondary"
          size="md"
          tooltip={false}
          disabled={value !== null && value <= min}
          onClick={() => stepBy(-step)}
        />
        <input
          {...control}
          name={props.name}
          inputMode="numeric"
          autoComplete="off"
          aria-label={props['aria-label']}
          aria-labelledby={props['aria-label'] ? undefined : labelId}
          value={draft ?? (value === null ? '' : formatCount(value))}
          onChange={(event) => {
            setDraft(event.target.value);
            onValueChange(parseCount(event.target.value));
          }}
          onFocus={(event) => event.target.select()}
          onBlur={() => {
            if (value !== null) setDraft(null);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            stepBy(event.key === 'ArrowUp' ? step : -step);
          }}
          className={cn(controlClass, 'h-9 w-40 text-right tabular-nums touch:h-11')}
        />
        <IconButton
          icon={PlusIcon}
          label={props.increaseLabel}
          variant="secondary"
          size="md"
          tooltip={false}
          disabled={value !== null && value >= max}
          onClick={() => stepBy(step)}
        />
      </div>
      {presets ? <div className="flex flex-wrap items-center gap-2">{presets}</div> : null}
    </div>
  );
}

export type StepperPresetProps = { children: ReactNode; active?: boolean; onClick: () => void };

/** A quick choice of a NumberStepper ("1,000", "Cover 4"). */
export function StepperPreset({ children, active = false, onClick }: StepperPresetProps): ReactElement {
  return (
    <button
      type="button"
      aria-pressed={active}
      onClick={onClick}
      className={cn(
        'h-7 rounded-control border border-edge bg-raised px-2 text-dense text-ink tabular-nums transition-colors duration-80 hover:bg-hover',
        'aria-pressed:border-accent aria-pressed:bg-accent-tint aria-pressed:text-link touch:h-11 touch:px-3',
      )}
    >
      {children}
    </button>
  );
}
