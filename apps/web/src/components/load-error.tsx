import { Button, EmptyState } from '@lead-credits/ui';
import { CircleAlertIcon, CircleSlashIcon, LockIcon, RefreshCwIcon } from '@lead-credits/ui/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { readError } from '../app-error.ts';
import { useErrorText } from './use-error-text.ts';

type LoadErrorProps = { error: unknown; onRetry: () => void; retrying: boolean };

/** Why something could not be read, and Retry where trying again can help. */
export function LoadError({ error, onRetry, retrying }: LoadErrorProps): ReactElement {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const read = readError(error);
  if (read.code === 'NOT_FOUND') {
    return (
      <EmptyState icon={CircleSlashIcon} title={t('notFound.title')}>
        {t('notFound.text')}
      </EmptyState>
    );
  }
  if (read.code === 'FORBIDDEN') {
    return (
      <EmptyState icon={LockIcon} title={t('noPermission.title')}>
        {errorText(read)}
      </EmptyState>
    );
  }
  return (
    <div role="alert">
      <EmptyState
        icon={CircleAlertIcon}
        title={errorText(read)}
        action={
          <Button size="sm" icon={RefreshCwIcon} loading={retrying} onClick={onRetry}>
            {t('retry')}
          </Button>
        }
      >
        {read.requestId ? (
          <span className="font-mono text-meta">{t('requestId', { requestId: read.requestId })}</span>
        ) : null}
      </EmptyState>
    </div>
  );
}
