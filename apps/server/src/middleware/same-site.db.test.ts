import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTestApp,
  PASSWORD,
  PUBLIC_URL,
  postSignIn,
  type Tenant,
  type TestApp,
} from '../testing/test-app.ts';
import { trustedOriginsOf } from './same-site.ts';

let test: TestApp;
let tenant: Tenant;
let cookie: string;
beforeAll(async () => {
  test = await createTestApp();
  tenant = await test.tenant();
  ({ cookie } = await test.signIn({ tenant }));
});
afterAll(() => test.close());

const rename = (headers: Record<string, string>): Promise<Response> =>
  test.request('/trpc/people.updateName', {
    method: 'POST',
    headers: { cookie, ...headers },
    body: JSON.stringify({ name: 'Asha' }),
  });

describe('a request that changes something', () => {
  it.each([
    [
      'says that it comes from elsewhere',
      { 'content-type': 'application/json', origin: 'https://evil.example' },
    ],
    ['says so by fetch metadata', { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }],
    ['comes from a hidden origin', { 'content-type': 'application/json', origin: 'null' }],
    [
      'is a form from elsewhere',
      { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' },
    ],
    ['is a form that says nothing', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['is text that says nothing', { 'content-type': 'text/plain' }],
    ['is a multipart form that says nothing', { 'content-type': 'multipart/form-data; boundary=x' }],
  ])('is refused when it %s', async (_name, headers: Record<string, string>) => {
    const answer = await rename(headers);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });

  it('passes from our own pages, and as JSON from a program', async () => {
    const json = { 'content-type': 'application/json' };
    expect((await rename({ ...json, origin: PUBLIC_URL, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await rename(json)).status).toBe(200);
  });

  it('is not a GET: tRPC refuses a mutation by link', async () => {
    const answer = await test.request(`/trpc/people.updateName?input=${encodeURIComponent('{"name":"x"}')}`, {
      headers: { cookie },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).toContain('VALIDATION_FAILED');
  });

  it('is never opened to other sites by CORS', async () => {
    const answer = await test.request('/trpc/people.updateName', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('may come from anywhere with an API key, which no browser sends by itself', async () => {
    const authorization = `Bearer ${await test.apiKey(tenant)}`;
    const answer = await test.request(
      `/imports?projectId=${tenant.outside.project}&processId=${tenant.outside.process}`,
      {
        method: 'POST',
        headers: { authorization, 'content-type': 'text/plain', origin: 'https://crm.example' },
        body: '',
      },
    );
    expect(answer.status).toBe(422);
  });

  it('cannot sign a victim in from elsewhere', async () => {
    const { email } = await test.signIn();
    const answer = await postSignIn(test.request, email, PASSWORD, { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});

describe('our own origins', () => {
  it('are the names of this machine while developing, and one address in production', () => {
    expect(trustedOriginsOf('http://localhost:3000', false)).toEqual([
      'http://localhost:3000',
      'http://127.0.0.1:3000',
      'http://[::1]:3000',
    ]);
    expect(trustedOriginsOf('http://localhost:3000', true)).toEqual(['http://localhost:3000']);
    expect(trustedOriginsOf('https://credits.example.com/x', false)).toEqual(['https://credits.example.com']);
  });
});
