import { Banner, Button } from '@lead-credits/ui';
import { RefreshCwIcon } from '@lead-credits/ui/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../components/use-error-text.ts';
import type { Upload } from './use-upload.ts';

/** Why the upload did not go in when it is neither the file nor the credits; Retry goes on with the same key. */
export function UploadFailure({ upload }: { upload: Upload }): ReactElement | null {
  const { t } = useTranslation(['leads', 'common']);
  const errorText = useErrorText();
  const { failure } = upload;
  if (failure?.kind !== 'dropped' && failure?.kind !== 'error') return null;
  return (
    <Banner
      tone="danger"
      urgent
      title={t('upload.failedTitle')}
      action={
        <Button size="sm" icon={RefreshCwIcon} onClick={upload.submit}>
          {t('upload.retry')}
        </Button>
      }
    >
      {failure.kind === 'dropped'
        ? t(failure.sentAll ? 'upload.unanswered' : 'upload.dropped')
        : errorText(failure.error)}
      {failure.kind === 'error' && failure.error.requestId ? (
        <p className="mt-1 font-mono text-meta text-muted">
          {t('common:requestId', { requestId: failure.error.requestId })}
        </p>
      ) : null}
    </Banner>
  );
}
