import type { InvoiceDocument, Party } from '@lead-credits/contract';
import type { ReactElement } from 'react';
import { box, text, whole } from './elements.ts';
import { formatDate } from './format.ts';
import { labels } from './labels.ts';
import { colors, styles } from './styles.ts';

/** A label and its value in one row, the labels of a list in one column. */
export function fact(label: string, value: string, labelWidth: number): ReactElement {
  return whole(styles.fact, text([styles.muted, { width: labelWidth }], label), text({ flex: 1 }, value));
}

/** Supplier at the left, what this document is at the right. */
export function documentHead(document: InvoiceDocument): ReactElement {
  const { kind, seller } = document;
  const isRequest = kind === 'payment_request';
  return box(
    styles.head,
    box(
      { flex: 1 },
      text(styles.sellerName, seller.name),
      ...addressOf(seller),
      seller.gstin === null ? null : gstinOf(seller.gstin),
    ),
    box(
      { width: 260 },
      text(isRequest ? styles.longTitle : styles.title, labels.title[kind]),
      isRequest ? null : text(styles.subtitle, labels.copy),
      text([styles.state, { color: stateColor(document) }], stateText(document)),
    ),
  );
}

/** Buyer at the left, numbers and dates at the right. */
export function documentBand(document: InvoiceDocument): ReactElement {
  const { buyer, kind } = document;
  return box(
    styles.band,
    box(
      { flex: 1 },
      text(styles.caption, kind === 'credit_note' ? labels.creditTo : labels.billTo),
      text(styles.partyName, buyer.name),
      ...addressOf(buyer),
      kind === 'invoice' ? null : gstinOf(buyer.gstin ?? labels.noGstin),
    ),
    box({ width: 240 }, ...factsOf(document).map(([label, value]) => fact(label, value, 128))),
  );
}

/** Whether anything is still to be paid: what a reader looks for first. */
function stateText({ kind, payment, dueAt }: InvoiceDocument): string {
  if (payment !== null) {
    const state = kind === 'credit_note' ? labels.refundedState : labels.paidState;
    return state(formatDate(payment.paidAt));
  }
  if (kind === 'credit_note') return '';
  return dueAt === null ? labels.unpaidState : labels.dueState(formatDate(dueAt));
}

function stateColor({ payment }: InvoiceDocument): string {
  return payment === null ? colors.warning : colors.success;
}

function gstinOf(gstin: string): ReactElement {
  return text({}, `${labels.gstin} `, text(styles.strong, gstin));
}

function addressOf(party: Party): ReactElement[] {
  const state = labels.stateLine(party.stateName, party.stateCode);
  return [...party.address, state].map((line) => text(styles.muted, line));
}

/** Numbers, dates and places, without those that this document has not. */
function factsOf(document: InvoiceDocument): [string, string][] {
  const { kind, number, reference, issuedAt, dueAt, corrects, reason, placeOfSupply } = document;
  const isRequest = kind === 'payment_request';
  const showsGst = kind !== 'invoice' && document.seller.gstin !== null;
  const place = showsGst ? placeOfSupply : null;
  const facts: [string, string | null][] = [
    [labels.number[kind], number ?? reference],
    [isRequest ? labels.issued.request : labels.issued.document, formatDate(issuedAt)],
    [labels.due, dueAt && formatDate(dueAt)],
    [labels.reference, isRequest ? null : reference],
    [kind === 'credit_note' ? labels.credits : labels.replaces, corrects?.number ?? null],
    [labels.correctedDate, corrects && formatDate(corrects.issuedAt)],
    [labels.reason, reason],
    [labels.placeOfSupply, place && labels.stateAndCode(place.stateName, place.stateCode)],
    [labels.reverseCharge, showsGst ? labels.no : null],
  ];
  return facts.flatMap(([label, value]): [string, string][] => (value === null ? [] : [[label, value]]));
}
