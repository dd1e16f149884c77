import { cn, formatCount, Icon, Skeleton, statusLook, type Tone } from '@lead-credits/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import type { ProjectView } from '../project-view.ts';
import { useCredits } from './live-credits.tsx';
import { useFrameProject } from './project-context.tsx';

const toneClass = {
  neutral: 'text-muted',
  success: 'text-success',
  warning: 'text-warning',
  danger: 'text-danger',
  info: 'text-info',
} as const satisfies Record<Tone, string>;

type SidebarBalanceProps = { folded: boolean; onFollow?: () => void };

/** The balance line at the foot of the sidebar; leads to Billing. */
export function SidebarBalance(props: SidebarBalanceProps): ReactElement | null {
  const project = useFrameProject();
  return project ? <Balance {...props} project={project} /> : null;
}

function Balance(props: SidebarBalanceProps & { project: ProjectView }): ReactElement | null {
  const { folded, onFollow, project } = props;
  const { t } = useTranslation(['navigation', 'common']);
  const credits = useCredits(project.id);
  if (!credits.data) return credits.error ? null : <Skeleton height={20} className="my-1.5" />;
  const { available, status, projectName } = credits.data;
  const look = statusLook[status];
  const shown = formatCount(available);
  return (
    <Link
      {...paths.billing(project.id)}
      onClick={onFollow}
      className={cn(
        'flex min-h-8 items-center gap-2 rounded-control px-2 text-dense tabular-nums transition-colors duration-80 hover:bg-hover touch:min-h-11',
        folded && 'justify-center px-0',
      )}
    >
      <span className={cn('inline-flex', toneClass[look.tone])}>
        <Icon icon={look.icon} />
      </span>
      <span className={cn('min-w-0 flex-1', folded && 'sr-only')}>
        <span className="sr-only">{t('balanceOf', { project: projectName })}: </span>
        <span className="font-medium text-ink">{t('available', { count: available, shown })}</span>
      </span>
      <span className={cn('text-meta text-muted', folded && 'sr-only')}>{t(`common:status.${status}`)}</span>
    </Link>
  );
}
