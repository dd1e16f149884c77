import { randomUUID } from 'node:crypto';
import {
  createClient,
  InsufficientCreditsError,
  type LeadCredits,
  LeadCreditsError,
} from '@lead-credits/sdk';
import { expect } from '@playwright/test';
import { expectEverythingHolds, runScript } from './support/commands.ts';
import { type HttpProduct, test } from './support/http-product.ts';
import { HEADER, leadFile, slowly } from './support/lead-lines.ts';
import type { DemoProject } from './support/product.ts';

/** What a sibling service does, with the key of the demo. */
let client: LeadCredits;
let projectId: string;
let processId: string;

test.beforeAll(({ product }) => {
  const { apiKey, id, processes } = product.renewals;
  client = createClient({ url: product.url, apiKey });
  projectId = id;
  processId = processes[0]?.id ?? '';
});

const availableNow = async (): Promise<number> => (await client.credits.overview({ projectId })).available;

/** Runs an example with the environment it reads. */
const runExample = async (
  file: string,
  { url }: HttpProduct,
  project: DemoProject,
): Promise<{ code: number; stdout: string }> => {
  const { code, stdout } = await runScript(file, [], {
    LEAD_CREDITS_URL: url,
    LEAD_CREDITS_KEY: project.apiKey,
    LEAD_CREDITS_PROJECT: project.id,
  });
  return { code, stdout };
};

test.describe('the examples', () => {
  test('reserve, capture and give back', async ({ product }) => {
    const before = await availableNow();
    const run = await runExample('examples/sdk-reserve.ts', product, product.renewals);
    expect(run).toEqual({ code: 0, stdout: 'consumed 2, released 1\n' });
    expect(await availableNow()).toBe(before - 2);
  });

  test('say what is missing where credits are short', async ({ product }) => {
    const { id, apiKey } = product.outbound;
    const poor = createClient({ url: product.url, apiKey });
    const { available } = await poor.credits.overview({ projectId: id });
    // Whatever other stories have left there is held for a moment.
    const key = randomUUID();
    const held =
      available > 0 ? await poor.credits.reserve({ projectId: id, amount: available, key }) : undefined;
    const run = await runExample('examples/sdk-reserve.ts', product, product.outbound);
    expect(run).toEqual({ code: 0, stdout: 'short by 3: nothing was reserved\n' });
    if (held) await poor.credits.release({ reservationId: held.reservationId, key });
  });

  test('upload two leads and pay for the good one', async ({ product }) => {
    const before = await availableNow();
    const run = await runExample('examples/sdk-upload.ts', product, product.renewals);
    expect(run).toEqual({ code: 0, stdout: 'accepted 1, failed 1, consumed 1\n' });
    expect(await availableNow()).toBe(before - 1);
  });
});

test.describe('reservations', () => {
  test('are captured in part, and what is left comes back', async () => {
    const { available, consumed, reserved } = await client.credits.overview({ projectId });
    const key = randomUUID();
    const held = await client.credits.reserve({ projectId, amount: 10, key, expiresInSeconds: 60 });
    expect(held).toMatchObject({ state: 'open', amount: 10, available: available - 10 });
    expect(await client.credits.overview({ projectId })).toMatchObject({ reserved: reserved + 10 });
    const { reservationId } = held;
    const settled = await client.credits.capture({ reservationId, amount: 4, key });
    expect(settled).toMatchObject({ consumed: 4, released: 6, state: 'captured' });
    expect(await client.credits.capture({ reservationId, amount: 4, key })).toEqual(settled);
    expect(await client.credits.overview({ projectId })).toMatchObject({
      available: available - 4,
      reserved,
      consumed: consumed + 4,
    });
  });

  test('are released whole, and are not open any more', async () => {
    const before = await availableNow();
    const key = randomUUID();
    const { reservationId } = await client.credits.reserve({ projectId, amount: 10, key });
    const settled = await client.credits.release({ reservationId, key });
    expect(settled).toMatchObject({ consumed: 0, released: 10, state: 'released' });
    expect(await availableNow()).toBe(before);
    const late = client.credits.capture({ reservationId, amount: 1, key: randomUUID() });
    await expect(late).rejects.toMatchObject({ code: 'RESERVATION_NOT_OPEN', status: 409 });
    expect(await availableNow()).toBe(before);
  });

  test('give the first answer to the same key, and refuse it for another amount', async () => {
    const key = randomUUID();
    const [one, other] = await Promise.all([
      client.credits.reserve({ projectId, amount: 2, key }),
      client.credits.reserve({ projectId, amount: 2, key }),
    ]);
    expect(other).toEqual(one);
    const changed = client.credits.reserve({ projectId, amount: 3, key });
    await expect(changed).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', status: 409 });
    await client.credits.release({ reservationId: one.reservationId, key });
  });

  test('of more than there is are refused with the three numbers', async () => {
    const available = await availableNow();
    const refusal = client.credits.reserve({ projectId, amount: available + 7, key: randomUUID() });
    const error = await refusal.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InsufficientCreditsError);
    expect(error).toMatchObject({
      code: 'INSUFFICIENT_CREDITS',
      status: 402,
      available,
      required: available + 7,
      shortage: 7,
      requestId: expect.any(String),
    });
    expect(await availableNow()).toBe(available);
  });

  test('cannot be captured any more once their time is over', async () => {
    const key = randomUUID();
    const { reservationId } = await client.credits.reserve({
      projectId,
      amount: 10,
      key,
      expiresInSeconds: 1,
    });
    const { consumed } = await client.credits.overview({ projectId });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const late = client.credits.capture({ reservationId, amount: 10, key });
    await expect(late).rejects.toMatchObject({ code: 'RESERVATION_NOT_OPEN' });
    expect(await client.credits.overview({ projectId })).toMatchObject({ consumed });
  });

  test('cannot be captured for more than they hold', async () => {
    const key = randomUUID();
    const { reservationId } = await client.credits.reserve({ projectId, amount: 2, key });
    const more = client.credits.capture({ reservationId, amount: 3, key });
    await expect(more).rejects.toBeInstanceOf(LeadCreditsError);
    await client.credits.release({ reservationId, key });
  });
});

