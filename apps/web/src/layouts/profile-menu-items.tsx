import { DropdownMenu, DropdownMenuItem, useToast } from '@lead-credits/ui';
import { FolderKanbanIcon, LogOutIcon, SettingsIcon } from '@lead-credits/ui/icons';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import { useMe } from '../people.ts';
import { signOut } from '../session.ts';
import { ProfileButton } from './profile-button.tsx';
import { useFrameProject } from './project-context.tsx';

/** Account Settings, Organization View, Sign Out: exactly these three. Open at first, because somebody asked for it. */
export function ProfileMenuItems(): ReactElement {
  const { t } = useTranslation('navigation');
  const project = useFrameProject();
  const navigate = useNavigate();
  const toast = useToast();
  const { organizations } = useMe();
  const organization = project?.organization ?? organizations[0];
  const leave = async (): Promise<void> => {
    // A fresh document: nothing that was read stays in memory.
    if (await signOut()) window.location.assign('/sign-in');
    else toast.show({ message: t('signOutFailed') });
  };
  return (
    <DropdownMenu defaultOpen trigger={<ProfileButton />}>
      <DropdownMenuItem
        icon={SettingsIcon}
        disabled={!project}
        onSelect={() => {
          if (project) void navigate(paths.settingsProfile(project.id));
        }}
      >
        {t('accountSettings')}
      </DropdownMenuItem>
      <DropdownMenuItem
        icon={FolderKanbanIcon}
        disabled={!organization}
        hint={organization ? undefined : t('noOrganization')}
        onSelect={() => {
          if (organization) void navigate(paths.organization(organization.id));
        }}
      >
        {t('organizationView')}
      </DropdownMenuItem>
      <DropdownMenuItem icon={LogOutIcon} onSelect={() => void leave()}>
        {t('signOut')}
      </DropdownMenuItem>
    </DropdownMenu>
  );
}
