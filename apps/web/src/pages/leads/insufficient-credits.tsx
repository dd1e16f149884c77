import {
  Button,
  type DescriptionItem,
  DescriptionList,
  Dialog,
  formatCount,
  Icon,
  middleEllipsis,
} from '@lead-credits/ui';
import { CircleAlertIcon } from '@lead-credits/ui/icons';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoleNames } from '../../components/use-role-names.ts';
import { useCan, useProject } from '../../layouts/project-context.tsx';
import { paths } from '../../paths.ts';
import type { ShortageDetails } from './shortage.ts';

type InsufficientCreditsProps = { shortage: ShortageDetails; onClose: () => void };

/** The upload is blocked whole: what is there, what is needed, what is missing, who holds credits, what to do. */
export function InsufficientCredits({ shortage, onClose }: InsufficientCreditsProps): ReactElement {
  const { t } = useTranslation('leads');
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('insufficient.title')}
      footerLayout="stack"
      footer={
        <>
          <TopUp shortage={shortage.shortage} />
          <Button onClick={onClose}>{t('insufficient.cancel')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Numbers shortage={shortage} />
        <p className="text-body">{t('insufficient.blocked')}</p>
        <Held held={shortage.held} />
      </div>
    </Dialog>
  );
}

function Numbers({ shortage }: { shortage: ShortageDetails }): ReactElement {
  const { t } = useTranslation('leads');
  const items: DescriptionItem[] = [
    { key: 'available', label: t('insufficient.available'), value: formatCount(shortage.available) },
    {
      key: 'required',
      label: (
        <span className="flex flex-col pb-1">
          {t('insufficient.required')}
          <span className="text-meta">{t('insufficient.requiredHint')}</span>
        </span>
      ),
      value: formatCount(shortage.required),
    },
    {
      key: 'shortage',
      label: t('insufficient.shortage'),
      emphasis: 'danger',
      rule: 'hairline',
      value: (
        <span className="inline-flex items-center gap-2">
          <Icon icon={CircleAlertIcon} />
          {formatCount(shortage.shortage)}
        </span>
      ),
    },
  ];
  return <DescriptionList variant="numbers" items={items} />;
}

function Held({ held }: { held: ShortageDetails['held'] }): ReactElement | null {
  const { t } = useTranslation('leads');
  if (held.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-body text-muted">
      {held.map(({ fileName, by, credits }, index) => (
        <li key={`${index} ${fileName}`} className="break-words tabular-nums">
          {t('insufficient.held', {
            count: credits,
            shown: formatCount(credits),
            by,
            file: middleEllipsis(fileName),
          })}
        </li>
      ))}
    </ul>
  );
}

/** To the top-up with the shortage filled in; for a role that may not buy, whom to ask. */
function TopUp({ shortage }: { shortage: number }): ReactElement {
  const { t } = useTranslation('leads');
  const project = useProject();
  const mayPay = useCan('billing.write');
  const roleNames = useRoleNames();
  const shown = formatCount(shortage);
  if (!mayPay) {
    return (
      <p className="pb-2 text-body">
        {t('insufficient.ask', { count: shortage, shown, roles: roleNames('billing.write') })}
      </p>
    );
  }
  return (
    <Button asChild variant="primary">
      <Link {...paths.billing(project.id, { units: shortage }, 'self-serve-top-up')}>
        {t('insufficient.topUp', { shown })}
      </Link>
    </Button>
  );
}
