import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, cookieOf, createTestApp, PASSWORD, postSignIn, type TestApp } from '../testing/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

const statusOf = async (cookie: string): Promise<number> =>
  (await call(test.request, 'people.me', undefined, { cookie })).status;

const post = (path: string, cookie: string, body: unknown = {}): Promise<Response> =>
  test.request(path, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('signing in', () => {
  it('sets a cookie that scripts cannot read and other sites do not send', async () => {
    const { email } = await test.signIn();
    const answer = await postSignIn(test.request, email.toUpperCase(), PASSWORD);
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^lead-credits\.session_token=.+; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('answers a wrong password like an unknown address', async () => {
    const { email } = await test.signIn();
    const known = await postSignIn(test.request, email, 'wrong-password');
    const unknown = await postSignIn(test.request, 'nobody@example.com', 'wrong-password');
    expect(known.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(await known.text()).toBe(await unknown.text());
  });

  it('gives every sign-in a session of its own', async () => {
    const { email, cookie } = await test.signIn();
    const second = await cookieOf(await postSignIn(test.request, email, PASSWORD, { cookie }));
    expect(second).not.toBe(cookie);
    expect(await statusOf(second)).toBe(200);
  });

  it('is not confused by what is no JSON or no text', async () => {
    for (const body of ['', '{', '[]', '{"email":1,"password":{}}', 'x'.repeat(20_000)]) {
      const answer = await test.request('/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect([413, 422]).toContain(answer.status);
    }
  });

  it('does not count against whoever knows the password', async () => {
    const { email } = await test.signIn();
    for (let count = 0; count < 12; count += 1) {
      expect((await postSignIn(test.request, email, PASSWORD)).status).toBe(200);
    }
  });
});

describe('a session', () => {
  it('ends at once when it is signed out', async () => {
    const { cookie } = await test.signIn();
    expect(await statusOf(cookie)).toBe(200);
    expect((await post('/api/auth/sign-out', cookie)).status).toBe(200);
    expect(await statusOf(cookie)).toBe(401);
  });

  it('ends at once when it is revoked from another one', async () => {
    const { email, cookie: stolen } = await test.signIn();
    const mine = await cookieOf(await postSignIn(test.request, email, PASSWORD));
    expect((await post('/api/auth/revoke-other-sessions', mine)).status).toBe(200);
    expect(await statusOf(stolen)).toBe(401);
    expect(await statusOf(mine)).toBe(200);
  });

  it('ends everywhere else when the password is changed', async () => {
    const { email, cookie: old } = await test.signIn();
    const change = {
      currentPassword: PASSWORD,
      newPassword: 'another-long-password',
      revokeOtherSessions: true,
    };
    const answer = await post('/api/auth/change-password', old, change);
    expect(answer.status).toBe(200);
    expect(await statusOf(old)).toBe(401);
    expect((await postSignIn(test.request, email, PASSWORD)).status).toBe(401);
    expect((await postSignIn(test.request, email, 'another-long-password')).status).toBe(200);
  });

  it('is prolonged once a day, and the browser is told', async () => {
    const { cookie } = await test.signIn();
    await test.db.run({
      name: 'test-age',
      text: "update auth.session set expires_at = now() + interval '3 days', updated_at = now() - interval '4 days'",
      values: [],
    });
    const answer = await call(test.request, 'people.me', undefined, { cookie });
    expect(answer.headers.getSetCookie().join()).toContain('lead-credits.session_token=');
    const again = await call(test.request, 'people.me', undefined, { cookie });
    expect(again.headers.getSetCookie()).toEqual([]);
  });
});

describe('what is closed', () => {
  it.each([
    '/sign-up/email',
    '/sign-in/social',
    '/request-password-reset',
    '/delete-user',
    '/update-user',
    '/ok',
    '',
  ])('/api/auth%s does not exist', async (path) => {
    const { cookie } = await test.signIn();
    const answer = await post(`/api/auth${path}`, cookie, {
      email: 'new@example.com',
      password: PASSWORD,
      name: 'x',
    });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});
