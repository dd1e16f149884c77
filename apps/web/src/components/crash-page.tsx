import { Button, EmptyState } from '@lead-credits/ui';
import { RefreshCwIcon, TriangleAlertIcon } from '@lead-credits/ui/icons';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { readError } from '../app-error.ts';
import { useErrorText } from './use-error-text.ts';

/** What a page shows when it could not be built: the server does not answer, or a fault of ours. */
export function CrashPage({ error, reset }: ErrorComponentProps): ReactElement {
  const { t } = useTranslation();
  const router = useRouter();
  const errorText = useErrorText();
  const ours = error instanceof TypeError || error instanceof RangeError;
  const retry = async (): Promise<void> => {
    reset();
    await router.invalidate();
  };
  return (
    <main className="flex min-h-100 flex-1 items-center justify-center py-12">
      <EmptyState
        icon={TriangleAlertIcon}
        title={<h1>{t('crash.title')}</h1>}
        action={
          <Button icon={RefreshCwIcon} onClick={() => void retry()}>
            {t('retry')}
          </Button>
        }
      >
        {ours ? t('crash.text') : errorText(readError(error))}
      </EmptyState>
    </main>
  );
}
