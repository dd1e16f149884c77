import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { MailReceipt } from '@lead-credits/core';
import { afterEach, describe, expect, it } from 'vitest';
import { FROM, mail } from './fixtures/mail.ts';
import { resendMailer } from './resend-mailer.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server on this machine in Resend's place. */
async function startResend(
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<string> {
  const server = createServer((request, response) => void answer(request, response));
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

const mailerOn = (baseUrl: string, timeoutMs?: number) =>
  resendMailer({ apiKey: 're_secret', baseUrl, from: FROM, ...(timeoutMs ? { timeoutMs } : {}) });

async function answered(status: number, body: string, timeoutMs?: number): Promise<MailReceipt> {
  const baseUrl = await startResend((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  return mailerOn(baseUrl, timeoutMs).send(mail);
}

const refused = (status: number, name: string, message = 'why'): Promise<MailReceipt> =>
  answered(status, JSON.stringify({ statusCode: status, name, message }));

describe('resendMailer', () => {
  it('hands over the mail with its PDF, its key as the idempotency key', async () => {
    const requests: { url: string | undefined; headers: IncomingMessage['headers']; body: unknown }[] = [];
    const baseUrl = await startResend(async (request, response) => {
      requests.push({ url: request.url, headers: request.headers, body: await json(request) });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"re_1"}');
    });
    expect(await mailerOn(baseUrl).send(mail)).toEqual({ ok: true, providerId: 're_1' });
    const [request] = requests;
    expect(request?.url).toBe('/emails');
    expect(request?.headers).toMatchObject({
      'idempotency-key': mail.key,
      authorization: 'Bearer re_secret',
    });
    const [pdf] = mail.attachments;
    expect(request?.body).toMatchObject({
      from: FROM,
      to: mail.to,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      attachments: [
        {
          filename: 'CP-26-27-000123.pdf',
          content_type: 'application/pdf',
          content: Buffer.from(pdf?.bytes ?? []).toString('base64'),
        },
      ],
    });
  });

  it.each([
    [500, 'internal_server_error'],
    [429, 'rate_limit_exceeded'],
    [429, 'daily_quota_exceeded'],
    [409, 'concurrent_idempotent_requests'],
    [401, 'invalid_api_key'],
    [403, 'invalid_from_address'],
    // A domain that is not verified yet.
    [403, 'validation_error'],
  ])('says that %i %s may pass', async (status, name) => {
    expect(await refused(status, name)).toEqual({
      ok: false,
      isFinal: false,
      reason: `Resend: ${name}, why`,
    });
  });

  it.each([
    [422, 'validation_error'],
    [422, 'invalid_attachment'],
    [409, 'invalid_idempotent_request'],
  ])('says that %i %s is for ever', async (status, name) => {
    expect(await refused(status, name)).toMatchObject({ ok: false, isFinal: true });
  });

  it('takes a page of a proxy, and an answer that is no JSON, for something that passes', async () => {
    expect(await answered(502, '<html>Bad gateway</html>')).toMatchObject({ ok: false, isFinal: false });
    expect(await answered(200, 'not json')).toMatchObject({ ok: false, isFinal: false });
  });

  it('gives up a provider that does not answer, or is not there', async () => {
    const silent = await startResend(() => undefined);
    expect(await mailerOn(silent, 100).send(mail)).toMatchObject({ ok: false, isFinal: false });
    expect(await mailerOn('http://127.0.0.1:9').send(mail)).toMatchObject({ ok: false, isFinal: false });
  });

  it('asks no more than twice a second', async () => {
    const times: number[] = [];
    const baseUrl = await startResend((_request, response) => {
      times.push(performance.now());
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"re_1"}');
    });
    const mailer = mailerOn(baseUrl);
    await Promise.all([mailer.send(mail), mailer.send(mail), mailer.send(mail)]);
    expect((times[2] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(800);
  });
});
