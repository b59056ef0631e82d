import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';

async function expectNoComplaint(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
  ).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing in the gallery, the window and its lists', async ({ app }) => {
      const { page } = app;
      await expect(page.getByRole('heading', { name: 'Templates' })).toBeVisible();
      await expectNoComplaint(page);
      await app.pickTemplate('Two computers, 40 GbE');
      for (const tab of ['Checks', 'BOM', 'Cables', 'Rates', 'Scripts']) {
        await app.openTab(tab);
        await expectNoComplaint(page);
      }
    });

    test('axe finds nothing in the inspector', async ({ app }) => {
      await app.pickTemplate('Four computers, converged 25 GbE');
      for (const name of ['S2D01', 'TOR1', 'S2D-CL1', 'Storage A']) {
        await app.select(name);
        await expectNoComplaint(app.page);
      }
    });

    test('axe finds nothing in the dialogs', async ({ app }) => {
      const { page } = app;
      await app.pickTemplate('Two computers, 10 GbE');
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await expectNoComplaint(page);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.keyboard.press('Control+Shift+S');
      await expect(page.getByRole('dialog', { name: 'Save the design' })).toBeVisible();
      await expectNoComplaint(page);
    });
  });
}

test('the drawing can be walked, chosen and moved with the keyboard alone', async ({ app }) => {
  const { page } = app;
  await app.pickTemplate('Two computers, 10 GbE');
  await app.item('hv01').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'HV01' }).first()).toBeVisible();
  const before = await app.item('hv01').boundingBox();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('button', { name: /^Undo Move/ })).toBeEnabled();
  const after = await app.item('hv01').boundingBox();
  expect((after?.x ?? 0) - (before?.x ?? 0)).toBeGreaterThan(10);
  await page.keyboard.press('Control+Z');
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'FS01' }).first()).toBeVisible();
});
