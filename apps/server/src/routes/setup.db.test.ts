import { people } from '@lead-credits/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, cookieOf, createTestApp, PUBLIC_URL, postSignIn, type TestApp } from '../testing/test-app.ts';

let test: TestApp;
let link: string;
beforeAll(async () => {
  test = await createTestApp();
  const made = await people.createSetupLink(test.ctx);
  link = `/setup/${made?.secret}`;
});
afterAll(() => test.close());

const person = { name: 'First <b>', email: 'first@leadcredits.example', password: 'a-long-password' };
const submit = (path: string, fields: Record<string, string>, origin = PUBLIC_URL): Promise<Response> =>
  test.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    body: new URLSearchParams(fields).toString(),
  });

describe('the set-up link', () => {
  it('shows its form without any script or inline style', async () => {
    const answer = await test.request(link);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain('<form method="post">');
    expect(text).not.toMatch(/<script|<style|style=|onclick/);
    expect((await test.request('/server.css')).headers.get('content-type')).toMatch(/^text\/css/);
  });

  it('is unknown under another text', async () => {
    expect((await test.request('/setup/guess')).status).toBe(404);
    expect((await submit('/setup/guess', person)).status).toBe(404);
  });

  it.each([
    ['a short password', { password: 'short' }, 'at least 12 characters'],
    ['no address', { email: 'first' }, 'Enter an e-mail address.'],
    ['no name', { name: ' ' }, 'Enter a name.'],
  ])('asks again for %s', async (_name, change, sentence) => {
    const answer = await submit(link, { ...person, ...change });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(sentence);
  });

  it('is not submitted by another site', async () => {
    expect((await submit(link, person, 'https://evil.example')).status).toBe(403);
  });

  it('stands in no line of the log', async () => {
    await test.request(link);
    expect(test.log.join('')).not.toContain(link.slice('/setup/'.length));
    expect(test.log.join('')).toContain('"route":"/setup/:token"');
  });

  it('makes the staff account, once', async () => {
    expect((await submit(link, person)).status).toBe(200);
    const cookie = await cookieOf(await postSignIn(test.request, person.email, person.password));
    const me = await call(test.request, 'people.me', undefined, { cookie });
    expect(await me.json()).toMatchObject({
      result: { data: { user: { isStaff: true, name: 'First <b>' } } },
    });
    expect((await submit(link, { ...person, email: 'second@leadcredits.example' })).status).toBe(404);
    expect((await test.request(link)).status).toBe(404);
  });
});
