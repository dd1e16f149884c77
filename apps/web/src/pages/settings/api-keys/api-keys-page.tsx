import { Button } from '@lead-credits/ui';
import { PlusIcon } from '@lead-credits/ui/icons';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api.ts';
import { NoPermission } from '../../../components/no-permission.tsx';
import { Page } from '../../../components/page.tsx';
import { useCredits } from '../../../layouts/live-credits.tsx';
import { useCan, useProject } from '../../../layouts/project-context.tsx';
import { paths } from '../../../paths.ts';
import { ApiKeysTable } from './api-keys-table.tsx';
import { CreateApiKey } from './create-api-key.tsx';
import { RevokeApiKey } from './revoke-api-key.tsx';
import { type NewSecret, SecretDialog } from './secret-dialog.tsx';

/** Keys for programs: list, create, revoke. */
export function ApiKeysPage(): ReactElement {
  const { t } = useTranslation('settings');
  const project = useProject();
  const mayRead = useCan('keys.read');
  const mayManage = useCan('keys.manage');
  const credits = useCredits(project.id);
  return (
    <Page
      title={t('apiKeys.title')}
      description={t('apiKeys.description', { project: credits.data?.projectName ?? project.name })}
      width="form"
      actions={
        mayManage ? (
          <Button asChild variant="primary" icon={PlusIcon}>
            <Link {...paths.apiKeys(project.id, { create: true })} resetScroll={false}>
              {t('apiKeys.create')}
            </Link>
          </Button>
        ) : undefined
      }
    >
      {mayRead ? <Keys mayManage={mayManage} /> : <NoPermission right="keys.read" />}
    </Page>
  );
}

function Keys({ mayManage }: { mayManage: boolean }): ReactElement {
  const project = useProject();
  const navigate = useNavigate();
  const { create, revoke } = useSearch({ from: '/signed-in/projects/$projectId/settings/api-keys' });
  const keys = api.people.apiKeys.useQuery({ projectId: project.id });
  // The secret is the one thing that must not live in the address or on the server.
  const [secret, setSecret] = useState<NewSecret | null>(null);
  const revoked = keys.data?.items.find(({ id, revokedAt }) => id === revoke && revokedAt === null);
  const close = (): void =>
    void navigate({ ...paths.apiKeys(project.id), replace: true, resetScroll: false });
  return (
    <>
      <ApiKeysTable query={keys} mayManage={mayManage} />
      {mayManage && create ? (
        <CreateApiKey
          onClose={close}
          onCreated={(made) => {
            setSecret(made);
            close();
          }}
        />
      ) : null}
      {mayManage && revoked ? <RevokeApiKey apiKey={revoked} onClose={close} /> : null}
      {secret ? <SecretDialog secret={secret} onDone={() => setSecret(null)} /> : null}
    </>
  );
}
