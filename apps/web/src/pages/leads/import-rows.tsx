import { Button, formatCount, Section } from '@lead-credits/ui';
import { DownloadIcon } from '@lead-credits/ui/icons';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportDetail } from '../../api-types.ts';
import { useRoleNames } from '../../components/use-role-names.ts';
import { useCan, useProject } from '../../layouts/project-context.tsx';
import { paths } from '../../paths.ts';
import { ImportRowsTable } from './import-rows-table.tsx';

type RowsProps = { detail: ImportDetail };

/** The rows that did not go in, each with its reasons, and the file to correct them in. */
export function FailedRows({ detail }: RowsProps): ReactElement | null {
  const { t } = useTranslation('leads');
  const item = detail.import;
  const mayFix = useCan('leads.write');
  if (item.failed === 0) return null;
  return (
    <RowsSection
      detail={detail}
      outcome="failed"
      count={item.failed}
      title={t('import.failedRows')}
      text={mayFix ? t('import.failedRowsFix') : t('import.failedRowsText')}
      actions={<FixRows detail={detail} />}
    />
  );
}

/** The rows whose lead is there already: a list of their own, nothing to correct. */
export function DuplicateRows({ detail }: RowsProps): ReactElement | null {
  const { t } = useTranslation('leads');
  const { duplicates } = detail.import;
  if (duplicates === 0) return null;
  return (
    <RowsSection
      detail={detail}
      outcome="duplicate"
      count={duplicates}
      title={t('import.duplicateRows')}
      text={t('import.duplicateRowsText')}
    />
  );
}

function FixRows({ detail }: RowsProps): ReactElement | null {
  const { t } = useTranslation('leads');
  const project = useProject();
  const maySee = useCan('leads.phones');
  const mayUpload = useCan('leads.write');
  const { id, processId, initialize, accepted } = detail.import;
  if (!maySee) return null;
  return (
    <>
      <Button
        asChild
        size="sm"
        variant={initialize || accepted === 0 ? 'primary' : 'secondary'}
        icon={DownloadIcon}
      >
        <a href={`/imports/${encodeURIComponent(id)}/failed.csv`} download>
          {t('import.download')}
        </a>
      </Button>
      {mayUpload ? (
        <Button asChild size="sm">
          <Link {...paths.upload(project.id, { process: processId })}>{t('import.uploadFixed')}</Link>
        </Button>
      ) : null}
    </>
  );
}

type RowsSectionProps = RowsProps & {
  outcome: 'failed' | 'duplicate';
  count: number;
  title: string;
  text: string;
  actions?: ReactNode;
};

function RowsSection({ detail, outcome, count, title, text, actions }: RowsSectionProps): ReactElement {
  const { t } = useTranslation('leads');
  const maySee = useCan('leads.phones');
  const roleNames = useRoleNames();
  const rows = detail.rows.filter((row) => row.outcome === outcome);
  const heading = (
    <>
      {title} <span className="font-normal text-muted tabular-nums">{formatCount(count)}</span>
    </>
  );
  return (
    <Section title={heading} description={text} rule={false} actions={actions}>
      {rows.length > 0 ? <ImportRowsTable label={title} header={detail.header} rows={rows} /> : null}
      {rows.length < count ? (
        <p className="text-dense text-muted">
          {t('import.firstRows', { shown: formatCount(rows.length) })}{' '}
          {outcome === 'failed' && maySee ? t('import.firstRowsFile') : null}
        </p>
      ) : null}
      {maySee ? null : (
        <p className="text-dense text-muted">
          {t('import.cellsHidden', { roles: roleNames('leads.phones') })}
        </p>
      )}
    </Section>
  );
}
