import { createHash } from 'node:crypto';
import type { MailState } from '@lead-credits/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Ctx, Mailer, OutgoingMail } from '../context.ts';
import { MAX_MAIL_ATTEMPTS, sweepMails } from '../send-mail.ts';
import { createMember, createSeller, type PaidBill, payTopUp, saveAccount } from '../testing/bills.ts';
import { createWorld, type TestProject, type TestWorld } from '../testing/index.ts';
import { withTransaction } from '../transaction.ts';
import { deliverDocument, get, readPdf } from './index.ts';

const START = new Date('2026-11-22T06:00:00Z');
const HOUR_MS = 3_600_000;

let world: TestWorld;
let project: TestProject;
let owner: Ctx;
let bill: PaidBill;
let now: Date;

beforeAll(async () => {
  world = await createWorld();
  await createSeller(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  moveTo(START);
  world.mails.length = 0;
  project = await world.project();
  owner = await createMember(world, project, 'owner');
  await saveAccount(owner, project);
  bill = await payTopUp(world, owner, project);
});

function moveTo(instant: Date): void {
  now = instant;
  world.setClock(instant);
}
const wait = (ms: number): void => moveTo(new Date(now.getTime() + ms));

const ids = () => ({ documentId: bill.documentId, projectId: project.projectId });
const deliver = (ctx: Ctx = world.ctx): Promise<MailState> => deliverDocument(ctx, ids());

type Stored = {
  key: string;
  state: string;
  attempts: number;
  recipients: string[];
  last_error: string | null;
  provider_id: string | null;
};

async function storedMails(): Promise<Stored[]> {
  return world.db.run<Stored>({
    name: 'test-mails',
    text: `select m.key, m.state, m.attempts, m.recipients, m.last_error, m.provider_id from app.mail m
      join app.document_delivery d on d.mail_id = m.id where m.project_id = $1::uuid and d.document_id = $2::uuid`,
    values: [project.projectId, bill.documentId],
  });
}

async function storedPdf(): Promise<{ pdf: Uint8Array; sha256: string } | undefined> {
  const [file] = await world.db.run<{ pdf: Uint8Array; sha256: string }>({
    name: 'test-file',
    text: 'select pdf, sha256 from app.document_file where document_id = $1::uuid',
    values: [bill.documentId],
  });
  return file;
}

const withMailer = (send: Mailer['send']): Ctx => ({ ...world.ctx, mailer: { send } });
const refusing = (reason: string, isFinal = false): Ctx =>
  withMailer(async () => ({ ok: false, isFinal, reason }));
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('delivering a document', () => {
  test('stores its PDF and mails it to every billing recipient', async () => {
    expect(world.jobs.at(-1)).toEqual({ name: 'deliver-document', ...ids() });
    expect(await deliver()).toBe('sent');
    const file = await storedPdf();
    const key = `invoice/${bill.documentId}/1`;
    const recipients = ['accounts@acme.example', 'owner@acme.example'];
    const stored = { key, state: 'sent', attempts: 1, recipients, last_error: null, provider_id: 'mail_1' };
    expect(await storedMails()).toEqual([stored]);
    expect(world.mails).toHaveLength(1);
    expect(world.mails[0]).toMatchObject({
      key,
      to: recipients,
      subject: expect.stringContaining('tax_invoice'),
    });
    const [attachment] = world.mails[0]?.attachments ?? [];
    expect(attachment?.fileName).toMatch(/^CP-26-27-\d{6}\.pdf$/);
    expect(attachment?.contentType).toBe('application/pdf');
    expect(Buffer.from(attachment?.bytes ?? []).equals(Buffer.from(file?.pdf ?? []))).toBe(true);
    expect(file?.sha256).toBe(
      createHash('sha256')
        .update(Buffer.from(file?.pdf ?? []))
        .digest('hex'),
    );
  });

  test('prints what the document says', async () => {
    await deliver();
    const printed: unknown = JSON.parse(textOf((await storedPdf())?.pdf ?? new Uint8Array()));
    expect(printed).toMatchObject({
      kind: 'tax_invoice',
      number: expect.stringMatching(/^CP\/26-27\/\d{6}$/),
      reference: expect.stringMatching(/^CP-20261122-/),
      issuedAt: START.toISOString(),
      dueAt: null,
      seller: { name: 'Seller', gstin: '29AAACI4798L1ZU', stateName: 'Karnataka' },
      buyer: { name: 'Acme Motors', gstin: null, address: ['12 MG Road', 'Bengaluru 560001'] },
      placeOfSupply: { stateCode: '29', stateName: 'Karnataka' },
      lines: [
        { quantity: 5, sac: '998319', taxablePaise: 424, cgstPaise: 38, sgstPaise: 38, totalPaise: 500 },
      ],
      amountInWords: 'Five Rupees Only',
      payment: { reference: bill.paymentId, method: 'upi', paidAt: START.toISOString() },
      credits: { count: 5, projectName: 'Test' },
      corrects: null,
    });
  });

  test('is done once by any number of runs at once', async () => {
    const slow = withMailer(async (mail) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return world.ctx.mailer.send(mail);
    });
    await Promise.all(Array.from({ length: 20 }, () => deliver(slow)));
    expect(world.mails).toHaveLength(1);
    expect(await storedMails()).toMatchObject([{ state: 'sent', attempts: 1 }]);
    expect(await deliver()).toBe('sent');
    expect(world.mails).toHaveLength(1);
  });

  test('keeps the first rendering for ever, whoever renders at the same time or later', async () => {
    let rendered = 0;
    const documents = {
      ...world.ctx.documents,
      renderInvoice: async () => {
        rendered += 1;
        return new TextEncoder().encode(`rendering ${rendered}`);
      },
    };
    await Promise.all(Array.from({ length: 8 }, () => deliver({ ...world.ctx, documents })));
    const first = await storedPdf();
    const { bytes } = await readPdf({ ...owner, documents }, { invoiceId: bill.topUpId });
    expect(textOf(bytes)).toBe(textOf(first?.pdf ?? new Uint8Array()));
    expect(textOf(world.mails[0]?.attachments[0]?.bytes ?? new Uint8Array())).toBe(textOf(bytes));
  });

  test('writes to the recipients of the moment, and keeps to them afterwards', async () => {
    await saveAccount(owner, project, { recipientEmails: ['new@acme.example'] });
    await deliver(refusing('down'));
    await saveAccount(owner, project, { recipientEmails: ['late@acme.example'] });
    wait(HOUR_MS);
    await sweepMails(world.ctx);
    expect(world.mails.map(({ to }) => to)).toEqual([['new@acme.example']]);
  });

  test('draws and sends nothing inside a transaction', async () => {
    const inside = withTransaction(world.ctx, (tx) => deliver(tx));
    await expect(inside).rejects.toThrow(/transaction/);
    expect(await storedPdf()).toBeUndefined();
    expect(world.mails).toEqual([]);
  });

  test('finds no document of another project', async () => {
    const other = await world.project();
    const foreign = deliverDocument(world.ctx, { documentId: bill.documentId, projectId: other.projectId });
    await expect(foreign).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await storedPdf()).toBeUndefined();
    expect(await storedMails()).toEqual([]);
  });
});

