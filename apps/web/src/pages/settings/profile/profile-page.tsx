import { Banner, Button, Field, Input, RadioGroup, Section, useToast } from '@lead-credits/ui';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api.ts';
import { readError } from '../../../app-error.ts';
import { Page } from '../../../components/page.tsx';
import { useErrorText } from '../../../components/use-error-text.ts';
import { useMe } from '../../../people.ts';
import { chooseTheme, THEMES, useTheme } from '../../../theme.ts';

const MAX_NAME_LENGTH = 100;

/** Your name, and how this browser shows the product. */
export function ProfilePage(): ReactElement {
  const { t } = useTranslation('settings');
  return (
    <Page title={t('profile.title')} description={t('profile.description')} width="form">
      <NameForm />
      <Appearance />
    </Page>
  );
}

function NameForm(): ReactElement {
  const { t } = useTranslation(['settings', 'common']);
  const { user } = useMe();
  const [name, setName] = useState(user.name);
  const [missing, setMissing] = useState(false);
  const toast = useToast();
  const errorText = useErrorText();
  const utils = api.useUtils();
  const update = api.people.updateName.useMutation({
    onSuccess: (me) => {
      utils.people.me.setData(undefined, me);
      setName(me.user.name);
      toast.show({ message: t('profile.saved') });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() !== '') update.mutate({ name: name.trim() });
  };
  return (
    <Section title={t('profile.section')}>
      <form noValidate onSubmit={submit} className="flex max-w-100 flex-col gap-4">
        <Field
          label={t('profile.name')}
          hint={t('profile.nameHint')}
          error={missing ? t('profile.enterName') : undefined}
        >
          <Input
            name="name"
            autoComplete="name"
            maxLength={MAX_NAME_LENGTH}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={t('profile.email')} hint={t('profile.emailHint')}>
          <Input name="email" type="email" readOnly value={user.email} />
        </Field>
        {update.error ? (
          <Banner tone="danger" urgent>
            {errorText(readError(update.error))}
          </Banner>
        ) : null}
        <div>
          <Button
            type="submit"
            variant={name.trim() === user.name ? 'secondary' : 'primary'}
            loading={update.isPending}
          >
            {t('common:save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function Appearance(): ReactElement {
  const { t } = useTranslation('settings');
  const theme = useTheme();
  return (
    <Section title={t('profile.appearance')} description={t('profile.appearanceText')}>
      <Field label={t('profile.theme')} group>
        <RadioGroup
          value={theme}
          onValueChange={(chosen) => chooseTheme(THEMES.find((known) => known === chosen) ?? 'system')}
          options={[
            { value: 'system', label: t('profile.system'), hint: t('profile.systemHint') },
            { value: 'light', label: t('profile.light') },
            { value: 'dark', label: t('profile.dark') },
          ]}
        />
      </Field>
    </Section>
  );
}
