import type { ReactElement } from 'react';
import { CopyButton } from './copy-button.tsx';
import { useFieldControl } from './field.tsx';
import { Input } from './input.tsx';

export type SecretFieldProps = {
  /** Shown in full, once. */
  value: string;
  copyLabel: string;
  'aria-label'?: string;
};

/** A secret that is shown once: mono, selected on focus, with Copy. Goes into a dialog that is not dismissible. */
export function SecretField({ value, copyLabel, ...rest }: SecretFieldProps): ReactElement {
  const control = useFieldControl({});
  return (
    <div className="flex items-center gap-2">
      <Input
        {...control}
        {...rest}
        mono
        readOnly
        value={value}
        autoComplete="off"
        spellCheck={false}
        onFocus={(event) => event.target.select()}
      />
      <CopyButton value={value} label={copyLabel} variant="text" />
    </div>
  );
}
