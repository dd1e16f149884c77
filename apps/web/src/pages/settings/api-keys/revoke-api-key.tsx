import { AlertDialog, Banner } from '@lead-credits/ui';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api.ts';
import type { ApiKeyItem } from '../../../api-types.ts';
import { readError } from '../../../app-error.ts';
import { useErrorText } from '../../../components/use-error-text.ts';
import { useProject } from '../../../layouts/project-context.tsx';

type RevokeApiKeyProps = { apiKey: ApiKeyItem; onClose: () => void };

/** Asks once, because programs stop at once. */
export function RevokeApiKey({ apiKey, onClose }: RevokeApiKeyProps): ReactElement {
  const { t } = useTranslation('settings');
  const project = useProject();
  const errorText = useErrorText();
  const utils = api.useUtils();
  const revoke = api.people.revokeApiKey.useMutation({
    onSuccess: (keys) => {
      utils.people.apiKeys.setData({ projectId: project.id }, keys);
      onClose();
    },
  });
  return (
    <AlertDialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('apiKeys.revokeTitle', { name: apiKey.name })}
      description={t('apiKeys.revokeText')}
      cancelLabel={t('apiKeys.keep')}
      actionLabel={t('apiKeys.revokeAction')}
      loading={revoke.isPending}
      onAction={() => revoke.mutate({ projectId: project.id, apiKeyId: apiKey.id })}
    >
      {revoke.error ? (
        <Banner tone="danger" urgent title={t('apiKeys.revokeFailed')}>
          {errorText(readError(revoke.error))}
        </Banner>
      ) : null}
    </AlertDialog>
  );
}
