import { type ReactElement, useState } from 'react';
import { Button } from '../button.tsx';
import { DateText } from '../date-text.tsx';
import { DropdownMenu, DropdownMenuItem } from '../dropdown-menu.tsx';
import { EmptyState } from '../empty-state.tsx';
import { IconButton } from '../icon-button.tsx';
import {
  BanIcon,
  CircleCheckIcon,
  EllipsisIcon,
  InboxIcon,
  LockIcon,
  SearchIcon,
  UploadIcon,
} from '../icons.ts';
import { Money } from '../money.tsx';
import { NoValue } from '../no-value.tsx';
import { Pagination } from '../pagination.tsx';
import { StatusBadge, type StatusName } from '../status-badge.tsx';
import { Table } from '../table/table.tsx';
import { TableCard } from '../table/table-cards.tsx';
import type { TableColumn, TableState } from '../table/types.ts';
import { TextLink } from '../text-link.tsx';
import { Specimen } from './specimen.tsx';

type Bill = {
  reference: string;
  at: string;
  status: StatusName;
  word: string;
  totalPaise: number;
  payment: string | null;
};

const BILLS: readonly Bill[] = [
  {
    reference: 'CP-20260407-AZN7',
    at: '2026-04-07T04:37:00Z',
    status: 'paid',
    word: 'Paid',
    totalPaise: 500,
    payment: 'pay_QqX12345',
  },
  {
    reference: 'CP-20260402-K3MD',
    at: '2026-04-02T09:12:00Z',
    status: 'sent',
    word: 'Sent',
    totalPaise: 12_34_56_789_00,
    payment: null,
  },
  {
    reference: 'CP-20260328-7TQW',
    at: '2026-03-28T11:00:00Z',
    status: 'pending',
    word: 'Pending',
    totalPaise: 5_000_00,
    payment: null,
  },
  {
    reference: 'CP-20260311-P0XA',
    at: '2026-03-11T05:45:00Z',
    status: 'void',
    word: 'Void',
    totalPaise: 2_500_00,
    payment: null,
  },
  {
    reference: 'CP-20260309-QW8E',
    at: '2026-03-09T05:45:00Z',
    status: 'credit_note',
    word: 'Credit note',
    totalPaise: -1_200_00,
    payment: 'rfnd_Qr81Lm2',
  },
];

function BillActions({ bill }: { bill: Bill }): ReactElement {
  return (
    <span className="flex items-center justify-end gap-1">
      <Button variant="ghost" size="xs" aria-label={`PDF of ${bill.reference}`}>
        PDF
      </Button>
      <Button variant="ghost" size="xs" aria-label={`View ${bill.reference}`}>
        View
      </Button>
      <DropdownMenu
        trigger={
          <IconButton icon={EllipsisIcon} label={`More for ${bill.reference}`} size="xs" tooltip={false} />
        }
      >
        <DropdownMenuItem icon={CircleCheckIcon}>Mark as paid</DropdownMenuItem>
        <DropdownMenuItem icon={BanIcon} tone="danger">
          Void bill
        </DropdownMenuItem>
      </DropdownMenu>
    </span>
  );
}

function amount(bill: Bill): ReactElement {
  return <Money paise={bill.totalPaise} struck={bill.status === 'void'} />;
}

const COLUMNS: readonly TableColumn<Bill>[] = [
  {
    key: 'invoice',
    head: 'Invoice',
    width: 180,
    sticky: 'start',
    cell: (bill) => (
      <TextLink variant="row" href="#tables" className="font-mono text-dense">
        {bill.reference}
      </TextLink>
    ),
  },
  {
    key: 'period',
    head: 'Period',
    width: 112,
    cell: (bill) => <DateText value={bill.at} />,
    sort: { direction: 'descending', onToggle: () => undefined },
  },
  { key: 'due', head: 'Due', width: 112, hideBelow: 896, cell: (bill) => <DateText value={bill.at} /> },
  {
    key: 'status',
    head: 'Status',
    width: 128,
    cell: (bill) => <StatusBadge status={bill.status}>{bill.word}</StatusBadge>,
  },
  {
    key: 'amount',
    head: 'Amount',
    numeric: true,
    cell: amount,
    sort: { direction: null, onToggle: () => undefined },
  },
  {
    key: 'payment',
    head: 'Paid request',
    width: 176,
    hideBelow: 768,
    cell: (bill) =>
      bill.payment ? (
        <span className="font-mono text-dense">{bill.payment}</span>
      ) : (
        <NoValue reason="Not paid yet" />
      ),
  },
  {
    key: 'actions',
    head: 'Actions',
    hideHead: true,
    width: 148,
    sticky: 'end',
    cell: (bill) => <BillActions bill={bill} />,
  },
];

