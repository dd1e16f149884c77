import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn.ts';

export type FilterChip = { value: string; label: ReactNode; count?: ReactNode };

export type FilterChipsProps = {
  /** Spoken name of the group. */
  label: string;
  chips: readonly FilterChip[];
  /** null: none is pressed. Pressing the pressed one gives null. */
  value: string | null;
  onValueChange: (value: string | null) => void;
};

/** Filters with their counts ("No phone 212"), highest first. */
export function FilterChips({ label, chips, value, onValueChange }: FilterChipsProps): ReactElement {
  return (
    <fieldset aria-label={label} className="flex min-w-0 flex-wrap gap-2">
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          aria-pressed={chip.value === value}
          onClick={() => onValueChange(chip.value === value ? null : chip.value)}
          className={cn(
            'inline-flex h-7 items-center gap-2 rounded-full border border-edge bg-raised px-3 text-dense text-ink transition-colors duration-80 hover:bg-hover',
            'aria-pressed:border-accent aria-pressed:bg-accent-tint aria-pressed:text-link touch:h-11 touch:px-4',
          )}
        >
          {chip.label}
          {chip.count !== undefined ? <span className="font-medium tabular-nums">{chip.count}</span> : null}
        </button>
      ))}
    </fieldset>
  );
}
