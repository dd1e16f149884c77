import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Ctx, type Gateway, people } from '@lead-credits/core';
import type { Database } from '@lead-credits/db';
import { readEvent } from '@lead-credits/razorpay';

/** A context as the server makes it, without the queue: what follows a commit is not measured here. */
export function createCtx(db: Database, folder: string): Ctx {
  return {
    db,
    actor: { kind: 'system', what: 'bench' },
    clock: () => new Date(),
    requestId: 'bench',
    gateway: silentGateway,
    jobs: { enqueue: async () => undefined },
    spool: folderSpool(folder),
    documents: {
      renderInvoice: () => Promise.reject(new Error('no documents are drawn here')),
      writeInvoiceMail: () => ({ subject: '', html: '', text: '' }),
    },
    mailer: { send: async () => ({ ok: false, isFinal: true, reason: 'no mails are sent here' }) },
    settings: {
      checkoutUrl: 'http://127.0.0.1:3001/v1/checkout.js',
      publicUrl: 'http://127.0.0.1:3000',
      limits: { fileSizeBytes: 1_000_000_000, rows: 2_000_000 },
    },
  };
}

/** Reads events as the real one does; nothing here asks Razorpay. */
const silentGateway: Gateway = {
  keyId: 'rzp_test_00000000000000',
  createOrder: () => Promise.reject(new Error('no orders are made here')),
  findOrderByReceipt: async () => undefined,
  verifyPayment: () => false,
  readEvent,
};

function folderSpool(folder: string): Ctx['spool'] {
  const pathOf = (id: string): string => join(folder, id);
  return {
    write: async (id, bytes) => {
      const file = await open(pathOf(id), 'w');
      try {
        for await (const part of bytes) await file.appendFile(part);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    read: async (id) => {
      const found = await stat(pathOf(id)).catch(() => undefined);
      return found && createReadStream(pathOf(id));
    },
    remove: (id) => rm(pathOf(id), { force: true }),
  };
}

export type BenchProject = {
  projectId: string;
  accountId: string /** Acts with an API key of the project. */;
  ctx: Ctx;
};

/** Projects of one organisation, each with a million million credits. */
export async function createProjects(ctx: Ctx, count: number): Promise<BenchProject[]> {
  const organizationId = randomUUID();
  await people.createOrganization(ctx, { id: organizationId, name: 'Bench' });
  const ids = Array.from({ length: count }, () => randomUUID());
  const rows = await ctx.db.run<{ id: string; project_id: string }>({
    name: 'bench-projects',
    text: `with p as (
        insert into app.project (id, organization_id, name, created_at)
        select id, $1::uuid, 'Bench', now() from unnest($2::uuid[]) id returning id
      ) insert into app.account (id, project_id, available, issued)
        select gen_random_uuid(), id, 1000000000000, 1000000000000 from p returning id, project_id`,
    values: [organizationId, ids],
  });
  return rows.map(({ id, project_id: projectId }) => ({
    projectId,
    accountId: id,
    ctx: withKey(ctx, projectId),
  }));
}

function withKey(ctx: Ctx, projectId: string): Ctx {
  const scopes = ['credits', 'billing', 'leads'] as const;
  return { ...ctx, actor: { kind: 'apiKey', apiKeyId: randomUUID(), projectId, scopes, name: 'bench' } };
}

/** One of them, at random. */
export function anyOf<T>(items: readonly T[]): T {
  const item = items[Math.floor(Math.random() * items.length)];
  if (item === undefined) throw new Error('one of none');
  return item;
}
