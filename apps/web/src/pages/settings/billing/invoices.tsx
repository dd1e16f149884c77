import {
  CopyButton,
  DateText,
  EmptyState,
  Money,
  NoValue,
  Pagination,
  Section,
  StatusBadge,
  Table,
  TableCard,
  type TableColumn,
} from '@lead-credits/ui';
import { ReceiptIndianRupeeIcon } from '@lead-credits/ui/icons';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api.ts';
import type { Bill } from '../../../api-types.ts';
import { useTopUps } from '../../../components/payment-status.tsx';
import { useTableState } from '../../../components/use-table-state.tsx';
import { useProject } from '../../../layouts/project-context.tsx';
import { paths } from '../../../paths.ts';
import { NotCompleted } from './not-completed.tsx';
import { PdfLink } from './pdf-link.tsx';
import { splitBills, type Unpaid } from './split-bills.ts';

const PAGE_SIZE = 50;

type InvoicesProps = { onResume: (unpaid: Unpaid) => void };

/** All bills of the project, and apart from them the checkouts that were never paid. */
export function Invoices({ onResume }: InvoicesProps): ReactElement {
  const { t } = useTranslation('billing');
  const project = useProject();
  const { after } = useSearch({ from: BILLING });
  const list = api.invoices.list.useQuery(
    { projectId: project.id, cursor: after, limit: PAGE_SIZE },
    { placeholderData: (previous) => previous },
  );
  const topUps = useTopUps(project.id);
  const { bills, unpaid } = splitBills(list.data?.items ?? [], topUps.data?.items ?? []);
  const columns = useColumns();
  const state = useTableState(list, {
    isEmpty: bills.length === 0,
    reloading: list.isPlaceholderData,
    empty: (
      <EmptyState icon={ReceiptIndianRupeeIcon} title={t('invoices.emptyTitle')}>
        {t('invoices.emptyText')}
      </EmptyState>
    ),
  });
  return (
    <Section id="billing-invoices" title={t('invoices.section')} rule={false}>
      <Table
        label={t('invoices.section')}
        columns={columns}
        rows={bills}
        rowKey={(row) => row.id}
        state={state}
        minWidth={560}
        renderCard={(row) => <BillCard bill={row} />}
      />
      <Pages nextCursor={list.data?.nextCursor ?? null} busy={list.isFetching} />
      {unpaid.length > 0 ? <NotCompleted unpaid={unpaid} onResume={onResume} /> : null}
    </Section>
  );
}

const BILLING = '/signed-in/projects/$projectId/settings/billing';

function Pages({ nextCursor, busy }: { nextCursor: string | null; busy: boolean }): ReactElement | null {
  const { t } = useTranslation('billing');
  const project = useProject();
  const search = useSearch({ from: BILLING });
  const navigate = useNavigate();
  const router = useRouter();
  const goTo = (after: string | undefined): void =>
    void navigate(paths.billing(project.id, { ...search, after }, 'billing-invoices'));
  if (!nextCursor && !search.after) return null;
  return (
    <Pagination
      label={t('invoices.pages')}
      busy={busy}
      onPrevious={
        search.after
          ? () => (router.history.canGoBack() ? router.history.back() : goTo(undefined))
          : undefined
      }
      onNext={nextCursor ? () => goTo(nextCursor) : undefined}
    />
  );
}

function useColumns(): TableColumn<Bill>[] {
  const { t } = useTranslation(['billing', 'common']);
  return [
    { key: 'invoice', head: t('invoices.invoice'), width: 156, cell: (row) => <BillName bill={row} /> },
    {
      key: 'period',
      head: t('invoices.period'),
      width: 108,
      cell: (row) => <DateText value={row.billedAt} />,
    },
    {
      key: 'due',
      head: t('invoices.due'),
      width: 108,
      hideBelow: 768,
      cell: (row) => <DateText value={row.dueAt} />,
    },
    { key: 'status', head: t('invoices.status'), width: 104, cell: (row) => <BillStatus bill={row} /> },
    {
      key: 'amount',
      head: t('invoices.amount'),
      width: 140,
      numeric: true,
      cell: (row) => <Money paise={row.totalPaise} struck={row.status === 'void'} />,
    },
    {
      key: 'paidRequest',
      head: t('invoices.paidRequest'),
      hideBelow: 640,
      cell: (row) => <PaidRequest bill={row} />,
    },
    {
      key: 'actions',
      head: t('invoices.actions'),
      hideHead: true,
      width: 56,
      cell: (row) => <PdfLink bill={row} />,
    },
  ];
}

function BillName({ bill }: { bill: Bill }): ReactElement {
  return <span className="font-medium font-mono text-dense">{bill.reference}</span>;
}

function BillStatus({ bill }: { bill: Bill }): ReactElement {
  const { t } = useTranslation();
  return <StatusBadge status={bill.status}>{t(`status.${bill.status}`)}</StatusBadge>;
}

function PaidRequest({ bill }: { bill: Bill }): ReactElement {
  const { t } = useTranslation('billing');
  const { paymentReference: reference } = bill;
  if (!reference) return <NoValue reason={t('invoices.notPaid')} />;
  return (
    <span className="flex min-w-0 items-center gap-1">
      <span className="truncate font-mono text-dense">{reference}</span>
      <CopyButton value={reference} label={t('invoices.copyReference', { reference })} />
    </span>
  );
}

function BillCard({ bill }: { bill: Bill }): ReactElement {
  return (
    <TableCard
      title={<BillName bill={bill} />}
      value={<Money paise={bill.totalPaise} struck={bill.status === 'void'} />}
      status={<BillStatus bill={bill} />}
      date={<DateText value={bill.billedAt} />}
      meta={bill.paymentReference ? <PaidRequest bill={bill} /> : undefined}
      actions={<PdfLink bill={bill} />}
    />
  );
}
