import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { expect } from '@playwright/test';
import { type Caller, nobody, signIn, type Upload, withKey } from './support/caller.ts';
import { expectEverythingHolds } from './support/commands.ts';
import { type HttpProduct, test } from './support/http-product.ts';
import { HEADER, leadFile, slowly } from './support/lead-lines.ts';
import { availableOf } from './support/top-ups.ts';

/** The rules of `POST /imports` and what belongs to it, against the running product. */
let place: { projectId: string; processId: string };
let project: { projectId: string };
let operator: Caller;
/** Phones that no other test here has. */
let nextPhone = 1_000;
const freshPhones = (count: number): number => {
  nextPhone += count;
  return nextPhone - count;
};

test.beforeAll(async ({ product }) => {
  place = { projectId: product.renewals.id, processId: product.renewals.processes[0]?.id ?? '' };
  project = { projectId: product.renewals.id };
  operator = await signIn(product, 'operator');
});

const send = (upload: Partial<Upload> & Pick<Upload, 'file'>): ReturnType<Caller['upload']> =>
  operator.upload({ ...place, ...upload });

test.describe('a key', () => {
  test('gives the same import for the same bytes, charged once, also when both arrive at once', async () => {
    const upload = { file: leadFile(3, freshPhones(3)), key: randomUUID() };
    const before = await availableOf(operator, place.projectId);
    const [one, other] = await Promise.all([send(upload), send(upload)]);
    const again = await send(upload);
    expect(one).toMatchObject({ status: 200, import: { status: 'completed', accepted: 3 } });
    expect(other.import).toEqual(one.import);
    expect(again).toEqual(one);
    expect(await availableOf(operator, place.projectId)).toBe(before - 3);
  });

  test('is refused for other bytes, another process and another way of starting', async () => {
    const file = leadFile(1, freshPhones(1));
    const key = randomUUID();
    expect(await send({ file, key })).toMatchObject({ status: 200 });
    for (const change of [{ file: `${file}Another,9911111111,,\r\n` }, { initialize: false }]) {
      expect(await send({ file, key, ...change })).toMatchObject({
        status: 409,
        error: { code: 'IDEMPOTENCY_KEY_REUSED' },
      });
    }
  });

  test('is a fresh try after a refusal', async ({ product }) => {
    const key = randomUUID();
    const outbound = { projectId: product.outbound.id, processId: product.outbound.processes[0]?.id ?? '' };
    const file = leadFile(400, freshPhones(400));
    const first = await operator.upload({ ...outbound, file, key });
    const second = await operator.upload({ ...outbound, file, key });
    expect([first.status, second.status]).toEqual([402, 402]);
    expect(second.error?.['importId']).toBe(first.error?.['importId']);
  });

  test('may be left out: the same leads are duplicates then, stored apart and not charged', async () => {
    const file = leadFile(2, freshPhones(2));
    await send({ file });
    const before = await availableOf(operator, place.projectId);
    const { import: again } = await send({ file });
    expect(again).toMatchObject({ rows: 2, accepted: 0, failed: 0, duplicates: 2, creditsConsumed: 0 });
    expect(await availableOf(operator, place.projectId)).toBe(before);
    const detail = await operator.query('leads.import', { importId: again?.id });
    expect(detail.rows.map(({ outcome, reasons }) => [outcome, reasons[0]?.code])).toEqual([
      ['duplicate', 'duplicate_in_process'],
      ['duplicate', 'duplicate_in_process'],
    ]);
    const failedRows = await (await operator.send(`/imports/${again?.id}/failed.csv`)).text();
    expect(failedRows.trimEnd().split('\r\n')).toHaveLength(1);
  });
});

test('two files that together need more than there is: one goes in, the other is blocked whole', async () => {
  const available = await availableOf(operator, place.projectId);
  const rows = Math.floor(available / 2) + 1;
  const files = [0, 1].map(() => leadFile(rows, freshPhones(rows)));
  const answers = await Promise.all(files.map((file) => send({ file })));
  const [done, blocked] = answers.toSorted((one, other) => one.status - other.status);
  expect(done).toMatchObject({ status: 200, import: { accepted: rows, creditsConsumed: rows } });
  // The first may still have held its credits, or have spent them already: either way what is left is too few.
  expect(blocked).toMatchObject({
    status: 402,
    error: {
      code: 'INSUFFICIENT_CREDITS',
      available: available - rows,
      required: rows,
      shortage: 2 * rows - available,
    },
  });
  const refused = await operator.query('leads.import', { importId: blocked?.error?.['importId'] });
  expect(refused.import).toMatchObject({ status: 'blocked', accepted: 0, creditsReserved: 0 });
  expect((await operator.query('leads.list', { ...project, importId: refused.import.id })).items).toEqual([]);
  expect(await operator.query('credits.overview', project)).toMatchObject({
    available: available - rows,
    reserved: 0,
  });
});

