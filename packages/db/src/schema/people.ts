import { ROLES } from '@lead-credits/contract';
import { sql } from 'drizzle-orm';
import { check, index, jsonb, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { app, id, instant, whole } from './app-schema.ts';
import { user } from './auth.ts';

export const role = app.enum('role', ROLES);

export const organization = app.table('organization', {
  id: id().primaryKey(),
  name: text('name').notNull(),
  createdAt: instant('created_at').notNull(),
});

/** A project owns credits: it has exactly one account. */
export const project = app.table(
  'project',
  {
    id: id().primaryKey(),
    organizationId: id('organization_id')
      .notNull()
      .references(() => organization.id),
    name: text('name').notNull(),
    /** Low exists only where somebody set it. */
    lowThreshold: whole('low_threshold'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('project_organization').on(t.organizationId),
    check('project_low_threshold_not_negative', sql`${t.lowThreshold} >= 0`),
  ],
);

export const member = app.table(
  'member',
  {
    id: id().primaryKey(),
    organizationId: id('organization_id')
      .notNull()
      .references(() => organization.id),
    userId: id('user_id')
      .notNull()
      .references(() => user.id),
    role: role('role').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    unique('member_once_per_organization').on(t.organizationId, t.userId),
    index('member_user').on(t.userId),
  ],
);

/** The projects an operator was given; other roles reach every project of their organisation. */
export const memberProject = app.table(
  'member_project',
  {
    memberId: id('member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    projectId: id('project_id')
      .notNull()
      .references(() => project.id),
  },
  (t) => [primaryKey({ name: 'member_project_pkey', columns: [t.memberId, t.projectId] })],
);

/** Platform staff. Nobody becomes staff through a customer's organisation. */
export const staff = app.table('staff', {
  userId: id('user_id')
    .primaryKey()
    .references(() => user.id),
  createdAt: instant('created_at').notNull(),
});

/** The one-time link that makes the first staff account of a new installation; only its hash is kept. */
export const setupLink = app.table('setup_link', {
  hash: text('hash').primaryKey(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

/** An API key of a project. Only the SHA-256 of the secret is stored; the secret is shown once. */
export const apiKey = app.table(
  'api_key',
  {
    id: id().primaryKey(),
    projectId: id('project_id')
      .notNull()
      .references(() => project.id),
    name: text('name').notNull(),
    hash: text('hash').notNull().unique('api_key_hash_key'),
    hint: text('hint').notNull(),
    scopes: text('scopes').array().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    index('api_key_project').on(t.projectId),
    check(
      'api_key_scopes_known',
      sql`${t.scopes} <@ array['credits','billing','leads'] and cardinality(${t.scopes}) > 0`,
    ),
  ],
);

/** Who did what. Ids and masked values only, so that erasing a person never breaks it. Append-only. */
export const audit = app.table(
  'audit',
  {
    id: id().primaryKey(),
    organizationId: id('organization_id'),
    projectId: id('project_id'),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    detail: jsonb('detail').notNull(),
    requestId: text('request_id'),
  },
  (t) => [index('audit_project').on(t.projectId, t.id)],
);
