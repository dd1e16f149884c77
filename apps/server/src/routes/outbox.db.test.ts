import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let test: TestApp;
const id = v7();
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

describe('the outbox', () => {
  it('says what will appear in it', async () => {
    const answer = await test.request('/outbox');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('No mail yet');
  });

  it('lists and shows mails, with what people wrote made harmless', async () => {
    await test.db.run({
      name: 'test-mail',
      text: `insert into app.mail (id, key, kind, recipients, subject, html, plain, state, sent_at, created_at)
        values ($1::uuid, 'k', 'invoice', '{a@example.com}', '<script>alert(1)</script>', '<p style="color:red">Hi</p><script>alert(2)</script>', 'Hi <b>', 'sent', now(), now())`,
      values: [id],
    });
    const list = await (await test.request('/outbox')).text();
    expect(list).toContain('&lt;script&gt;alert(1)');
    expect(list).not.toContain('<script>');
    const view = await (await test.request(`/outbox/${id}`)).text();
    expect(view).toContain(`src="/outbox/${id}/html"`);
    expect(view).toContain('Hi &lt;b&gt;');
    const mail = await test.request(`/outbox/${id}/html`);
    expect(mail.headers.get('content-security-policy')).toMatch(
      /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/,
    );
    expect(await mail.text()).toContain('<p style="color:red">Hi</p>');
  });

  it('knows only its own mails', async () => {
    for (const path of [v7(), 'x', `${id}'`, `${v7()}/html`]) {
      expect((await test.request(`/outbox/${path}`)).status).toBe(404);
    }
  });

  it('does not exist in production', async () => {
    const production = await createTestApp({ entrances: { ...test.services.entrances, isProduction: true } });
    for (const path of ['/outbox', `/outbox/${id}`])
      expect((await production.request(path)).status).toBe(404);
    await production.close();
  });
});
