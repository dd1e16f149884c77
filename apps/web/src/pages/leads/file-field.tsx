import {
  DropZone,
  type DropZoneState,
  Field,
  formatBytes,
  formatCount,
  formatPercent,
} from '@lead-credits/ui';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { UploadLimits } from '../../api-types.ts';
import { limitMegabytes, useRefusalText } from './use-refusal-text.ts';
import type { Upload } from './use-upload.ts';

/** What browsers call a CSV file; with Excel installed Windows calls it Excel's. */
const CSV_TYPES = ['text/csv', 'text/plain', 'text/tab-separated-values', 'application/vnd.ms-excel'];
const CSV_NAMES = '.csv,.tsv,.txt,text/csv';

type FileFieldProps = { upload: Upload; limits: UploadLimits };

/** One CSV file by drop, button or keyboard; what it holds, or why it cannot go in. */
export function FileField({ upload, limits }: FileFieldProps): ReactElement {
  const { t } = useTranslation('leads');
  const state = useZoneState(upload, limits);
  const missing = !upload.asked || upload.progress ? undefined : missingFile(state.kind);
  return (
    <div data-field="file">
      <Field group label={t('upload.file')} error={missing && t(`upload.${missing}`)}>
        <DropZone
          state={state}
          accept={CSV_NAMES}
          acceptTypes={CSV_TYPES}
          onFile={upload.choose}
          onRemove={upload.remove}
          limits={t('upload.limits', {
            size: formatCount(limitMegabytes(limits)),
            rows: formatCount(limits.rows),
          })}
          words={{
            prompt: t('upload.prompt'),
            browse: t('upload.browse'),
            over: t('upload.over'),
            wrongType: t('upload.wrongType'),
            replace: t('upload.replace'),
            remove: t('upload.remove'),
            chooseAnother: t('upload.chooseAnother'),
          }}
        />
      </Field>
    </div>
  );
}

function missingFile(kind: DropZoneState['kind']): 'chooseFile' | 'chooseOther' | undefined {
  if (kind === 'rest') return 'chooseFile';
  return kind === 'refused' ? 'chooseOther' : undefined;
}

function useZoneState(upload: Upload, limits: UploadLimits): DropZoneState {
  const { t } = useTranslation('leads');
  const refusal = useRefusalText(upload, limits);
  const detail = useFileDetail(upload);
  const { chosen, progress, count } = upload;
  if (!chosen) return { kind: 'rest' };
  const fileName = chosen.file.name;
  if (progress) {
    const { sentBytes, totalBytes } = progress;
    const isSent = sentBytes >= totalBytes;
    return {
      kind: 'reading',
      fileName,
      detail: isSent
        ? t('upload.checking')
        : t('upload.sending', { sent: formatBytes(sentBytes), total: formatBytes(totalBytes) }),
      progress: isSent ? null : sentBytes / totalBytes,
      progressText: isSent
        ? t('upload.checking')
        : t('upload.sendingText', { percent: formatPercent(sentBytes, totalBytes) }),
    };
  }
  if (refusal) return { kind: 'refused', fileName, reason: refusal };
  if (count.kind === 'counting') {
    return { kind: 'reading', fileName, detail, progress: null, progressText: t('upload.counting') };
  }
  return { kind: 'ready', fileName, detail };
}

/** "1.2 KB · ~4 rows detected · 2 blank rows are not counted" */
function useFileDetail({ chosen, count }: Upload): string {
  const { t } = useTranslation('leads');
  if (!chosen) return '';
  const facts = [formatBytes(chosen.file.size)];
  if (count.kind === 'counting') facts.push(t('upload.counting'));
  if (count.kind === 'unknown') facts.push(t('upload.uncounted'));
  if (count.kind === 'counted') {
    facts.push(t('upload.detected', { count: count.rows, shown: formatCount(count.rows) }));
    if (count.skipped > 0) {
      facts.push(t('upload.skipped', { count: count.skipped, shown: formatCount(count.skipped) }));
    }
  }
  if (chosen.hasExtra) facts.push(t('upload.oneOnly'));
  return facts.join(' · ');
}
