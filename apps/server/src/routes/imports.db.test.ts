import { credits, leads } from '@lead-credits/core';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type Tenant, type TestApp } from '../testing/test-app.ts';

let test: TestApp;
let tenant: Tenant;
let authorization: string;

const GOOD = 'name,phone\nAsha,9876500001\nRavi,9876500002\n';
const MIXED = 'name,phone\nAsha,9876500011\nBad,12\nRavi,9876500012\nUsha,9876500013\n';

beforeAll(async () => {
  test = await createTestApp();
  tenant = await funded(10);
  authorization = `Bearer ${await test.apiKey(tenant)}`;
});
afterAll(() => test.close());

async function funded(amount: number): Promise<Tenant> {
  const made = await test.tenant();
  const grant = { projectId: made.projectId, amount, key: v7(), reason: 'test' };
  if (amount > 0) await credits.grant(test.ctx, grant);
  return made;
}

type Upload = { to?: Tenant; query?: string; headers?: Record<string, string>; body?: BodyInit };

function upload({
  to = tenant,
  query = '&wait=true',
  headers = {},
  body = GOOD,
}: Upload = {}): Promise<Response> {
  const { project, process } = to.outside;
  return test.request(`/imports?projectId=${project}&processId=${process}${query}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'text/csv', 'x-file-name': 'leads.csv', ...headers },
    body,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  });
}

const available = async (of: Tenant): Promise<number> => {
  const key = `Bearer ${await test.apiKey(of)}`;
  const input = encodeURIComponent(JSON.stringify({ projectId: of.outside.project }));
  const answer = await test.request(`/trpc/credits.overview?input=${input}`, {
    headers: { authorization: key },
  });
  return (await answer.json()).result.data.available;
};

describe('200', () => {
  it('with wait: the import with its counts, charged for what went in', async () => {
    const answer = await upload({
      body: MIXED,
      headers: { 'x-file-name': '%E0%A4%B8%E0%A5%82%E0%A4%9A%E0%A5%80.csv' },
    });
    expect(answer.status).toBe(200);
    const { import: item } = await answer.json();
    expect(item).toMatchObject({
      id: expect.stringMatching(/^imp_[0-9a-f]{32}$/),
      status: 'completed',
      fileName: 'सूची.csv',
      rows: 4,
      accepted: 3,
      failed: 1,
      duplicates: 0,
      creditsReserved: 4,
      creditsConsumed: 3,
      creditsReleased: 1,
      createdAt: expect.stringMatching(/Z$/),
    });
    const again = await test.request(`/imports/${item.id}`, { headers: { authorization } });
    expect(await again.json()).toEqual({ import: item });
    const failed = await test.request(`/imports/${item.id}/failed.csv`, { headers: { authorization } });
    expect(failed.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(failed.headers.get('content-disposition')).toMatch(
      /^attachment; filename=".*"; filename\*=UTF-8''/,
    );
    const lines = (await failed.text()).trim().split(/\r?\n/);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('Bad');
  });

  it('gives the template of a process', async () => {
    const answer = await test.request(`/processes/${tenant.outside.process}/template.csv`, {
      headers: { authorization },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain('Testing%20Process%20template.csv');
    const again = await upload({ to: await fundedFor(10), body: await answer.text() });
    expect((await again.json()).import).toMatchObject({ status: 'completed', failed: 0 });
  });
});

/** Another project, whose key is used from here on within one test. */
async function fundedFor(amount: number): Promise<Tenant> {
  const made = await funded(amount);
  authorization = `Bearer ${await test.apiKey(made)}`;
  tenant = made;
  return made;
}

describe('202', () => {
  it('once the credits are reserved; the end is read later', async () => {
    await fundedFor(10);
    const answer = await upload({ query: '' });
    expect(answer.status).toBe(202);
    const { import: item } = await answer.json();
    expect(item).toMatchObject({ creditsReserved: 2 });
    await test.services.imports.idle();
    const end = await test.request(`/imports/${item.id}`, { headers: { authorization } });
    expect((await end.json()).import).toMatchObject({ status: 'completed', accepted: 2 });
  });

  it('enqueues the job that is the net', async () => {
    await fundedFor(10);
    test.jobs.splice(0);
    await upload();
    expect(test.jobs).toMatchObject([{ name: 'run-import', projectId: tenant.projectId }]);
  });

  it('takes a body that comes in pieces without a length', async () => {
    await fundedFor(10);
    const pieces = new TextEncoder().encode(GOOD);
    const body = new ReadableStream({
      async start(controller) {
        for (let at = 0; at < pieces.length; at += 7) controller.enqueue(pieces.slice(at, at + 7));
        controller.close();
      },
    });
    expect((await (await upload({ body })).json()).import).toMatchObject({ accepted: 2 });
  });

  it('answers the same key with the same import, charged once', async () => {
    const own = await fundedFor(10);
    const headers = { 'idempotency-key': 'monday' };
    const answers = await Promise.all([upload({ headers }), upload({ headers })]);
    const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).import.id));
    expect(new Set(ids).size).toBe(1);
    expect(await available(own)).toBe(8);
  });
});

describe('402', () => {
  it('blocks the whole upload and says what is missing', async () => {
    const poor = await fundedFor(1);
    const answer = await upload({ body: MIXED });
    expect(answer.status).toBe(402);
    expect(await answer.json()).toEqual({
      error: expect.objectContaining({
        code: 'INSUFFICIENT_CREDITS',
        message: expect.any(String),
        requestId: answer.headers.get('x-request-id'),
        available: 1,
        required: 4,
        shortage: 3,
        importId: expect.stringMatching(/^imp_/),
      }),
    });
    expect(await available(poor)).toBe(1);
    const stored = await leads.listLeads(
      { ...test.ctx, actor: await keyActor() },
      { projectId: poor.projectId, limit: 50 },
    );
    expect(stored.items).toEqual([]);
  });

  it('is a fresh try for the same key once there are credits', async () => {
    const poor = await fundedFor(0);
    const headers = { 'idempotency-key': 'again' };
    expect((await upload({ headers })).status).toBe(402);
    await credits.grant(test.ctx, { projectId: poor.projectId, amount: 2, key: v7(), reason: 'test' });
    expect((await (await upload({ headers })).json()).import).toMatchObject({
      status: 'completed',
      accepted: 2,
    });
  });

  it('lets one of two uploads in when there is enough for one', async () => {
    await fundedFor(3);
    const other = GOOD.replaceAll('98765', '98764');
    const statuses = (await Promise.all([upload(), upload({ body: other })])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 402]);
  });
});

async function keyActor(): Promise<Parameters<typeof leads.listLeads>[0]['actor']> {
  return { kind: 'apiKey', apiKeyId: v7(), projectId: tenant.projectId, scopes: ['leads'], name: 'Test' };
}

describe('404', () => {
  it('is the same for the objects of others and for none, to the byte', async () => {
    const mine = await fundedFor(10);
    const { import: item } = await (await upload()).json();
    const stranger = `Bearer ${await test.apiKey(await test.tenant())}`;
    const headers = { authorization: stranger, 'x-request-id': 'same-request-id' };
    const none = `imp_${'0'.repeat(32)}`;
    const pairs = [
      [`/imports/${item.id}`, `/imports/${none}`],
      [`/imports/${item.id}/failed.csv`, `/imports/nonsense/failed.csv`],
      [`/processes/${mine.outside.process}/template.csv`, '/processes/prc_/template.csv'],
    ];
    for (const [foreign, missing] of pairs) {
      const [first, second] = await Promise.all(
        [foreign, missing].map((path) => test.request(path ?? '', { headers })),
      );
      expect(first?.status).toBe(404);
      expect([...(first?.headers ?? [])]).toEqual([...(second?.headers ?? [])]);
      expect(await first?.text()).toBe(await second?.text());
    }
  });

  it('for an upload into what belongs to others, and into a process of another project', async () => {
    const mine = await fundedFor(10);
    const foreign = await test.tenant();
    expect((await upload({ to: foreign })).status).toBe(404);
    const mixed = { ...mine, outside: { ...mine.outside, process: foreign.outside.process } };
    expect((await upload({ to: mixed })).status).toBe(404);
    expect(await available(mine)).toBe(10);
  });
});

describe('403', () => {
  it('for roles that do not upload', async () => {
    const own = await fundedFor(10);
    for (const role of ['finance', 'viewer'] as const) {
      const { cookie } = await test.signIn({ tenant: own, role });
      const { project, process } = own.outside;
      const answer = await test.request(`/imports?projectId=${project}&processId=${process}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'text/csv' },
        body: GOOD,
      });
      expect(answer.status).toBe(403);
    }
  });
});

