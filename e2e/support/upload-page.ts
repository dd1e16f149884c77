import type { Page } from '@playwright/test';
import type { LeadFile } from './lead-files.ts';

/** Leads → Upload Leads by the sidebar, as a person goes there. */
export async function goToUpload(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Upload Leads' }).click();
  await page.getByRole('heading', { name: 'Upload Leads' }).waitFor();
}

/** Chooses a process and a file; nothing is sent yet. */
export async function chooseFile(page: Page, process: string, file: LeadFile): Promise<void> {
  await page.getByRole('combobox', { name: 'Select Process' }).click();
  await page.getByRole('option', { name: process }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^(Browse|Replace)$/ }).click();
  await (await chooser).setFiles(file);
}
