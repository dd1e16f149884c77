import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTopUp, discardTopUp } from '../billing/index.ts';
import type { Actor, Attachment, Ctx } from '../context.ts';
import { createMember, createSeller, payTopUp, saveAccount } from '../testing/bills.ts';
import { createWorld, type TestProject, type TestWorld } from '../testing/index.ts';
import { readPdf } from './index.ts';

let world: TestWorld;
let project: TestProject;
let owner: Ctx;

beforeAll(async () => {
  world = await createWorld();
  await createSeller(world);
  project = await world.project();
  owner = await createMember(world, project, 'owner');
  await saveAccount(owner, project);
});
afterAll(() => world.close());

type Printed = Record<string, unknown>;
const printed = ({ bytes }: Attachment): Printed => JSON.parse(new TextDecoder().decode(bytes));
const pending = (units = 5) => createTopUp(owner, { projectId: project.projectId, units, key: v7() });
const read = (ctx: Ctx, invoiceId: string) => readPdf(ctx, { invoiceId });

async function storedFiles(topUpId: string): Promise<number> {
  const rows = await world.db.run({
    name: 'test-files',
    text: `select from app.document_file f join app.document d on d.id = f.document_id
      where d.project_id = $1::uuid and d.top_up_id = $2::uuid`,
    values: [project.projectId, topUpId],
  });
  return rows.length;
}

describe('the PDF of a paid bill', () => {
  test('is drawn and stored when it is asked for before the job has run', async () => {
    const { topUpId } = await payTopUp(world, owner, project);
    expect(await storedFiles(topUpId)).toBe(0);
    const file = await read(owner, topUpId);
    expect(file.fileName).toMatch(/^CP-\d\d-\d\d-\d{6}\.pdf$/);
    expect(printed(file)).toMatchObject({ kind: 'tax_invoice', credits: { count: 5, projectName: 'Test' } });
    expect(await storedFiles(topUpId)).toBe(1);
  });

  test('keeps the buyer of the day of issue', async () => {
    const { topUpId } = await payTopUp(world, owner, project);
    await saveAccount(owner, project, { accountName: 'Renamed' });
    expect(printed(await read(owner, topUpId))).toMatchObject({ buyer: { name: 'Acme Motors' } });
    await saveAccount(owner, project);
  });
});

describe('the PDF of a bill that waits for its payment', () => {
  test('is a payment request without a number, and is never stored', async () => {
    const { topUpId, reference } = await pending();
    const file = await read(owner, topUpId);
    expect(file.fileName).toBe(`payment-request-${reference}.pdf`);
    expect(printed(file)).toMatchObject({
      kind: 'payment_request',
      number: null,
      reference,
      payment: null,
      dueAt: null,
      lines: [{ quantity: 5, taxablePaise: 424, cgstPaise: 38, sgstPaise: 38, totalPaise: 500 }],
      amountInWords: 'Five Rupees Only',
    });
    expect(await storedFiles(topUpId)).toBe(0);
  });

  test('follows the billing account until it is paid', async () => {
    const { topUpId } = await pending();
    await saveAccount(owner, project, { stateCode: '27', pincode: '400001' });
    expect(printed(await read(owner, topUpId))).toMatchObject({
      placeOfSupply: { stateCode: '27', stateName: 'Maharashtra' },
      lines: [{ cgstPaise: 0, igstPaise: 76 }],
    });
    await saveAccount(owner, project);
  });

  test('says when a bill raised by staff is due', async () => {
    const { topUpId } = await pending();
    const dueAt = new Date('2027-01-15T18:29:59Z');
    await world.db.run({
      name: 'test-sent',
      text: `update app.top_up set state = 'sent', purpose = 'staff', due_at = $2::timestamptz where id = $1::uuid`,
      values: [topUpId, dueAt],
    });
    expect(printed(await read(owner, topUpId))).toMatchObject({
      kind: 'payment_request',
      dueAt: dueAt.toISOString(),
    });
  });

  test('is no more once the checkout was put away', async () => {
    const { topUpId } = await pending();
    await discardTopUp(owner, { projectId: project.projectId, topUpId });
    await expect(read(owner, topUpId)).rejects.toMatchObject({
      code: 'TOP_UP_NOT_OPEN',
      details: { state: 'expired' },
    });
  });
});

describe('who may have it', () => {
  const as = (actor: Actor): Ctx => ({ ...world.ctx, actor });
  const key = (scope: 'billing' | 'leads', projectId: string): Actor => ({
    kind: 'apiKey',
    apiKeyId: v7(),
    projectId,
    scopes: [scope],
    name: 'key',
  });

  test.each(['owner', 'admin', 'finance'])('%s', async (role) => {
    const { topUpId } = await pending();
    const member = await createMember(world, project, role);
    expect((await read(member, topUpId)).contentType).toBe('application/pdf');
  });

  test('platform staff, and a key of the project with the scope billing', async () => {
    const { topUpId } = await pending();
    const staff = as({ kind: 'user', userId: v7(), name: 'S', email: 's@x.example', isStaff: true });
    expect(await read(staff, topUpId)).toBeDefined();
    expect(await read(as(key('billing', project.projectId)), topUpId)).toBeDefined();
  });

  test.each(['operator', 'viewer'])('not an %s', async (role) => {
    const { topUpId } = await pending();
    await expect(read(await createMember(world, project, role), topUpId)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('not a key without the scope', async () => {
    const { topUpId } = await pending();
    await expect(read(as(key('leads', project.projectId)), topUpId)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('strangers and their keys learn as much of it as of a bill that does not exist', async () => {
    const { topUpId } = await payTopUp(world, owner, project);
    const elsewhere = await world.project();
    const stranger = await createMember(world, elsewhere, 'owner');
    for (const ctx of [stranger, as(key('billing', elsewhere.projectId))]) {
      for (const id of [topUpId, v7()]) {
        await expect(read(ctx, id)).rejects.toMatchObject({ code: 'NOT_FOUND', details: {} });
      }
    }
    for (const id of [topUpId, v7()]) {
      await expect(read(as({ kind: 'anonymous' }), id)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    expect(await storedFiles(topUpId)).toBe(0);
  });
});
