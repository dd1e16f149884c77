import type { FrameLocator, Page } from '@playwright/test';

/** Razorpay's checkout over the page. */
export function overlay(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="Razorpay Checkout"]');
}

/** Pays by UPI: `success@razorpay` succeeds, `failure@razorpay` fails (Razorpay's own test ids). */
export async function payByUpi(
  page: Page,
  upiId: 'success@razorpay' | 'failure@razorpay' = 'success@razorpay',
): Promise<void> {
  const checkout = overlay(page);
  await checkout.getByLabel('UPI ID').fill(upiId);
  await checkout.getByRole('button', { name: 'Verify and Pay' }).click();
}

/** Leaves the overlay without paying. */
export async function exitOverlay(page: Page): Promise<void> {
  const checkout = overlay(page);
  await checkout.getByRole('button', { name: 'Close checkout' }).click();
  await checkout.getByRole('button', { name: 'Yes, exit' }).click();
}
