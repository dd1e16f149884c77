import { verifyInvariants } from '@lead-credits/db';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../../context.ts';
import { grant } from '../../credits/index.ts';
import { DomainError } from '../../errors.ts';
import { createWorld, type TestProject, type TestWorld } from '../../testing/index.ts';
import {
  createLead,
  failedRowsCsv,
  initializeLeads,
  listLeads,
  readImport,
  receiveImport,
  runImport,
  sweepImports,
} from '../index.ts';

let world: TestWorld;
let project: TestProject;
let operator: Ctx;
const START = new Date('2026-11-22T06:00:00Z');

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function setUp(credits: number): Promise<void> {
  world.spooled.clear();
  world.setClock(START);
  project = await world.project();
  if (credits > 0)
    await grant(world.ctx, { projectId: project.projectId, amount: credits, key: 'g', reason: 'test' });
  const { projectId } = project;
  operator = {
    ...world.ctx,
    actor: { kind: 'apiKey', apiKeyId: v7(), projectId, scopes: ['leads', 'credits'], name: 'CRM sync' },
  };
}

async function* bytes(text: string, chunkSize = 1_000_000): AsyncGenerator<Uint8Array> {
  const all = new TextEncoder().encode(text);
  for (let at = 0; at < all.length; at += chunkSize) yield all.subarray(at, at + chunkSize);
}

function receive(text: string, change: Partial<Parameters<typeof receiveImport>[1]> = {}) {
  const { projectId, processId } = project;
  return receiveImport(operator, {
    projectId,
    processId,
    initialize: true,
    key: v7(),
    fileName: 'leads.csv',
    bytes: bytes(text),
    ...change,
  });
}

async function upload(text: string, change: Partial<Parameters<typeof receiveImport>[1]> = {}) {
  const { importId } = await receive(text, change);
  await runImport(world.ctx, { importId });
  return readImport(operator, { importId });
}

async function failure(work: Promise<unknown>): Promise<DomainError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DomainError) return error;
  throw new Error(`expected a DomainError, got ${String(error)}`);
}

async function balance(): Promise<Record<string, number>> {
  const [row] = await world.db.run<Record<string, number>>({
    name: 'test-balance',
    text: 'select available, reserved, consumed from app.account where id = $1::uuid',
    values: [project.accountId],
  });
  return row ?? {};
}

async function leadCount(): Promise<number> {
  const { items } = await listLeads(operator, { projectId: project.projectId, limit: 200 });
  return items.length;
}

async function failedFile(importId: string): Promise<string> {
  let text = '';
  for await (const piece of (await failedRowsCsv(operator, { importId })).body) text += piece;
  return text;
}

async function expectSound(): Promise<void> {
  expect((await verifyInvariants(world.db)).filter(({ violations }) => violations !== 0)).toEqual([]);
}

const FOUR = 'Name,Phone\nAsha,9876543210\nBina,9123456789\nChitra,12345\nDev,9000000001\n';

