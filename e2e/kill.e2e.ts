import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { type Caller, signIn, type Upload } from './support/caller.ts';
import { expectEverythingHolds } from './support/commands.ts';
import { type HttpProduct, test } from './support/http-product.ts';
import { leadFile, slowly } from './support/lead-lines.ts';
import { postmasterOf, serverOf } from './support/processes.ts';
import { availableOf, buy } from './support/top-ups.ts';

/** Processes that die without a word while files are on their way; what starts them again is the product's own. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const ROWS = 100_000;
/** How often the server is killed, at another moment each time. */
const ROUNDS = process.env['LONG_TESTS'] === '1' ? 10 : 1;
/** Who reserves at once while Postgres is killed; each has at most one call under way. */
const TELLERS = [0, 1, 2];
/** The lease of a killed import runs for 10 s; a second server start and the rows themselves come on top. */
const RECOVERY_MS = 60_000;

let place: { projectId: string; processId: string };
let owner: Caller;

test.beforeAll(async ({ product }) => {
  place = { projectId: product.outbound.id, processId: product.outbound.processes[0]?.id ?? '' };
  owner = await signIn(product, 'owner');
  // Some beyond the files, for what is reserved beside them.
  await buy(product, owner, place.projectId, (3 * ROUNDS + 1) * ROWS + 5_000);
});

const upload = (from: number): Upload & { key: string } => ({
  ...place,
  file: leadFile(ROWS, from),
  key: randomUUID(),
  wait: false,
});

/** Kills the server and waits until another one is ready in its place. */
async function killServer(product: HttpProduct): Promise<void> {
  const pid = serverOf(product.pid);
  if (pid === undefined) throw new Error('no server runs');
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => serverOf(product.pid) ?? pid, { timeout: 30_000 }).not.toBe(pid);
  await untilReady(product);
}

const untilReady = ({ url }: HttpProduct): Promise<void> =>
  expect
    .poll(
      () =>
        fetch(`${url}/readyz`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 30_000 },
    )
    .toBe(200);

/** Waits for the end of an import and gives how it ended. */
async function endOf(
  importId: string,
): Promise<{ status: string; accepted: number; creditsConsumed: number }> {
  const read = async () => (await owner.query('leads.import', { importId })).import;
  await expect
    .poll(async () => (await read()).status, { timeout: RECOVERY_MS, intervals: [200] })
    .not.toBe('processing');
  return read();
}

for (const round of Array.from({ length: ROUNDS }, (_, index) => index + 1)) {
  test(`a killed server finishes what it has promised and forgets what it had not received, ${round} of ${ROUNDS}`, async ({
    product,
  }) => {
    const before = await availableOf(owner, place.projectId);
    const base = round * 1_000_000;
    const [admitted, promised, sent] = [upload(base), upload(base + ROWS), upload(base + 2 * ROWS)];
    const half = owner.upload({ ...sent, file: slowly(leadFile(ROWS, base + 2 * ROWS), 100, 200) });
    half.catch(() => undefined);
    const first = await owner.upload(admitted);
    const moment = randomInt(50, 900);
    test.info().annotations.push({ type: 'killed while admitting, after', description: `${moment} ms` });
    await sleep(moment);
    const second = await owner.upload(promised);
    expect([first.status, second.status]).toEqual([202, 202]);
    await killServer(product);
    await expect(half).rejects.toThrow();

    for (const { import: started } of [first, second])
      expect(await endOf(started?.id ?? '')).toMatchObject({
        status: 'completed',
        accepted: ROWS,
        creditsConsumed: ROWS,
      });
    expect(await availableOf(owner, place.projectId)).toBe(before - 2 * ROWS);
    expect((await owner.upload({ ...admitted, wait: true })).import?.id).toBe(first.import?.id);
    expect((await owner.upload({ ...promised, wait: true })).import?.id).toBe(second.import?.id);
    const { items } = await owner.query('leads.imports', { projectId: place.projectId, limit: 2 });
    expect(items.map(({ id }) => id)).toEqual([second.import?.id, first.import?.id]);

    // What never arrived whole goes in under the same key as if it had never been sent.
    const again = await owner.upload({ ...sent, wait: true });
    expect(again).toMatchObject({ import: { accepted: ROWS, creditsConsumed: ROWS } });
    expect(await owner.query('credits.overview', { projectId: place.projectId })).toMatchObject({
      available: before - 3 * ROWS,
      reserved: 0,
    });
    await expectEverythingHolds(product.dataDir);
  });
}

test('a killed Postgres comes back by itself, with everything that was acknowledged', async ({ product }) => {
  const before = await owner.query('credits.overview', { projectId: place.projectId });
  const file = upload(100_000_000);
  const { import: started } = await owner.upload(file);
  const acknowledged: string[] = [];
  let isOver = false;
  const load = Promise.all(
    TELLERS.map(async () => {
      while (!isOver) {
        const key = randomUUID();
        const answer = await owner
          .mutate('credits.reserve', { projectId: place.projectId, amount: 1, key, expiresInSeconds: 600 })
          .catch(() => undefined);
        if (answer) acknowledged.push(answer.reservationId);
        await sleep(40);
      }
    }),
  );
  await expect.poll(() => acknowledged.length).toBeGreaterThan(20);
  const pid = postmasterOf(product.pid);
  if (pid === undefined) throw new Error('no Postgres runs');
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => postmasterOf(product.pid) ?? pid, { timeout: 30_000 }).not.toBe(pid);
  await untilReady(product);
  const soFar = acknowledged.length;
  await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(soFar + 20);
  isOver = true;
  await load;

  expect(await endOf(started?.id ?? '')).toMatchObject({ status: 'completed', accepted: ROWS });
  // Each acknowledged reservation is there to be released; unanswered tries may be there too, never the other way round.
  await Promise.all(
    acknowledged.map((reservationId) =>
      owner.mutate('credits.release', { reservationId, key: randomUUID() }),
    ),
  );
  const { available, reserved, consumed } = await owner.query('credits.overview', {
    projectId: place.projectId,
  });
  expect(consumed).toBe(before.consumed + ROWS);
  expect(available + reserved).toBe(before.available - ROWS);
  expect(reserved).toBeLessThanOrEqual(TELLERS.length);
  await expectEverythingHolds(product.dataDir);
});
