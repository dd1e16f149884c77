import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import type { Demo, DemoUser } from './product.ts';

type Whose = { readonly demo: Demo; readonly user: DemoUser };

/** Signs in through the form, as a person does. */
export async function signInByForm(page: Page, { demo, user }: Whose): Promise<void> {
  const { email, password } = demo.users[user];
  await page.goto(`${demo.url}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${demo.url}/projects/**`);
}

/** A browser of its own (cookies, storage) in which somebody is signed in already. */
export async function openAs(
  browser: Browser,
  { demo, user }: Whose,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: demo.url,
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    ...options,
  });
  const answer = await context.request.post('/api/auth/sign-in/email', { data: demo.users[user] });
  if (!answer.ok()) throw new Error(`${user} could not sign in: ${answer.status()} ${await answer.text()}`);
  return context;
}
