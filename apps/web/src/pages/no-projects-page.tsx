import { EmptyState } from '@lead-credits/ui';
import { FolderKanbanIcon } from '@lead-credits/ui/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../components/page-title.tsx';
import { useMe } from '../people.ts';

/** For somebody who belongs to no project yet. */
export function NoProjectsPage(): ReactElement {
  const { t } = useTranslation('navigation');
  const { user } = useMe();
  return (
    <div className="flex flex-1 items-center justify-center py-12">
      <PageTitle page={t('noProjects.title')} />
      <EmptyState icon={FolderKanbanIcon} title={<h1>{t('noProjects.title')}</h1>}>
        {user.isStaff ? t('noProjects.staff') : t('noProjects.text')}
      </EmptyState>
    </div>
  );
}
