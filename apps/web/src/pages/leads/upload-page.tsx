import { Button, EmptyState, Skeleton } from '@lead-credits/ui';
import { WorkflowIcon } from '@lead-credits/ui/icons';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api.ts';
import { Loaded } from '../../components/loaded.tsx';
import { NoPermission } from '../../components/no-permission.tsx';
import { Page } from '../../components/page.tsx';
import { useRoleNames } from '../../components/use-role-names.ts';
import { useCan, useProject } from '../../layouts/project-context.tsx';
import { paths } from '../../paths.ts';
import { UploadForm } from './upload-form.tsx';

/** Leads → Upload Leads: process, file, one click. */
export function UploadPage(): ReactElement {
  const { t } = useTranslation('leads');
  const project = useProject();
  const mayUpload = useCan('leads.write');
  const processes = api.leads.processes.useQuery({ projectId: project.id });
  return (
    <Page
      title={t('upload.title')}
      description={mayUpload ? t('upload.description') : undefined}
      width="form"
    >
      {mayUpload ? (
        <Loaded query={processes} skeleton={<Skeleton height={440} className="max-w-wizard" />}>
          {({ items, limits }) =>
            items.length > 0 ? <UploadForm processes={items} limits={limits} /> : <NoProcess />
          }
        </Loaded>
      ) : (
        <NotAllowed />
      )}
    </Page>
  );
}

function NotAllowed(): ReactElement {
  const { t } = useTranslation('leads');
  const project = useProject();
  const roleNames = useRoleNames();
  return (
    <div className="flex flex-col items-center">
      <NoPermission
        right="leads.write"
        title={t('upload.noPermissionTitle', { roles: roleNames('leads.write') })}
      >
        {t('upload.noPermission')}
      </NoPermission>
      <Button asChild>
        <Link {...paths.imports(project.id)}>{t('upload.seeImports')}</Link>
      </Button>
    </div>
  );
}

function NoProcess(): ReactElement {
  const { t } = useTranslation('leads');
  const roleNames = useRoleNames();
  return (
    <EmptyState icon={WorkflowIcon} title={t('upload.noProcessTitle')}>
      {t('upload.noProcess', { roles: roleNames('project.manage') })}
    </EmptyState>
  );
}
