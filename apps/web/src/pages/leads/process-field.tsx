import { Button, Field, Select } from '@lead-credits/ui';
import { DownloadIcon } from '@lead-credits/ui/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessItem } from '../../api-types.ts';
import type { Upload } from './use-upload.ts';

type ProcessFieldProps = { upload: Upload; processes: readonly ProcessItem[] };

/** How the leads will be called, and the columns that this process reads. */
export function ProcessField({ upload, processes }: ProcessFieldProps): ReactElement {
  const { t } = useTranslation('leads');
  const { process, asked, progress } = upload;
  return (
    <div className="flex flex-col gap-4">
      <div data-field="process" className="max-w-100">
        <Field
          label={t('upload.process')}
          hint={t('upload.processHint')}
          error={asked && !process ? t('upload.chooseProcess') : undefined}
        >
          <Select
            options={processes.map(({ id, name }) => ({ value: id, label: name }))}
            value={process?.id ?? null}
            placeholder={t('upload.processPlaceholder')}
            disabled={progress !== null}
            onValueChange={upload.pickProcess}
          />
        </Field>
      </div>
      <Template process={process} />
    </div>
  );
}

function Template({ process }: { process: ProcessItem | null }): ReactElement {
  const { t } = useTranslation('leads');
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {process ? (
        <Button asChild size="sm" icon={DownloadIcon}>
          <a href={`/processes/${encodeURIComponent(process.id)}/template.csv`} download>
            {t('upload.template')}
          </a>
        </Button>
      ) : (
        <Button size="sm" icon={DownloadIcon} disabled>
          {t('upload.template')}
        </Button>
      )}
      <p className="text-meta text-muted">{process ? t('upload.templateHint') : t('upload.templateFirst')}</p>
    </div>
  );
}