describe('an upload', () => {
  test('of four rows with one bad charges three and says why', async () => {
    await setUp(5);
    const { import: done, rows } = await upload(FOUR);
    expect(done).toMatchObject({ status: 'completed', rows: 4, accepted: 3, failed: 1, duplicates: 0 });
    expect(done).toMatchObject({ creditsReserved: 4, creditsConsumed: 3, creditsReleased: 1 });
    expect(rows).toMatchObject([
      { row: 4, outcome: 'failed', reasons: [{ code: 'too_short', column: 'Phone' }] },
    ]);
    expect(await balance()).toEqual({ available: 2, reserved: 0, consumed: 3 });
    expect(await leadCount()).toBe(3);
    expect(world.spooled.size).toBe(0);
    await expectSound();
  });

  test('gives the failed row back as a file that goes in once fixed, without our two columns', async () => {
    await setUp(5);
    const { import: first } = await upload(FOUR);
    const file = await failedFile(first.id);
    expect(file).toContain('Chitra,12345,4,');
    const { import: second } = await upload(file.replace('12345', '9888877777'));
    expect(second).toMatchObject({ rows: 1, accepted: 1, failed: 0, creditsConsumed: 1 });
    expect(await balance()).toEqual({ available: 1, reserved: 0, consumed: 4 });
    const { items } = await listLeads(operator, {
      projectId: project.projectId,
      limit: 10,
      importId: second.id,
    });
    expect(items[0]).toMatchObject({ name: 'Chitra', phone: '+919888877777', metadata: {} });
  });

  test('with too few credits is blocked whole and stores no lead', async () => {
    await setUp(3);
    const error = await failure(receive(FOUR));
    expect(error.code).toBe('INSUFFICIENT_CREDITS');
    expect(error.details).toMatchObject({ available: 3, required: 4, shortage: 1 });
    expect(await balance()).toEqual({ available: 3, reserved: 0, consumed: 0 });
    expect(await leadCount()).toBe(0);
    expect(world.spooled.size).toBe(0);
    await expectSound();
  });

  test('that was blocked is a fresh try under the same key', async () => {
    await setUp(3);
    const key = v7();
    const first = await failure(receive(FOUR, { key }));
    await grant(world.ctx, { projectId: project.projectId, amount: 1, key: 'more', reason: 'test' });
    const { import: done } = await upload(FOUR, { key });
    expect(done).toMatchObject({ status: 'completed', accepted: 3 });
    expect(first.details.importId).toBe(`imp_${done.id.replaceAll('-', '')}`);
    await expectSound();
  });

  test('under a known key gives the same import and charges nothing again', async () => {
    await setUp(10);
    const key = v7();
    const first = await upload(FOUR, { key });
    expect(await receive(FOUR, { key })).toEqual({ importId: first.import.id, isToRun: false });
    expect(await balance()).toMatchObject({ consumed: 3 });
    expect((await failure(receive(`${FOUR}Ela,9000000002\n`, { key }))).code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await failure(receive(FOUR, { key, initialize: false }))).code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('twenty times at once under one key is one import', async () => {
    await setUp(100);
    const key = v7();
    const answers = await Promise.all(Array.from({ length: 20 }, () => receive(FOUR, { key })));
    expect(new Set(answers.map(({ importId }) => importId)).size).toBe(1);
    expect(answers.filter(({ isToRun }) => isToRun)).toHaveLength(1);
    expect(await balance()).toMatchObject({ reserved: 4 });
  });

  test('beside another that together need too much: one goes in, the other is blocked whole', async () => {
    await setUp(5);
    const answers = await Promise.allSettled([receive(FOUR), receive(FOUR.replaceAll('9', '8'))]);
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({
      code: 'INSUFFICIENT_CREDITS',
      details: { available: 1, required: 4, shortage: 3 },
    });
    expect(refused[0].details.held).toEqual([{ fileName: 'leads.csv', by: 'CRM sync', credits: 4 }]);
    await expectSound();
  });

  test('counts duplicates in the file and in the process apart and charges neither', async () => {
    await setUp(20);
    await upload('Name,Phone\nAsha,9876543210\n');
    const { import: done, rows } = await upload(
      'Name,Phone\nAsha,+91 98765 43210\nBina,9123456789\nBina again,09123456789\nBad,1\n',
    );
    expect(done).toMatchObject({ rows: 4, accepted: 1, failed: 1, duplicates: 2, creditsConsumed: 1 });
    expect(rows.map(({ row, reasons }) => [row, reasons[0]?.code])).toEqual([
      [2, 'duplicate_in_process'],
      [4, 'duplicate_in_file'],
      [5, 'too_short'],
    ]);
    expect(await failedFile(done.id)).not.toContain('Bina');
    await expectSound();
  });

  test('in which every row fails charges nothing', async () => {
    await setUp(2);
    const { import: done } = await upload('Name,Phone\nAsha,1\nBina,2\n');
    expect(done).toMatchObject({
      status: 'completed',
      accepted: 0,
      failed: 2,
      creditsReleased: 2,
      creditsConsumed: 0,
    });
    expect(await balance()).toEqual({ available: 2, reserved: 0, consumed: 0 });
    await expectSound();
  });

  test('without initialising is charged too, and starting it later is free', async () => {
    await setUp(5);
    const { import: done } = await upload(FOUR, { initialize: false });
    expect(done).toMatchObject({ startsAt: null, creditsConsumed: 3 });
    const input = { projectId: project.projectId, importId: done.id };
    expect(await initializeLeads(operator, input)).toEqual({ initialized: 3, creditsConsumed: 0 });
    expect(await initializeLeads(operator, input)).toEqual({ initialized: 0, creditsConsumed: 0 });
    expect(await balance()).toMatchObject({ consumed: 3 });
  });

  test('survives cells that would break COPY or jsonb', async () => {
    await setUp(10);
    const nasty = `Name,Phone,Note,__proto__\n"Tab\there\\N",9876543210,"new\nline \\ {""a"":1}",x\nBina\u0000,9123456789,"{1,2}",\ud800\n`;
    const { import: done } = await upload(nasty);
    expect(done).toMatchObject({ rows: 2, accepted: 2 });
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  test('of 20,000 rows in small chunks charges each good row once', async () => {
    await setUp(20_000);
    const lines = Array.from(
      { length: 20_000 },
      (_, index) => `Lead ${index},${index % 100 === 0 ? 1 : 9_000_000_000 + index}`,
    );
    const { import: done } = await upload('', { bytes: bytes(`Name,Phone\n${lines.join('\n')}`, 777) });
    expect(done).toMatchObject({ rows: 20_000, accepted: 19_800, failed: 200 });
    expect(await balance()).toEqual({ available: 200, reserved: 0, consumed: 19_800 });
    await expectSound();
  });
});

describe('a file that is no list of leads', () => {
  test.each<[string, string, string]>([
    ['empty', '', 'FILE_UNREADABLE'],
    ['header only', 'Name,Phone\n', 'FILE_UNREADABLE'],
    ['without a phone or e-mail column', 'Name,City\nAsha,Pune\n', 'FILE_UNREADABLE'],
    ['with an open quote', 'Name,Phone\n"Asha,9876543210\nBina,9123456789\n', 'FILE_UNREADABLE'],
    ['a PDF', '%PDF-1.7\n1 0 obj\n', 'UNSUPPORTED_FILE'],
    ['a workbook', 'PK\u0003\u0004 not a csv', 'UNSUPPORTED_FILE'],
  ])('%s is refused before credits are looked at, and nothing is kept', async (_what, text, code) => {
    await setUp(0);
    expect((await failure(receive(text))).code).toBe(code);
    expect(world.spooled.size).toBe(0);
  });

  test('larger than the limit stops at the limit', async () => {
    await setUp(5);
    const small = {
      ...operator,
      settings: { ...operator.settings, limits: { fileSizeBytes: 10_000, rows: 100 } },
    };
    const endless = (async function* () {
      for (;;) yield new Uint8Array(1_000).fill(65);
    })();
    const { projectId, processId } = project;
    const input = { projectId, processId, initialize: true, key: v7(), fileName: 'x.csv', bytes: endless };
    expect((await failure(receiveImport(small, input))).code).toBe('FILE_TOO_LARGE');
    expect(world.spooled.size).toBe(0);
  });
});

describe('a worker', () => {
  test('that died is replaced after its lease, and what it did does not count', async () => {
    await setUp(5);
    const { importId } = await receive(FOUR);
    await world.db.run({
      name: 'dead-worker',
      text: `update app.import set attempt = 1, lease_until = $2::timestamptz where id = $1::uuid`,
      values: [importId, new Date(START.getTime() + 5_000)],
    });
    await runImport(world.ctx, { importId });
    expect((await readImport(operator, { importId })).import.status).toBe('processing');
    world.setClock(new Date(START.getTime() + 6_000));
    await runImport(world.ctx, { importId });
    expect((await readImport(operator, { importId })).import).toMatchObject({
      status: 'completed',
      accepted: 3,
    });
    await expectSound();
  });

  test('is looked for at once, when its lease is over, and later after each attempt', async () => {
    await setUp(5);
    const { importId } = await receive(FOUR);
    const isFound = async (attempt: number, secondsAfterLease: number): Promise<boolean> => {
      const end = new Date(START.getTime() - secondsAfterLease * 1_000);
      await world.db.run({
        name: 'ended-lease',
        text: `update app.import set attempt = $2::int, lease_until = $3::timestamptz where id = $1::uuid`,
        values: [importId, attempt, end],
      });
      return (await sweepImports(world.ctx)).includes(importId);
    };
    expect(await sweepImports(world.ctx)).toContain(importId);
    expect([await isFound(1, -1), await isFound(1, 1)]).toEqual([false, true]);
    expect([await isFound(2, 4), await isFound(2, 6)]).toEqual([false, true]);
    expect([await isFound(4, 44), await isFound(4, 46)]).toEqual([false, true]);
  });

  test('whose spool is gone ends the import and returns every credit', async () => {
    await setUp(5);
    const { importId } = await receive(FOUR);
    world.spooled.clear();
    await runImport(world.ctx, { importId });
    expect((await readImport(operator, { importId })).import).toMatchObject({
      status: 'failed',
      creditsReleased: 4,
      creditsConsumed: 0,
      error: { code: 'SPOOL_GONE' },
    });
    expect(await balance()).toEqual({ available: 5, reserved: 0, consumed: 0 });
    await expectSound();
  });

  test('beside five others on one import: one commits', async () => {
    await setUp(5);
    const { importId } = await receive(FOUR);
    await Promise.all(Array.from({ length: 6 }, () => runImport(world.ctx, { importId })));
    expect(await balance()).toEqual({ available: 2, reserved: 0, consumed: 3 });
    await expectSound();
  });
});

describe('leads.create', () => {
  const lead = { name: 'Asha', phone: '98765 43210' };
  const create = (key: string, change: Record<string, unknown> = {}) =>
    createLead(operator, {
      projectId: project.projectId,
      processId: project.processId,
      lead,
      initialize: true,
      key,
      ...change,
    });

  test('charges one credit, replays its key, and calls the same person a duplicate', async () => {
    await setUp(2);
    const first = await create('a');
    expect(first).toMatchObject({ status: 'accepted', creditsConsumed: 1 });
    expect(await create('a')).toEqual(first);
    expect(await create('b')).toMatchObject({
      status: 'duplicate',
      leadId: first.leadId,
      creditsConsumed: 0,
    });
    expect((await failure(create('a', { initialize: false }))).code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await balance()).toEqual({ available: 1, reserved: 0, consumed: 1 });
    await expectSound();
  });

  test('stores nothing without credits or with a bad phone', async () => {
    await setUp(0);
    expect((await failure(create('a'))).code).toBe('INSUFFICIENT_CREDITS');
    expect((await failure(create('b', { lead: { name: 'Asha', phone: '12' } }))).code).toBe(
      'VALIDATION_FAILED',
    );
    expect(await leadCount()).toBe(0);
  });

  test('ten times at once with one key is one lead and one credit', async () => {
    await setUp(10);
    const answers = await Promise.all(Array.from({ length: 10 }, () => create('same')));
    expect(new Set(answers.map(({ leadId }) => leadId)).size).toBe(1);
    expect(await balance()).toEqual({ available: 9, reserved: 0, consumed: 1 });
    await expectSound();
  });
});
