import { STATES, stateByCode } from '@lead-credits/contract';
import { Field, Input, type InputProps, Select, Textarea } from '@lead-credits/ui';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountField, AccountProblem } from './check-account.ts';
import { type AccountForm, stateOfGstin } from './use-account-form.ts';

const STATE_OPTIONS = STATES.map(({ code, name }) => ({ value: code, label: name }));

/** All fields of the Billing Account, each with its hint; on a narrow page one column. */
export function AccountFields({ form }: { form: AccountForm }): ReactElement {
  const { t } = useTranslation('billing');
  const gstinState = stateByCode(stateOfGstin(form.text.gstin) ?? '')?.name;
  return (
    <div className="@container">
      <div className="grid @xl:grid-cols-2 grid-cols-1 items-end gap-4">
        <TextField form={form} field="accountName" autoComplete="organization" />
        <TextField form={form} field="contactName" autoComplete="name" />
        <TextField form={form} field="phone" type="tel" inputMode="tel" autoComplete="tel" />
        <TextField
          form={form}
          field="gstin"
          optional
          mono
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="characters"
          className="uppercase placeholder:normal-case"
          aside={gstinState ? t('account.gstinOf', { state: gstinState }) : undefined}
        />
        <TextField form={form} field="addressLine1" autoComplete="address-line1" />
        <TextField form={form} field="addressLine2" optional autoComplete="address-line2" />
        <TextField form={form} field="city" autoComplete="address-level2" />
        <div className="grid grid-cols-[1fr_136px] items-end gap-4">
          <Wrapped form={form} field="stateCode" label={t('account.state')} hint={t('account.stateHint')}>
            <Select
              options={STATE_OPTIONS}
              value={form.text.stateCode || null}
              onValueChange={(code) => form.change('stateCode', code)}
              placeholder={t('account.statePlaceholder')}
              name="stateCode"
            />
          </Wrapped>
          <TextField form={form} field="pincode" inputMode="numeric" autoComplete="postal-code" />
        </div>
        <div className="@xl:col-span-2">
          <Wrapped
            form={form}
            field="recipients"
            label={t('account.recipients')}
            hint={t('account.recipientsHint')}
            aside={t('account.recipientsFormat')}
          >
            <Textarea
              name="recipients"
              value={form.text.recipients}
              onChange={(event) => form.change('recipients', event.target.value)}
              inputMode="email"
              autoCapitalize="none"
              spellCheck={false}
            />
          </Wrapped>
        </div>
      </div>
    </div>
  );
}

type PlainField = Exclude<AccountField, 'stateCode' | 'recipients'>;

type TextFieldProps = Omit<InputProps, 'form'> & {
  form: AccountForm;
  field: PlainField;
  optional?: boolean;
  aside?: ReactNode;
};

function TextField({ form, field, optional, aside, ...input }: TextFieldProps): ReactElement {
  const { t } = useTranslation('billing');
  return (
    <Wrapped
      form={form}
      field={field}
      label={t(`account.${field}`)}
      hint={t(`account.${field}Hint`)}
      optional={optional}
      aside={aside}
    >
      <Input
        {...input}
        name={field}
        value={form.text[field]}
        onChange={(event) => form.change(field, event.target.value)}
      />
    </Wrapped>
  );
}

type WrappedProps = {
  form: AccountForm;
  field: AccountField;
  label: string;
  hint: string;
  optional?: boolean;
  aside?: ReactNode;
  children: ReactNode;
};

function Wrapped({ form, field, children, ...words }: WrappedProps): ReactElement {
  const sentence = useProblemSentence();
  const problem = form.problems[field];
  return (
    <div data-field={field}>
      <Field {...words} error={problem ? sentence(problem) : undefined}>
        {children}
      </Field>
    </div>
  );
}

const REASONS = [
  'missing_accountName',
  'missing_contactName',
  'missing_addressLine1',
  'missing_city',
  'too_long',
  'state_unknown',
  'gstin_length',
  'gstin_characters',
  'gstin_state',
  'gstin_format',
  'gstin_check_digit',
  'gstin_not_a_buyer',
  'phone_empty',
  'phone_characters',
  'phone_foreign',
  'phone_length',
  'phone_service_number',
  'phone_not_a_phone',
  'pincode_format',
  'recipients_missing',
  'email_format',
  'too_many_emails',
] as const;

function useProblemSentence(): (problem: AccountProblem) => string {
  const { t } = useTranslation('billing');
  return ({ reason, ...values }) =>
    t(`account.problems.${REASONS.find((known) => known === reason) ?? 'other'}`, values);
}
