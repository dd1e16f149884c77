import { Banner, Button, formatCount } from '@lead-credits/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportItem } from '../../api-types.ts';
import { readPlainError } from '../../app-error.ts';
import { useErrorText } from '../../components/use-error-text.ts';
import { useRoleNames } from '../../components/use-role-names.ts';
import { useCan, useProject } from '../../layouts/project-context.tsx';
import { paths } from '../../paths.ts';
import { fileReasonText } from '../../reason-text.ts';
import { readShortage } from './shortage.ts';

/** An upload of which nothing went in: blocked, failed or undone. Nothing of it was charged. */
export function ImportEnded({ item }: { item: ImportItem }): ReactElement {
  if (item.status === 'blocked') return <Blocked item={item} />;
  return item.status === 'cancelled' ? <Cancelled item={item} /> : <Failed item={item} />;
}

function Blocked({ item }: { item: ImportItem }): ReactElement {
  const { t } = useTranslation('leads');
  const project = useProject();
  const mayPay = useCan('billing.write');
  const roleNames = useRoleNames();
  const shortage = readShortage(item.error?.details ?? {});
  const missing = shortage?.shortage ?? item.rows;
  return (
    <div className="flex max-w-form flex-col gap-4">
      <Banner tone="warning" title={t('import.blockedTitle')}>
        {t('import.blocked', {
          required: formatCount(shortage?.required ?? item.rows),
          available: formatCount(shortage?.available ?? 0),
        })}{' '}
        {mayPay
          ? null
          : t('import.blockedAsk', { roles: roleNames('billing.write'), shown: formatCount(missing) })}
      </Banner>
      <div className="flex flex-wrap gap-2">
        {mayPay ? (
          <Button asChild variant="primary">
            <Link {...paths.billing(project.id, { units: missing }, 'self-serve-top-up')}>
              {t('insufficient.topUp', { shown: formatCount(missing) })}
            </Link>
          </Button>
        ) : null}
        <UploadAgain item={item} />
      </div>
    </div>
  );
}

function Failed({ item }: { item: ImportItem }): ReactElement {
  const { t } = useTranslation('leads');
  const reason = useReason(item);
  return (
    <div className="flex max-w-form flex-col gap-4">
      <Banner tone="danger" title={t('import.endedTitle')}>
        {reason} <Returned item={item} />
      </Banner>
      <div>
        <UploadAgain item={item} />
      </div>
    </div>
  );
}

function Cancelled({ item }: { item: ImportItem }): ReactElement {
  const { t } = useTranslation('leads');
  return (
    <div className="flex max-w-form flex-col gap-4">
      <Banner tone="info" title={t('import.cancelledTitle')}>
        {t('import.ended')} <Returned item={item} />
      </Banner>
      <div>
        <UploadAgain item={item} />
      </div>
    </div>
  );
}

function Returned({ item }: { item: ImportItem }): ReactElement | null {
  const { t } = useTranslation('leads');
  const { creditsReleased: released } = item;
  if (released === 0) return null;
  return <>{t('import.returned', { count: released, shown: formatCount(released) })}</>;
}

/** Why it failed: the file, or something of ours. */
function useReason({ error }: ImportItem): string {
  const { t } = useTranslation('leads');
  const errorText = useErrorText();
  if (!error) return t('import.ended');
  const { reason } = error.details;
  if (typeof reason === 'string') return fileReasonText(reason, error.details);
  const read = readPlainError({ error: { code: error.code, ...error.details } });
  return read.code === 'INTERNAL' ? t('import.interrupted') : errorText(read);
}

function UploadAgain({ item }: { item: ImportItem }): ReactElement | null {
  const { t } = useTranslation('leads');
  const project = useProject();
  const mayUpload = useCan('leads.write');
  if (!mayUpload) return null;
  return (
    <Button asChild>
      <Link {...paths.upload(project.id, { process: item.processId })}>{t('import.uploadAgain')}</Link>
    </Button>
  );
}
