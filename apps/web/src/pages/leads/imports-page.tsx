import { Button, EmptyState, Table } from '@lead-credits/ui';
import { FileSpreadsheetIcon, UploadIcon } from '@lead-credits/ui/icons';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api.ts';
import { Page } from '../../components/page.tsx';
import { useRoleNames } from '../../components/use-role-names.ts';
import { useTableState } from '../../components/use-table-state.tsx';
import { useCan, useProject } from '../../layouts/project-context.tsx';
import { paths } from '../../paths.ts';
import { CursorPages } from './cursor-pages.tsx';
import { ImportCard, useImportColumns } from './import-columns.tsx';
import { isRunning } from './is-running.ts';

const IMPORTS = '/signed-in/projects/$projectId/leads/imports/';
const PAGE_SIZE = 50;
const RUNNING_MS = 2_000;
const MIN_WIDTH = 480;

/** Every uploaded file and what became of its rows, newest first. */
export function ImportsPage(): ReactElement {
  const { t } = useTranslation('leads');
  const project = useProject();
  const mayUpload = useCan('leads.write');
  const { after } = useSearch({ from: IMPORTS });
  const navigate = useNavigate();
  const columns = useImportColumns();
  const query = api.leads.imports.useQuery(
    { projectId: project.id, cursor: after, limit: PAGE_SIZE },
    {
      placeholderData: (previous) => previous,
      refetchInterval: ({ state }) => (state.data?.items.some(isRunning) ? RUNNING_MS : false),
    },
  );
  const rows = query.data?.items ?? [];
  const state = useTableState(query, {
    isEmpty: rows.length === 0,
    reloading: query.isPlaceholderData,
    empty: <NoImports />,
  });
  return (
    <Page
      title={t('imports.title')}
      description={t('imports.description')}
      actions={
        mayUpload ? (
          <Button asChild variant="primary" icon={UploadIcon}>
            <Link {...paths.upload(project.id)}>{t('imports.upload')}</Link>
          </Button>
        ) : undefined
      }
    >
      <div className="flex flex-col gap-4">
        <Table
          label={t('imports.title')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          state={state}
          density="tall"
          minWidth={MIN_WIDTH}
          rowProgress={(row) => (isRunning(row) && row.rows > 0 ? row.rowsRead / row.rows : null)}
          renderCard={(row) => <ImportCard item={row} />}
        />
        <CursorPages
          label={t('imports.pages')}
          after={after}
          nextCursor={query.data?.nextCursor ?? null}
          busy={query.isFetching}
          onGo={(next) => void navigate(paths.imports(project.id, { after: next }))}
        />
      </div>
    </Page>
  );
}

function NoImports(): ReactElement {
  const { t } = useTranslation('leads');
  const mayUpload = useCan('leads.write');
  const roleNames = useRoleNames();
  return (
    <EmptyState icon={FileSpreadsheetIcon} title={t('imports.emptyTitle')}>
      {mayUpload ? t('imports.empty') : t('imports.emptyAsk', { roles: roleNames('leads.write') })}
    </EmptyState>
  );
}
