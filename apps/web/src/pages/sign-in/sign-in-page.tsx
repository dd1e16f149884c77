import { Banner, Button, Field, Input } from '@lead-credits/ui';
import { useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../components/mark.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { type SignInFailure, signIn } from '../../session.ts';

type Problems = { email?: boolean; password?: boolean; failure?: SignInFailure };

/** E-mail and password; says plainly what was wrong and keeps what was typed. */
export function SignInPage(): ReactElement {
  const { t } = useTranslation(['session', 'common']);
  return (
    <main className="flex min-h-svh flex-col items-center px-4 pt-[12vh] pb-12">
      <PageTitle page={t('title')} about={t('common:product')} />
      <div className="flex w-full max-w-[352px] flex-col gap-6">
        <header className="flex flex-col gap-4">
          <span className="flex items-center gap-2 font-semibold text-section">
            <Mark size={24} />
            {t('common:product')}
          </span>
          <div className="flex flex-col gap-1">
            <h1 className="font-semibold text-title">{t('title')}</h1>
            <p className="text-body text-muted">{t('subtitle')}</p>
          </div>
        </header>
        <SignInForm />
      </div>
    </main>
  );
}

function SignInForm(): ReactElement {
  const { t } = useTranslation('session');
  const { redirect } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const email = String(fields.get('email') ?? '').trim();
    const password = String(fields.get('password') ?? '');
    if (!email || !password) {
      setProblems({ email: !email, password: !password });
      form.querySelector<HTMLInputElement>(email ? '[name=password]' : '[name=email]')?.focus();
      return;
    }
    setBusy(true);
    const failure = await signIn(email, password);
    if (failure) {
      setBusy(false);
      setProblems({ failure });
      return;
    }
    router.history.replace(redirect ?? '/');
  };

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      {problems.failure ? (
        <Banner tone="danger" urgent>
          {t(problems.failure)}
        </Banner>
      ) : null}
      <Field label={t('email')} error={problems.email ? t('enterEmail') : undefined}>
        <Input
          name="email"
          type="email"
          size="lg"
          autoComplete="username"
          spellCheck={false}
          autoCapitalize="none"
        />
      </Field>
      <Field label={t('password')} error={problems.password ? t('enterPassword') : undefined}>
        <Input name="password" type="password" size="lg" autoComplete="current-password" />
      </Field>
      <Button type="submit" variant="primary" size="lg" block loading={busy}>
        {t('submit')}
      </Button>
    </form>
  );
}
