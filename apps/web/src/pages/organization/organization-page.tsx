import { formatCount } from '@lead-credits/ui';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api.ts';
import { BalancesTable } from '../../components/balances-table.tsx';
import { Page } from '../../components/page.tsx';

/** The organisation's projects with balance and badge. */
export function OrganizationPage(): ReactElement {
  const { t } = useTranslation('settings');
  const { organizationId } = useParams({ from: '/signed-in/organizations/$organizationId' });
  const organization = api.people.organization.useQuery({ organizationId });
  const { name, projects } = organization.data ?? { name: '', projects: [] };
  return (
    <Page
      title={t('organization.title')}
      about={name}
      description={
        name
          ? `${name}, ${t('organization.summary', { count: projects.length, shown: formatCount(projects.length) })}`
          : '\u00a0'
      }
    >
      <BalancesTable label={t('organization.table', { organization: name })} query={organization} />
    </Page>
  );
}
