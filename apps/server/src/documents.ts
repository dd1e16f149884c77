import type { Documents } from '@lead-credits/core';
import { createDocuments, writeInvoiceMail } from '@lead-credits/documents';

/** PDFs from a thread of their own, which starts with the first one; mails in this one, because they are text. */
export function openDocuments(): Documents {
  const { renderInvoice } = createDocuments();
  return { renderInvoice, writeInvoiceMail };
}