describe('a provider that fails', () => {
  test('loses nothing: the mail waits, says why without addresses, and goes out once later', async () => {
    expect(await deliver(refusing('451 <accounts@acme.example> try later'))).toBe('waiting');
    expect(await storedMails()).toMatchObject([
      { state: 'waiting', attempts: 1, last_error: '451 <[address]> try later' },
    ]);
    const input = { projectId: project.projectId, invoiceId: bill.topUpId };
    expect((await get(owner, input)).delivery).toMatchObject({ state: 'waiting', attempts: 1, sentAt: null });
    expect(await sweepMails(world.ctx)).toBe(0);
    wait(10_000);
    expect(await sweepMails(world.ctx)).toBe(1);
    expect(await sweepMails(world.ctx)).toBe(0);
    expect(await storedMails()).toMatchObject([{ state: 'sent', attempts: 2, last_error: null }]);
    expect((await get(owner, input)).delivery).toMatchObject({ state: 'sent', sentAt: now, lastError: null });
    expect(world.mails).toHaveLength(1);
  });

  test('is tried ten times within a day, then given up and shown', async () => {
    const down = refusing('down');
    await deliver(down);
    for (let hours = 0; hours < 24; hours += 1) {
      wait(HOUR_MS);
      await sweepMails(down);
    }
    expect(await storedMails()).toMatchObject([
      { state: 'failed', attempts: MAX_MAIL_ATTEMPTS, last_error: 'down' },
    ]);
    expect(await deliver()).toBe('failed');
    expect(world.mails).toEqual([]);
  });

  test('is not asked again about a mail that it never takes', async () => {
    expect(await deliver(refusing('no such mailbox', true))).toBe('failed');
    wait(HOUR_MS);
    expect(await sweepMails(world.ctx)).toBe(0);
    expect(await storedMails()).toMatchObject([{ state: 'failed', attempts: 1 }]);
  });
});

describe('killed', () => {
  const killed = (): never => {
    throw new Error('killed');
  };
  const LEASE_MS = 120_000;

  test.each<[string, (ctx: Ctx) => Ctx]>([
    ['while drawing', (ctx) => ({ ...ctx, documents: { ...ctx.documents, renderInvoice: killed } })],
    [
      'before the mail is written',
      (ctx) => ({ ...ctx, documents: { ...ctx.documents, writeInvoiceMail: killed } }),
    ],
    ['while sending', (ctx) => ({ ...ctx, mailer: { send: killed } })],
  ])('%s, the next run finishes the rest', async (_when, broken) => {
    await expect(deliver(broken(world.ctx))).rejects.toThrow('killed');
    wait(LEASE_MS);
    expect(await deliver()).toBe('sent');
    expect(world.mails).toHaveLength(1);
    expect(await storedMails()).toMatchObject([{ state: 'sent' }]);
  });

  test('after the provider took the mail, hands over the same mail under the same key', async () => {
    const taken: OutgoingMail[] = [];
    const dying = withMailer(async (mail) => {
      taken.push(mail);
      return killed();
    });
    await expect(deliver(dying)).rejects.toThrow('killed');
    expect(await deliver()).toBe('waiting');
    expect(world.mails).toEqual([]);
    wait(LEASE_MS);
    expect(await sweepMails(world.ctx)).toBe(1);
    expect(world.mails).toEqual(taken);
  });

  test('at the last attempt, is given up all the same', async () => {
    const dying = withMailer(killed);
    await expect(deliver(dying)).rejects.toThrow('killed');
    for (let attempt = 2; attempt <= MAX_MAIL_ATTEMPTS; attempt += 1) {
      wait(LEASE_MS);
      await expect(sweepMails(dying)).rejects.toThrow('killed');
    }
    wait(LEASE_MS);
    expect(await sweepMails(dying)).toBe(0);
    expect(await storedMails()).toMatchObject([
      { state: 'failed', attempts: MAX_MAIL_ATTEMPTS, last_error: 'interrupted while sending' },
    ]);
  });
});