function BillCard({ bill }: { bill: Bill }): ReactElement {
  return (
    <TableCard
      title={
        <TextLink variant="row" href="#tables" className="font-mono text-dense">
          {bill.reference}
        </TextLink>
      }
      value={amount(bill)}
      status={<StatusBadge status={bill.status}>{bill.word}</StatusBadge>}
      date={<DateText value={bill.at} />}
      meta={bill.payment ?? 'Not paid yet'}
      actions={
        <>
          <Button size="sm">PDF</Button>
          <Button size="sm">View</Button>
        </>
      }
    />
  );
}

const STATES: readonly { name: string; state: TableState }[] = [
  { name: 'loading', state: { kind: 'loading' } },
  { name: 'reloading', state: { kind: 'reloading' } },
  {
    name: 'empty',
    state: {
      kind: 'empty',
      content: (
        <EmptyState
          icon={InboxIcon}
          title="No imports yet"
          action={
            <Button variant="primary" icon={UploadIcon}>
              Upload leads
            </Button>
          }
        >
          Upload a file to add leads to a process. Your administrator can add credits.
        </EmptyState>
      ),
    },
  },
  {
    name: 'filtered empty',
    state: {
      kind: 'empty',
      content: (
        <EmptyState icon={SearchIcon} title="No leads match" action={<Button>Clear filters</Button>}>
          Three filters are on.
        </EmptyState>
      ),
    },
  },
  {
    name: 'no permission',
    state: {
      kind: 'empty',
      content: (
        <EmptyState icon={LockIcon} title="Invoices are for finance">
          Priya Sharma and Arjun Rao can see them.
        </EmptyState>
      ),
    },
  },
  {
    name: 'error',
    state: {
      kind: 'error',
      reason: 'We can’t reach the credit service. Nothing was changed or charged.',
      retryLabel: 'Retry',
      onRetry: () => undefined,
    },
  },
];

/** The table with rows, and once in each of its other states. */
export function TablesBoard(): ReactElement {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const rows = { label: 'Invoices', columns: COLUMNS, rows: BILLS, rowKey: (bill: Bill) => bill.reference };
  const renderCard = (bill: Bill): ReactElement => <BillCard bill={bill} />;
  return (
    <>
      <Specimen title="Table" stack rule={false}>
        <Table
          {...rows}
          minWidth={720}
          renderCard={renderCard}
          rowProgress={(bill) => (bill.status === 'pending' ? 0.6 : null)}
        />
        <Pagination label="Pages of invoices" summary="1–50 of 4,812" onNext={() => undefined} />
      </Specimen>
      <Specimen
        title="Table, dense, with selection and a detail; sideways scroll when narrow"
        stack
        rule={false}
      >
        <Table
          {...rows}
          label="Bills to choose from"
          density="dense"
          minWidth={900}
          detail={(bill) =>
            bill.status === 'void' ? (
              <p className="text-meta text-muted">Voided by Priya on 12 Mar 2026.</p>
            ) : null
          }
          selection={{
            selected,
            onSelectedChange: setSelected,
            selectAllLabel: 'Select all bills',
            rowLabel: (bill) => `Select ${bill.reference}`,
            summary: `${selected.size} selected`,
            actions: (
              <Button size="xs" variant="secondary">
                Download {selected.size} PDFs
              </Button>
            ),
          }}
        />
      </Specimen>
      {STATES.map(({ name, state }) => (
        <Specimen key={name} title={`Table: ${name}`} stack rule={false}>
          <Table {...rows} label={`Invoices, ${name}`} state={state} minWidth={720} renderCard={renderCard} />
        </Specimen>
      ))}
    </>
  );
}
