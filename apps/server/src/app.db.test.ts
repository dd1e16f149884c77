import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, createTestApp, postSignIn, type Tenant, type TestApp } from './testing/test-app.ts';

let test: TestApp;
let tenant: Tenant;
let cookie: string;

beforeAll(async () => {
  test = await createTestApp();
  tenant = await test.tenant();
  ({ cookie } = await test.signIn({ tenant }));
});
afterAll(() => test.close());

const overview = (headers: Record<string, string>, projectId = tenant.outside.project): Promise<Response> =>
  call(test.request, 'credits.overview', { projectId }, headers);

describe('200', () => {
  it('answers a session with the balance', async () => {
    const answer = await overview({ cookie });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      result: { data: { projectId: tenant.outside.project, available: 0, status: 'exhausted' } },
    });
  });

  it('is up, ready and measured', async () => {
    expect(await (await test.request('/healthz')).json()).toEqual({ status: 'up' });
    expect(await (await test.request('/readyz')).json()).toEqual({ status: 'ready' });
    const metrics = await test.request('/metrics');
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await metrics.text()).toMatch(
      /http_request_duration_seconds_count\{.*route="\/trpc\/credits.overview"/,
    );
  });
});

describe('401', () => {
  it('without anybody', async () => {
    const answer = await overview({});
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      error: { message: 'Sign in to continue.', data: { domain: 'UNAUTHENTICATED', httpStatus: 401 } },
    });
  });

  it('with a wrong key, also beside a good cookie', async () => {
    for (const authorization of ['Bearer lc_wrong', `Bearer lc_${'a'.repeat(40)}`, 'Basic eDp5', 'Bearer']) {
      expect((await overview({ cookie, authorization })).status).toBe(401);
    }
  });

  it('with a cookie that was touched', async () => {
    expect((await overview({ cookie: `${cookie}x` })).status).toBe(401);
  });

  it('on every route that knows people, before anything else is said', async () => {
    const paths = ['/imports/imp_1', '/imports/imp_1/failed.csv', '/processes/prc_1/template.csv'];
    for (const path of paths) {
      const answer = await test.request(path);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ error: { code: 'UNAUTHENTICATED' } });
    }
  });
});

describe('403', () => {
  it('for a member whose role has not the right', async () => {
    const viewer = await test.signIn({ tenant, role: 'viewer' });
    const answer = await call(
      test.request,
      'people.createApiKey',
      { projectId: tenant.outside.project, name: 'Mine', scopes: ['credits'] },
      { cookie: viewer.cookie },
      'POST',
    );
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({
      error: { data: { domain: 'FORBIDDEN', right: 'keys.manage' } },
    });
  });

  it('for an API key that manages keys', async () => {
    const authorization = `Bearer ${await test.apiKey(tenant)}`;
    const answer = await call(
      test.request,
      'people.apiKeys',
      { projectId: tenant.outside.project },
      { authorization },
    );
    expect(answer.status).toBe(403);
  });
});

describe('404', () => {
  it('is the same to the byte for what belongs to others and for what does not exist', async () => {
    const foreign = await test.tenant();
    const stranger = await test.signIn({ tenant: foreign });
    const headers = { cookie: stranger.cookie, 'x-request-id': 'same-request-id' };
    const missing = `prj_${'0'.repeat(32)}`;
    const answers = await Promise.all(
      [tenant.outside.project, missing, 'nonsense', foreign.outside.process].map((id) =>
        overview(headers, id),
      ),
    );
    const [first, ...others] = await Promise.all(
      answers.map(async (answer) => ({
        status: answer.status,
        headers: [...answer.headers].sort(),
        body: await answer.text(),
      })),
    );
    expect(first?.status).toBe(404);
    for (const other of others) expect(other).toEqual(first);
  });

  it('is JSON for every path of programs, and a page for nobody while there is none', async () => {
    for (const path of ['/nothing', '/api/nothing', '/api/auth/sign-up/email', '/trpcx', '/imports']) {
      const answer = await test.request(path, { headers: { accept: 'text/html' } });
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({
        error: { code: 'NOT_FOUND', requestId: expect.any(String) },
      });
    }
  });

  it('answers an unknown procedure in the same words', async () => {
    const answer = await call(test.request, 'people.dropEverything', {}, { cookie });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { data: { domain: 'NOT_FOUND' } } });
  });
});

