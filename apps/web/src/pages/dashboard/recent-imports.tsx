import {
  Count,
  DateText,
  EmptyState,
  FileName,
  NoValue,
  Section,
  SegmentedBar,
  StatusBadge,
  Table,
  TableCard,
  type TableColumn,
  TextLink,
} from '@lead-credits/ui';
import { FileSpreadsheetIcon } from '@lead-credits/ui/icons';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportItem, ImportList } from '../../api-types.ts';
import type { Loadable } from '../../components/loaded.tsx';
import { useRoleNames } from '../../components/use-role-names.ts';
import { useTableState } from '../../components/use-table-state.tsx';
import { useCan, useProject } from '../../layouts/project-context.tsx';
import { paths } from '../../paths.ts';

export const RECENT_IMPORTS = 5;

/** The last five uploads, running ones with their progress. */
export function RecentImports({ query }: { query: Loadable<ImportList> }): ReactElement {
  const { t } = useTranslation('dashboard');
  const project = useProject();
  const mayUpload = useCan('leads.write');
  const roleNames = useRoleNames();
  const columns = useColumns();
  const rows = query.data?.items ?? [];
  const state = useTableState(query, {
    isEmpty: rows.length === 0,
    empty: (
      <EmptyState icon={FileSpreadsheetIcon} title={t('imports.emptyTitle')}>
        {mayUpload ? t('imports.emptyText') : t('imports.emptyAsk', { roles: roleNames('leads.write') })}
      </EmptyState>
    ),
  });
  return (
    <Section
      title={t('imports.title')}
      rule={false}
      actions={
        rows.length > 0 ? (
          <TextLink asChild variant="plain">
            <Link {...paths.imports(project.id)}>{t('imports.all')}</Link>
          </TextLink>
        ) : undefined
      }
    >
      <Table
        label={t('imports.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        state={state}
        density="tall"
        minWidth={520}
        rowProgress={(row) => (isRunning(row) && row.rows > 0 ? row.rowsRead / row.rows : null)}
        renderCard={(row) => <ImportCard row={row} />}
      />
    </Section>
  );
}

function isRunning({ status }: ImportItem): boolean {
  return status === 'processing' || status === 'receiving';
}

function useColumns(): TableColumn<ImportItem>[] {
  const { t } = useTranslation(['dashboard', 'common']);
  return [
    { key: 'file', head: t('imports.file'), cell: (row) => <FileCell row={row} /> },
    {
      key: 'process',
      head: t('imports.process'),
      width: 176,
      hideBelow: 896,
      cell: (row) => row.processName,
    },
    {
      key: 'started',
      head: t('imports.started'),
      width: 160,
      hideBelow: 768,
      cell: (row) => <DateText value={row.createdAt} format="datetime" />,
    },
    {
      key: 'rows',
      head: t('imports.rows'),
      width: 96,
      numeric: true,
      cell: (row) => <Count value={row.rows} />,
    },
    { key: 'result', head: t('imports.result'), width: 128, cell: (row) => <Result row={row} /> },
    {
      key: 'credits',
      head: t('imports.credits'),
      width: 112,
      hideBelow: 768,
      numeric: true,
      cell: (row) => <Count value={row.creditsConsumed} />,
    },
    {
      key: 'status',
      head: t('imports.status'),
      width: 112,
      cell: (row) => <StatusBadge status={row.status}>{t(`common:status.${row.status}`)}</StatusBadge>,
    },
  ];
}

function FileCell({ row }: { row: ImportItem }): ReactElement {
  const { t } = useTranslation('dashboard');
  const project = useProject();
  return (
    <span className="flex min-w-0 flex-col">
      <TextLink asChild variant="row" className="truncate">
        <Link {...paths.import(project.id, row.id)}>
          <FileName name={row.fileName} />
        </Link>
      </TextLink>
      <span className="truncate font-normal text-meta text-muted">
        {t('imports.by', { name: row.uploadedBy })}
      </span>
    </span>
  );
}

function Result({ row }: { row: ImportItem }): ReactElement {
  const { t } = useTranslation('dashboard');
  if (row.status !== 'completed') return <NoValue reason={t('imports.noResult')} />;
  const { accepted, failed, duplicates, rows } = row;
  return (
    <SegmentedBar
      legend={false}
      label={t('imports.resultOf', { accepted, failed, duplicates, rows })}
      segments={[
        { key: 'accepted', label: t('imports.accepted'), value: accepted, tone: 'success' },
        { key: 'failed', label: t('imports.failed'), value: failed, tone: 'danger' },
        { key: 'duplicates', label: t('imports.duplicates'), value: duplicates, tone: 'neutral' },
      ]}
    />
  );
}

function ImportCard({ row }: { row: ImportItem }): ReactElement {
  const { t } = useTranslation(['dashboard', 'common']);
  const project = useProject();
  return (
    <TableCard
      title={
        <TextLink asChild variant="row">
          <Link {...paths.import(project.id, row.id)}>
            <FileName name={row.fileName} />
          </Link>
        </TextLink>
      }
      value={<Count value={row.rows} />}
      status={<StatusBadge status={row.status}>{t(`common:status.${row.status}`)}</StatusBadge>}
      date={<DateText value={row.createdAt} format="datetime" />}
      meta={`${row.processName}, ${t('imports.by', { name: row.uploadedBy })}`}
    />
  );
}
