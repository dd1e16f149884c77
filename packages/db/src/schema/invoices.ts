import type { DocumentLine, Party } from '@lead-credits/contract';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, jsonb, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { app, bytea, id, instant, whole } from './app-schema.ts';
import { documentKind, mail, seller, topUp } from './billing.ts';
import { project } from './people.ts';

/**
 * A numbered document: a tax invoice, a credit note, or (seller not registered) a plain invoice. Append-only: it is
 * never voided or edited, a mistake is corrected by a credit note and a new version.
 */
export const document = app.table(
  'document',
  {
    id: id().primaryKey(),
    projectId: id('project_id')
      .notNull()
      .references(() => project.id),
    kind: documentKind('kind').notNull(),
    topUpId: id('top_up_id').notNull(),
    version: integer('version').notNull().default(1),
    correctsId: id('corrects_id'),
    sellerId: id('seller_id')
      .notNull()
      .references(() => seller.id),
    /** First year of the financial year: 2026 is 1 April 2026 to 31 March 2027, India time. */
    fy: integer('fy').notNull(),
    serial: integer('serial').notNull(),
    number: text('number').notNull(),
    issuedAt: instant('issued_at').notNull(),
    seller: jsonb('seller').$type<Party>().notNull(),
    buyer: jsonb('buyer').$type<Party>().notNull(),
    placeOfSupply: text('place_of_supply').notNull(),
    lines: jsonb('lines').$type<DocumentLine[]>().notNull(),
    taxablePaise: whole('taxable_paise').notNull(),
    cgstPaise: whole('cgst_paise').notNull(),
    sgstPaise: whole('sgst_paise').notNull(),
    utgstPaise: whole('utgst_paise').notNull(),
    igstPaise: whole('igst_paise').notNull(),
    totalPaise: whole('total_paise').notNull(),
    /** The bill's amount, held to the bill by a foreign key. */
    billPaise: whole('bill_paise').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'document_bill',
      columns: [t.topUpId, t.billPaise],
      foreignColumns: [topUp.id, topUp.amountPaise],
    }),
    foreignKey({ name: 'document_corrects', columns: [t.correctsId], foreignColumns: [t.id] }),
    unique('document_once_per_version').on(t.topUpId, t.kind, t.version),
    unique('document_serial_once').on(t.sellerId, t.fy, t.kind, t.serial),
    /** The invoice portal compares numbers in upper case since June 2025. */
    uniqueIndex('document_number_once').on(t.sellerId, t.fy, sql`upper(${t.number})`),
    index('document_project').on(t.projectId, t.id),
    check('document_number_legal', sql`${t.number} ~ '^[A-Za-z1-9][A-Za-z0-9/-]{0,15}$'`),
    check('document_serial_positive', sql`${t.serial} > 0`),
    check(
      'document_fy_fits_issue',
      sql`${t.fy} = extract(year from (${t.issuedAt} at time zone 'Asia/Kolkata') - interval '3 months')`,
    ),
    check(
      'document_parts_add_up',
      sql`${t.totalPaise} = ${t.taxablePaise} + ${t.cgstPaise} + ${t.sgstPaise} + ${t.utgstPaise} + ${t.igstPaise}`,
    ),
    check(
      'document_parts_not_negative',
      sql`${t.taxablePaise} >= 0 and ${t.cgstPaise} >= 0 and ${t.sgstPaise} >= 0 and ${t.utgstPaise} >= 0 and ${t.igstPaise} >= 0`,
    ),
    check('document_central_equals_state', sql`${t.cgstPaise} = ${t.sgstPaise} + ${t.utgstPaise}`),
    check('document_one_kind_of_tax', sql`${t.igstPaise} = 0 or ${t.cgstPaise} = 0`),
    check(
      'document_total_fits_bill',
      sql`case when ${t.kind} = 'credit_note' then ${t.totalPaise} <= ${t.billPaise} else ${t.totalPaise} = ${t.billPaise} end`,
    ),
  ],
);

/** The first rendered PDF, stored once: the same bytes for ever. */
export const documentFile = app.table('document_file', {
  documentId: id('document_id')
    .primaryKey()
    .references(() => document.id),
  pdf: bytea('pdf').notNull(),
  sha256: text('sha256').notNull(),
  renderedAt: instant('rendered_at').notNull(),
});

/** Where a document was sent. Delivery state lives with the mail, never in the document. */
export const documentDelivery = app.table(
  'document_delivery',
  {
    id: id().primaryKey(),
    documentId: id('document_id')
      .notNull()
      .references(() => document.id),
    mailId: id('mail_id')
      .notNull()
      .references(() => mail.id),
  },
  (t) => [unique('document_delivery_once').on(t.documentId, t.mailId)],
);
