import { type Attachment, findDocumentFile, notFound } from '@lead-credits/core';
import { type Database, toDate } from '@lead-credits/db';
import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { AppEnv } from '../app-env.ts';
import { sendFile } from './invoices.ts';
import { page } from './page.ts';

const SHOWN = 200;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A mail is not ours to trust: no script, nothing from outside, nothing it could send anywhere; its links open a page. */
const SANDBOX = 'allow-popups allow-popups-to-escape-sandbox';
const MAIL_POLICY = `sandbox ${SANDBOX}; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;

type MailRow = {
  id: string;
  kind: string;
  recipients: string[];
  subject: string;
  state: string;
  created_at: string;
};
type MailBody = MailRow & {
  html: string;
  plain: string;
  project_id: string | null;
  document_id: string | null;
};

const time = new Intl.DateTimeFormat('en-IN', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Asia/Kolkata',
});

/** The mails that were not sent anywhere, for people who try the product. Not mounted in production. */
export function outboxRoutes(db: Database): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/outbox', async (c) => c.html(list(await readMails(db))))
    .get('/outbox/:id', async (c) => {
      const mail = await readMail(db, c.req.param('id'));
      return c.html(view(mail, await findAttachment(db, mail)));
    })
    .get('/outbox/:id/attachment', async (c) => {
      const file = await findAttachment(db, await readMail(db, c.req.param('id')));
      if (!file) throw notFound();
      return sendFile(c, file);
    })
    .get('/outbox/:id/html', async (c) => {
      const mail = await readMail(db, c.req.param('id'));
      c.header('Content-Security-Policy', MAIL_POLICY);
      c.header('X-Frame-Options', 'SAMEORIGIN');
      return c.html(html`${raw(mail.html)}`);
    });
}

function list(mails: readonly MailRow[]): ReturnType<typeof page> {
  const rows = mails.map(
    (mail) => html`<tr>
      <td>${time.format(toDate(mail.created_at))}</td>
      <td><a href="/outbox/${mail.id}">${mail.subject}</a></td>
      <td>${mail.recipients.join(', ')}</td>
      <td>${mail.state}</td>
    </tr>`,
  );
  const empty = html`<p>No mail yet. It appears here as soon as the product sends one.</p>`;
  const table = html`<table>
    <thead><tr><th scope="col">Time (IST)</th><th scope="col">Subject</th><th scope="col">To</th><th scope="col">State</th></tr></thead>
    <tbody>${rows}</tbody>
  </table>`;
  return page('Outbox', html`<h1>Outbox</h1>${mails.length === 0 ? empty : table}`);
}

function view(mail: MailBody, file: Attachment | undefined): ReturnType<typeof page> {
  const attached = file
    ? html`<p>Attached: <a href="/outbox/${mail.id}/attachment">${file.fileName}</a></p>`
    : '';
  return page(
    mail.subject,
    html`<p><a href="/outbox">Outbox</a></p>
    <h1>${mail.subject}</h1>
    <p>To ${mail.recipients.join(', ')}, ${time.format(toDate(mail.created_at))}, ${mail.state}</p>
    ${attached}
    <iframe src="/outbox/${mail.id}/html" title="The mail" sandbox="${SANDBOX}"></iframe>
    <h2>As text</h2>
    <pre>${mail.plain}</pre>`,
  );
}

function readMails(db: Database): Promise<MailRow[]> {
  return db.run<MailRow>({
    name: 'outbox',
    text: `select id, kind, recipients, subject, state, created_at from app.mail order by id desc limit ${SHOWN}`,
    values: [],
  });
}

async function readMail(db: Database, id: string): Promise<MailBody> {
  if (!UUID.test(id)) throw notFound();
  const [mail] = await db.run<MailBody>({
    name: 'outbox-mail',
    text: `select id, kind, recipients, subject, state, created_at, html, plain, project_id, document_id
      from app.mail where id = $1::uuid`,
    values: [id],
  });
  if (!mail) throw notFound();
  return mail;
}

async function findAttachment(
  db: Database,
  { project_id: projectId, document_id: documentId }: MailBody,
): Promise<Attachment | undefined> {
  return projectId === null || documentId === null
    ? undefined
    : findDocumentFile(db, { projectId, documentId });
}
