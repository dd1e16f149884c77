import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeId, type Role, SCOPES } from '@lead-credits/contract';
import { type Actor, type Ctx, credits, type Job, leads, people } from '@lead-credits/core';
import { type Database, openDatabase } from '@lead-credits/db';
import { createTestDatabase } from '@lead-credits/db/testing';
import { signWebhook } from '@lead-credits/razorpay';
import { v7 } from 'uuid';
import { type App, createApp } from '../app.ts';
import { createAuth, hashPassword } from '../auth.ts';
import { type CtxParts, ctxFor, type Services } from '../composition.ts';
import { openDocuments } from '../documents.ts';
import { openGateway } from '../gateway.ts';
import { createImportRunner } from '../import-runner.ts';
import { createLive } from '../live.ts';
import { createLog } from '../log.ts';
import { trustedOriginsOf } from '../middleware/same-site.ts';
import { openSpool } from '../spool.ts';

export const PUBLIC_URL = 'http://localhost:3000';
export const WEBHOOK_SECRET = 'webhook-secret-current';
export const PREVIOUS_SECRET = 'webhook-secret-previous';
export const PASSWORD = 'a-long-password';

/** Ids inside the database, and the same as they look outside. */
export type Tenant = {
  organizationId: string;
  projectId: string;
  processId: string;
  outside: { organization: string; project: string; process: string };
};

