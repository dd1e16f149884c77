import { Button, Card, CardHeader, cn, formatCount, Icon, Skeleton } from '@lead-credits/ui';
import { CircleCheckIcon } from '@lead-credits/ui/icons';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api.ts';
import { useRoleNames } from '../../components/use-role-names.ts';
import { useCredits } from '../../layouts/live-credits.tsx';
import { useCan, useProject } from '../../layouts/project-context.tsx';
import { paths } from '../../paths.ts';

/** First use: process, balance, upload, in the order in which they are needed, each with who can do it. */
export function Checklist(): ReactElement {
  const { t } = useTranslation('dashboard');
  const project = useProject();
  const mayPay = useCan('billing.write');
  const mayUpload = useCan('leads.write');
  const roleNames = useRoleNames();
  const processes = api.leads.processes.useQuery({ projectId: project.id });
  const credits = useCredits(project.id);
  if (!processes.data || !credits.data) return <Skeleton height={196} className="rounded-card" />;
  const names = processes.data.items.map(({ name }) => name).join(', ');
  const { available } = credits.data;
  const hasProcess = names !== '';
  return (
    <Card>
      <CardHeader title={t('checklist.title')} description={t('checklist.text')} />
      <ol className="mt-4 flex flex-col">
        <Step
          number={1}
          done={hasProcess}
          title={t('checklist.process.title')}
          text={hasProcess ? names : t('checklist.process.text')}
          who={t('checklist.process.who', { roles: roleNames('project.manage') })}
        />
        <Step
          number={2}
          done={available > 0}
          title={t('checklist.balance.title')}
          text={
            available > 0
              ? t('checklist.balance.ready', { count: available, shown: formatCount(available) })
              : t('checklist.balance.text')
          }
          who={t('checklist.balance.who', { roles: roleNames('billing.write') })}
          action={
            mayPay && available === 0 ? (
              <Button asChild size="sm" variant={hasProcess ? 'primary' : 'secondary'}>
                <Link {...paths.billing(project.id, {}, 'self-serve-top-up')}>
                  {t('checklist.balance.action')}
                </Link>
              </Button>
            ) : null
          }
        />
        <Step
          number={3}
          done={false}
          title={t('checklist.upload.title')}
          text={t('checklist.upload.text')}
          who={t('checklist.upload.who', { roles: roleNames('leads.write') })}
          action={
            mayUpload && hasProcess ? (
              <Button asChild size="sm" variant={available > 0 ? 'primary' : 'secondary'}>
                <Link {...paths.upload(project.id)}>{t('checklist.upload.action')}</Link>
              </Button>
            ) : null
          }
        />
      </ol>
    </Card>
  );
}

type StepProps = {
  number: number;
  done: boolean;
  title: string;
  text: string;
  who: string;
  action?: ReactNode;
};

function Step({ number, done, title, text, who, action }: StepProps): ReactElement {
  const { t } = useTranslation('dashboard');
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-hairline py-3 not-first:border-t last:pb-0">
      <span
        className={cn(
          'flex size-6 shrink-0 items-center justify-center self-start rounded-full font-medium text-meta tabular-nums',
          done ? 'text-success' : 'border border-edge text-muted',
        )}
      >
        {done ? <Icon icon={CircleCheckIcon} size={20} /> : number}
      </span>
      <span className="flex min-w-0 flex-1 basis-48 flex-col">
        <span className="font-medium">
          {title}
          <span className="sr-only">: {done ? t('checklist.done') : t('checklist.open')}</span>
        </span>
        <span className="text-body text-muted">{text}</span>
        <span className="text-meta text-muted">{who}</span>
      </span>
      {action ? <span className="max-sm:w-full max-sm:pl-9">{action}</span> : null}
    </li>
  );
}
