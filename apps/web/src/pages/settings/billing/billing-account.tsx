import { stateByCode } from '@lead-credits/contract';
import { Banner, Button, cn, Section, Skeleton, useToast } from '@lead-credits/ui';
import type { FormEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api.ts';
import type { BillingProfile } from '../../../api-types.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { useErrorText } from '../../../components/use-error-text.ts';
import { useCan, useProject } from '../../../layouts/project-context.tsx';
import { AccountFacts } from './account-facts.tsx';
import { AccountFields } from './account-fields.tsx';
import { type AccountForm, useAccountForm } from './use-account-form.ts';

/** Who the invoices are made out to, and where they are sent. */
export function BillingAccount(): ReactElement {
  const { t } = useTranslation('billing');
  const project = useProject();
  const mayWrite = useCan('billing.write');
  const profile = api.billing.profile.useQuery({ projectId: project.id });
  return (
    <Section id="billing-account" title={t('account.section')} description={t('account.description')}>
      <Loaded query={profile} skeleton={<AccountSkeleton />}>
        {({ profile: saved }) =>
          mayWrite ? <AccountEditor saved={saved} /> : <AccountFacts profile={saved} />
        }
      </Loaded>
    </Section>
  );
}

const SKELETON_FIELDS = [1, 2, 3, 4, 5, 6, 7, 8];

function AccountSkeleton(): ReactElement {
  return (
    <div className="@container">
      <div className="grid @xl:grid-cols-2 grid-cols-1 gap-4">
        {SKELETON_FIELDS.map((field) => (
          <div key={field} className="flex h-20 flex-col justify-end gap-2">
            <Skeleton width={120} />
            <Skeleton height={36} className="rounded-control" />
          </div>
        ))}
      </div>
      <Skeleton height={80} className="mt-14" />
    </div>
  );
}

function AccountEditor({ saved }: { saved: BillingProfile | null }): ReactElement {
  const { t } = useTranslation(['billing', 'common']);
  const project = useProject();
  const toast = useToast();
  const form = useAccountForm(project.id, saved);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await form.save()) toast.show({ message: t('account.saved') });
  };
  return (
    <form
      ref={form.formRef}
      noValidate
      aria-label={t('account.section')}
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-4"
    >
      <AccountFields form={form} />
      <SaveNotes form={form} />
      <div
        className={cn(
          'flex flex-wrap items-center gap-2',
          form.dirty && 'sticky bottom-0 -mx-4 border-hairline border-t bg-page px-4 py-3',
        )}
      >
        <Button type="submit" variant={form.dirty ? 'primary' : 'secondary'} loading={form.saving}>
          {t('account.save')}
        </Button>
        {form.dirty ? (
          <>
            <Button variant="ghost" onClick={form.discard}>
              {t('common:discardChanges')}
            </Button>
            <span role="status" className="text-body text-muted">
              {t('common:unsaved')}
            </span>
          </>
        ) : null}
      </div>
    </form>
  );
}

/** Why nothing was saved, or what is odd about what was. */
function SaveNotes({ form }: { form: AccountForm }): ReactElement | null {
  const { t } = useTranslation('billing');
  const errorText = useErrorText();
  if (form.failure) {
    return (
      <Banner tone="danger" urgent title={t('account.failed')}>
        {errorText(form.failure)}
      </Banner>
    );
  }
  if (form.warnings.length === 0 || form.dirty) return null;
  return (
    <Banner tone="warning" title={t('account.warnings.title')}>
      {form.warnings.map((warning) => (
        <span key={warning} className="block">
          <Warning code={warning} form={form} />
        </span>
      ))}
    </Banner>
  );
}

function Warning({ code, form }: { code: string; form: AccountForm }): ReactElement {
  const { t } = useTranslation('billing');
  const state = stateByCode(form.text.stateCode)?.name ?? form.text.stateCode;
  if (code === 'pincode_state_mismatch') {
    return <>{t('account.warnings.pincode_state_mismatch', { pincode: form.text.pincode, state })}</>;
  }
  if (code === 'gstin_state_mismatch') return <>{t('account.warnings.gstin_state_mismatch', { state })}</>;
  return <>{t('account.warnings.other')}</>;
}
