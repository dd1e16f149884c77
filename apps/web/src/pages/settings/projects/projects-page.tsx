import { Button } from '@lead-credits/ui';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api.ts';
import { BalancesTable } from '../../../components/balances-table.tsx';
import { NoPermission } from '../../../components/no-permission.tsx';
import { Page } from '../../../components/page.tsx';
import { useCan, useProject } from '../../../layouts/project-context.tsx';
import { paths } from '../../../paths.ts';
import { EditProject } from './edit-project.tsx';

/** The organisation's projects: their names and low thresholds. */
export function ProjectsPage(): ReactElement {
  const { t } = useTranslation('settings');
  const { organization } = useProject();
  return (
    <Page
      title={t('projects.title')}
      description={organization ? t('projects.description', { organization: organization.name }) : undefined}
      width="form"
    >
      {organization ? <Projects organizationId={organization.id} /> : <NoPermission right="project.manage" />}
    </Page>
  );
}

function Projects({ organizationId }: { organizationId: string }): ReactElement {
  const { t } = useTranslation('settings');
  const project = useProject();
  const mayEdit = useCan('project.manage');
  const { edit } = useSearch({ from: '/signed-in/projects/$projectId/settings/projects' });
  const navigate = useNavigate();
  const view = api.people.organization.useQuery({ organizationId });
  const edited = view.data?.projects.find(({ id }) => id === edit);
  return (
    <>
      <BalancesTable
        label={t('projects.table')}
        query={view}
        actions={
          mayEdit
            ? (row) => (
                <Button
                  asChild
                  size="xs"
                  variant="ghost"
                  aria-label={t('projects.editOf', { project: row.name })}
                >
                  <Link {...paths.settingsProjects(project.id, { edit: row.id })} resetScroll={false}>
                    {t('projects.edit')}
                  </Link>
                </Button>
              )
            : undefined
        }
      />
      {mayEdit && edited ? (
        <EditProject
          key={edited.id}
          project={edited}
          organizationId={organizationId}
          onClose={() =>
            void navigate({ ...paths.settingsProjects(project.id), replace: true, resetScroll: false })
          }
        />
      ) : null}
    </>
  );
}
