import type { InvoiceDocument } from '@lead-credits/contract';
import { createDocuments } from '@lead-credits/documents';
import { Document, Page, renderToBuffer, Text } from '@react-pdf/renderer';
import { createElement } from 'react';
import { compareLoads, type Figures } from './compare.ts';

const party = { address: ['12 Residency Road', 'Bengaluru 560025'], stateCode: '29', stateName: 'Karnataka' };
const parts = { taxablePaise: 42_373, cgstPaise: 3_814, sgstPaise: 3_813, utgstPaise: 0, igstPaise: 0 };

const invoice: InvoiceDocument = {
  kind: 'tax_invoice',
  number: 'CP/26-27/000123',
  reference: 'CP-20260407-AZN7',
  issuedAt: new Date('2026-04-06T18:45:00Z'),
  dueAt: null,
  seller: { ...party, name: 'Callplane Technologies Private Limited', gstin: '29AAACI4798L1ZU' },
  buyer: { ...party, name: 'Acme Motors Private Limited', gstin: '29AABCR1718E1ZL' },
  placeOfSupply: { stateCode: '29', stateName: 'Karnataka' },
  lines: [
    {
      description: 'Lead credits',
      sac: '998319',
      quantity: 500,
      unitPricePaise: 100,
      priceIncludesTax: true,
      taxRateBp: 1_800,
      ...parts,
      totalPaise: 50_000,
    },
  ],
  amountInWords: 'Five Hundred Rupees Only',
  payment: { reference: 'pay_SaBcDeFgHiJkLm', method: 'upi', paidAt: new Date('2026-04-06T18:44:00Z') },
  credits: { count: 500, projectName: 'Acme Outbound' },
  corrects: null,
  reason: null,
};

/** About as many pieces of text as the invoice has. */
const PIECES = 100;

/** Tax invoices one after the other, warm, as the server draws them; the floor is a page of a hundred plain words. */
export async function run(): Promise<Figures> {
  const documents = createDocuments();
  const words = Array.from({ length: PIECES }, (_, key) => createElement(Text, { key }, `Invoice ${key}`));
  const page = createElement(Document, {}, createElement(Page, { size: 'A4' }, words));
  try {
    return await compareLoads(
      'PDFs/s',
      { clients: 1, op: () => documents.renderInvoice(invoice) },
      { clients: 1, op: () => renderToBuffer(page) },
    );
  } finally {
    await documents.close();
  }
}
