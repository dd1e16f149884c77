import type { InvoiceDocument } from '@lead-credits/contract';
import { Document, type DocumentProps, Page, View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { h, pageText, text } from './elements.ts';
import { labels } from './labels.ts';
import { documentBand, documentHead } from './parties.ts';
import { styles } from './styles.ts';
import { gstTable, linesTable } from './tables.ts';
import { documentFoot } from './totals.ts';

const PRODUCT = 'Lead Credits';

/** The whole document as react-pdf elements: A4, as many pages as its lines need. Pure. */
export function invoicePdf(document: InvoiceDocument): ReactElement<DocumentProps> {
  const { kind, number, reference, seller, buyer, issuedAt } = document;
  const properties: DocumentProps = {
    title: `${labels.title[kind]} ${number ?? reference}`,
    author: seller.name,
    subject: buyer.name,
    creator: PRODUCT,
    producer: PRODUCT,
    language: 'en-IN',
    // The date of issue rather than of rendering: the same document gives the same bytes.
    creationDate: issuedAt,
    modificationDate: issuedAt,
  };
  return h(
    Document,
    properties,
    h(
      Page,
      { size: 'A4', style: styles.page },
      documentHead(document),
      documentBand(document),
      linesTable(document),
      documentFoot(document),
      gstTable(document),
      pageFoot(document),
    ),
  );
}

/** On every page: what the reader needs who holds only one of them. */
function pageFoot({ kind, number, reference, seller }: InvoiceDocument): ReactElement {
  const name = number ?? reference;
  const isPlainRequest = kind === 'payment_request' && seller.gstin === null;
  const note = isPlainRequest ? labels.plainRequest : labels.note[kind];
  return h(
    View,
    { style: styles.pageFoot, fixed: true },
    text({ flex: 1 }, `${note} ${labels.currency}`),
    pageText([styles.right, { width: 130 }], ({ pageNumber, totalPages }) =>
      labels.page(name, pageNumber, totalPages),
    ),
  );
}
