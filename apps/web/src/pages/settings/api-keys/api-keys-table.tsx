import {
  Badge,
  Button,
  DateText,
  EmptyState,
  NoValue,
  StatusBadge,
  Table,
  TableCard,
  type TableColumn,
} from '@lead-credits/ui';
import { KeyIcon } from '@lead-credits/ui/icons';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiKeyItem } from '../../../api-types.ts';
import type { Loadable } from '../../../components/loaded.tsx';
import { useTableState } from '../../../components/use-table-state.tsx';
import { useProject } from '../../../layouts/project-context.tsx';
import { paths } from '../../../paths.ts';

type ApiKeysTableProps = { query: Loadable<{ items: ApiKeyItem[] }>; mayManage: boolean };

/** Every key by its first and last characters; revoked ones stay in the list. */
export function ApiKeysTable({ query, mayManage }: ApiKeysTableProps): ReactElement {
  const { t } = useTranslation(['settings', 'common']);
  const rows = query.data?.items ?? [];
  const state = useTableState(query, {
    isEmpty: rows.length === 0,
    empty: (
      <EmptyState icon={KeyIcon} title={t('apiKeys.emptyTitle')}>
        {t('apiKeys.emptyText')}
      </EmptyState>
    ),
  });
  const columns: TableColumn<ApiKeyItem>[] = [
    { key: 'name', head: t('apiKeys.name'), cell: (row) => <KeyName apiKey={row} /> },
    { key: 'scopes', head: t('apiKeys.scopes'), width: 208, cell: (row) => <Scopes apiKey={row} /> },
    {
      key: 'created',
      head: t('apiKeys.created'),
      width: 136,
      hideBelow: 768,
      cell: (row) => <Created apiKey={row} />,
    },
    { key: 'lastUsed', head: t('apiKeys.lastUsed'), width: 128, cell: (row) => <LastUsed apiKey={row} /> },
    {
      key: 'actions',
      head: t('apiKeys.actions'),
      hideHead: true,
      width: 112,
      numeric: true,
      cell: (row) => <KeyAction apiKey={row} mayManage={mayManage} />,
    },
  ];
  return (
    <Table
      label={t('apiKeys.table')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      state={state}
      density="tall"
      minWidth={640}
      renderCard={(row) => (
        <TableCard
          title={row.name}
          status={<Scopes apiKey={row} />}
          date={<LastUsed apiKey={row} />}
          meta={<span className="font-mono">{row.hint}</span>}
          actions={<KeyAction apiKey={row} mayManage={mayManage} />}
        />
      )}
    />
  );
}

type KeyProps = { apiKey: ApiKeyItem };

function KeyName({ apiKey }: KeyProps): ReactElement {
  return (
    <span className="flex min-w-0 flex-col">
      <span className="truncate">{apiKey.name}</span>
      <span className="truncate font-mono font-normal text-meta text-muted">{apiKey.hint}</span>
    </span>
  );
}

function Scopes({ apiKey }: KeyProps): ReactElement {
  const { t } = useTranslation('settings');
  return (
    <span className="flex flex-wrap gap-1">
      {apiKey.scopes.map((scope) => (
        <Badge key={scope}>{t(`apiKeys.scope.${scope}`)}</Badge>
      ))}
    </span>
  );
}

function Created({ apiKey }: KeyProps): ReactElement {
  const { t } = useTranslation('settings');
  return (
    <span className="flex min-w-0 flex-col">
      <DateText value={apiKey.createdAt} />
      <span className="truncate text-meta text-muted">
        {t('apiKeys.createdBy', { name: apiKey.createdBy })}
      </span>
    </span>
  );
}

function LastUsed({ apiKey }: KeyProps): ReactElement {
  const { t } = useTranslation('settings');
  if (!apiKey.lastUsedAt) return <NoValue reason={t('apiKeys.never')} />;
  return <DateText value={apiKey.lastUsedAt} />;
}

function KeyAction({ apiKey, mayManage }: KeyProps & { mayManage: boolean }): ReactElement | null {
  const { t } = useTranslation(['settings', 'common']);
  const project = useProject();
  if (apiKey.revokedAt) return <StatusBadge status="revoked">{t('common:status.revoked')}</StatusBadge>;
  if (!mayManage) return null;
  return (
    <Button asChild size="xs" variant="ghost" aria-label={t('apiKeys.revokeOf', { name: apiKey.name })}>
      <Link {...paths.apiKeys(project.id, { revoke: apiKey.id })} resetScroll={false}>
        {t('apiKeys.revoke')}
      </Link>
    </Button>
  );
}
