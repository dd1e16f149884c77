/**
 * Who a lead is within its process: the first present of its reference, phone and e-mail. The tag keeps the three
 * apart, so that a reference that looks like a phone never equals one.
 */
export function identityOf(lead: { referenceId?: string; phone?: string; email?: string }): string {
  if (lead.referenceId !== undefined) return `ref:${lead.referenceId}`;
  if (lead.phone !== undefined) return `tel:${lead.phone}`;
  if (lead.email !== undefined) return `mail:${lead.email}`;
  throw new Error('A lead without reference, phone and e-mail has no identity; validation lets none through');
}
