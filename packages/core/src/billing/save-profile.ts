import type {
  ProfileOutput,
  profileInput,
  SaveProfileOutput,
  saveProfileInput,
} from '@lead-credits/contract';
import { v7 } from 'uuid';
import type { z } from 'zod';
import { authorize } from '../access.ts';
import { actorId, type Ctx } from '../context.ts';
import { validationFailed } from '../errors.ts';
import { withTransaction } from '../transaction.ts';
import { checkProfile, findProfile } from './profile.ts';

/** The billing account of a project; null until somebody saved it. */
export async function readProfile(ctx: Ctx, input: z.output<typeof profileInput>): Promise<ProfileOutput> {
  const { projectId } = await authorize(ctx, input.projectId, 'billing.read');
  return { profile: (await findProfile(ctx.db, projectId)) ?? null };
}

/**
 * Saves the billing account, whole. VALIDATION_FAILED {problems: [{field, reason}]} changes nothing. Documents already
 * issued keep the buyer they were issued to. Audited.
 */
export async function saveProfile(
  ctx: Ctx,
  input: z.output<typeof saveProfileInput>,
): Promise<SaveProfileOutput> {
  const { projectId, organizationId } = await authorize(ctx, input.projectId, 'billing.write');
  const checked = checkProfile(input);
  if (!checked.ok) throw validationFailed(...checked.problems);
  const { profile, warnings } = checked;
  const updatedAt = ctx.clock();
  await withTransaction(ctx, async ({ db }) => {
    await db.run({
      name: 'save-profile',
      text: `insert into app.billing_profile (project_id, account_name, contact_name, phone, gstin, address_line_1,
          address_line_2, city, state_code, pincode, recipient_emails, updated_at, updated_by)
        values ($1::uuid, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text[], $12::timestamptz, $13)
        on conflict (project_id) do update set account_name = $2, contact_name = $3, phone = $4, gstin = $5,
          address_line_1 = $6, address_line_2 = $7, city = $8, state_code = $9, pincode = $10,
          recipient_emails = $11::text[], updated_at = $12::timestamptz, updated_by = $13`,
      values: [
        projectId,
        profile.accountName,
        profile.contactName,
        profile.phone,
        profile.gstin,
        profile.addressLine1,
        profile.addressLine2,
        profile.city,
        profile.stateCode,
        profile.pincode,
        profile.recipientEmails,
        updatedAt,
        actorId(ctx.actor),
      ],
    });
    await db.run({
      name: 'save-profile-audit',
      text: `insert into app.audit (id, organization_id, project_id, at, actor, action, subject, detail, request_id)
        values ($1::uuid, $2::uuid, $3::uuid, $4::timestamptz, $5, 'billing.save_profile', $3::text, $6::jsonb, $7)`,
      values: [
        v7(),
        organizationId,
        projectId,
        updatedAt,
        actorId(ctx.actor),
        JSON.stringify({ stateCode: profile.stateCode, hasGstin: profile.gstin !== null }),
        ctx.requestId,
      ],
    });
  });
  return { profile: { ...profile, updatedAt }, warnings };
}
