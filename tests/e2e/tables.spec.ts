import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';

/** What has the focus: its name, and the name of the device in whose row it stands. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label = element?.getAttribute('aria-label') ?? element?.tagName ?? '';
    const row = element?.closest('tr');
    return `${label} in ${row ? (row.querySelector('input')?.value ?? 'heading') : 'no table'}`;
  });
}

test('Tab walks the fields of the current row of a table and leaves it', async ({ app }) => {
  const { page } = app;
  await app.pickTemplate('Two computers, 40 GbE');
  await app.openTab('Devices');
  const table = page.getByRole('grid', { name: 'Devices' });
  const headings = table.getByRole('columnheader').getByRole('button');
  await headings.last().focus();

  // The heading of the first cluster is above, and is not where Tab comes to.
  const walk = ['TR', 'Name of FS01', 'Cluster of FS01', 'Profile of FS01', 'Rack of FS01'];
  for (const name of walk) {
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(`${name} in FS01`);
  }
  await page.keyboard.press('Tab');
  expect(await focused(page)).not.toContain('FS01');
  expect(await table.evaluate((element) => element.contains(document.activeElement))).toBe(false);

  // Back in, and down with the arrow keys: the next row is the one Tab walks.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe('TR in FS01');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe('TR in HV01');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Name of HV01 in HV01');

  // Up from a field is the same field of the row above, past the heading between them.
  await page.keyboard.press('ArrowUp');
  expect(await focused(page)).toBe('Name of FS01 in FS01');
});
