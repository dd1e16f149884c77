import type { ReactElement } from 'react';
import { Avatar } from '../avatar.tsx';
import { Badge } from '../badge.tsx';
import { Count } from '../count.tsx';
import { DateText } from '../date-text.tsx';
import { DescriptionList } from '../description-list.tsx';
import { FileName } from '../file-name.tsx';
import { Icon } from '../icon.tsx';
import { TriangleAlertIcon } from '../icons.ts';
import { Money } from '../money.tsx';
import { NoValue } from '../no-value.tsx';
import { StatusBadge, type StatusName, statusLook } from '../status-badge.tsx';
import { Line, Specimen } from './specimen.tsx';

const WORDS: Record<StatusName, string> = {
  healthy: 'Healthy',
  low: 'Low',
  exhausted: 'Exhausted',
  paid: 'Paid',
  sent: 'Sent',
  pending: 'Pending',
  failed: 'Failed',
  expired: 'Expired',
  void: 'Void',
  credit_note: 'Credit note',
  refunded: 'Refunded',
  disputed: 'Disputed',
  receiving: 'Receiving',
  processing: 'Processing',
  blocked: 'Waiting',
  completed: 'Completed',
  cancelled: 'Undone',
  accepted: 'Accepted',
  duplicate: 'Duplicate',
  invited: 'Invited',
  active: 'Active',
  revoked: 'Revoked',
};

const NAMES = Object.keys(statusLook).filter((name): name is StatusName => name in WORDS);
const NOW = new Date('2026-04-07T04:41:00Z');
const AT = '2026-04-07T04:37:00Z';

function Lists(): ReactElement {
  return (
    <Specimen title="DescriptionList" stack>
      <Line className="gap-12">
        <DescriptionList
          className="w-100 max-w-full"
          items={[
            { key: 'credits', label: 'Credits', value: <Count value={5} /> },
            { key: 'price', label: 'Price, incl. 18 % GST', value: <Money paise={100} /> },
            { key: 'gst', label: 'GST inside', value: <Money paise={76} /> },
            {
              key: 'to',
              label: 'Bill to',
              value: 'Acme Motors Private Limited, 4th floor, Prestige Meridian, MG Road, Bengaluru',
            },
            {
              key: 'gstin',
              label: 'GSTIN',
              value: <span className="font-mono text-dense">29ABCDE1234F1Z5</span>,
            },
            {
              key: 'pay',
              label: 'Amount to pay',
              value: <Money paise={500} />,
              emphasis: 'total',
              rule: 'heavy',
            },
            {
              key: 'after',
              label: 'Balance after',
              value: <Count value={5} />,
              emphasis: 'quiet',
              rule: 'none',
            },
          ]}
        />
        <DescriptionList
          variant="numbers"
          className="w-80 max-w-full"
          items={[
            { key: 'available', label: 'Available', value: <Count value={0} /> },
            { key: 'required', label: 'Required', value: <Count value={4} /> },
            {
              key: 'shortage',
              label: 'Shortage',
              emphasis: 'danger',
              rule: 'hairline',
              value: (
                <span className="inline-flex items-center gap-2">
                  <Icon icon={TriangleAlertIcon} />
                  <Count value={4} />
                </span>
              ),
            },
          ]}
        />
        <DescriptionList
          variant="stack"
          className="w-60"
          items={[
            {
              key: 'ref',
              label: 'Payment reference',
              value: <span className="font-mono text-dense">pay_QqX12345</span>,
            },
            { key: 'paid', label: 'Paid on', value: <DateText value={AT} format="datetime" /> },
          ]}
        />
      </Line>
    </Specimen>
  );
}

/** Numbers, dates, statuses and lists of facts. */
export function FactsBoard(): ReactElement {
  return (
    <>
      <Specimen title="StatusBadge" note="One map: the same word, icon and colour everywhere.">
        {NAMES.map((name) => (
          <StatusBadge key={name} status={name}>
            {WORDS[name]}
          </StatusBadge>
        ))}
        <Badge>credits</Badge>
      </Specimen>
      <Specimen title="Money, Count, DateText">
        <Money paise={500} />
        <Money paise={-500} />
        <Money paise={12_34_56_789_00} />
        <Money paise={50_000} struck />
        <Count value={12_34_567} />
        <Count value={2_50_000} compact />
        <DateText value={AT} />
        <DateText value={AT} format="datetime" />
        <DateText value={AT} format="relative" now={NOW} />
        <DateText value="2026-09-30" />
        <NoValue reason="Not paid yet" />
        <FileName name="acme-emi-reminders-april-2026-final-version-7.xlsx" />
      </Specimen>
      <Lists />
      <Specimen title="Avatar">
        <Avatar name="Priya Sharma" size={24} />
        <Avatar name="Priya Sharma" />
        <Avatar name="A" size={32} />
        <Avatar />
        <Avatar icon="mail" size={32} />
      </Specimen>
    </>
  );
}
