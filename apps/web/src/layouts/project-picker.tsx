import { formatCount, PickList, type PickOption, Popover, StatusBadge } from '@lead-credits/ui';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api.ts';
import { samePlaceIn } from '../paths.ts';
import { useMe } from '../people.ts';
import { SwitcherButton } from './switcher-button.tsx';

const LIST_WIDTH = 360;

/** The switcher with its list, open at first: it is only drawn once somebody asked for it. */
export function ProjectPicker({ projectId, name }: { projectId: string; name: string }): ReactElement {
  const { t } = useTranslation('navigation');
  const [open, setOpen] = useState(true);
  const navigate = useNavigate();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const go = (picked: string): void => {
    setOpen(false);
    if (picked !== projectId) void navigate({ to: samePlaceIn(pathname, picked) });
  };
  return (
    <Popover
      label={t('switchProject')}
      open={open}
      onOpenChange={setOpen}
      align="end"
      width={LIST_WIDTH}
      flush
      trigger={<SwitcherButton name={name} />}
    >
      <ProjectList current={projectId} onPick={go} />
    </Popover>
  );
}

type ProjectListProps = { current: string; onPick: (projectId: string) => void };

/** Lives only while the list is open, so balances are read when somebody looks. */
function ProjectList({ current, onPick }: ProjectListProps): ReactElement {
  const { t } = useTranslation(['navigation', 'common']);
  const { organizations } = useMe();
  const views = api.useQueries((read) =>
    organizations.map(({ id }) => read.people.organization({ organizationId: id })),
  );
  const balances = new Map(views.flatMap(({ data }) => data?.projects ?? []).map((row) => [row.id, row]));
  const options = organizations.flatMap((organization) =>
    organization.projects.map(({ id, name }): PickOption => {
      const balance = balances.get(id);
      return {
        value: id,
        label: name,
        detail: organization.name,
        keywords: organization.name,
        aside: balance ? (
          <span className="flex items-center gap-2">
            <span className="text-dense text-ink">{formatCount(balance.available)}</span>
            <StatusBadge status={balance.status}>{t(`common:status.${balance.status}`)}</StatusBadge>
          </span>
        ) : null,
      };
    }),
  );
  return (
    <PickList
      label={t('findProject')}
      placeholder={t('findProject')}
      options={options}
      value={current}
      onPick={onPick}
      empty={t('noProjectFound')}
    />
  );
}
