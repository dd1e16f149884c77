import { Button, formatCount, PickList, type PickOption, Popover, StatusBadge } from '@lead-credits/ui';
import { ChevronsUpDownIcon } from '@lead-credits/ui/icons';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api.ts';
import { samePlaceIn } from '../paths.ts';
import { useMe } from '../people.ts';
import { useCredits } from './live-credits.tsx';
import { useFrameProject } from './project-context.tsx';

const LIST_WIDTH = 360;

/** Which project the pages are about; its list says each one's balance. */
export function ProjectSwitcher(): ReactElement | null {
  const project = useFrameProject();
  return project ? <Switcher projectId={project.id} name={project.name} /> : null;
}

function Switcher({ projectId, name }: { projectId: string; name: string }): ReactElement {
  const { t } = useTranslation(['navigation', 'common']);
  const [open, setOpen] = useState(false);
  const credits = useCredits(projectId);
  const navigate = useNavigate();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const shown = credits.data?.projectName ?? name;
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
      trigger={
        <Button
          size="sm"
          trailingIcon={ChevronsUpDownIcon}
          aria-label={t('currentProject', { project: shown })}
          className="max-w-45"
        >
          {shown}
        </Button>
      }
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
