import type { Locator } from '@playwright/test';
import { expect, test, type App } from './support/app.ts';
import { expectNoComplaint } from './support/axe.ts';

/** The strip above the drawing that says what has failed. */
const banner = (app: App): Locator => app.page.getByTestId('failure');
const lists = (app: App): Locator => app.page.getByRole('region', { name: 'Lists' });

async function openRates(app: App, view: string): Promise<void> {
  await app.openTab('Rates');
  await lists(app).getByRole('button', { name: view, exact: true }).click();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('a switch fails in the list, the drawing shows what is left, and it comes back', async ({ app }) => {
      const { page } = app;
      await app.pickTemplate('Four computers, converged 25 GbE');
      await openRates(app, 'After a failure');
      const table = lists(app).getByRole('table', { name: 'After a failure' });
      await expect(table.getByRole('row', { name: /^Switch TOR1 12\.2 50\.0 %/ })).toBeVisible();
      await expectNoComplaint(page, 'failures', 'section[aria-label=Lists]');

      await table.getByRole('button', { name: 'Fail Switch TOR1' }).click();
      await expect(banner(app)).toContainText('12.2 of 24.5 GB/s left');
      await expect(banner(app)).toContainText('Nobody is cut off');
      // The switch is crossed out; its four cables to nodes and two to the other switch are dashed.
      await expect(page.locator('.canvas g[data-lost]')).toHaveCount(1);
      await expect(page.locator('.canvas path[data-lost]')).toHaveCount(6);
      await expect(page.locator('.canvas path[data-bottleneck]')).toHaveCount(4);
      await expect(page.getByRole('contentinfo')).toContainText('12.2 of 24.5 GB/s left');
      await expectNoComplaint(page, 'something failed');

      await table.getByRole('button', { name: 'Fail Switch TOR2' }).click();
      await expect(banner(app)).toContainText('0.0 of 24.5 GB/s left');
      await expect(page.locator('.canvas [data-cut-off]')).toHaveCount(4);
      await banner(app).getByRole('button', { name: 'Bring TOR1 back' }).click();
      await expect(banner(app)).toContainText('12.2 of 24.5 GB/s left');
      await expect(page.locator('.canvas [data-cut-off]')).toHaveCount(0);

      // No step of undo, nothing to save.
      await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
      await banner(app).getByRole('button', { name: 'Bring it back' }).click();
      await expect(banner(app)).toHaveCount(0);
      await expect(page.locator('.canvas [data-lost]')).toHaveCount(0);
      await expect(page.getByRole('contentinfo')).toContainText('24.5 GB/s');

      // From afar the bundles of the switch are dashed. Escape in the list brings it back, whatever is selected.
      await app.select('S2D01');
      for (let i = 0; i < 6; i++) await page.getByRole('button', { name: 'Zoom out' }).click();
      await table.getByRole('button', { name: 'Fail Switch TOR1' }).click();
      await expect(page.locator('.canvas path[data-lost-bundle]')).toHaveCount(1);
      await page.keyboard.press('Escape');
      await expect(banner(app)).toHaveCount(0);
      await expect(page.locator('.canvas path[data-lost-bundle]')).toHaveCount(0);
    });

    test('every list of rates, a chain of formulas and the load are without complaint', async ({ app }) => {
      const { page } = app;
      await app.pickTemplate('Eight computers, dual 10 GbE');
      await openRates(app, 'Delivered');
      const row = lists(app).getByRole('row', { name: /FS01/ });
      await row.focus();
      await page.keyboard.press('Space');
      const chain = lists(app).getByRole('table', { name: 'How the numbers of FS01 come about' });
      await expect(chain.getByRole('row').last()).toContainText('39.1 Gb/s, 4.9 GB/s');
      await expectNoComplaint(page, 'delivered', 'section[aria-label=Lists]');
      await openRates(app, 'Load');
      // The inspector is beside the drawing, which the lists may cover.
      await lists(app).getByRole('button', { name: 'Take the whole height' }).click();
      await lists(app).getByRole('button', { name: 'Describe its load' }).click();
      const inspector = page.getByRole('complementary', { name: 'Inspector' });
      await expect(inspector.getByRole('button', { name: 'Describe it' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(inspector.getByRole('group').getByLabel('Name')).toBeFocused();
      await inspector.getByLabel('IOPS of each').fill('0');
      await page.keyboard.press('Enter');
      await expect(inspector.getByRole('alert')).toContainText('At least 1 IOPS');
      await inspector.getByLabel('IOPS of each').fill('1000');
      await page.keyboard.press('Enter');
      // 100 x 1000 x 32 KiB, 70 % of it read, over six nodes.
      await expect(inspector).toContainText('2.29 of 4.88 GB/s');
      await expect(lists(app).getByRole('row', { name: /HV-CL1/ })).toContainText('−100 %');
      await expectNoComplaint(page, 'load', 'section[aria-label=Lists]');
      await expectNoComplaint(page, 'load in the inspector', 'aside[aria-label=Inspector]');
    });
  });
}

test('by keyboard: fail from the menu of the drawing, bring back with Escape; look up a formula', async ({
  app,
}) => {
  const { page } = app;
  await app.pickTemplate('Eight computers, dual 10 GbE');
  await app.select('FS01');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Fail it' }).click();
  await expect(banner(app)).toContainText('2.4 of 4.9 GB/s left');
  await app.item('tor1').focus();
  // First the selection goes, then what failed comes back.
  await page.keyboard.press('Escape');
  await expect(banner(app)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(banner(app)).toHaveCount(0);

  await openRates(app, 'After a failure');
  const table = lists(app).getByRole('table', { name: 'After a failure' });
  await table.getByRole('row', { name: /^Adapter FS01/ }).focus();
  await page.keyboard.press('Space');
  await expect(banner(app)).toContainText('Cut off: FS01');
  await page.keyboard.press('Space');
  await expect(banner(app)).toHaveCount(0);

  await lists(app).getByRole('button', { name: 'How this is computed' }).click();
  const dialog = page.getByRole('dialog', { name: 'How this is computed' });
  await dialog.getByRole('searchbox').fill('iwarp mpa');
  await expect(dialog.getByRole('heading', { level: 3 })).toHaveText(['Payload of a port']);
  await expect(dialog).toContainText('RFC 5044');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
