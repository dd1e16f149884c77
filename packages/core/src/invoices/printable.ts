import type { DocumentLine, InvoiceDocument, Party } from '@lead-credits/contract';
import { type Runner, toDate } from '@lead-credits/db';
import { type Bill, draftOf, stateName } from './bill.ts';
import { amountInWords } from './words.ts';

type DocumentRow = {
  kind: 'tax_invoice' | 'credit_note' | 'invoice';
  number: string;
  issued_at: string;
  seller: Party | string;
  buyer: Party | string;
  place_of_supply: string;
  lines: DocumentLine[] | string;
  total_paise: number;
  reference: string;
  purpose: 'self_serve' | 'staff';
  due_at: string;
  payment_reference: string | null;
  method: string | null;
  paid_at: string | null;
  project_name: string;
  corrected_number: string | null;
  corrected_at: string | null;
};

/** jsonb arrives as text: Drizzle turns the driver's own parsing off. */
export function parsed<T>(value: T | string): T {
  return typeof value === 'string' ? JSON.parse(value) : value;
}

/** An issued document as it is printed, from what was frozen at issue; undefined where the project has none such. */
export async function findPrintable(
  runner: Runner,
  { projectId, documentId }: { projectId: string; documentId: string },
): Promise<InvoiceDocument | undefined> {
  const [row] = await runner.run<DocumentRow>({
    name: 'printable-document',
    text: `select d.kind, d.number, d.issued_at, d.seller, d.buyer, d.place_of_supply, d.lines, d.total_paise, t.reference,
        t.purpose, t.due_at, p.reference as payment_reference, p.method, p.paid_at, pr.name as project_name,
        c.number as corrected_number, c.issued_at as corrected_at
      from app.document d
      join app.top_up t on t.id = d.top_up_id
      join app.project pr on pr.id = d.project_id
      left join app.payment p on p.top_up_id = d.top_up_id
      left join app.document c on c.id = d.corrects_id
      where d.project_id = $1::uuid and d.id = $2::uuid`,
    values: [projectId, documentId],
  });
  return row && printable(row);
}

function printable(row: DocumentRow): InvoiceDocument {
  const lines = parsed<DocumentLine[]>(row.lines);
  const stateCode = row.place_of_supply;
  return {
    kind: row.kind,
    number: row.number,
    reference: row.reference,
    issuedAt: toDate(row.issued_at),
    dueAt: row.purpose === 'staff' ? toDate(row.due_at) : null,
    seller: parsed<Party>(row.seller),
    buyer: parsed<Party>(row.buyer),
    placeOfSupply: row.kind === 'invoice' ? null : { stateCode, stateName: stateName(stateCode) },
    lines,
    amountInWords: amountInWords(row.total_paise),
    payment: paymentOf(row),
    credits: {
      count: lines.reduce((count, { quantity }) => count + quantity, 0),
      projectName: row.project_name,
    },
    corrects:
      row.corrected_number === null || row.corrected_at === null
        ? null
        : { number: row.corrected_number, issuedAt: toDate(row.corrected_at) },
    reason: null,
  };
}

/** The payment of the bill. A credit note gives money back, and how is not written down with it. */
function paymentOf(row: DocumentRow): InvoiceDocument['payment'] {
  if (row.kind === 'credit_note') return null;
  if (row.payment_reference === null || row.method === null || row.paid_at === null) return null;
  return { reference: row.payment_reference, method: row.method, paidAt: toDate(row.paid_at) };
}

/** A bill that waits for its payment, as it would be issued now. It has no number, and is no document to book. */
export function paymentRequest(bill: Bill): InvoiceDocument {
  const { seller, buyer, placeOfSupplyCode: stateCode, line } = draftOf(bill);
  return {
    kind: 'payment_request',
    number: null,
    reference: bill.reference,
    issuedAt: toDate(bill.created_at),
    dueAt: bill.purpose === 'staff' ? toDate(bill.due_at) : null,
    seller,
    buyer,
    placeOfSupply: seller.gstin === null ? null : { stateCode, stateName: stateName(stateCode) },
    lines: [line],
    amountInWords: amountInWords(bill.amount_paise),
    payment: null,
    credits: { count: bill.units, projectName: bill.project_name },
    corrects: null,
    reason: null,
  };
}
