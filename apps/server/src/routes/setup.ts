import { type Ctx, DomainError, notFound, people } from '@lead-credits/core';
import { createMessages } from '@lead-credits/messages';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import type { AppContext, AppEnv } from '../app-env.ts';
import { hashPassword } from '../auth.ts';
import { ctxFor, type Services } from '../composition.ts';
import { limits } from '../limits.ts';
import type { RateLimits } from '../rate-limits.ts';
import { readBody } from '../read-body.ts';
import { page } from './page.ts';

const person = z.object({
  name: z.string().trim().min(1).max(100),
  email: z.email().max(254),
  password: z.string().min(limits.passwordMinLength).max(limits.passwordMaxLength),
});

const words = createMessages().getFixedT('en', 'setup');
const minimum = limits.passwordMinLength;

/** The one-time link of a new installation: a form that makes the first staff account. */
export function setupRoutes(services: Services, rates: RateLimits): Hono<AppEnv> {
  const open = async (c: AppContext): Promise<{ ctx: Ctx; secret: string }> => {
    await rates.setupsByAddress.count(c.get('address'));
    const ctx = ctxFor(services, { kind: 'anonymous' }, c.get('requestId'));
    const secret = c.req.param('token') ?? '';
    if (!(await people.isSetupLinkOpen(ctx, secret))) throw notFound();
    return { ctx, secret };
  };
  return new Hono<AppEnv>()
    .get('/setup/:token', async (c) => {
      await open(c);
      return c.html(form());
    })
    .post('/setup/:token', async (c) => {
      const { ctx, secret } = await open(c);
      const fields = new URLSearchParams(
        new TextDecoder().decode(await readBody(c.req.raw, limits.formBytes)),
      );
      const parsed = person.safeParse(Object.fromEntries(fields));
      if (!parsed.success) return c.html(form(problemOf(parsed.error)), 422);
      const { name, email, password } = parsed.data;
      try {
        await people.acceptSetupLink(ctx, {
          secret,
          name,
          email,
          passwordHash: await hashPassword(password),
        });
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'VALIDATION_FAILED') throw error;
        return c.html(form(words('emailTaken')), 422);
      }
      return c.html(done());
    });
}

function problemOf(error: z.ZodError): string {
  const field = error.issues[0]?.path[0];
  if (field === 'password') return words('shortPassword', { minimum });
  return field === 'email' ? words('enterEmail') : words('enterName');
}

function done(): ReturnType<typeof page> {
  return page(
    words('title'),
    html`<h1>${words('ready')}</h1><p><a href="/sign-in">${words('signIn')}</a></p>`,
  );
}

function form(problem?: string): ReturnType<typeof page> {
  return page(
    words('title'),
    html`<h1>${words('heading')}</h1>
    <p>${words('explanation')}</p>
    ${problem ? html`<p role="alert">${problem}</p>` : ''}
    <form method="post">
      <label>${words('name')} <input name="name" autocomplete="name" required maxlength="100"></label>
      <label>${words('email')} <input name="email" type="email" autocomplete="username" required maxlength="254"></label>
      <label>${words('password', { minimum })}
        <input name="password" type="password" autocomplete="new-password" required minlength="${minimum}" maxlength="${limits.passwordMaxLength}"></label>
      <button>${words('submit')}</button>
    </form>`,
  );
}
