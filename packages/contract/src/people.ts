import { z } from 'zod';
import { CREDIT_STATUSES } from './credits.ts';
import { idIn, idOut, instantOut } from './ids.ts';
import { credits } from './money.ts';
import { ROLES, SCOPES } from './rights.ts';

/** Who is signed in, and where they may go. */
export const meOutput = z.object({
  user: z.object({ id: idOut('user'), name: z.string(), email: z.string(), isStaff: z.boolean() }),
  organizations: z.array(
    z.object({
      id: idOut('organization'),
      name: z.string(),
      role: z.enum(ROLES),
      projects: z.array(z.object({ id: idOut('project'), name: z.string() })),
    }),
  ),
});
export type Me = z.input<typeof meOutput>;

export const organizationInput = z.strictObject({ organizationId: idIn('organization') });
export const organizationOutput = z.object({
  id: idOut('organization'),
  name: z.string(),
  projects: z.array(
    z.object({
      id: idOut('project'),
      name: z.string(),
      available: credits,
      reserved: credits,
      status: z.enum(CREDIT_STATUSES),
    }),
  ),
});
export type OrganizationView = z.input<typeof organizationOutput>;

export const membersOutput = z.object({
  items: z.array(
    z.object({
      id: idOut('member'),
      name: z.string(),
      email: z.string(),
      role: z.enum(ROLES),
      projects: z.array(z.object({ id: idOut('project'), name: z.string() })),
      joinedAt: instantOut,
    }),
  ),
});
export type MemberList = z.input<typeof membersOutput>;

export const apiKeysInput = z.strictObject({ projectId: idIn('project') });
export const apiKeyItem = z.object({
  id: idOut('apiKey'),
  name: z.string(),
  /** First characters and last four: enough to recognise it, useless to use it. */
  hint: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  createdBy: z.string(),
  createdAt: instantOut,
  lastUsedAt: instantOut.nullable(),
  revokedAt: instantOut.nullable(),
});
export const apiKeysOutput = z.object({ items: z.array(apiKeyItem) });
export type ApiKeyList = z.input<typeof apiKeysOutput>;

export const createApiKeyInput = z.strictObject({
  projectId: idIn('project'),
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
});
/** The secret is shown once and stored only as a hash. */
export const createApiKeyOutput = z.object({ apiKey: apiKeyItem, secret: z.string() });
export type CreateApiKeyOutput = z.input<typeof createApiKeyOutput>;
export const revokeApiKeyInput = z.strictObject({ projectId: idIn('project'), apiKeyId: idIn('apiKey') });

export const renameProjectInput = z.strictObject({
  projectId: idIn('project'),
  name: z.string().trim().min(1).max(80),
});
export const thresholdInput = z.strictObject({
  projectId: idIn('project'),
  lowThreshold: credits.nullable(),
});
export const updateNameInput = z.strictObject({ name: z.string().trim().min(1).max(100) });
