import { z } from 'zod';
import { taxParts } from './billing.ts';
import { idIn, idOut, instantOut, pageIn } from './ids.ts';
import { paise, topUpUnits } from './money.ts';

export const INVOICE_STATUSES = ['pending', 'sent', 'paid', 'void', 'expired'] as const;

export const invoiceListInput = z.strictObject({ projectId: idIn('project'), ...pageIn });

/** One bill. `number` and `issuedAt` are null until the tax invoice is issued, which happens when it is settled. */
export const invoiceItem = z.object({
  /** Id of the bill (top-up): it exists before the document does, and the PDF is asked for with it. */
  id: idOut('topUp'),
  reference: z.string(),
  number: z.string().nullable(),
  issuedAt: instantOut.nullable(),
  billedAt: instantOut,
  dueAt: instantOut,
  status: z.enum(INVOICE_STATUSES),
  units: topUpUnits,
  totalPaise: paise,
  ...taxParts,
  paymentReference: z.string().nullable(),
});
export type InvoiceItem = z.input<typeof invoiceItem>;
export const invoiceListOutput = z.object({ items: z.array(invoiceItem), nextCursor: z.string().nullable() });
export type InvoiceList = z.input<typeof invoiceListOutput>;

/** A party as frozen in the document at issue. */
export const party = z.object({
  name: z.string(),
  gstin: z.string().nullable(),
  address: z.array(z.string()),
  stateCode: z.string(),
  stateName: z.string(),
});
export type Party = z.infer<typeof party>;

export const documentLine = z.object({
  description: z.string(),
  sac: z.string(),
  quantity: z.number().int(),
  unitPricePaise: paise,
  priceIncludesTax: z.boolean(),
  taxRateBp: z.number().int(),
  ...taxParts,
  totalPaise: paise,
});
export type DocumentLine = z.infer<typeof documentLine>;

/** waiting: it will be tried (again) · sent: the provider took it · failed: it was given up. */
export const MAIL_STATES = ['waiting', 'sent', 'failed'] as const;
export type MailState = (typeof MAIL_STATES)[number];

export const invoiceGetInput = z.strictObject({ projectId: idIn('project'), invoiceId: idIn('topUp') });
export const invoiceGetOutput = z.object({
  invoice: invoiceItem,
  document: z
    .object({
      id: idOut('document'),
      kind: z.enum(['tax_invoice', 'credit_note', 'invoice']),
      number: z.string(),
      issuedAt: instantOut,
      seller: party,
      buyer: party,
      placeOfSupply: z.object({ stateCode: z.string(), stateName: z.string() }),
      lines: z.array(documentLine),
      amountInWords: z.string(),
      paidAt: instantOut.nullable(),
      paymentMethod: z.string().nullable(),
    })
    .nullable(),
  /** How the mail with the document is doing; null until it is written. */
  delivery: z
    .object({
      state: z.enum(MAIL_STATES),
      recipients: z.array(z.string()),
      attempts: z.number().int(),
      sentAt: instantOut.nullable(),
      /** Why the last attempt failed, in the words of the mail provider. */
      lastError: z.string().nullable(),
    })
    .nullable(),
});
export type InvoiceDetail = z.input<typeof invoiceGetOutput>;
