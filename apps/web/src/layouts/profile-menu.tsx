import { Avatar, DropdownMenu, DropdownMenuItem, useToast } from '@lead-credits/ui';
import { FolderKanbanIcon, LogOutIcon, SettingsIcon } from '@lead-credits/ui/icons';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import { useMe } from '../people.ts';
import { signOut } from '../session.ts';
import { useFrameProject } from './project-context.tsx';

/** The avatar at the top right and its three ways: Account Settings, Organization View, Sign Out. */
export function ProfileMenu(): ReactElement {
  const { t } = useTranslation('navigation');
  const { user } = useMe();
  const project = useFrameProject();
  const navigate = useNavigate();
  const toast = useToast();
  const organization = project?.organization;
  const leave = async (): Promise<void> => {
    // A fresh document: nothing that was read stays in memory.
    if (await signOut()) window.location.assign('/sign-in');
    else toast.show({ message: t('signOutFailed') });
  };
  return (
    <DropdownMenu
      trigger={
        <button
          type="button"
          aria-label={t('profile', { email: user.email })}
          className="-mr-1 inline-flex size-9 shrink-0 items-center justify-center rounded-full hover:bg-hover data-[state=open]:bg-hover touch:size-11"
        >
          <Avatar icon="mail" size={28} />
        </button>
      }
    >
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
