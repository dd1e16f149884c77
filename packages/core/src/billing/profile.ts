import {
  type BillingProfile,
  type BillingProfileInput,
  type FieldProblem,
  isBuyerKind,
  parseBillingPhone,
  parseGstin,
  parseRecipientEmails,
  pincode,
  pincodeFitsState,
  stateByCode,
} from '@lead-credits/contract';
import { type Runner, toDate } from '@lead-credits/db';

type ProfileRow = {
  account_name: string;
  contact_name: string;
  phone: string;
  gstin: string | null;
  address_line_1: string;
  address_line_2: string | null;
  city: string;
  state_code: string;
  pincode: string;
  recipient_emails: string[];
  updated_at: string;
};

/** The billing account of a project, or nothing until it was saved once. */
export async function findProfile(runner: Runner, projectId: string): Promise<BillingProfile | undefined> {
  const [row] = await runner.run<ProfileRow>({
    name: 'billing-profile',
    text: `select account_name, contact_name, phone, gstin, address_line_1, address_line_2, city, state_code, pincode,
        recipient_emails, updated_at
      from app.billing_profile where project_id = $1::uuid`,
    values: [projectId],
  });
  return (
    row && {
      accountName: row.account_name,
      contactName: row.contact_name,
      phone: row.phone,
      gstin: row.gstin,
      addressLine1: row.address_line_1,
      addressLine2: row.address_line_2,
      city: row.city,
      stateCode: row.state_code,
      pincode: row.pincode,
      recipientEmails: row.recipient_emails,
      updatedAt: toDate(row.updated_at),
    }
  );
}

export type CheckedProfile =
  | { ok: true; profile: Omit<BillingProfile, 'updatedAt'>; warnings: string[] }
  | { ok: false; problems: FieldProblem[] };

function gstinProblem(gstin: string): FieldProblem | undefined {
  const parsed = parseGstin(gstin);
  if (!parsed.ok) return { field: 'gstin', reason: `gstin_${parsed.reason}` };
  return isBuyerKind(parsed.kind) ? undefined : { field: 'gstin', reason: 'gstin_not_a_buyer' };
}

/**
 * Checks a billing account: GSTIN with its check digit, a State that exists (mandatory for an online service also
 * without GSTIN, Circular 242/36/2024), pincode, phone, recipients. Pure. A pincode or GSTIN of another State is a
 * warning: pin ranges overlap, and the GSTIN decides the tax.
 */
export function checkProfile(input: Omit<BillingProfileInput, 'projectId'>): CheckedProfile {
  const phone = parseBillingPhone(input.phone);
  const pin = pincode.safeParse(input.pincode);
  const emails = parseRecipientEmails(input.recipientEmails.join('\n'));
  const gstin = input.gstin ? parseGstin(input.gstin) : undefined;
  const problems: (FieldProblem | undefined | false)[] = [
    !phone.ok && { field: 'phone', reason: `phone_${phone.reason}` },
    input.gstin ? gstinProblem(input.gstin) : undefined,
    !stateByCode(input.stateCode) && { field: 'stateCode', reason: 'state_unknown' },
    !pin.success && { field: 'pincode', reason: 'pincode_format' },
    ...emails.problems.map(({ line, reason }) => ({ field: `recipientEmails.${line - 1}`, reason })),
    emails.problems.length === 0 &&
      emails.emails.length === 0 && { field: 'recipientEmails', reason: 'recipients_missing' },
  ];
  const found = problems.filter((problem): problem is FieldProblem => Boolean(problem));
  if (found.length > 0 || !phone.ok || !pin.success) return { ok: false, problems: found };
  const { accountName, contactName, addressLine1, city, stateCode } = input;
  const taxId = gstin?.ok ? gstin : undefined;
  return {
    ok: true,
    profile: {
      accountName,
      contactName,
      phone: phone.phone,
      gstin: taxId?.gstin ?? null,
      addressLine1,
      addressLine2: input.addressLine2 || null,
      city,
      stateCode,
      pincode: pin.data,
      recipientEmails: emails.emails,
    },
    warnings: [
      ...(pincodeFitsState(pin.data, stateCode) ? [] : ['pincode_state_mismatch']),
      ...(taxId && taxId.stateCode !== stateCode ? ['gstin_state_mismatch'] : []),
    ],
  };
}
