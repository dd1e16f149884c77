import { type KeyboardEvent, type ReactElement, type ReactNode, useId, useState } from 'react';
import { cn } from './cn.ts';
import { Icon, type IconComponent } from './icon.tsx';
import { CheckIcon, SearchIcon } from './icons.ts';

export type PickOption = {
  value: string;
  label: string;
  /** Under the label. */
  detail?: ReactNode;
  /** At the right: a balance, a badge, a Kbd. */
  aside?: ReactNode;
  icon?: IconComponent;
  /** What else finds it. */
  keywords?: string;
};

export type PickListProps = {
  /** Spoken name of the search field and the list. */
  label: string;
  placeholder: string;
  options: readonly PickOption[];
  /** The present choice, ticked. */
  value?: string;
  onPick: (value: string) => void;
  /** Shown when nothing matches. */
  empty: ReactNode;
  /** Given: the page filters (remote search) and this list shows `options` as they are. */
  query?: string;
  onQueryChange?: (query: string) => void;
};

function matches(option: PickOption, query: string): boolean {
  return `${option.label} ${option.keywords ?? ''}`.toLowerCase().includes(query.trim().toLowerCase());
}

/** Type to filter, arrows to move, Enter to pick: the project switcher and the command menu. Rows 36, eight visible. */
export function PickList(props: PickListProps): ReactElement {
  const { label, placeholder, options, value, onPick, empty } = props;
  const listId = useId();
  const [ownQuery, setOwnQuery] = useState('');
  const [cursor, setCursor] = useState(0);
  const remote = props.query !== undefined;
  const query = props.query ?? ownQuery;
  const shown = remote ? options : options.filter((option) => matches(option, query));
  const active = Math.min(cursor, shown.length - 1);
  const optionId = (index: number): string => `${listId}-${index}`;

  const moveTo = (index: number): void => {
    setCursor(index);
    document.getElementById(optionId(index))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = nextIndex(event.key, active, shown.length);
    if (target !== null) {
      event.preventDefault();
      moveTo(target);
    }
    const picked = shown[active];
    if (event.key === 'Enter' && picked) {
      event.preventDefault();
      onPick(picked.value);
    }
  };
  return (
    <div className="flex flex-col gap-1">
      <span className="relative flex items-center border-hairline border-b pb-1">
        <Icon icon={SearchIcon} className="pointer-events-none absolute left-2 text-muted" />
        <input
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={shown.length > 0 ? optionId(active) : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={query}
          onChange={(event) => {
            setCursor(0);
            setOwnQuery(event.target.value);
            props.onQueryChange?.(event.target.value);
          }}
          onKeyDown={onKeyDown}
          className="h-9 w-full rounded-control bg-transparent pr-2 pl-8 text-body -outline-offset-2 touch:h-11 touch:text-section"
        />
      </span>
      <div id={listId} role="listbox" aria-label={label} className="max-h-72 overflow-y-auto">
        {shown.map((option, index) => (
          <PickRow
            key={option.value}
            id={optionId(index)}
            option={option}
            active={index === active}
            chosen={option.value === value}
            onPick={() => onPick(option.value)}
            onHover={() => setCursor(index)}
          />
        ))}
      </div>
      {shown.length === 0 ? (
        <div role="status" className="px-2 py-4 text-center text-muted">
          {empty}
        </div>
      ) : null}
    </div>
  );
}

function nextIndex(key: string, active: number, length: number): number | null {
  if (length === 0) return null;
  if (key === 'ArrowDown') return (active + 1) % length;
  if (key === 'ArrowUp') return (active - 1 + length) % length;
  if (key === 'PageDown') return Math.min(length - 1, active + 8);
  if (key === 'PageUp') return Math.max(0, active - 8);
  return null;
}

type PickRowProps = {
  id: string;
  option: PickOption;
  active: boolean;
  chosen: boolean;
  onPick: () => void;
  onHover: () => void;
};

function PickRow({ id, option, active, chosen, onPick, onHover }: PickRowProps): ReactElement {
  return (
    // The combobox holds the focus and handles the keys; a row only answers the pointer.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant names it
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      onClick={onPick}
      onMouseMove={onHover}
      className={cn(
        'flex min-h-9 cursor-default items-center gap-2 rounded-control px-2 py-1 touch:min-h-11',
        active && 'bg-hover',
      )}
    >
      {option.icon ? <Icon icon={option.icon} className="text-muted" /> : null}
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate">{option.label}</span>
        {option.detail ? <span className="truncate text-meta text-muted">{option.detail}</span> : null}
      </span>
      {option.aside ? <span className="text-meta text-muted tabular-nums">{option.aside}</span> : null}
      <span className="size-4">{chosen ? <Icon icon={CheckIcon} className="text-link" /> : null}</span>
    </div>
  );
}
