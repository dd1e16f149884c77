import { type Browser, expect, type Page, type Response } from '@playwright/test';
import { overlay } from './overlay.ts';
import type { Demo, DemoUser } from './product.ts';
import { openAs } from './session.ts';

/** Opens Billing in a browser of its own, as somebody who may pay. */
export async function openBilling(
  browser: Browser,
  { demo, projectId, user = 'owner' }: { demo: Demo; projectId: string; user?: DemoUser },
): Promise<Page> {
  const context = await openAs(browser, { demo, user });
  const page = await context.newPage();
  await page.goto(`/projects/${projectId}/settings/billing`);
  return page;
}

/** Chooses a number of credits and opens Review Payment. */
export async function reviewTopUp(page: Page, units: number): Promise<void> {
  await page.getByLabel('Number of credits').fill(String(units));
  await page.getByRole('button', { name: 'Review and pay' }).click();
  await page.getByRole('dialog', { name: 'Review Payment' }).waitFor();
}

/** From the number of credits to Razorpay's overlay, ready to pay. */
export async function startTopUp(page: Page, units: number): Promise<void> {
  await reviewTopUp(page, units);
  await page.getByRole('button', { name: 'Continue to Razorpay' }).click();
  await expect(overlay(page).getByRole('heading', { name: 'Payment Options' })).toBeVisible();
}

/** Waits until Razorpay has taken the money; the webhook is on its way then. */
export function captured(page: Page): Promise<Response> {
  return page.waitForResponse(/\/checkout\/order_\w+\/payments$/);
}
