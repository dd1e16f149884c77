import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../log.ts';
import { FROM, mail } from './fixtures/mail.ts';
import { type SmtpServer, startSmtpServer } from './fixtures/smtp-server.ts';
import { smtpMailer } from './smtp-mailer.ts';

const servers: SmtpServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(replies: Parameters<typeof startSmtpServer>[0] = {}): Promise<SmtpServer> {
  const server = await startSmtpServer(replies);
  servers.push(server);
  return server;
}

const lines: string[] = [];
const log = createLog('debug', { write: (line) => void lines.push(line) });
const mailerOn = (url: string, silenceMs = 500, totalMs = 2_000) =>
  smtpMailer({ url, from: FROM, log, silenceMs, totalMs });

/** The message without the folding of its headers and the soft line ends of its parts. */
const unfolded = (message: string): string => message.replace(/\r\n[ \t]+/g, ' ');

describe('smtpMailer', () => {
  it('hands over the mail with its PDF to every recipient', async () => {
    const server = await start();
    const receipt = await mailerOn(server.url).send(mail);
    expect(receipt).toMatchObject({
      ok: true,
      providerId: expect.stringMatching(/^<[0-9a-f]{32}@leadcredits\.example>$/),
    });
    const [taken] = server.taken;
    expect(taken?.recipients).toEqual(mail.to);
    const message = unfolded(taken?.message ?? '');
    expect(message).toContain('From: Lead Credits <billing@leadcredits.example>');
    expect(message).toMatch(/filename="?CP-26-27-000123\.pdf/);
    const [pdf] = mail.attachments;
    expect(message.replaceAll('\r\n', '')).toContain(Buffer.from(pdf?.bytes ?? []).toString('base64'));
    expect(message).toMatch(/^Subject: =\?UTF-8\?/m);
  });

  it('hands over the same mail under the same Message-ID', async () => {
    const server = await start();
    const mailer = mailerOn(server.url);
    await mailer.send(mail);
    await mailer.send(mail);
    await mailer.send({ ...mail, key: 'invoice/0190/2' });
    const ids = server.taken.map(({ message }) => /^Message-ID: (.*)$/im.exec(message)?.[1]);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('says that a recipient or a content that is refused is for ever', async () => {
    const nobody = await start({ RCPT: () => '550 no such mailbox' });
    expect(await mailerOn(nobody.url).send(mail)).toMatchObject({ ok: false, isFinal: true });
    const spam = await start({ END: () => '554 refused' });
    expect(await mailerOn(spam.url).send(mail)).toMatchObject({ ok: false, isFinal: true });
  });

  it('says that what passes, and what a setting of ours is at fault for, may be tried again', async () => {
    for (const replies of [
      { GREETING: () => '421 busy' },
      { RCPT: () => '451 try later' },
      { END: () => '452 no space' },
      { MAIL: () => '550 sender not allowed' },
    ]) {
      const { url } = await start(replies);
      expect(await mailerOn(url).send(mail)).toMatchObject({ ok: false, isFinal: false });
    }
    const unknown = await start();
    const wrongLogin = unknown.url.replace('smtp://', 'smtp://user:wrong@');
    expect(await mailerOn(wrongLogin).send(mail)).toMatchObject({ ok: false, isFinal: false });
  });

  it('counts a mail as sent when some took it, and logs how many did not, without their addresses', async () => {
    const { url, taken } = await start({ RCPT: (line) => (line.includes('owner') ? '550 no' : '250 OK') });
    expect(await mailerOn(url).send(mail)).toMatchObject({ ok: true });
    expect(taken).toHaveLength(1);
    expect(lines.join('')).toContain('"refused":1');
    expect(lines.join('')).not.toContain('@acme');
  });

  it('gives up a server that is silent, drips or is not there', async () => {
    const silent = await start({ GREETING: () => '' });
    expect(await mailerOn(silent.url, 100).send(mail)).toMatchObject({ ok: false, isFinal: false });
    const slow = await start({ MAIL: () => '' });
    expect(await mailerOn(slow.url, 10_000, 200).send(mail)).toEqual({
      ok: false,
      isFinal: false,
      reason: 'SMTP: the server takes too long',
    });
    expect(await mailerOn('smtp://127.0.0.1:9').send(mail)).toMatchObject({ ok: false, isFinal: false });
  });
});
