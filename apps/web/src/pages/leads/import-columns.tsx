import {
  Count,
  DateText,
  FileName,
  formatPercent,
  NoValue,
  SegmentedBar,
  StatusBadge,
  TableCard,
  type TableColumn,
  TextLink,
} from '@lead-credits/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportItem } from '../../api-types.ts';
import { useProject } from '../../layouts/project-context.tsx';
import { paths } from '../../paths.ts';
import { isRunning } from './is-running.ts';
import { useResultLabel } from './use-result-label.ts';

/** File and by whom, Process, Started, Rows, Result, Credits, Status. */
export function useImportColumns(): TableColumn<ImportItem>[] {
  const { t } = useTranslation('leads');
  return [
    { key: 'file', head: t('imports.file'), cell: (item) => <FileCell item={item} /> },
    {
      key: 'process',
      head: t('imports.process'),
      width: 184,
      hideBelow: 896,
      cell: (item) => item.processName,
    },
    {
      key: 'started',
      head: t('imports.started'),
      width: 160,
      hideBelow: 768,
      cell: (item) => <DateText value={item.createdAt} format="datetime" />,
    },
    {
      key: 'rows',
      head: t('imports.rows'),
      width: 96,
      numeric: true,
      hideBelow: 640,
      cell: (item) => <Count value={item.rows} />,
    },
    { key: 'result', head: t('imports.result'), width: 176, cell: (item) => <Result item={item} /> },
    {
      key: 'credits',
      head: t('imports.credits'),
      width: 96,
      numeric: true,
      hideBelow: 640,
      cell: (item) => <Count value={item.creditsConsumed} />,
    },
    { key: 'status', head: t('imports.status'), width: 112, cell: (item) => <ImportBadge item={item} /> },
  ];
}

function ImportLink({ item }: { item: ImportItem }): ReactElement {
  const project = useProject();
  return (
    <TextLink asChild variant="row" className="truncate">
      <Link {...paths.import(project.id, item.id)}>
        <FileName name={item.fileName} />
      </Link>
    </TextLink>
  );
}

function FileCell({ item }: { item: ImportItem }): ReactElement {
  const { t } = useTranslation('leads');
  return (
    <span className="flex min-w-0 flex-col">
      <ImportLink item={item} />
      <span className="truncate font-normal text-meta text-muted">
        {t('imports.by', { name: item.uploadedBy })}
      </span>
    </span>
  );
}

function ImportBadge({ item }: { item: ImportItem }): ReactElement {
  const { t } = useTranslation();
  return <StatusBadge status={item.status}>{t(`status.${item.status}`)}</StatusBadge>;
}

/** The three-part bar and the success rate. */
function Result({ item }: { item: ImportItem }): ReactElement {
  const { t } = useTranslation('leads');
  const resultLabel = useResultLabel();
  if (item.status !== 'completed') {
    return <NoValue reason={isRunning(item) ? t('imports.noResult') : t('imports.notCounted')} />;
  }
  const { accepted, failed, duplicates, rows } = item;
  return (
    <span className="flex items-center gap-3">
      <SegmentedBar
        className="w-24 shrink-0"
        legend={false}
        label={resultLabel(item)}
        segments={[
          { key: 'accepted', label: t('import.accepted'), value: accepted, tone: 'success' },
          { key: 'failed', label: t('import.failed'), value: failed, tone: 'danger' },
          { key: 'duplicates', label: t('import.duplicates'), value: duplicates, tone: 'neutral' },
        ]}
      />
      <span className="tabular-nums">{formatPercent(accepted, rows)}</span>
    </span>
  );
}

/** The same on a phone. */
export function ImportCard({ item }: { item: ImportItem }): ReactElement {
  const { t } = useTranslation('leads');
  return (
    <TableCard
      title={<ImportLink item={item} />}
      value={<Count value={item.rows} />}
      status={
        <>
          <ImportBadge item={item} />
          {item.status === 'completed' ? (
            <span className="text-dense tabular-nums">{formatPercent(item.accepted, item.rows)}</span>
          ) : null}
        </>
      }
      date={<DateText value={item.createdAt} format="datetime" />}
      meta={`${item.processName}, ${t('imports.by', { name: item.uploadedBy })}`}
    />
  );
}