export type TestApp = {
  app: App;
  db: Database;
  jobs: Job[];
  log: string[];
  services: Services;
  ctx: Ctx;
  /** A request to the application, as the browser or a program would send it. */
  request(path: string, init?: RequestInit): Promise<Response>;
  tenant(): Promise<Tenant>;
  /** A new person with a session. */
  signIn(options?: {
    tenant?: Tenant;
    role?: Role;
    isStaff?: boolean;
  }): Promise<{ cookie: string; email: string }>;
  apiKey(tenant: Tenant): Promise<string>;
  /** A webhook of these bytes, signed. */
  webhook(body: string, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
};

const SYSTEM: Actor = { kind: 'system', what: 'test' };

async function servicesOn(
  db: Database,
  jobs: Job[],
  lines: string[],
  changed: Partial<Services>,
): Promise<Services> {
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  const razorpay = {
    keyId: 'rzp_test_00000000000000',
    keySecret: 'key-secret',
    baseUrl: 'http://127.0.0.1:9',
  };
  const parts: CtxParts = {
    db,
    clock: () => new Date(),
    gateway: openGateway({ ...razorpay, webhookSecrets: [], checkoutUrl: '', sandboxUrl: undefined }, log),
    jobs: { enqueue: async (_db, job) => void jobs.push(job) },
    documents: openDocuments(),
    mailer: { send: async () => ({ ok: true, providerId: null }) },
    spool: await openSpool(await mkdtemp(join(tmpdir(), 'lead-credits-app-'))),
    settings: {
      checkoutUrl: 'http://localhost:3001/v1/checkout.js',
      publicUrl: PUBLIC_URL,
      limits: { fileSizeBytes: 1_000_000, rows: 10_000 },
    },
  };
  return {
    ...parts,
    entrances: {
      isProduction: false,
      publicUrl: PUBLIC_URL,
      trustedProxies: 0,
      webhookSecrets: [WEBHOOK_SECRET, PREVIOUS_SECRET],
      checkoutUrl: 'http://localhost:3001/v1/checkout.js',
      hasSandbox: true,
      hasOutbox: true,
    },
    auth: createAuth({
      orm: db.orm,
      secret: 'x'.repeat(32),
      publicUrl: PUBLIC_URL,
      trustedOrigins: trustedOriginsOf(PUBLIC_URL, false),
      log,
    }),
    live: createLive((ids) => credits.readSeqs(ctxFor(parts, SYSTEM, 'live'), ids), 20, log),
    imports: createImportRunner(
      (importId) => leads.runImport(ctxFor(parts, SYSTEM, 'import'), { importId }),
      log,
    ),
    log,
    site: undefined,
    ...changed,
  };
}

/** The whole application on a database of its own; only the queue and the network are left out. */
export async function createTestApp(changed: Partial<Services> = {}): Promise<TestApp> {
  const { url, drop } = await createTestDatabase();
  const db = openDatabase({ url, max: 8, maxCopy: 3 });
  const jobs: Job[] = [];
  const log: string[] = [];
  const services = await servicesOn(db, jobs, log, changed);
  const app = createApp(services);
  const ctx = ctxFor(services, SYSTEM, 'test');
  // One hash for all: scrypt is slow on purpose.
  const passwordHash = await hashPassword(PASSWORD);
  const request: TestApp['request'] = async (path, init) => app.hono.request(`${PUBLIC_URL}${path}`, init);
  return {
    app,
    db,
    jobs,
    log,
    services,
    ctx,
    request,
    tenant: () => makeTenant(ctx),
    signIn: async ({ tenant, role = 'owner', isStaff = false } = {}) => {
      const email = `${v7()}@example.com`;
      const { userId } = await people.createUser(ctx, { name: 'Asha', email, passwordHash, isStaff });
      if (tenant) {
        const { organizationId, projectId } = tenant;
        await people.addMember(ctx, { organizationId, userId, role, projectIds: [projectId] });
      }
      return { email, cookie: await cookieOf(await postSignIn(request, email, PASSWORD)) };
    },
    apiKey: async ({ projectId, organizationId }) => {
      const owner = await people.createUser(ctx, {
        name: 'Owner',
        email: `${v7()}@example.com`,
        passwordHash,
        isStaff: false,
      });
      await people.addMember(ctx, { organizationId, userId: owner.userId, role: 'owner' });
      const actor = await people.resolveUser(ctx, owner.userId);
      if (!actor) throw new Error('the owner that was just made');
      const made = await people.createApiKey(
        { ...ctx, actor },
        { projectId, name: 'Test', scopes: [...SCOPES] },
      );
      return made.secret;
    },
    webhook: (body, headers = {}) =>
      request('/webhooks/razorpay', {
        method: 'POST',
        body,
        headers: {
          'x-razorpay-signature': signWebhook(new TextEncoder().encode(body), WEBHOOK_SECRET),
          ...headers,
        },
      }),
    close: async () => {
      await services.imports.idle();
      await db.close();
      await drop();
    },
  };
}

export function postSignIn(
  request: TestApp['request'],
  email: string,
  password: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return request('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email, password }),
  });
}

/** What a browser would send back. */
export async function cookieOf(answer: Response): Promise<string> {
  if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function makeTenant(ctx: Ctx): Promise<Tenant> {
  const [organizationId, projectId, processId] = [v7(), v7(), v7()];
  await people.createOrganization(ctx, { id: organizationId, name: 'Tenant' });
  await people.createProject(ctx, { id: projectId, organizationId, name: 'Project' });
  await ctx.db.run({
    name: 'test-process',
    text: `insert into app.process (id, project_id, name, variables, created_at)
      values ($1::uuid, $2::uuid, 'Testing Process', '[]', now())`,
    values: [processId, projectId],
  });
  return {
    organizationId,
    projectId,
    processId,
    outside: {
      organization: encodeId('organization', organizationId),
      project: encodeId('project', projectId),
      process: encodeId('process', processId),
    },
  };
}

/** A tRPC query or mutation, as the SDK would send it. */
export function call(
  request: TestApp['request'],
  procedure: string,
  input: unknown,
  headers: Record<string, string>,
  method: 'GET' | 'POST' = 'GET',
): Promise<Response> {
  if (method === 'GET') {
    return request(`/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers });
  }
  const init = {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(input),
  };
  return request(`/trpc/${procedure}`, init);
}
