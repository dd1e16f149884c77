import {
  Count,
  EmptyState,
  StatusBadge,
  Table,
  TableCard,
  type TableColumn,
  TextLink,
} from '@lead-credits/ui';
import { FolderKanbanIcon } from '@lead-credits/ui/icons';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganizationView } from '../api-types.ts';
import { paths } from '../paths.ts';
import type { Loadable } from './loaded.tsx';
import { useTableState } from './use-table-state.tsx';

type ProjectRow = OrganizationView['projects'][number];

type BalancesTableProps = {
  label: string;
  query: Loadable<OrganizationView>;
  /** Buttons of a row. */
  actions?: (project: ProjectRow) => ReactNode;
};

/** The projects of an organisation with balance and badge. */
export function BalancesTable({ label, query, actions }: BalancesTableProps): ReactElement {
  const { t } = useTranslation(['settings', 'common']);
  const rows = query.data?.projects ?? [];
  const state = useTableState(query, {
    isEmpty: rows.length === 0,
    empty: (
      <EmptyState icon={FolderKanbanIcon} title={t('organization.emptyTitle')}>
        {t('organization.emptyText')}
      </EmptyState>
    ),
  });
  const columns: TableColumn<ProjectRow>[] = [
    { key: 'project', head: t('organization.project'), cell: (row) => <ProjectName project={row} /> },
    {
      key: 'status',
      head: t('organization.status'),
      width: 136,
      cell: (row) => <StatusBadge status={row.status}>{t(`common:status.${row.status}`)}</StatusBadge>,
    },
    {
      key: 'available',
      head: t('organization.available'),
      width: 136,
      numeric: true,
      cell: (row) => <Count value={row.available} />,
    },
    {
      key: 'held',
      head: t('organization.held'),
      width: 112,
      numeric: true,
      cell: (row) => <Count value={row.reserved} />,
    },
  ];
  if (actions) {
    columns.push({
      key: 'actions',
      head: t('projects.actions'),
      hideHead: true,
      width: 96,
      numeric: true,
      cell: actions,
    });
  }
  return (
    <Table
      label={label}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      state={state}
      minWidth={520}
      renderCard={(row) => (
        <TableCard
          title={<ProjectName project={row} />}
          value={<Count value={row.available} />}
          status={<StatusBadge status={row.status}>{t(`common:status.${row.status}`)}</StatusBadge>}
          actions={actions?.(row)}
        />
      )}
    />
  );
}

function ProjectName({ project }: { project: ProjectRow }): ReactElement {
  return (
    <TextLink asChild variant="row">
      <Link {...paths.dashboard(project.id)}>{project.name}</Link>
    </TextLink>
  );
}
