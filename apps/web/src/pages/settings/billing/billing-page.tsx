import { Section } from '@lead-credits/ui';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api.ts';
import { NoPermission } from '../../../components/no-permission.tsx';
import { Page } from '../../../components/page.tsx';
import { useRoleNames } from '../../../components/use-role-names.ts';
import { useCredits } from '../../../layouts/live-credits.tsx';
import { useCan, useProject } from '../../../layouts/project-context.tsx';
import { BillingAccount } from './billing-account.tsx';
import { CheckoutBanner } from './checkout-banner.tsx';
import { CreditOverview } from './credit-overview.tsx';
import { Invoices } from './invoices.tsx';
import { TopUp } from './top-up.tsx';
import { useCheckout } from './use-checkout.ts';
import { useResume } from './use-resume.ts';

/** Project Credits, Self-Serve Top-Up, Billing Account, Billing & Invoices: one page, always in this order. */
export function BillingPage(): ReactElement {
  const { t } = useTranslation('billing');
  const project = useProject();
  const mayRead = useCan('billing.read');
  const credits = useCredits(project.id);
  const utils = api.useUtils();
  const refresh = (): Promise<unknown> =>
    Promise.all([
      utils.credits.overview.invalidate({ projectId: project.id }),
      mayRead ? utils.billing.invalidate() : null,
      mayRead ? utils.invoices.invalidate() : null,
    ]);
  const name = credits.data?.projectName ?? project.name;
  return (
    <Page title={t('title')} description={t('description', { project: name })} width="form">
      {mayRead ? (
        <PaidSections
          overview={<CreditOverview credits={credits} onRefresh={refresh} />}
          debt={credits.data?.debt ?? 0}
        />
      ) : (
        <>
          <Section id="project-credits" title={t('overview.section')} rule={false}>
            <CreditOverview credits={credits} onRefresh={refresh} />
          </Section>
          <AskForCredits />
        </>
      )}
    </Page>
  );
}

/** What roles without billing see in place of prices: who can buy. */
function AskForCredits(): ReactElement {
  const { t } = useTranslation('billing');
  const roleNames = useRoleNames();
  return (
    <Section id="self-serve-top-up" title={t('topUp.section')}>
      <NoPermission
        right="billing.write"
        title={t('overview.askTitle', { roles: roleNames('billing.write') })}
      >
        {t('overview.askText')}
      </NoPermission>
    </Section>
  );
}

function PaidSections({ overview, debt }: { overview: ReactElement; debt: number }): ReactElement {
  const { t } = useTranslation('billing');
  const project = useProject();
  const mayPay = useCan('billing.write');
  const checkout = useCheckout(project.id);
  const resume = useResume(checkout);
  return (
    <>
      {mayPay ? <CheckoutBanner projectId={project.id} checkout={checkout} /> : null}
      <div className="@container">
        <div className="grid @3xl:grid-cols-[7fr_5fr] grid-cols-1 gap-x-4 gap-y-8">
          <Section id="project-credits" title={t('overview.section')} rule={false}>
            {overview}
          </Section>
          <TopUp checkout={checkout} debt={debt} />
        </div>
      </div>
      <BillingAccount />
      <Invoices onResume={resume} />
    </>
  );
}
