import type { ReactElement, ReactNode } from 'react';
import { Checkbox } from '../checkbox.tsx';
import { cn } from '../cn.ts';
import { Skeleton } from '../skeleton.tsx';
import { cellClass, type Density, rowHeightClass } from './classes.ts';
import type { TableColumn, TableProps, TableSelection } from './types.ts';
import type { ScrollEdges } from './use-scroll-edges.ts';

/** Widths of skeleton bars, varied so that the page does not look ruled. */
const BAR_WIDTHS = ['85%', '67.5%', '80%', '60%', '75%'] as const;
export const SKELETON_ROWS = 8;

type RowsProps<Row> = TableProps<Row> & { density: Density; edges: ScrollEdges };

/** The real rows. */
export function TableRows<Row>(props: RowsProps<Row>): ReactElement[] {
  return props.rows.flatMap((row) => {
    const key = props.rowKey(row);
    const detail = props.detail?.(row) ?? null;
    const lines = [<BodyRow key={key} row={row} rowId={key} table={props} opened={detail !== null} />];
    if (detail !== null) lines.push(<DetailRow key={`${key} detail`} table={props} detail={detail} />);
    return lines;
  });
}

type BodyRowProps<Row> = { row: Row; rowId: string; table: RowsProps<Row>; opened: boolean };

function BodyRow<Row>({ row, rowId, table, opened }: BodyRowProps<Row>): ReactElement {
  const { columns, selection, density, edges } = table;
  const chosen = selection?.selected.has(rowId) ?? false;
  const share = table.rowProgress?.(row) ?? null;
  const line = opened ? '' : 'border-hairline border-b';
  const ground = chosen ? 'bg-accent-tint' : 'bg-page group-hover/row:bg-subtle';
  return (
    <tr className="group/row relative">
      {selection ? (
        <td className={cn('w-10 pl-4 transition-colors duration-80', rowHeightClass[density], line, ground)}>
          <SelectRow selection={selection} row={row} rowId={rowId} />
        </td>
      ) : null}
      {columns.map((column, index) => (
        <BodyCell
          key={column.key}
          column={column}
          header={column.rowHeader ?? index === 0}
          edges={edges}
          className={cn('transition-colors duration-80', rowHeightClass[density], line, ground)}
        >
          {column.cell(row)}
          {index === 0 && share !== null ? <RowBar share={share} /> : null}
        </BodyCell>
      ))}
    </tr>
  );
}

type BodyCellProps<Row> = {
  column: TableColumn<Row>;
  header: boolean;
  edges: ScrollEdges;
  className: string;
  children: ReactNode;
};

function BodyCell<Row>({ column, header, edges, className, children }: BodyCellProps<Row>): ReactElement {
  const classes = cn(
    cellClass(column, edges),
    className,
    'align-middle',
    column.overflow === 'wrap' ? 'break-words py-2' : 'truncate py-0.5',
  );
  if (!header) return <td className={classes}>{children}</td>;
  return (
    <th scope="row" className={cn(classes, 'font-medium')}>
      {children}
    </th>
  );
}

type SelectRowProps<Row> = { selection: TableSelection<Row>; row: Row; rowId: string };

function SelectRow<Row>({ selection, row, rowId }: SelectRowProps<Row>): ReactElement {
  const toggle = (checked: boolean): void => {
    const next = new Set(selection.selected);
    if (checked) next.add(rowId);
    else next.delete(rowId);
    selection.onSelectedChange(next);
  };
  return (
    <Checkbox
      hideLabel
      label={selection.rowLabel(row)}
      checked={selection.selected.has(rowId)}
      onCheckedChange={toggle}
    />
  );
}

function RowBar({ share }: { share: number }): ReactElement {
  return (
    <span aria-hidden className="absolute inset-x-0 bottom-0 h-0.5 overflow-hidden">
      <span
        className="block h-full origin-left bg-accent transition-transform duration-200"
        style={{ transform: `scaleX(${Math.min(1, Math.max(0, share))})` }}
      />
    </span>
  );
}

function DetailRow<Row>({ table, detail }: { table: RowsProps<Row>; detail: ReactNode }): ReactElement {
  const span = table.columns.length + (table.selection ? 1 : 0);
  return (
    <tr>
      <td colSpan={span} className="border-hairline border-b px-4 pb-3">
        {detail}
      </td>
    </tr>
  );
}

type SkeletonRowsProps<Row> = Pick<RowsProps<Row>, 'columns' | 'selection' | 'density' | 'edges'>;

/** Eight rows of the final height. */
export function TableSkeletonRows<Row>({
  columns,
  selection,
  density,
  edges,
}: SkeletonRowsProps<Row>): ReactElement[] {
  return Array.from({ length: SKELETON_ROWS }, (_, line) => (
    <tr key={line}>
      {selection ? <td className={cn('border-hairline border-b', rowHeightClass[density])} /> : null}
      {columns.map((column, index) => (
        <td
          key={column.key}
          className={cn(cellClass(column, edges), rowHeightClass[density], 'border-hairline border-b')}
        >
          <span className={cn('block', column.numeric ? 'ml-auto flex max-w-24 justify-end' : 'max-w-40')}>
            <Skeleton width={BAR_WIDTHS[(line + index) % BAR_WIDTHS.length] ?? '75%'} />
          </span>
        </td>
      ))}
    </tr>
  ));
}
