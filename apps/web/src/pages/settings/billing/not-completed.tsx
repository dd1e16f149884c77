import {
  AlertDialog,
  Banner,
  Button,
  Disclosure,
  formatDateTime,
  Money,
  StatusBadge,
} from '@lead-credits/ui';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api.ts';
import { readError } from '../../../app-error.ts';
import { useErrorText } from '../../../components/use-error-text.ts';
import { useCan, useProject } from '../../../layouts/project-context.tsx';
import type { Unpaid } from './split-bills.ts';

type NotCompletedProps = { unpaid: readonly Unpaid[]; onResume: (unpaid: Unpaid) => void };

/** Checkouts that were never paid: folded, in no amount due, to resume or to discard. */
export function NotCompleted({ unpaid, onResume }: NotCompletedProps): ReactElement {
  const { t } = useTranslation('billing');
  const [discarding, setDiscarding] = useState<Unpaid | null>(null);
  return (
    <Disclosure label={t('notCompleted.title')} count={unpaid.length}>
      <p className="text-body text-muted">{t('notCompleted.text')}</p>
      <ul aria-label={t('notCompleted.title')} className="mt-2 flex flex-col">
        {unpaid.map((checkout) => (
          <UnpaidRow
            key={checkout.id}
            checkout={checkout}
            onResume={() => onResume(checkout)}
            onDiscard={() => setDiscarding(checkout)}
          />
        ))}
      </ul>
      {discarding ? <DiscardCheckout checkout={discarding} onClose={() => setDiscarding(null)} /> : null}
    </Disclosure>
  );
}

type UnpaidRowProps = { checkout: Unpaid; onResume: () => void; onDiscard: () => void };

function UnpaidRow({ checkout, onResume, onDiscard }: UnpaidRowProps): ReactElement {
  const { t } = useTranslation(['billing', 'common']);
  const mayWrite = useCan('billing.write');
  const { reference, amountPaise, madeAt, openUntil } = checkout;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-hairline border-t py-2">
      <span className="flex min-w-0 flex-1 basis-56 flex-col">
        <span className="font-mono text-dense">{reference}</span>
        <span className="text-meta text-muted tabular-nums">
          {t('notCompleted.made', { time: formatDateTime(madeAt) })}
          {openUntil ? `, ${t('notCompleted.expires', { time: formatDateTime(openUntil) })}` : null}
        </span>
      </span>
      <span className="text-right">
        <Money paise={amountPaise} />
      </span>
      {openUntil ? (
        mayWrite ? (
          <span className="flex gap-2">
            <Button size="xs" aria-label={t('notCompleted.resumeOf', { reference })} onClick={onResume}>
              {t('notCompleted.resume')}
            </Button>
            <Button
              size="xs"
              variant="ghost"
              aria-label={t('notCompleted.discardOf', { reference })}
              onClick={onDiscard}
            >
              {t('notCompleted.discard')}
            </Button>
          </span>
        ) : (
          <StatusBadge status="pending">{t('common:status.pending')}</StatusBadge>
        )
      ) : (
        <StatusBadge status="expired">{t('common:status.expired')}</StatusBadge>
      )}
    </li>
  );
}

function DiscardCheckout({ checkout, onClose }: { checkout: Unpaid; onClose: () => void }): ReactElement {
  const { t } = useTranslation('billing');
  const project = useProject();
  const errorText = useErrorText();
  const utils = api.useUtils();
  const discard = api.billing.discardTopUp.useMutation({
    onSuccess: async () => {
      await Promise.all([
        utils.invoices.list.invalidate(),
        utils.billing.openTopUps.invalidate(),
        utils.credits.overview.invalidate(),
      ]);
      onClose();
    },
  });
  return (
    <AlertDialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('notCompleted.discardTitle', { reference: checkout.reference })}
      description={t('notCompleted.discardText')}
      cancelLabel={t('notCompleted.keep')}
      actionLabel={t('notCompleted.discardAction')}
      loading={discard.isPending}
      onAction={() => discard.mutate({ projectId: project.id, topUpId: checkout.id })}
    >
      {discard.error ? (
        <Banner tone="danger" urgent title={t('notCompleted.failed')}>
          {errorText(readError(discard.error))}
        </Banner>
      ) : null}
    </AlertDialog>
  );
}
