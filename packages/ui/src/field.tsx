import { createContext, type ReactElement, type ReactNode, useContext, useId } from 'react';
import { cn } from './cn.ts';
import { Icon } from './icon.tsx';
import { CircleAlertIcon } from './icons.ts';
import { useWords } from './words.tsx';

type FieldContextValue = {
  controlId: string;
  labelId: string;
  messageId: string | undefined;
  invalid: boolean;
};

const FieldContext = createContext<FieldContextValue | null>(null);

export type FieldProps = {
  label: ReactNode;
  /** Stands under the label, before the control. */
  hint?: ReactNode;
  /** Takes the hint's place and marks the control invalid. */
  error?: ReactNode;
  /** Says "optional" beside the label. */
  optional?: boolean;
  /** At the right end of the label's line: a link or a count. */
  aside?: ReactNode;
  /** The control is a group (NumberStepper, DropZone): the label names it, but does not focus it. */
  group?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label, hint or error, and one control. Ids, aria-describedby and aria-invalid are wired to the control inside. */
export function Field({
  label,
  hint,
  error,
  optional,
  aside,
  group,
  className,
  children,
}: FieldProps): ReactElement {
  const words = useWords();
  const controlId = useId();
  const labelId = useId();
  const messageId = useId();
  const hasMessage = Boolean(error || hint);
  return (
    <FieldContext
      value={{ controlId, labelId, messageId: hasMessage ? messageId : undefined, invalid: Boolean(error) }}
    >
      <div className={cn('flex min-w-0 flex-col gap-2', className)}>
        <div className="flex flex-col gap-1">
          <div className="flex items-baseline justify-between gap-3">
            <FieldLabel id={labelId} controlId={group ? undefined : controlId}>
              {label}
              {optional ? <span className="font-normal text-muted"> ({words.optional})</span> : null}
            </FieldLabel>
            {aside ? <span className="text-meta text-muted">{aside}</span> : null}
          </div>
          {hasMessage ? <FieldMessage id={messageId} error={error} hint={hint} /> : null}
        </div>
        {children}
      </div>
    </FieldContext>
  );
}

type FieldLabelProps = { id: string; controlId: string | undefined; children: ReactNode };

function FieldLabel({ id, controlId, children }: FieldLabelProps): ReactElement {
  const className = 'font-medium text-body text-ink';
  if (!controlId) {
    return (
      <span id={id} className={className}>
        {children}
      </span>
    );
  }
  return (
    <label id={id} htmlFor={controlId} className={className}>
      {children}
    </label>
  );
}

function FieldMessage({ id, error, hint }: { id: string; error: ReactNode; hint: ReactNode }): ReactElement {
  if (!error) {
    return (
      <p id={id} className="text-meta text-muted">
        {hint}
      </p>
    );
  }
  return (
    <p id={id} className="flex items-start gap-1 text-danger text-meta">
      <Icon icon={CircleAlertIcon} size={12} className="mt-0.5" />
      <span>{error}</span>
    </p>
  );
}

type ControlProps = {
  id?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | 'true' | 'false' | 'grammar' | 'spelling' | undefined;
};

/** Merges what the surrounding Field knows into a control's own props; a control without a Field keeps its own. */
export function useFieldControl(own: ControlProps): ControlProps {
  const field = useContext(FieldContext);
  if (!field)
    return { id: own.id, 'aria-describedby': own['aria-describedby'], 'aria-invalid': own['aria-invalid'] };
  const describedBy = [field.messageId, own['aria-describedby']].filter(Boolean).join(' ');
  return {
    id: own.id ?? field.controlId,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': own['aria-invalid'] ?? (field.invalid || undefined),
  };
}

/** The id of the surrounding Field's label, for controls that are groups. */
export function useFieldLabelId(): string | undefined {
  return useContext(FieldContext)?.labelId;
}
