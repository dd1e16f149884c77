import { allows, type Right, ROLES, type Role } from '@lead-credits/contract';
import { Icon, NoValue, Table, type TableColumn, VisuallyHidden } from '@lead-credits/ui';
import { CheckIcon } from '@lead-credits/ui/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

const SHOWN = [
  'credits.read',
  'billing.read',
  'billing.write',
  'leads.read',
  'leads.phones',
  'leads.write',
  'project.manage',
  'members.manage',
  'keys.manage',
] as const satisfies readonly Right[];
type ShownRight = (typeof SHOWN)[number];

/** What each role may do, drawn from the very table the server refuses by. */
export function RightsTable(): ReactElement {
  const { t } = useTranslation(['settings', 'common']);
  const columns: TableColumn<ShownRight>[] = [
    { key: 'right', head: t('members.right'), sticky: 'start', cell: (right) => t(`members.rows.${right}`) },
    ...ROLES.map((role) => ({
      key: role,
      head: t(`common:roles.${role}`),
      width: 96,
      cell: (right: ShownRight) => <Allowed role={role} right={right} />,
    })),
  ];
  return (
    <>
      <Table
        label={t('members.rights')}
        columns={columns}
        rows={SHOWN}
        rowKey={(right) => right}
        minWidth={720}
      />
      <p className="text-meta text-muted">{t('members.rightsNote')}</p>
    </>
  );
}

function Allowed({ role, right }: { role: Role; right: ShownRight }): ReactElement {
  const { t } = useTranslation('settings');
  if (!allows({ kind: 'member', role }, right)) return <NoValue reason={t('members.no')} />;
  return (
    <>
      <Icon icon={CheckIcon} className="inline text-success" />
      <VisuallyHidden>{t('members.yes')}</VisuallyHidden>
    </>
  );
}
