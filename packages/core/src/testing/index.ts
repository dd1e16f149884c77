import { type Database, openDatabase } from '@lead-credits/db';
import { createTestDatabase } from '@lead-credits/db/testing';
import { v7 } from 'uuid';
import type { Actor, Ctx, Documents, Gateway, GatewayOrder, Job, OutgoingMail } from '../context.ts';

/** A project with an account, made by raw SQL so that tests of a verb need no other verb. */
export type TestProject = { organizationId: string; projectId: string; accountId: string; processId: string };

export type TestWorld = {
  db: Database;
  ctx: Ctx;
  ownerUrl: string;
  jobs: Job[];
  spooled: Map<string, Uint8Array>;
  /** Mails that were handed to the provider, which takes every one. */
  mails: OutgoingMail[];
  /** Moves the clock that every verb reads. */
  setClock(instant: Date): void;
  project(): Promise<TestProject>;
  close(): Promise<void>;
};

const SYSTEM: Actor = { kind: 'system', what: 'test' };

/** A gateway that speaks no network: the real one is tested against the sandbox over HTTP. */
function fakeGateway(): Gateway {
  const byReceipt = new Map<string, GatewayOrder>();
  return {
    keyId: 'rzp_test_00000000000000',
    createOrder: async ({ amountPaise, currency, receipt }) => {
      const order = { id: `order_${v7().replaceAll('-', '').slice(-14)}`, amountPaise, currency, receipt };
      byReceipt.set(receipt, order);
      return order;
    },
    findOrderByReceipt: async (receipt) => byReceipt.get(receipt),
    verifyPayment: (_orderId, _paymentId, signature) => signature === 'signed',
    readEvent: (rawBody) => {
      const body = new TextDecoder().decode(rawBody);
      return body.startsWith('{')
        ? JSON.parse(body, (key, value) => (key === 'createdAt' ? new Date(value) : value))
        : undefined;
    },
  };
}

/** Draws a document as its own JSON, so that a test reads back what was to be printed. */
const jsonDocuments: Documents = {
  renderInvoice: async (document) => new TextEncoder().encode(JSON.stringify(document)),
  writeInvoiceMail: (document, homeUrl) => ({
    subject: `${document.kind} ${document.number}`,
    html: `<p>${homeUrl}</p>`,
    text: homeUrl,
  }),
};

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

async function makeProject(db: Database, at: Date): Promise<TestProject> {
  const made = { organizationId: v7(), projectId: v7(), accountId: v7(), processId: v7() };
  await db.run({
    name: 'test-project',
    text: `with o as (insert into app.organization (id, name, created_at) values ($1::uuid, 'Test', $5::timestamptz)),
      p as (insert into app.project (id, organization_id, name, created_at) values ($2::uuid, $1::uuid, 'Test', $5::timestamptz)),
      pr as (insert into app.process (id, project_id, name, variables, created_at) values ($4::uuid, $2::uuid, 'Testing', '[]', $5::timestamptz))
      insert into app.account (id, project_id) values ($3::uuid, $2::uuid)`,
    values: [made.organizationId, made.projectId, made.accountId, made.processId, at],
  });
  return made;
}

/** A fresh clone of the template database and a context on it. */
export async function createWorld(options: { onQuery?: (text: string) => void } = {}): Promise<TestWorld> {
  const { url, drop } = await createTestDatabase();
  const db = openDatabase({ url, max: 12, maxCopy: 3, ...options });
  const jobs: Job[] = [];
  const spooled = new Map<string, Uint8Array>();
  const mails: OutgoingMail[] = [];
  let now: Date | undefined;
  const ctx: Ctx = {
    db,
    actor: SYSTEM,
    clock: () => now ?? new Date(),
    requestId: 'test',
    gateway: fakeGateway(),
    jobs: { enqueue: async (_db, job) => void jobs.push(job) },
    spool: {
      write: async (id, bytes) => void spooled.set(id, await collect(bytes)),
      read: async (id) => {
        const bytes = spooled.get(id);
        return (
          bytes &&
          (async function* () {
            yield bytes;
          })()
        );
      },
      remove: async (id) => void spooled.delete(id),
    },
    documents: jsonDocuments,
    mailer: {
      send: async (mail) => {
        mails.push(mail);
        return { ok: true, providerId: `mail_${mails.length}` };
      },
    },
    settings: {
      checkoutUrl: 'http://127.0.0.1:3001/v1/checkout.js',
      publicUrl: 'http://127.0.0.1:3000',
      limits: { fileSizeBytes: 200_000_000, rows: 1_048_576 },
    },
  };
  return {
    db,
    ctx,
    ownerUrl: url,
    jobs,
    spooled,
    mails,
    setClock: (instant) => {
      now = instant;
    },
    project: () => makeProject(db, ctx.clock()),
    close: async () => {
      await db.close();
      await drop();
    },
  };
}
