import type { ReactElement } from 'react';
import { Checkbox } from '../checkbox.tsx';
import { cn } from '../cn.ts';
import { Icon } from '../icon.tsx';
import { IconButton } from '../icon-button.tsx';
import { ArrowDownIcon, ArrowUpIcon, XIcon } from '../icons.ts';
import { useWords } from '../words.tsx';
import { cellClass } from './classes.ts';
import type { TableColumn, TableProps, TableSelection } from './types.ts';
import type { ScrollEdges } from './use-scroll-edges.ts';

const headCellClass = 'h-9 border-hairline border-b bg-subtle text-meta font-medium text-muted';

type TableHeadProps<Row> = Pick<TableProps<Row>, 'columns' | 'rows' | 'rowKey' | 'selection'> & {
  edges: ScrollEdges;
};

/** 36 high; sticks under the header while the table fits; gives way to the selection bar. */
export function TableHead<Row>({
  columns,
  rows,
  rowKey,
  selection,
  edges,
}: TableHeadProps<Row>): ReactElement {
  const picking = selection && selection.selected.size > 0;
  return (
    <thead className={cn(!edges.scrolls && 'sticky top-(--sticky-top) z-[1]')}>
      <tr>
        {selection ? (
          <th scope="col" className={cn(headCellClass, 'w-10 pl-4 text-left')}>
            <SelectAll selection={selection} keys={rows.map(rowKey)} />
          </th>
        ) : null}
        {picking ? (
          <th colSpan={columns.length} className={cn(headCellClass, 'px-3 text-left')}>
            <SelectionBar selection={selection} />
          </th>
        ) : (
          columns.map((column) => <HeadCell key={column.key} column={column} edges={edges} />)
        )}
      </tr>
    </thead>
  );
}

function HeadCell<Row>({ column, edges }: { column: TableColumn<Row>; edges: ScrollEdges }): ReactElement {
  const { sort, hideHead, numeric, head } = column;
  return (
    <th
      scope="col"
      aria-sort={sort?.direction ?? undefined}
      style={column.width ? { width: column.width } : undefined}
      className={cn(headCellClass, cellClass(column, edges), 'whitespace-nowrap')}
    >
      {sort ? (
        <button
          type="button"
          onClick={sort.onToggle}
          className={cn(
            'group inline-flex h-8 items-center gap-1 hover:text-ink touch:h-11',
            numeric && 'flex-row-reverse',
          )}
        >
          {head}
          <Icon
            icon={sort.direction === 'ascending' ? ArrowUpIcon : ArrowDownIcon}
            size={12}
            className={cn(
              !sort.direction && 'opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100',
            )}
          />
        </button>
      ) : (
        <span className={cn(hideHead && 'sr-only')}>{head}</span>
      )}
    </th>
  );
}

function SelectAll<Row>({
  selection,
  keys,
}: {
  selection: TableSelection<Row>;
  keys: string[];
}): ReactElement {
  const { selected, onSelectedChange, selectAllLabel } = selection;
  const all = keys.length > 0 && keys.every((key) => selected.has(key));
  return (
    <Checkbox
      hideLabel
      label={selectAllLabel}
      checked={all ? true : selected.size > 0 ? 'indeterminate' : false}
      onCheckedChange={(checked) => onSelectedChange(new Set(checked ? keys : []))}
    />
  );
}

function SelectionBar<Row>({ selection }: { selection: TableSelection<Row> }): ReactElement {
  const words = useWords();
  return (
    <div className="flex items-center gap-3">
      <span role="status" className="text-dense text-ink tabular-nums">
        {selection.summary}
      </span>
      <span className="flex items-center gap-2">{selection.actions}</span>
      <IconButton
        icon={XIcon}
        size="xs"
        label={words.clearSelection}
        onClick={() => selection.onSelectedChange(new Set())}
        className="ml-auto"
      />
    </div>
  );
}
