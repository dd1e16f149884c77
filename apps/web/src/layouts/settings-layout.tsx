import { NavPanel, type NavPanelItem } from '@lead-credits/ui';
import { FileTextIcon, FolderKanbanIcon, KeyIcon, UserIcon, UsersIcon } from '@lead-credits/ui/icons';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import { can, type ProjectView } from '../project-view.ts';
import { useProject } from './project-context.tsx';

/** The panel of tabs at the left, one page at the right. Below 1024 px the panel is a select. */
export function SettingsLayout(): ReactElement {
  const { t } = useTranslation('navigation');
  const project = useProject();
  const navigate = useNavigate();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const items = useTabs(project);
  const current = pathname.split('/').at(-1) ?? '';
  return (
    <div className="flex flex-col gap-6 lg:flex-row lg:gap-8">
      <div className="flex flex-col gap-2 lg:sticky lg:top-19 lg:self-start">
        <p className="px-2 font-medium text-meta text-muted max-lg:hidden">{t('accountSettings')}</p>
        <NavPanel
          label={t('accountSettings')}
          items={items}
          current={current}
          onSelect={(tab) => void navigate({ to: `/projects/${project.id}/settings/${tab}` })}
        />
      </div>
      <div className="min-w-0 flex-1">
        <Outlet />
      </div>
    </div>
  );
}

/** A tab exists only when it works for this person. */
function useTabs(project: ProjectView): NavPanelItem[] {
  const { t } = useTranslation('navigation');
  const { id } = project;
  const tabs: (NavPanelItem & { shown: boolean })[] = [
    {
      value: 'profile',
      label: t('settings.profile'),
      icon: UserIcon,
      link: (props) => <Link {...paths.settingsProfile(id)} {...props} />,
      shown: true,
    },
    {
      value: 'projects',
      label: t('settings.projects'),
      icon: FolderKanbanIcon,
      link: (props) => <Link {...paths.settingsProjects(id)} {...props} />,
      shown: project.organization !== null,
    },
    {
      value: 'billing',
      label: t('settings.billing'),
      icon: FileTextIcon,
      link: (props) => <Link {...paths.billing(id)} {...props} />,
      shown: true,
    },
    {
      value: 'members',
      label: t('settings.members'),
      icon: UsersIcon,
      link: (props) => <Link {...paths.members(id)} {...props} />,
      shown: project.organization !== null && can(project, 'members.read'),
    },
    {
      value: 'api-keys',
      label: t('settings.apiKeys'),
      icon: KeyIcon,
      link: (props) => <Link {...paths.apiKeys(id)} {...props} />,
      shown: can(project, 'keys.read'),
    },
  ];
  return tabs.filter(({ shown }) => shown);
}
