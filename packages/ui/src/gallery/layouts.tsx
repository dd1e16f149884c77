import { type ReactElement, useState } from 'react';
import { Button } from '../button.tsx';
import { Card, CardHeader } from '../card.tsx';
import { Count } from '../count.tsx';
import { Disclosure } from '../disclosure.tsx';
import { FileTextIcon, KeyIcon, PlusIcon, RefreshCwIcon, UserIcon, UsersIcon } from '../icons.ts';
import { NavPanel } from '../nav-panel.tsx';
import { PageHeader } from '../page-header.tsx';
import { StatCard } from '../stat-card.tsx';
import { StatusBadge } from '../status-badge.tsx';
import { TabLinks } from '../tab-links.tsx';
import { Specimen } from './specimen.tsx';

const TABS = [
  { value: 'profile', label: 'Profile', icon: UserIcon },
  { value: 'billing', label: 'Billing', icon: FileTextIcon },
  { value: 'members', label: 'Members', icon: UsersIcon, aside: '12' },
  { value: 'keys', label: 'API keys', icon: KeyIcon },
];

function Stats(): ReactElement {
  const [stale, setStale] = useState(false);
  return (
    <Specimen title="StatCard" stack>
      <div className="grid items-start gap-4 lg:grid-cols-[7fr_5fr]">
        <StatCard
          title="Acme Outbound"
          badge={<StatusBadge status="healthy">Healthy</StatusBadge>}
          action={
            <Button size="sm" icon={RefreshCwIcon} loading={stale} onClick={() => setStale((was) => !was)}>
              Refresh
            </Button>
          }
          label="Leads effectively available"
          value={<Count value={12_480} live />}
          stale={stale}
          facts={[
            { key: 'held', label: 'Held', value: <Count value={38_200} />, hint: '1 import' },
            { key: 'pending', label: 'Awaiting payment', value: <Count value={0} /> },
            { key: 'lasts', label: 'Lasts about', value: '30 days' },
          ]}
          foot="Updated 10:07"
        />
        <StatCard
          title="Acme Renewals"
          badge={<StatusBadge status="exhausted">Exhausted</StatusBadge>}
          reason="Debt of 1,200"
          label="Leads effectively available"
          value={<Count value={0} />}
          facts={[
            { key: 'held', label: 'Held', value: <Count value={0} /> },
            { key: 'pending', label: 'Awaiting payment', value: <Count value={5_000} /> },
            { key: 'lasts', label: 'Lasts about', value: '0 days' },
          ]}
        />
      </div>
      <div className="grid gap-4 md:grid-cols-3">
        <StatCard
          size="stat"
          title="Available"
          badge={<StatusBadge status="low">Low</StatusBadge>}
          label="Below the threshold of 500"
          value={<Count value={412} />}
        />
        <StatCard size="stat" title="Used today" label="7-day mean 410" value={<Count value={386} />} />
        <Card className="flex flex-col gap-4">
          <CardHeader title="Next" description="3 of 4 leads went in. Row 3 has no phone or e-mail." />
          <div>
            <Button variant="primary">Fix 1 row</Button>
          </div>
        </Card>
      </div>
    </Specimen>
  );
}

/** Page frame parts, cards and navigation. */
export function LayoutsBoard(): ReactElement {
  const [tab, setTab] = useState('billing');
  return (
    <>
      <Specimen title="PageHeader" stack>
        <PageHeader
          title="Leads"
          aside={<StatusBadge status="processing">Processing</StatusBadge>}
          description="Everything that entered a calling queue of this project, newest first."
          actions={
            <>
              <Button>Download CSV</Button>
              <Button variant="primary" icon={PlusIcon}>
                Upload leads
              </Button>
            </>
          }
        />
      </Specimen>
      <Stats />
      <Specimen title="NavPanel, TabLinks, Disclosure" stack>
        <div className="flex flex-col gap-6 lg:flex-row lg:gap-12">
          <NavPanel
            label="Settings"
            current={tab}
            onSelect={setTab}
            items={TABS.map((item) => ({
              ...item,
              link: (props) => <a href="#nav" {...props} />,
            }))}
          />
          <div className="flex min-w-0 flex-1 flex-col gap-4">
            <TabLinks
              label="Import"
              current="failed"
              items={[
                {
                  value: 'failed',
                  label: 'Failed',
                  count: '212',
                  link: (props) => <a href="#tabs" {...props} />,
                },
                {
                  value: 'duplicate',
                  label: 'Duplicates',
                  count: '38',
                  link: (props) => <a href="#tabs" {...props} />,
                },
                { value: 'warnings', label: 'Warnings', link: (props) => <a href="#tabs" {...props} /> },
              ]}
            />
            <Disclosure label="Not completed" count="2" defaultOpen>
              <p className="text-body text-muted">Two checkouts were never paid.</p>
            </Disclosure>
          </div>
        </div>
      </Specimen>
    </>
  );
}
