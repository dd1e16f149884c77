import { Count, cn, formatCount, NoValue, Table, type TableColumn } from '@lead-credits/ui';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportDetail } from '../../api-types.ts';
import { rowReasonText } from '../../reason-text.ts';
import { isAtFault, shownColumns } from './shown-columns.ts';

type ImportRow = ImportDetail['rows'][number];

const ROW_WIDTH = 64;
const REASON_WIDTH = 352;
const CELL_WIDTH = 152;

type ImportRowsTableProps = { label: string; header: readonly string[]; rows: readonly ImportRow[] };

/** The file's own row number, why, and the cells as they stand in the file; the one at fault is underlined. */
export function ImportRowsTable({ label, header, rows }: ImportRowsTableProps): ReactElement {
  const { t } = useTranslation('leads');
  const isShown = rows.some(({ cells }) => cells !== null);
  const indexes = isShown ? shownColumns(header, rows) : [];
  const nameOf = (index: number): string => header[index] || t('import.unnamed', { number: index + 1 });
  const columns: TableColumn<ImportRow>[] = [
    {
      key: 'row',
      head: t('import.row'),
      width: ROW_WIDTH,
      sticky: 'start',
      cell: ({ row }) => <Count value={row} />,
    },
    {
      key: 'reason',
      head: t('import.reason'),
      ...(isShown ? { width: REASON_WIDTH } : {}),
      overflow: 'wrap',
      cell: (row) => <Reasons row={row} />,
    },
    ...indexes.map((index) => ({
      key: `cell ${index}`,
      head: <span className="block truncate">{nameOf(index)}</span>,
      cell: (row: ImportRow) => (
        <Cell text={row.cells?.[index] ?? ''} isBad={isAtFault(row, header[index] ?? '')} />
      ),
    })),
  ];
  return (
    <>
      <Table
        label={label}
        columns={columns}
        rows={rows}
        rowKey={({ row }) => String(row)}
        density="dense"
        minWidth={ROW_WIDTH + REASON_WIDTH + indexes.length * CELL_WIDTH}
        renderCard={(row) => <RowCard row={row} names={indexes.map((index) => [index, nameOf(index)])} />}
      />
      {isShown && indexes.length < header.length ? (
        <p className="text-dense text-muted">
          {t('import.someColumns', { shown: formatCount(indexes.length), all: formatCount(header.length) })}
        </p>
      ) : null}
    </>
  );
}

function Reasons({ row }: { row: ImportRow }): ReactElement {
  return (
    <span className="flex flex-col">
      {row.reasons.map(({ code, column, params }) => (
        <span key={`${code} ${column}`}>{rowReasonText(code, column, params)}</span>
      ))}
    </span>
  );
}

function Cell({ text, isBad }: { text: string; isBad: boolean }): ReactElement {
  const { t } = useTranslation('leads');
  if (text.trim() === '') return <NoValue reason={t('import.emptyCell')} />;
  return (
    <span
      title={text}
      className={cn('font-mono', isBad && 'text-danger underline decoration-dotted underline-offset-4')}
    >
      {text}
    </span>
  );
}

type RowCardProps = { row: ImportRow; names: readonly (readonly [number, string])[] };

function RowCard({ row, names }: RowCardProps): ReactElement {
  const { t } = useTranslation('leads');
  return (
    <div className="flex flex-col gap-1">
      <p className="font-medium tabular-nums">{t('import.rowOf', { row: formatCount(row.row) })}</p>
      <div className="text-body">
        <Reasons row={row} />
      </div>
      {row.cells ? (
        <dl className="grid grid-cols-[minmax(5rem,auto)_1fr] gap-x-3 gap-y-1 text-meta">
          {names.map(([index, name]) => (
            <div key={index} className="contents">
              <dt className="break-words text-muted">{name}</dt>
              <dd className="min-w-0 break-words">
                <Cell text={row.cells?.[index] ?? ''} isBad={isAtFault(row, name)} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
}
