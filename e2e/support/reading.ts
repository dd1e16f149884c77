import type { Locator, Page } from '@playwright/test';

/** The part of a page under a heading; a card's own, where it stands in a section of the page. */
export function sectionOf(page: Page, title: string): Locator {
  const heading = page.getByRole('heading', { name: title, exact: true });
  return page.locator('section').filter({ has: heading }).last();
}

/** What a list of facts says, label by label, with plain spaces: `{ Units: '5' }`. */
export async function factsIn(scope: Locator): Promise<Record<string, string>> {
  const pairs = await scope
    .locator('dl > div')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector('dt')?.textContent ?? '',
        row.querySelector('dd')?.textContent ?? '',
      ]),
    );
  return Object.fromEntries(pairs.map(([label = '', value = '']) => [plain(label), plain(value)]));
}

/** Without the non-breaking spaces that keep a number and its unit on one line. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').trim();
}