test('leads uploaded without starting are charged, wait, and start for free', async () => {
  const before = await availableOf(operator, place.projectId);
  const { import: done } = await send({ file: leadFile(2, freshPhones(2)), initialize: false });
  expect(done).toMatchObject({ accepted: 2, creditsConsumed: 2, initialize: false, startsAt: null });
  const waiting = await operator.query('leads.list', { ...project, importId: done?.id });
  expect(waiting.items.map(({ state }) => state)).toEqual(['uploaded', 'uploaded']);
  expect(await operator.mutate('leads.initialize', { ...project, importId: done?.id })).toEqual({
    initialized: 2,
    creditsConsumed: 0,
  });
  expect(await availableOf(operator, place.projectId)).toBe(before - 2);
});

test('without waiting the answer comes with the credits reserved, and the import ends by itself', async () => {
  const { status, import: started } = await send({ file: leadFile(2, freshPhones(2)), wait: false });
  expect(status).toBe(202);
  expect(started).toMatchObject({ rows: 2, creditsReserved: 2 });
  await expect
    .poll(async () => (await operator.send(`/imports/${started?.id}`)).json())
    .toMatchObject({ import: { status: 'completed', accepted: 2, creditsReleased: 0 } });
});

test('the template of a process goes in as it is', async ({ product }) => {
  const key = withKey(product, product.renewals.apiKey);
  const answer = await key.send(`/processes/${place.processId}/template.csv`);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  const template = Buffer.from(await answer.arrayBuffer()).toString();
  expect(template).toMatch(/^\uFEFFName,Phone,Email,Reference ID,Renewal date\r\n/);
  const { import: done } = await key.upload({ ...place, file: template });
  expect(done).toMatchObject({ rows: 2, accepted: 2, failed: 0 });
});

test('file names are shown clean and open nothing', async () => {
  for (const [sent, shown] of [
    ['..%2F..%2Fetc%2Fpasswd', 'passwd'],
    ['..%5C..%5Cboot.ini', 'boot.ini'],
    ['a%0d%0aSet-Cookie:%20x=1.csv', 'aSet-Cookie: x=1.csv'],
    ['nul%00.csv', 'nul.csv'],
    ['%E2%80%AEvsc.exe.csv', 'vsc.exe.csv'],
    [encodeURIComponent('ग्राहक सूची.csv'), 'ग्राहक सूची.csv'],
    [encodeURIComponent('"quoted"; filename=x.exe'), '"quoted"; filename=x.exe'],
    ['', 'leads.csv'],
    ['%20', 'leads.csv'],
    ['x'.repeat(4_096), 'x'.repeat(255)],
  ] as const) {
    const { status, import: done } = await send({ file: `${HEADER}\r\nNo phone,,,\r\n`, fileName: sent });
    expect([status, done?.fileName]).toEqual([200, shown]);
    const answer = await operator.send(`/imports/${done?.id}/failed.csv`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"\r\n]*"/);
  }
  expect(await send({ file: leadFile(1), fileName: '%E0%A4%A' })).toMatchObject({
    status: 422,
    error: { code: 'VALIDATION_FAILED' },
  });
});

test('formulas in cells come back harmless', async () => {
  const rows = ['=HYPERLINK("http://x"),12,,', '@SUM(A1),12,,', '+cmd|calc,12,,', '-1+1,12,,'];
  const { import: done } = await send({ file: `${HEADER}\r\n${rows.join('\r\n')}\r\n` });
  expect(done).toMatchObject({ rows: 4, failed: 4 });
  const failedRows = await (await operator.send(`/imports/${done?.id}/failed.csv`)).text();
  expect(failedRows).not.toMatch(/(?:^|[,\n"])[=@+]/);
});

test.describe('what is no list of leads', () => {
  const zip = new Uint8Array([0x50, 0x4b, 3, 4, ...new Uint8Array(400).fill(7)]);
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Uint8Array(400)]);
  const cases: readonly [string, Upload['file'], number, string, string?][] = [
    ['a picture named .csv', png, 415, 'UNSUPPORTED_FILE'],
    ['a zip named .csv', zip, 415, 'UNSUPPORTED_FILE'],
    ['an empty file', '', 422, 'FILE_UNREADABLE'],
    ['a header alone', `${HEADER}\r\n`, 422, 'FILE_UNREADABLE'],
    ['a file without a phone or e-mail column', 'Name,City\r\nAsha,Pune\r\n', 422, 'FILE_UNREADABLE'],
    ['a quote that never ends', `${HEADER}\r\n"Asha,9876543210,,\r\n`, 422, 'FILE_UNREADABLE'],
  ];
  for (const [what, file, status, code] of cases) {
    test(`${what} is ${code}, said before credits are looked at`, async ({ product }) => {
      const before = await operator.query('leads.imports', project);
      // The empty project says the same: it is not asked for credits.
      for (const { id, processes } of [product.renewals, product.outbound]) {
        const processId = processes[0]?.id ?? '';
        const answer = await operator.upload({ projectId: id, processId, file });
        expect(answer).toMatchObject({ status, error: { code, message: expect.any(String) } });
      }
      expect(await operator.query('leads.imports', project)).toEqual(before);
    });
  }

  test('a file above 200 MB is refused by its length alone', async ({ product }) => {
    expect(await announce(product, 200_000_001)).toBe(413);
  });

  test('a tRPC body above 1 MB is refused', async () => {
    const input = { projectId: place.projectId, units: 5, key: 'x'.repeat(1_200_000) };
    expect(await operator.refused('mutation', 'billing.createTopUp', input)).toMatchObject({ status: 413 });
  });

  test('a query that lacks its process or says nonsense is refused with the field', async () => {
    const answer = await operator.send(`/imports?projectId=${place.projectId}&initialize=perhaps`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: leadFile(1),
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ error: { code: 'VALIDATION_FAILED' } });
  });
});

