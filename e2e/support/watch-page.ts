import type { Page } from '@playwright/test';

/**
 * Collects what a browser complains about from now on: errors of scripts, of the console and of the content security
 * policy (which the browser says there too), and requests that failed.
 */
export function watchPage(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}
