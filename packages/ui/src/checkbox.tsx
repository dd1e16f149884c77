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

/** Yes or no, with its words. A native checkbox, unseen, over the box that is drawn; on touch it reaches 44 px. */
export function Checkbox(props: CheckboxProps): ReactElement {
  const { checked, onCheckedChange, label, hint, hideLabel, disabled, name, className } = props;
  const id = useId();
  const hintId = useId();
  const partly = checked === 'indeterminate';
  return (
    <span className={cn('inline-flex items-start gap-2 align-middle touch:items-center', className)}>
      <span className="relative flex h-5 items-center">
        <input
          // "Partly" is a property without an attribute.
          ref={(input) => {
            if (input) input.indeterminate = partly;
          }}
          type="checkbox"
          id={id}
          name={name}
          checked={checked === true}
          onChange={(event) => onCheckedChange(event.target.checked)}
          disabled={disabled}
          aria-describedby={hint ? hintId : undefined}
          className={cn(
            'peer absolute top-0 left-0 size-full appearance-none opacity-0',
            'disabled:cursor-not-allowed touch:-top-3.5 touch:-left-3.5 touch:h-12 touch:w-11',
          )}
        />
        <span
          aria-hidden
          className={cn(
            'flex size-4 items-center justify-center rounded-badge border border-line bg-surface text-on-accent',
            'transition-colors duration-80 peer-hover:border-muted',
            'peer-focus-visible:outline-2 peer-focus-visible:outline-focus peer-focus-visible:outline-offset-2',
            checked !== false && 'border-accent bg-accent peer-hover:border-accent',
            disabled && 'border-edge bg-neutral-tint text-muted peer-hover:border-edge',
          )}
        >
          {checked === false ? null : <Icon icon={partly ? MinusIcon : CheckIcon} size={12} />}
        </span>
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
