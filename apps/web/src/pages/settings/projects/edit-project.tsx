import {
  Banner,
  Button,
  Dialog,
  Field,
  formatCount,
  Input,
  parseCount,
  Skeleton,
  useToast,
} from '@lead-credits/ui';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api.ts';
import { readError } from '../../../app-error.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { useErrorText } from '../../../components/use-error-text.ts';

const MAX_NAME_LENGTH = 80;

type EditProjectProps = {
  project: { id: string; name: string };
  organizationId: string;
  onClose: () => void;
};

/** Name and low threshold of one project. */
export function EditProject(props: EditProjectProps): ReactElement {
  const { t } = useTranslation(['settings', 'common']);
  const { project, onClose } = props;
  const formId = useId();
  const overview = api.credits.overview.useQuery({ projectId: project.id });
  const save = useSave(props);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('projects.editTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" loading={save.busy}>
            {t('projects.save')}
          </Button>
        </>
      }
    >
      <Loaded query={overview} skeleton={<Skeleton height={160} />}>
        {({ lowThreshold }) => (
          <ProjectForm formId={formId} name={project.name} lowThreshold={lowThreshold} save={save} />
        )}
      </Loaded>
    </Dialog>
  );
}

type Values = { name: string; lowThreshold: number | null };
type Save = { run: (before: Values, next: Values) => Promise<void>; busy: boolean; error: unknown };

/** Sends only what changed. */
function useSave({ project, organizationId, onClose }: EditProjectProps): Save {
  const { t } = useTranslation('settings');
  const utils = api.useUtils();
  const toast = useToast();
  const rename = api.people.renameProject.useMutation();
  const setThreshold = api.people.setThreshold.useMutation();
  const projectId = project.id;
  const run: Save['run'] = async (before, next) => {
    try {
      if (next.name !== before.name) await rename.mutateAsync({ projectId, name: next.name });
      if (next.lowThreshold !== before.lowThreshold) {
        await setThreshold.mutateAsync({ projectId, lowThreshold: next.lowThreshold });
      }
    } catch {
      return;
    }
    await Promise.all([
      utils.people.organization.invalidate({ organizationId }),
      utils.people.me.invalidate(),
      utils.credits.overview.invalidate({ projectId }),
    ]);
    toast.show({ message: t('projects.saved') });
    onClose();
  };
  return { run, busy: rename.isPending || setThreshold.isPending, error: rename.error ?? setThreshold.error };
}

type ProjectFormProps = Values & { formId: string; save: Save };

function ProjectForm({ formId, name, lowThreshold, save }: ProjectFormProps): ReactElement {
  const { t } = useTranslation('settings');
  const errorText = useErrorText();
  const [typed, setTyped] = useState({
    name,
    threshold: lowThreshold === null ? '' : formatCount(lowThreshold),
  });
  const [asked, setAsked] = useState(false);
  const threshold = typed.threshold.trim() === '' ? null : parseCount(typed.threshold);
  const nameMissing = typed.name.trim() === '';
  const thresholdWrong = typed.threshold.trim() !== '' && threshold === null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (nameMissing || thresholdWrong) return;
    void save.run({ name, lowThreshold }, { name: typed.name.trim(), lowThreshold: threshold });
  };
  return (
    <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
      {save.error ? (
        <Banner tone="danger" urgent title={t('projects.notSaved')}>
          {errorText(readError(save.error))}
        </Banner>
      ) : null}
      <Field
        label={t('projects.projectName')}
        error={asked && nameMissing ? t('projects.enterName') : undefined}
      >
        <Input
          name="name"
          maxLength={MAX_NAME_LENGTH}
          value={typed.name}
          onChange={(event) => setTyped({ ...typed, name: event.target.value })}
        />
      </Field>
      <Field
        label={t('projects.threshold')}
        optional
        hint={t('projects.thresholdHint')}
        error={asked && thresholdWrong ? t('projects.enterThreshold') : undefined}
      >
        <Input
          name="threshold"
          numeric
          inputMode="numeric"
          autoComplete="off"
          className="max-w-40"
          value={typed.threshold}
          onChange={(event) => setTyped({ ...typed, threshold: event.target.value })}
        />
      </Field>
    </form>
  );
}
