import type { ReactElement } from 'react';
import { Button } from './button.tsx';
import { cn } from './cn.ts';
import { Icon } from './icon.tsx';
import { CheckIcon, CopyIcon } from './icons.ts';
import { Tooltip } from './tooltip.tsx';
import { useCopy } from './use-copy.ts';
import { useWords } from './words.tsx';

export type CopyButtonProps = {
  /** What goes to the clipboard: phones as E.164, not as shown. */
  value: string;
  /** What is copied, spoken: "Copy payment reference". */
  label: string;
  /** `icon` 28 beside an id; `text` a button with the word. */
  variant?: 'icon' | 'text';
  className?: string;
};

/** Copies; says "Copied" for 2 s, aloud and on the button. Never a toast. */
export function CopyButton({ value, label, variant = 'icon', className }: CopyButtonProps): ReactElement {
  const words = useWords();
  const { copied, copy } = useCopy();
  const icon = copied ? CheckIcon : CopyIcon;
  const announcement = (
    <span role="status" className="sr-only">
      {copied ? words.copied : ''}
    </span>
  );
  if (variant === 'text') {
    return (
      <>
        <Button
          size="md"
          icon={icon}
          aria-label={label}
          onClick={() => copy(value)}
          className={cn('min-w-24', className)}
        >
          {copied ? words.copied : words.copy}
        </Button>
        {announcement}
      </>
    );
  }
  return (
    <>
      <Tooltip content={copied ? words.copied : label}>
        <button
          type="button"
          aria-label={label}
          onClick={() => copy(value)}
          className={cn(
            'relative inline-flex size-7 shrink-0 items-center justify-center rounded-control text-muted transition-colors duration-80 hover:bg-hover hover:text-ink touch:size-11',
            copied && 'text-success hover:text-success',
            className,
          )}
        >
          <Icon icon={icon} size={14} />
        </button>
      </Tooltip>
      {announcement}
    </>
  );
}