test.describe('uploads', () => {
  test('take a stream, a blob and a text, and give the import at its end', async () => {
    const before = await availableNow();
    const files = [
      slowly(leadFile(20, 710_000), 4, 20),
      new Blob([leadFile(20, 710_100)]),
      leadFile(20, 710_200),
    ];
    for (const file of files) {
      const upload = { projectId, processId, file, fileName: 'ग्राहक.csv', key: randomUUID() };
      expect(await client.uploadLeads(upload)).toMatchObject({
        status: 'completed',
        fileName: 'ग्राहक.csv',
        rows: 20,
        accepted: 20,
      });
    }
    expect(await availableNow()).toBe(before - 60);
  });

  test('are refused with the same typed errors', async () => {
    const upload = { projectId, processId, fileName: 'x.csv', key: randomUUID() };
    const none = client.uploadLeads({ ...upload, file: `${HEADER}\r\n` });
    await expect(none).rejects.toMatchObject({ code: 'FILE_UNREADABLE', status: 422 });
    const available = await availableNow();
    const many = client.uploadLeads({ ...upload, file: leadFile(available + 1, 720_000) });
    await expect(many).rejects.toMatchObject({
      name: 'InsufficientCreditsError',
      available,
      required: available + 1,
      shortage: 1,
    });
  });

  test('of single leads cost one credit, a duplicate none', async () => {
    const before = await availableNow();
    const lead = { name: 'Asha', phone: '98222 33444', metadata: { renewalDate: '31/12/2026' } };
    const input = { projectId, processId, lead, key: randomUUID() };
    const made = await client.leads.create(input);
    expect(made).toMatchObject({ status: 'accepted', creditsConsumed: 1 });
    expect(await client.leads.create(input)).toEqual(made);
    const same = await client.leads.create({ ...input, key: randomUUID() });
    expect(same).toMatchObject({ status: 'duplicate', creditsConsumed: 0, leadId: made.leadId });
    expect(await availableNow()).toBe(before - 1);
  });
});

test('a wrong key, another project and a dead server are told apart', async ({ product }) => {
  const stranger = createClient({ url: product.url, apiKey: `lc_${'0'.repeat(40)}` });
  await expect(stranger.credits.overview({ projectId })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  const foreign = client.credits.overview({ projectId: product.outbound.id });
  await expect(foreign).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
  const dead = createClient({ url: 'http://127.0.0.1:9', apiKey: product.renewals.apiKey });
  await expect(dead.credits.reserve({ projectId, amount: 1, key: 'x' })).rejects.toMatchObject({
    code: 'UNREACHABLE',
  });
});

test('many calls at once are all answered, and every invariant holds', async ({ product }) => {
  const before = await availableNow();
  const keys = Array.from({ length: 60 }, () => randomUUID());
  await Promise.all(
    keys.map(async (key, index) => {
      const { reservationId } = await client.credits.reserve({ projectId, amount: 3, key });
      if (index % 2 === 0) await client.credits.capture({ reservationId, amount: 1, key });
      else await client.credits.release({ reservationId, key });
    }),
  );
  expect(await availableNow()).toBe(before - 30);
  await expectEverythingHolds(product.dataDir);
});
