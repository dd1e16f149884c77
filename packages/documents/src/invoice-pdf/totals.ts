import type { InvoiceDocument } from '@lead-credits/contract';
import type { ReactElement } from 'react';
import { box, text, whole } from './elements.ts';
import { formatAmount, formatCount, formatDate, formatRupees } from './format.ts';
import { totalsOf } from './invoice-document.ts';
import { labels } from './labels.ts';
import { fact } from './parties.ts';
import { styles } from './styles.ts';
import { taxRows } from './tax-rows.ts';

/** Words and payment at the left, the sums at the right. */
export function documentFoot(document: InvoiceDocument): ReactElement {
  return whole(
    styles.foot,
    box(
      styles.footLeft,
      text(styles.caption, labels.inWords),
      text([styles.strong, styles.block], document.amountInWords),
      ...paymentBlock(document),
    ),
    box(styles.totals, ...totalRows(document)),
  );
}

function paymentBlock(document: InvoiceDocument): ReactElement[] {
  const { kind, payment, credits } = document;
  const isRefund = kind === 'credit_note';
  const facts: [string, string][] = [];
  if (payment !== null) {
    facts.push(
      [labels.method, labels.methodName(payment.method)],
      [labels.paymentReference, payment.reference],
      [isRefund ? labels.refundedOn : labels.paidOn, formatDate(payment.paidAt)],
    );
  }
  if (credits !== null) {
    facts.push([creditsLabel(document), labels.creditsOf(formatCount(credits.count), credits.projectName)]);
  }
  if (facts.length === 0) return [];
  return [
    text(styles.caption, isRefund ? labels.refund : labels.payment),
    ...facts.map(([label, value]) => fact(label, value, 92)),
  ];
}

function creditsLabel({ kind, payment }: InvoiceDocument): string {
  if (kind === 'credit_note') return labels.creditsTakenBack;
  return payment === null ? labels.creditsAfterPayment : labels.creditsAdded;
}

function totalRows(document: InvoiceDocument): ReactElement[] {
  const { kind, payment } = document;
  const { totalPaise } = totalsOf(document.lines);
  const isCreditNote = kind === 'credit_note';
  const settled: [string, string][] = [];
  if (payment !== null)
    settled.push([isCreditNote ? labels.refunded : labels.paid, formatAmount(totalPaise)]);
  if (payment !== null && !isCreditNote) settled.push([labels.balance, formatAmount(0)]);
  return [
    ...taxRows(document).map(([label, paise]) => totalRow([label, formatAmount(paise)])),
    box(styles.grandTotal, text({}, labels.total[kind]), text({}, formatRupees(totalPaise))),
    ...settled.map(totalRow),
  ];
}

function totalRow([label, amount]: [string, string]): ReactElement {
  return box(styles.totalRow, text(styles.muted, label), text({}, amount));
}
