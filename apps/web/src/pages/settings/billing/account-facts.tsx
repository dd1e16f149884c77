import { stateByCode } from '@lead-credits/contract';
import { DescriptionList, formatPhone, NoValue } from '@lead-credits/ui';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BillingProfile } from '../../../api-types.ts';
import { useRoleNames } from '../../../components/use-role-names.ts';

/** The Billing Account for those who may read but not change it. */
export function AccountFacts({ profile }: { profile: BillingProfile | null }): ReactElement {
  const { t } = useTranslation('billing');
  const roleNames = useRoleNames();
  const address =
    profile && [profile.addressLine1, profile.addressLine2, profile.city].filter(Boolean).join(', ');
  const state = profile ? (stateByCode(profile.stateCode)?.name ?? profile.stateCode) : null;
  return (
    <div className="flex max-w-reading flex-col gap-4">
      <p className="text-body text-muted">{t('account.readOnly', { roles: roleNames('billing.write') })}</p>
      <DescriptionList
        items={[
          { key: 'accountName', label: t('account.accountName'), value: profile?.accountName ?? <NoValue /> },
          { key: 'contactName', label: t('account.contactName'), value: profile?.contactName ?? <NoValue /> },
          {
            key: 'phone',
            label: t('account.phone'),
            value: profile ? formatPhone(profile.phone) : <NoValue />,
          },
          {
            key: 'gstin',
            label: t('account.gstin'),
            value: profile?.gstin ? (
              <span className="font-mono text-dense">{profile.gstin}</span>
            ) : (
              <NoValue />
            ),
          },
          { key: 'address', label: t('account.addressLine1'), value: address || <NoValue /> },
          { key: 'state', label: t('account.state'), value: state ?? <NoValue /> },
          { key: 'pincode', label: t('account.pincode'), value: profile?.pincode ?? <NoValue /> },
          {
            key: 'recipients',
            label: t('account.recipients'),
            value: profile?.recipientEmails.join(', ') || <NoValue />,
          },
        ]}
      />
    </div>
  );
}
