import { type Orm, whenAccepting } from '@lead-credits/db';
import { authTables } from '@lead-credits/db/schema';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { hashPassword as hash } from 'better-auth/crypto';
import { betterAuth } from 'better-auth/minimal';
import { v7 } from 'uuid';
import { limits } from './limits.ts';
import type { Logger } from './log.ts';

/** Sessions, as the rest of the server needs them. */
export type Auth = {
  /** better-auth's own routes below `/api/auth`. */
  handle(request: Request): Promise<Response>;
  /** Whose session a request's cookie is; `cookies` are to be set on the answer when the session was prolonged. */
  readSession(headers: Headers): Promise<{ userId: string; cookies: readonly string[] } | undefined>;
};

export type AuthOptions = {
  orm: Orm;
  secret: string;
  publicUrl: string;
  trustedOrigins: readonly string[];
  log: Logger;
};

/** Told to better-auth by us, from the connection: what a client sends under this name is replaced. */
export const CLIENT_ADDRESS = 'x-client-address';

/** What may be called: people come by invitation, seed or set-up link, so there is no sign-up and no reset by mail. */
const OPEN_PATHS = new Set([
  '/api/auth/sign-in/email',
  '/api/auth/sign-out',
  '/api/auth/get-session',
  '/api/auth/list-sessions',
  '/api/auth/revoke-session',
  '/api/auth/revoke-sessions',
  '/api/auth/revoke-other-sessions',
  '/api/auth/change-password',
]);

/** Whether a path of better-auth exists here. */
export function isAuthPath(path: string): boolean {
  return OPEN_PATHS.has(path);
}

/** What better-auth stores for a password (scrypt). */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

const DAY_SECONDS = 86_400;

/** E-mail and password with sessions in the database: a revoked one is refused at once, nothing is cached in a cookie. */
export function createAuth({ orm, secret, publicUrl, trustedOrigins, log }: AuthOptions): Auth {
  const auth = betterAuth({
    appName: 'Lead Credits',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [...trustedOrigins],
    database: drizzleAdapter(orm, { provider: 'pg', schema: authTables }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: limits.passwordMinLength,
      maxPasswordLength: limits.passwordMaxLength,
    },
    session: {
      expiresIn: limits.sessionDays * DAY_SECONDS,
      updateAge: DAY_SECONDS,
      cookieCache: { enabled: false },
    },
    // Counted per account and per address in front of it; better-auth's own counts addresses only.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its lines would name addresses; failures are seen in the request log.
    logger: { level: 'error', log: (level, message) => log.warn({ level }, `better-auth: ${message}`) },
    advanced: {
      database: { generateId: () => v7() },
      cookiePrefix: 'lead-credits',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
      // `middleware/same-site.ts` guards every route that a cookie opens, these too; programs without an Origin pass it.
      disableCSRFCheck: true,
    },
  });
  return {
    handle: (request) => auth.handler(request),
    readSession: async (headers) => {
      const { headers: answer, response } = await whenAccepting(() =>
        auth.api.getSession({ headers, returnHeaders: true }),
      );
      return response ? { userId: response.user.id, cookies: answer.getSetCookie() } : undefined;
    },
  };
}
