import { Checkbox } from '@lead-credits/ui';
import type { FormEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessItem, UploadLimits } from '../../api-types.ts';
import { ConfirmUpload } from './confirm-upload.tsx';
import { FileField } from './file-field.tsx';
import { InsufficientCredits } from './insufficient-credits.tsx';
import { ProcessField } from './process-field.tsx';
import { useUpload } from './use-upload.ts';

type UploadFormProps = { processes: readonly ProcessItem[]; limits: UploadLimits };

/** Process, template, file, option, and what it will cost before the button. */
export function UploadForm({ processes, limits }: UploadFormProps): ReactElement {
  const { t } = useTranslation('leads');
  const upload = useUpload(processes, limits);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!upload.progress) upload.submit();
  };
  return (
    <form
      ref={upload.formRef}
      noValidate
      aria-label={t('upload.title')}
      onSubmit={submit}
      className="flex max-w-wizard flex-col gap-6"
    >
      <ProcessField upload={upload} processes={processes} />
      <FileField upload={upload} limits={limits} />
      <Checkbox
        label={t('upload.doNotInitialize')}
        hint={t('upload.doNotInitializeHint')}
        checked={!upload.initialize}
        disabled={upload.progress !== null}
        onCheckedChange={(checked) => upload.setInitialize(checked !== true)}
      />
      <ConfirmUpload upload={upload} />
      {upload.failure?.kind === 'shortage' ? (
        <InsufficientCredits shortage={upload.failure.shortage} onClose={upload.dismiss} />
      ) : null}
    </form>
  );
}
