import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any page of ours has before its content. */
const MAX_STOPS = 60;

/** Presses Tab until something has the focus; every stop on the way must show that it has it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < MAX_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const { name, hasRing } = await page.evaluate(focused);
    expect(hasRing, `a visible focus on "${name}"`).toBe(true);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never reached ${target}`);
}

/** Runs in the page: what has the focus, and whether that can be seen. */
function focused(): { name: string; hasRing: boolean } {
  const element = document.activeElement ?? document.body;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
  const isPage = element === document.body || element === document.documentElement;
  return {
    name: `${element.tagName} ${name.slice(0, 40)}`,
    hasRing: isPage || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2),
  };
}
