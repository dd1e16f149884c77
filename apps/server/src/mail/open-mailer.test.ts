import { describe, expect, it } from 'vitest';
import { createLog } from '../log.ts';
import { StartRefused } from '../start-refused.ts';
import { FROM, mail } from './fixtures/mail.ts';
import { startSmtpServer } from './fixtures/smtp-server.ts';
import { openMailer } from './open-mailer.ts';

const silent = createLog('silent');

describe('openMailer', () => {
  it('keeps mails here where no provider is set', async () => {
    const mailer = openMailer({ mail: { kind: 'outbox' }, mailFrom: FROM, isProduction: false }, silent);
    expect(await mailer.send(mail)).toEqual({ ok: true, providerId: null });
  });

  it('has no outbox in production', () => {
    const open = () => openMailer({ mail: { kind: 'outbox' }, mailFrom: FROM, isProduction: true }, silent);
    expect(open).toThrow(StartRefused);
  });

  it('logs what a provider refuses, without addresses', async () => {
    const lines: string[] = [];
    const log = createLog('debug', { write: (line) => void lines.push(line) });
    const server = await startSmtpServer({ RCPT: (line) => `550 ${line} is unknown` });
    const env = { mail: { kind: 'smtp', url: server.url }, mailFrom: FROM, isProduction: true } as const;
    expect(await openMailer(env, log).send(mail)).toMatchObject({ ok: false });
    await server.close();
    expect(lines.join('')).toContain('the mail provider did not take a mail');
    expect(lines.join('')).toContain('[e-mail]> is unknown');
    expect(lines.join('')).not.toContain('@acme');
  });
});
