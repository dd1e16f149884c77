import { Button, EmptyState, Table } from '@lead-credits/ui';
import { SearchIcon, UploadIcon, UsersIcon } from '@lead-credits/ui/icons';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api.ts';
import { Page } from '../../components/page.tsx';
import { useRoleNames } from '../../components/use-role-names.ts';
import { useTableState } from '../../components/use-table-state.tsx';
import { useCan, useProject } from '../../layouts/project-context.tsx';
import { paths } from '../../paths.ts';
import { CursorPages } from './cursor-pages.tsx';
import { LeadCard, useLeadColumns } from './lead-columns.tsx';
import { LeadFiltersBar, useImportNames } from './lead-filters.tsx';
import { type LeadFilters, useLeadFilters } from './use-lead-filters.ts';

const PAGE_SIZE = 50;
const MIN_WIDTH = 480;

/** Every lead of the project, newest first, narrowed by the address. */
export function LeadsPage(): ReactElement {
  const { t } = useTranslation('leads');
  const project = useProject();
  const mayUpload = useCan('leads.write');
  return (
    <Page
      title={t('list.title')}
      description={
        <>
          {t('list.description')} <PhoneNote />
        </>
      }
      actions={
        mayUpload ? (
          <Button asChild variant="primary" icon={UploadIcon}>
            <Link {...paths.upload(project.id)}>{t('list.upload')}</Link>
          </Button>
        ) : undefined
      }
    >
      <LeadTable />
    </Page>
  );
}

/** Why a role sees no phones, or only parts of them. */
function PhoneNote(): ReactElement | null {
  const { t } = useTranslation('leads');
  const seesPhones = useCan('leads.phones');
  const { standing } = useProject();
  const roleNames = useRoleNames();
  if (seesPhones) return null;
  if (standing.kind === 'staff') return <>{t('list.masked')}</>;
  return <>{t('list.noPhones', { roles: roleNames('leads.phones') })}</>;
}

function LeadTable(): ReactElement {
  const { t } = useTranslation('leads');
  const project = useProject();
  const seesPhones = useCan('leads.phones');
  const filters = useLeadFilters();
  const importNames = useImportNames(project.id);
  const hasPhones = seesPhones || project.standing.kind === 'staff';
  const columns = useLeadColumns({ hasPhones, importNames });
  const { process, state, import: importId, q, after } = filters.search;
  const query = api.leads.list.useQuery(
    {
      projectId: project.id,
      processId: process,
      state,
      importId,
      search: q,
      cursor: after,
      limit: PAGE_SIZE,
    },
    { placeholderData: (previous) => previous },
  );
  const rows = query.data?.items ?? [];
  const tableState = useTableState(query, {
    isEmpty: rows.length === 0,
    reloading: query.isPlaceholderData,
    empty: filters.isFiltered ? <NoMatch filters={filters} /> : <NoLeads />,
  });
  return (
    <div className="flex flex-col gap-4">
      <LeadFiltersBar filters={filters} importNames={importNames} />
      <Table
        label={t('list.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        state={tableState}
        density="dense"
        minWidth={MIN_WIDTH}
        renderCard={(lead) => <LeadCard lead={lead} hasPhones={hasPhones} />}
      />
      <CursorPages
        label={t('list.pages')}
        after={after}
        nextCursor={query.data?.nextCursor ?? null}
        busy={query.isFetching}
        onGo={filters.goTo}
      />
    </div>
  );
}

function NoMatch({ filters }: { filters: LeadFilters }): ReactElement {
  const { t } = useTranslation('leads');
  const seesPhones = useCan('leads.phones');
  return (
    <EmptyState
      icon={SearchIcon}
      title={t('list.noMatchTitle')}
      action={
        <Button size="sm" onClick={filters.clear}>
          {t('list.clear')}
        </Button>
      }
    >
      {seesPhones ? t('list.noMatch') : t('list.noMatchNoPhones')}
    </EmptyState>
  );
}

function NoLeads(): ReactElement {
  const { t } = useTranslation('leads');
  const mayUpload = useCan('leads.write');
  const roleNames = useRoleNames();
  return (
    <EmptyState icon={UsersIcon} title={t('list.emptyTitle')}>
      {mayUpload ? t('list.empty') : t('list.emptyAsk', { roles: roleNames('leads.write') })}
    </EmptyState>
  );
}