describe('409', () => {
  it('for the same key with other bytes', async () => {
    await fundedFor(10);
    const headers = { 'idempotency-key': 'once' };
    await upload({ headers });
    const answer = await upload({ headers, body: MIXED });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ error: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  });
});

describe('413', () => {
  it('for a file above the limit, whether or not it says so', async () => {
    await fundedFor(10);
    const large = new Uint8Array(1_000_001).fill(97);
    const pieces = new ReadableStream({
      start: (controller) => {
        for (let at = 0; at < large.length; at += 65_536) controller.enqueue(large.slice(at, at + 65_536));
        controller.close();
      },
    });
    for (const body of [large, pieces]) {
      const answer = await upload({ body });
      expect(answer.status).toBe(413);
      expect(await answer.json()).toMatchObject({ error: { code: 'FILE_TOO_LARGE', limitMegabytes: 1 } });
    }
  });

  it('at once where the length is told and above every limit', async () => {
    const answer = await upload({ headers: { 'content-length': '2000000000' } });
    expect(answer.status).toBe(413);
  });
});

describe('415', () => {
  it('for what only claims to be a list', async () => {
    await fundedFor(10);
    const answer = await upload({ body: '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n' });
    expect(answer.status).toBe(415);
    expect(await answer.json()).toMatchObject({ error: { code: 'UNSUPPORTED_FILE' } });
  });
});

describe('422', () => {
  it.each([
    ['an empty file', { body: '' }, 'FILE_UNREADABLE'],
    ['an insane key', { headers: { 'idempotency-key': 'has space' } }, 'VALIDATION_FAILED'],
    ['a name that is not percent-encoded', { headers: { 'x-file-name': '%' } }, 'VALIDATION_FAILED'],
    ['a switch that is none', { query: '&initialize=maybe' }, 'VALIDATION_FAILED'],
  ] as const)('for %s', async (_name, change, code) => {
    const answer = await upload(change);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ error: { code } });
  });

  it('for an upload to nowhere', async () => {
    const answer = await test.request('/imports', { method: 'POST', headers: { authorization }, body: GOOD });
    expect(answer.status).toBe(422);
  });
});

describe('the phones of failed rows', () => {
  it('are for those who may see phones', async () => {
    const own = await fundedFor(10);
    const { import: item } = await (await upload({ body: MIXED })).json();
    for (const [role, status] of [
      ['operator', 200],
      ['viewer', 403],
      ['finance', 403],
    ] as const) {
      const { cookie } = await test.signIn({ tenant: own, role });
      const answer = await test.request(`/imports/${item.id}/failed.csv`, { headers: { cookie } });
      expect(answer.status).toBe(status);
    }
  });
});
