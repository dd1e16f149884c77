import { AlertDialog as Radix } from 'radix-ui';
import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { cn } from './cn.ts';
import { DialogFooter, panelClass, scrimClass } from './dialog.tsx';
import { Field } from './field.tsx';
import { Input } from './input.tsx';
import { Layer } from './layer.tsx';
import { useFocusReturn } from './use-focus-return.ts';

export type TypedName = {
  /** What must be typed, letter for letter. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Shown when the action is pressed with something else typed. */
  mismatch: ReactNode;
};

export type AlertDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Verb and noun; the action repeats it. */
  title: ReactNode;
  /** The consequence, first. */
  description: ReactNode;
  cancelLabel: ReactNode;
  actionLabel: ReactNode;
  /** The dialog stays open: close it when the answer is there. */
  onAction: () => void;
  tone?: 'danger' | 'primary';
  loading?: boolean;
  /** Only for high stakes: delete an organisation, remove an owner, reverse credits. */
  typedName?: TypedName;
  children?: ReactNode;
};

/** A confirmation, 400 wide. Cancel has the focus; a click outside does nothing. */
export function AlertDialog(props: AlertDialogProps): ReactElement {
  const { open, onOpenChange, title, description } = props;
  const cancelRef = useRef<HTMLButtonElement>(null);
  const focus = useFocusReturn();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={scrimClass} />
        <Radix.Content
          onCloseAutoFocus={focus.giveBack}
          onOpenAutoFocus={(event) => {
            focus.remember();
            event.preventDefault();
            cancelRef.current?.focus();
          }}
          className={cn(panelClass, 'max-w-[400px]')}
        >
          <Layer name="modal">
            <header className="flex flex-col gap-2 px-4 pt-4 sm:px-6 sm:pt-6">
              <Radix.Title className="font-semibold text-section">{title}</Radix.Title>
              <Radix.Description className="text-body text-muted">{description}</Radix.Description>
            </header>
            <AlertBody {...props} cancelRef={cancelRef} />
          </Layer>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type AlertBodyProps = AlertDialogProps & { cancelRef: { current: HTMLButtonElement | null } };

/** Lives only while the dialog is open, so what was typed is forgotten on close. */
function AlertBody(props: AlertBodyProps): ReactElement {
  const {
    typedName,
    children,
    cancelLabel,
    actionLabel,
    onAction,
    onOpenChange,
    tone = 'danger',
    loading,
  } = props;
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const act = (): void => {
    const matches = !typedName || typed.trim() === typedName.name;
    setRefused(!matches);
    if (matches) onAction();
  };
  return (
    <>
      {children || typedName ? (
        <div className="flex min-h-0 flex-col gap-4 overflow-y-auto px-4 pt-4 sm:px-6">
          {children}
          {typedName ? (
            <Field
              label={typedName.label}
              hint={typedName.hint}
              error={refused ? typedName.mismatch : undefined}
            >
              <Input
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                autoComplete="off"
                spellCheck={false}
              />
            </Field>
          ) : null}
        </div>
      ) : null}
      <div className="h-4 shrink-0" />
      <DialogFooter layout="row">
        <Button ref={props.cancelRef} onClick={() => onOpenChange(false)}>
          {cancelLabel}
        </Button>
        <Button variant={tone} loading={loading ?? false} onClick={act}>
          {actionLabel}
        </Button>
      </DialogFooter>
    </>
  );
}
