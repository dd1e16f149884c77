import type { ComponentProps, ReactElement } from 'react';
import { cn } from './cn.ts';
import { useFieldControl } from './field.tsx';
import { controlClass } from './input.tsx';

export type TextareaProps = ComponentProps<'textarea'> & { mono?: boolean };

/** Several lines; grows with what is typed, from `rows` (3) to twelve lines. */
export function Textarea({ mono, rows = 3, className, ...rest }: TextareaProps): ReactElement {
  const control = useFieldControl(rest);
  return (
    <textarea
      {...rest}
      {...control}
      rows={rows}
      className={cn(
        controlClass,
        'field-sizing-content read-only:bg-subtle max-h-66 min-h-20 resize-y py-2',
        mono && 'font-mono text-dense',
        className,
      )}
    />
  );
}