describe('413', () => {
  it('for a tRPC body above 1 MB', async () => {
    const name = 'x'.repeat(1_100_000);
    const answer = await call(test.request, 'people.updateName', { name }, { cookie }, 'POST');
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ error: { code: 'FILE_TOO_LARGE', limitMegabytes: 1 } });
  });
});

describe('422', () => {
  it('names the field of an input that does not fit', async () => {
    const answer = await call(
      test.request,
      'people.updateName',
      { name: '', isStaff: true },
      { cookie },
      'POST',
    );
    expect(answer.status).toBe(422);
    const body = await answer.json();
    expect(body).toMatchObject({
      error: { data: { domain: 'VALIDATION_FAILED', path: 'people.updateName' } },
    });
    expect(JSON.stringify(body)).toContain('"field":"name"');
  });

  it('for more calls in one batch than allowed', async () => {
    const names = Array.from({ length: 21 }, () => 'people.me').join(',');
    const answer = await test.request(`/trpc/${names}?batch=1&input=%7B%7D`, { headers: { cookie } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toContain('"result"');
  });
});

describe('429', () => {
  it('for the eleventh password of one account in a minute, with the seconds to wait', async () => {
    const { email } = await test.signIn();
    const attempts = await Promise.all(
      Array.from({ length: 11 }, (_, index) => postSignIn(test.request, email, `wrong-password-${index}`)),
    );
    expect(attempts.map(({ status }) => status).sort()).toEqual([...Array(10).fill(401), 429]);
    const refused = attempts.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused?.json()).toMatchObject({ error: { code: 'RATE_LIMITED' } });
  });

  it('is not outrun by another address in X-Forwarded-For', async () => {
    const { email } = await test.signIn();
    const statuses: number[] = [];
    for (let index = 0; index < 12; index += 1) {
      const headers = { 'x-forwarded-for': `203.0.113.${index}` };
      statuses.push((await postSignIn(test.request, email, 'wrong-password', headers)).status);
    }
    expect(statuses.slice(10)).toEqual([429, 429]);
  });
});

describe('500', () => {
  it('says nothing but a request id', async () => {
    const broken = await createTestApp({
      live: { changes: () => failing(), watched: () => 0 },
      auth: {
        ...test.services.auth,
        readSession: () => Promise.reject(new Error('select secret from vault')),
      },
    });
    const answer = await call(broken.request, 'people.me', undefined, { cookie: 'any=1' });
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).not.toMatch(/vault|stack|at .*\.ts/);
    expect(text).toContain('INTERNAL');
    expect(broken.log.join('')).toContain('select secret from vault');
    await broken.close();
  });
});

async function* failing(): AsyncGenerator<number, void> {
  yield await Promise.reject(new Error('never asked'));
}

describe('every answer', () => {
  it('carries a request id: its own, or the sane one of the caller', async () => {
    const own = (await test.request('/healthz')).headers.get('x-request-id');
    expect(own).toMatch(/^[0-9a-f-]{36}$/);
    const given = await test.request('/nothing', { headers: { 'x-request-id': 'caller-0001' } });
    expect(given.headers.get('x-request-id')).toBe('caller-0001');
    expect(await given.json()).toMatchObject({ error: { requestId: 'caller-0001' } });
    const insane = await test.request('/healthz', { headers: { 'x-request-id': 'a b;c' } });
    expect(insane.headers.get('x-request-id')).not.toBe('a b;c');
  });

  it('is neither kept, framed, sniffed nor open to strange scripts', async () => {
    for (const path of ['/healthz', '/nothing', '/api/auth/get-session', '/outbox']) {
      const { headers } = await test.request(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self' http://localhost:3001;");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toMatch(/no-store/);
    }
  });

  it('leaves nothing personal in the log', async () => {
    const { email, cookie: canary } = await test.signIn({ tenant });
    await overview({ cookie: canary });
    await postSignIn(test.request, email, 'canary-password');
    await test.request('/imports/imp_1?phone=9876543210', { headers: { cookie: canary } });
    const lines = test.log.join('');
    expect(lines).toContain('"route":"/trpc/credits.overview"');
    for (const secret of [email, canary.slice(-40), 'canary-password', '9876543210']) {
      expect(lines).not.toContain(secret);
    }
  });
});
