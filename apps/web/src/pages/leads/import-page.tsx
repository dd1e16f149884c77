import { Button, formatDateTime, Skeleton, StatusBadge } from '@lead-credits/ui';
import { UploadIcon } from '@lead-credits/ui/icons';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api.ts';
import type { ImportDetail, ImportItem } from '../../api-types.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { useCan, useProject } from '../../layouts/project-context.tsx';
import { paths } from '../../paths.ts';
import { ImportEnded } from './import-ended.tsx';
import { ImportResult } from './import-result.tsx';
import { ImportRunning } from './import-running.tsx';
import { isRunning } from './is-running.ts';

const IMPORT = '/signed-in/projects/$projectId/leads/imports/$importId';
const RUNNING_MS = 1_000;

/** One upload, from the first row read to its receipt. The address stays valid. */
export function ImportPage(): ReactElement {
  const { t } = useTranslation(['leads', 'navigation', 'common']);
  const { importId } = useParams({ from: IMPORT });
  const query = api.leads.import.useQuery(
    { importId },
    { refetchInterval: ({ state }) => (state.data && isRunning(state.data.import) ? RUNNING_MS : false) },
  );
  const item = query.data?.import;
  return (
    <Page
      title={item?.fileName ?? t('navigation:import')}
      aside={
        item ? <StatusBadge status={item.status}>{t(`common:status.${item.status}`)}</StatusBadge> : null
      }
      description={
        item
          ? `${t('import.about', { process: item.processName, name: item.uploadedBy })}, ${formatDateTime(item.createdAt)}`
          : undefined
      }
      actions={item ? <Actions item={item} /> : undefined}
    >
      <Loaded query={query} skeleton={<Skeleton height={320} className="max-w-form rounded-card" />}>
        {(detail) => <Content detail={detail} updatedAtMs={query.dataUpdatedAt} />}
      </Loaded>
    </Page>
  );
}

function Content({ detail, updatedAtMs }: { detail: ImportDetail; updatedAtMs: number }): ReactElement {
  const item = detail.import;
  if (isRunning(item)) return <ImportRunning item={item} updatedAtMs={updatedAtMs} />;
  return item.status === 'completed' ? <ImportResult detail={detail} /> : <ImportEnded item={item} />;
}

function Actions({ item }: { item: ImportItem }): ReactElement | null {
  const { t } = useTranslation('leads');
  const project = useProject();
  const mayUpload = useCan('leads.write');
  return (
    <>
      {item.accepted > 0 ? (
        <Button asChild>
          <Link {...paths.leads(project.id, { import: item.id })}>{t('import.viewLeads')}</Link>
        </Button>
      ) : null}
      {mayUpload && item.status === 'completed' && item.failed === 0 ? (
        <Button asChild icon={UploadIcon}>
          <Link {...paths.upload(project.id, { process: item.processId })}>{t('import.uploadMore')}</Link>
        </Button>
      ) : null}
    </>
  );
}
