import { Button, EmptyState } from '@lead-credits/ui';
import { CircleSlashIcon } from '@lead-credits/ui/icons';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import { PageTitle } from './page-title.tsx';

/** The same on an address outside every page: nothing stands around it. */
export function NotFoundPage(): ReactElement {
  return (
    <main className="flex min-h-svh flex-col px-4">
      <NotFound />
    </main>
  );
}

/** A wrong address, or something of somebody else: both look the same. */
export function NotFound(): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="flex flex-1 items-center justify-center py-12">
      <PageTitle page={t('notFound.title')} about={t('product')} />
      <EmptyState
        icon={CircleSlashIcon}
        title={<h1>{t('notFound.title')}</h1>}
        action={
          <Button asChild>
            <Link {...paths.home()}>{t('notFound.home')}</Link>
          </Button>
        }
      >
        {t('notFound.text')}
      </EmptyState>
    </div>
  );
}
