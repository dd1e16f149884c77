import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn.ts';

export type ChoiceLabelProps = {
  controlId: string;
  hintId: string;
  label: ReactNode;
  hint?: ReactNode;
  hideLabel?: boolean | undefined;
  disabled?: boolean | undefined;
};

/** The words beside a checkbox, switch or radio; a click on them is a click on the control. */
export function ChoiceLabel({
  controlId,
  hintId,
  label,
  hint,
  hideLabel,
  disabled,
}: ChoiceLabelProps): ReactElement {
  if (hideLabel) {
    return (
      <label htmlFor={controlId} className="sr-only">
        {label}
      </label>
    );
  }
  return (
    <span className="flex min-w-0 flex-col touch:min-h-11 touch:justify-center">
      <label htmlFor={controlId} className={cn('text-body', disabled ? 'text-muted' : 'text-ink')}>
        {label}
      </label>
      {hint ? (
        <span id={hintId} className="text-meta text-muted">
          {hint}
        </span>
      ) : null}
    </span>
  );
}
