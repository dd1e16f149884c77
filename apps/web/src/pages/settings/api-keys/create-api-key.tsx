import { SCOPES, type Scope } from '@lead-credits/contract';
import { Banner, Button, Checkbox, Dialog, Field, Input } from '@lead-credits/ui';
import { type FormEvent, type ReactElement, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api.ts';
import { readError } from '../../../app-error.ts';
import { useErrorText } from '../../../components/use-error-text.ts';
import { useProject } from '../../../layouts/project-context.tsx';
import type { NewSecret } from './secret-dialog.tsx';

const MAX_NAME_LENGTH = 80;

type CreateApiKeyProps = { onClose: () => void; onCreated: (secret: NewSecret) => void };

/** A name and at least one scope; the secret is shown afterwards, once. */
export function CreateApiKey({ onClose, onCreated }: CreateApiKeyProps): ReactElement {
  const { t } = useTranslation(['settings', 'common']);
  const project = useProject();
  const errorText = useErrorText();
  const formId = useId();
  const nameRef = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  const [asked, setAsked] = useState(false);
  const utils = api.useUtils();
  const create = api.people.createApiKey.useMutation({
    onSuccess: async ({ apiKey, secret }) => {
      onCreated({ name: apiKey.name, secret });
      await utils.people.apiKeys.invalidate({ projectId: project.id });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() === '') nameRef.current?.focus();
    else if (scopes.length > 0)
      create.mutate({ projectId: project.id, name: name.trim(), scopes: [...scopes] });
  };
  const toggle = (scope: Scope, checked: boolean): void =>
    setScopes(checked ? [...scopes, scope] : scopes.filter((other) => other !== scope));
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('apiKeys.createTitle')}
      initialFocus={nameRef}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" loading={create.isPending}>
            {t('apiKeys.create')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {create.error ? (
          <Banner tone="danger" urgent title={t('apiKeys.createFailed')}>
            {errorText(readError(create.error))}
          </Banner>
        ) : null}
        <Field
          label={t('apiKeys.name')}
          hint={t('apiKeys.nameHint')}
          error={asked && name.trim() === '' ? t('apiKeys.enterName') : undefined}
        >
          <Input
            ref={nameRef}
            name="name"
            autoComplete="off"
            maxLength={MAX_NAME_LENGTH}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field
          label={t('apiKeys.scopes')}
          group
          hint={t('apiKeys.scopesHint')}
          error={asked && scopes.length === 0 ? t('apiKeys.chooseScope') : undefined}
        >
          <fieldset aria-label={t('apiKeys.scopes')} className="flex flex-col gap-2">
            {SCOPES.map((scope) => (
              <Checkbox
                key={scope}
                label={t(`apiKeys.scope.${scope}`)}
                hint={t(`apiKeys.scopeHint.${scope}`)}
                checked={scopes.includes(scope)}
                onCheckedChange={(checked) => toggle(scope, checked)}
              />
            ))}
          </fieldset>
        </Field>
      </form>
    </Dialog>
  );
}
