import type { ReactElement, Ref } from 'react';
import { SearchIcon } from './icons.ts';
import { Input } from './input.tsx';

export type SearchInputProps = {
  /** Spoken name. */
  label: string;
  placeholder?: string;
  value: string;
  onValueChange: (value: string) => void;
  size?: 'sm' | 'md';
  ref?: Ref<HTMLInputElement>;
  className?: string;
};

/** A search field with its magnifier; Esc empties it. */
export function SearchInput({
  label,
  onValueChange,
  size = 'sm',
  className = 'w-full sm:w-64',
  ...rest
}: SearchInputProps): ReactElement {
  return (
    <Input
      {...rest}
      type="search"
      icon={SearchIcon}
      size={size}
      aria-label={label}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onValueChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onValueChange('');
      }}
      className={className}
    />
  );
}