test.describe('whoever may not', () => {
  test('is told to sign in, without a session or with a key that is none', async ({ product }) => {
    for (const who of [nobody(product), withKey(product, 'lc_00000000000000000000000000000000000000000')]) {
      expect(await who.upload({ ...place, file: leadFile(1) })).toMatchObject({
        status: 401,
        error: { code: 'UNAUTHENTICATED' },
      });
      expect(await who.refused('query', 'credits.overview', project)).toMatchObject({
        status: 401,
        domain: 'UNAUTHENTICATED',
      });
    }
  });

  test('is refused by role: uploads and payments belong to different people', async ({ product }) => {
    for (const user of ['finance', 'viewer', 'staff'] as const) {
      const who = await signIn(product, user);
      expect(await who.upload({ ...place, file: leadFile(1) })).toMatchObject({
        status: 403,
        error: { code: 'FORBIDDEN' },
      });
    }
    const input = { ...project, units: 5, key: randomUUID() };
    expect(await operator.refused('mutation', 'billing.createTopUp', input)).toMatchObject({ status: 403 });
    expect(await operator.refused('query', 'invoices.list', project)).toMatchObject({ status: 403 });
  });

  test('of another organisation sees exactly what somebody sees who guesses', async ({ product }) => {
    const { import: done } = await send({ file: leadFile(1, freshPhones(1)) });
    const outsider = await signIn(product, 'outsider');
    const missing = '0'.repeat(32);
    const pairs = [
      [`/imports/${done?.id}`, `/imports/imp_${missing}`],
      [`/imports/${done?.id}/failed.csv`, `/imports/imp_${missing}/failed.csv`],
      [`/processes/${place.processId}/template.csv`, `/processes/prc_${missing}/template.csv`],
    ] as const;
    for (const [theirs, none] of pairs)
      expect(await seen(outsider, theirs)).toEqual(await seen(outsider, none));
    expect((await seen(outsider, pairs[0][0])).status).toBe(404);
    const foreign = await outsider.upload({ ...place, file: leadFile(1) });
    expect(foreign).toMatchObject({ status: 404, error: { code: 'NOT_FOUND' } });
    const key = withKey(product, product.outbound.apiKey);
    expect(await key.upload({ ...place, file: leadFile(1) })).toMatchObject({ status: 404 });
    expect(await outsider.refused('query', 'credits.overview', project)).toMatchObject({ status: 404 });
  });

  test('comes from another site with the cookie of somebody who may', async () => {
    const answer = await operator.send(`/imports?${new URLSearchParams(place)}`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', origin: 'https://elsewhere.example' },
      body: leadFile(1),
    });
    expect(answer.status).toBe(403);
  });
});

test('a slow line is waited for, and one that breaks leaves nothing', async () => {
  const before = await operator.query('leads.imports', project);
  const file = leadFile(50, freshPhones(50));
  const broken = new AbortController();
  const upload = operator.send(`/imports?${new URLSearchParams(place)}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: slowly(file, 10, 100),
    signal: broken.signal,
    ...{ duplex: 'half' },
  });
  setTimeout(() => broken.abort(), 350);
  await expect(upload).rejects.toThrow();
  const { import: done } = await send({ file: slowly(file, 5, 100) });
  expect(done).toMatchObject({ status: 'completed', rows: 50, accepted: 50 });
  const { items } = await operator.query('leads.imports', project);
  expect(items.map(({ id }) => id).slice(1)).toEqual(
    before.items.map(({ id }) => id).slice(0, items.length - 1),
  );
});

test('after all of it every invariant holds', async ({ product }) => {
  await expectEverythingHolds(product.dataDir);
});

/** Status, body and headers of an answer, the parts that name the request itself left out. */
async function seen(who: Caller, path: string): Promise<{ status: number; headers: unknown; body: unknown }> {
  const answer = await who.send(path, { headers: { 'x-request-id': 'the-same-request' } });
  const headers = [...answer.headers].filter(([name]) => name !== 'date').sort();
  return { status: answer.status, headers, body: await answer.text() };
}

/** The status for an upload that says how long it is and sends nothing. */
async function announce({ url, renewals }: HttpProduct, sizeBytes: number): Promise<number> {
  const outgoing = request(`${url}/imports?${new URLSearchParams(place)}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${renewals.apiKey}`,
      'content-type': 'text/csv',
      'content-length': sizeBytes,
    },
  });
  // The server hangs up on what it refused to read.
  outgoing.on('error', () => undefined);
  outgoing.flushHeaders();
  const [answer] = await once(outgoing, 'response');
  outgoing.destroy();
  return answer.statusCode;
}
