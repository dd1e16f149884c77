import type { InvoiceDocument } from '@lead-credits/contract';
import { createMessages } from '@lead-credits/messages';
import { formatCount, formatDate, formatRupees } from '../invoice-pdf/format.ts';
import { assertPrintable, totalsOf } from '../invoice-pdf/invoice-document.ts';
import { labels } from '../invoice-pdf/labels.ts';
import { taxRows } from '../invoice-pdf/tax-rows.ts';
import { button, facts, figure, heading, mailPage, paragraph, small } from './mail-page.ts';

const { t } = createMessages();

/** A mail as it is sent; `text` says the same for a reader without HTML. */
export type MailContent = { subject: string; html: string; text: string };

/**
 * The mail that carries a document's PDF: what it is about, the amount, the facts an accountant books from. `homeUrl`
 * is linked as the place where all bills are. Pure. Throws for a document that must not be printed. Loads nothing from
 * outside: no picture, no font, nothing that tells whether it was read.
 */
export function writeInvoiceMail(document: InvoiceDocument, homeUrl: string): MailContent {
  assertPrintable(document);
  const { kind, seller } = document;
  const amount = formatRupees(totalsOf(document.lines).totalPaise);
  const number = document.number ?? document.reference;
  const subject = t(`mails:invoice.subject.${kind}`, { number, seller: oneLine(seller.name), amount });
  const words = {
    heading: t(`mails:invoice.heading.${kind}`),
    text: introduction(document),
    amount: t(`mails:invoice.amount.${kind}`),
    open: t('mails:invoice.open', { product: t('common:product') }),
    seeAll: t('mails:invoice.seeAll'),
    foot: footOf(document),
  };
  const rows = rowsOf(document);
  return {
    subject,
    html: mailPage({
      title: subject,
      preview: words.text,
      from: seller.name,
      body: [
        heading(words.heading),
        paragraph(words.text),
        figure(words.amount, amount),
        facts(rows),
        button(words.open, homeUrl),
      ],
      foot: [small(words.seeAll), ...words.foot.map(small)],
    }),
    text: [
      words.heading,
      words.text,
      `${words.amount}: ${amount}`,
      rows.map(([label, value]) => `${label}: ${value}`).join('\n'),
      `${words.seeAll}\n${homeUrl}`,
      words.foot.join('\n'),
    ].join('\n\n'),
  };
}

/** A name is one line of a header, whatever was typed. */
function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

function introduction({ kind, credits, buyer }: InvoiceDocument): string {
  const count = credits?.count ?? 0;
  const project = credits?.projectName ?? buyer.name;
  return t(`mails:invoice.text.${kind}`, { count, shown: formatCount(count), project });
}

/** The facts of the document, as its PDF names them. */
function rowsOf(document: InvoiceDocument): [string, string][] {
  const { kind, number, reference, buyer, payment, dueAt, corrects } = document;
  const rows: [string, string | null][] = [
    [labels.number[kind], number],
    [labels.reference, reference],
    [
      kind === 'payment_request' ? labels.issued.request : labels.issued.document,
      formatDate(document.issuedAt),
    ],
    [labels.due, dueAt && formatDate(dueAt)],
    [kind === 'credit_note' ? labels.credits : labels.replaces, corrects?.number ?? null],
    [kind === 'credit_note' ? labels.creditTo : labels.billTo, buyer.name],
    [labels.gstin, buyer.gstin],
    ...taxRows(document).map(([label, paise]): [string, string] => [label, formatRupees(paise)]),
    [labels.total[kind], formatRupees(totalsOf(document.lines).totalPaise)],
    [
      kind === 'credit_note' ? labels.refund : labels.payment,
      payment &&
        t('mails:invoice.paidBy', {
          method: labels.methodName(payment.method),
          reference: payment.reference,
        }),
    ],
  ];
  return rows.flatMap(([label, value]): [string, string][] => (value === null ? [] : [[label, value]]));
}

/** Why this came, and from whom. */
function footOf({ credits, buyer, seller }: InvoiceDocument): string[] {
  const { name, address, stateName, gstin } = seller;
  const place = [name, ...address, stateName].filter((line) => line !== '').join(', ');
  return [
    t('mails:invoice.why', { project: credits?.projectName ?? buyer.name }),
    gstin === null ? place : `${place}, ${labels.gstin} ${gstin}`,
  ];
}
