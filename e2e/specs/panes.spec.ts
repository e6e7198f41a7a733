import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import type { PosternPage } from '../pages/PosternPage.ts';

/** Between the profiles and the rest; the next ones are within the rest. */
function firstSeparator({ page }: PosternPage): Locator {
  return page.getByRole('separator').first();
}

async function leftOf(separator: Locator): Promise<number> {
  return (await separator.boundingBox())?.x ?? Number.NaN;
}

test.beforeEach(async ({ app }) => {
  await expect(app.urlField).toBeVisible();
});

test('arrow keys move the separator between two panes, which keep their sizes over a reload', async ({
  app,
}) => {
  const separator = firstSeparator(app);
  const before = await leftOf(separator);
  await expect(separator).toHaveAttribute('aria-orientation', 'vertical');
  await separator.focus();
  const value = Number(await separator.getAttribute('aria-valuenow'));
  for (let presses = 0; presses < 3; presses += 1) await app.page.keyboard.press('ArrowRight');
  await expect.poll(() => leftOf(separator)).toBe(before + 72);
  await expect.poll(async () => Number(await separator.getAttribute('aria-valuenow'))).toBeGreaterThan(value);

  await app.page.reload();
  await expect.poll(() => leftOf(separator)).toBe(before + 72);
  await separator.dblclick();
  await expect.poll(() => leftOf(separator)).toBe(before);
});

test('a dragged separator stops where a pane would be too small, and the panes follow the window', async ({
  app,
}) => {
  const { page } = app;
  const separator = firstSeparator(app);
  const { x, y } = (await separator.boundingBox()) ?? { x: Number.NaN, y: Number.NaN };
  await page.mouse.move(x, y + 200);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 200);
  await expect.poll(() => leftOf(separator)).toBe(x + 60);
  await page.mouse.move(x + 900, y + 200);
  await page.mouse.up();
  await expect.poll(() => leftOf(separator)).toBe(420);
  await expect
    .poll(() => separator.getAttribute('aria-valuenow'))
    .toBe(await separator.getAttribute('aria-valuemax'));

  const { height } = page.viewportSize() ?? { height: 800 };
  await page.setViewportSize({ width: 1_024, height });
  await expect.poll(() => leftOf(separator)).toBe(420);
});
