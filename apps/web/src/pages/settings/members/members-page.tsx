import { DateText, EmptyState, Section, Table, TableCard, type TableColumn } from '@lead-credits/ui';
import { UsersIcon } from '@lead-credits/ui/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api.ts';
import type { MemberItem } from '../../../api-types.ts';
import { NoPermission } from '../../../components/no-permission.tsx';
import { Page } from '../../../components/page.tsx';
import { useTableState } from '../../../components/use-table-state.tsx';
import { useCan, useProject } from '../../../layouts/project-context.tsx';
import { RightsTable } from './rights-table.tsx';

/** Who belongs to the organisation, and what each role may do. */
export function MembersPage(): ReactElement {
  const { t } = useTranslation('settings');
  const { organization } = useProject();
  const mayRead = useCan('members.read');
  return (
    <Page
      title={t('members.title')}
      description={organization ? t('members.description', { organization: organization.name }) : undefined}
      width="form"
    >
      {organization && mayRead ? (
        <>
          <Members organizationId={organization.id} />
          <Section title={t('members.rights')} rule={false}>
            <RightsTable />
          </Section>
        </>
      ) : (
        <NoPermission right="members.read" />
      )}
    </Page>
  );
}

function Members({ organizationId }: { organizationId: string }): ReactElement {
  const { t } = useTranslation(['settings', 'common']);
  const members = api.people.members.useQuery({ organizationId });
  const rows = members.data?.items ?? [];
  const state = useTableState(members, {
    isEmpty: rows.length === 0,
    empty: (
      <EmptyState icon={UsersIcon} title={t('members.emptyTitle')}>
        {t('members.emptyText')}
      </EmptyState>
    ),
  });
  const projectsOf = (member: MemberItem): string =>
    member.role === 'operator'
      ? member.projects.map(({ name }) => name).join(', ')
      : t('members.allProjects');
  const columns: TableColumn<MemberItem>[] = [
    { key: 'name', head: t('members.name'), cell: (row) => <Person member={row} /> },
    { key: 'role', head: t('members.role'), width: 112, cell: (row) => t(`common:roles.${row.role}`) },
    {
      key: 'projects',
      head: t('members.projects'),
      width: 224,
      hideBelow: 768,
      overflow: 'wrap',
      cell: projectsOf,
    },
    {
      key: 'joined',
      head: t('members.joined'),
      width: 128,
      cell: (row) => <DateText value={row.joinedAt} />,
    },
  ];
  return (
    <Table
      label={t('members.table')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      state={state}
      density="tall"
      renderCard={(row) => (
        <TableCard
          title={row.name}
          value={<span className="font-normal">{t(`common:roles.${row.role}`)}</span>}
          status={<span className="break-all text-muted">{row.email}</span>}
          meta={projectsOf(row)}
        />
      )}
    />
  );
}

function Person({ member }: { member: MemberItem }): ReactElement {
  return (
    <span className="flex min-w-0 flex-col">
      <span className="truncate">{member.name}</span>
      <span className="truncate font-normal text-meta text-muted">{member.email}</span>
    </span>
  );
}
