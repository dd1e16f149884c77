import { Button, Card, CardHeader, formatCount, middleEllipsis, Progress } from '@lead-credits/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportItem } from '../../api-types.ts';
import { useRoleNames } from '../../components/use-role-names.ts';
import { useCredits } from '../../layouts/live-credits.tsx';
import { useCan, useProject } from '../../layouts/project-context.tsx';
import { paths } from '../../paths.ts';
import { type NextStep, nextStep } from './next-step.ts';

/** One sentence and its button: the next thing to do. */
export function NextTile({ imports }: { imports: readonly ImportItem[] }): ReactElement | null {
  const { t } = useTranslation('dashboard');
  const credits = useCredits(useProject().id);
  const sentence = useSentence();
  const action = useAction();
  if (!credits.data) return null;
  const step = nextStep(credits.data, imports);
  return (
    <Card className="flex flex-col gap-4">
      <CardHeader title={t('next.title')} />
      <p className="max-w-[60ch] text-body">{sentence(step)}</p>
      {step.kind === 'running' ? <RunningBar step={step} /> : null}
      <div>{action(step)}</div>
    </Card>
  );
}

function RunningBar({ step }: { step: Extract<NextStep, { kind: 'running' }> }): ReactElement {
  const { t } = useTranslation('dashboard');
  const text = t('next.rows', { read: formatCount(step.rowsRead), rows: formatCount(step.rows) });
  return (
    <div className="flex flex-col gap-2">
      <Progress
        label={step.fileName}
        value={step.rows > 0 ? step.rowsRead : null}
        max={step.rows}
        valueText={text}
      />
      <p className="text-meta text-muted tabular-nums">{text}</p>
    </div>
  );
}

function useSentence(): (step: NextStep) => string {
  const { t } = useTranslation('dashboard');
  return (step) => {
    switch (step.kind) {
      case 'debt':
        return t('next.debt', { count: step.debt, shown: formatCount(step.debt) });
      case 'waiting':
        return t('next.waiting', {
          count: step.shortage,
          file: middleEllipsis(step.fileName),
          shown: formatCount(step.shortage),
        });
      case 'running':
        return t('next.running', { file: middleEllipsis(step.fileName) });
      case 'failedRows':
        return t('next.failedRows', {
          count: step.failed,
          shown: formatCount(step.failed),
          file: middleEllipsis(step.fileName),
        });
      case 'low':
        return t('next.low', {
          count: step.available,
          available: formatCount(step.available),
          threshold: formatCount(step.threshold),
        });
      default:
        return t(`next.${step.kind}`);
    }
  };
}

/** The button of a step; for a role that may not do it, whom to ask. */
function useAction(): (step: NextStep) => ReactNode {
  const { t } = useTranslation('dashboard');
  const project = useProject();
  const mayPay = useCan('billing.write');
  const mayUpload = useCan('leads.write');
  const roleNames = useRoleNames();
  const topUp = (label: string, units?: number): ReactNode =>
    mayPay ? (
      <Button asChild variant="primary">
        <Link {...paths.billing(project.id, { units }, 'self-serve-top-up')}>{label}</Link>
      </Button>
    ) : (
      <p className="text-body text-muted">{t('next.askForCredits', { roles: roleNames('billing.write') })}</p>
    );
  const view = (importId: string): ReactNode => (
    <Button asChild variant="primary">
      <Link {...paths.import(project.id, importId)}>{t('next.view')}</Link>
    </Button>
  );
  return (step) => {
    if (step.kind === 'debt')
      return topUp(t('next.topUpUnits', { shown: formatCount(step.debt) }), step.debt);
    if (step.kind === 'waiting') {
      return topUp(t('next.topUpUnits', { shown: formatCount(step.shortage) }), step.shortage);
    }
    if (step.kind === 'exhausted' || step.kind === 'low') return topUp(t('next.topUp'));
    if (step.kind === 'running' || step.kind === 'failedRows') return view(step.importId);
    if (!mayUpload) {
      return (
        <p className="text-body text-muted">{t('next.askForUpload', { roles: roleNames('leads.write') })}</p>
      );
    }
    return (
      <Button asChild variant="primary">
        <Link {...paths.upload(project.id)}>{t('next.upload')}</Link>
      </Button>
    );
  };
}
