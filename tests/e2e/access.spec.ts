import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DialogName } from '../../src-renderer/state/dialog-requests.ts';
import type { DrawerTab, SideTab } from '../../src-renderer/state/view.svelte.ts';
import { expect, test, type App } from './support/app.ts';
import { expectNoComplaint } from './support/axe.ts';

const LISTS_PART = 'section[aria-label=Lists]';
const INSPECTOR_PART = 'aside[aria-label=Inspector]';
const SIDE_PART = 'aside[data-tour=side]';

/** Does a command as the command palette offers it. */
async function command(app: App, name: string): Promise<void> {
  const { page } = app;
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search commands and the design' }).fill(name);
  await page.getByRole('option', { name }).first().click();
}

// A dialog, list or panel without a line in these tables does not compile.
const DIALOGS: { readonly [N in DialogName]: ((app: App) => Promise<unknown>) | null } = {
  breakout: (app) => command(app, 'Split a switch port'),
  compare: async (app) => {
    await app.saveAs('compared');
    await command(app, 'Compare with another design');
    // Without another design the user is asked for a file, unless the dialog asks by itself.
    const file = app.page.getByRole('dialog', { name: 'Open a design' });
    await expect(app.page.getByRole('dialog').first()).toBeVisible();
    if (await file.isVisible()) await file.getByRole('option', { name: 'compared' }).dblclick();
  },
  'connect-mesh': (app) => command(app, 'Connect nodes directly'),
  'connect-nodes': (app) => app.page.keyboard.press('Control+Shift+K'),
  'connect-port': (app) => command(app, 'Connect a port'),
  'connect-switches': (app) => command(app, 'Connect switches to each other'),
  duplicate: async (app) => {
    await app.select('S2D01');
    await command(app, 'Duplicate several');
  },
  export: (app) => app.page.keyboard.press('Control+P'),
  formulas: (app) => command(app, 'How this is computed'),
  history: async (app) => {
    await app.select('TOR1');
    await app.page.keyboard.press('F2');
    await app.page.keyboard.type('TOR9');
    await app.page.keyboard.press('Enter');
    await app.page.keyboard.press('Control+Shift+H');
  },
  palette: (app) => app.page.keyboard.press('Control+Shift+P'),
  recent: async (app) => {
    await app.saveAs('remembered');
    await command(app, 'Recent designs');
  },
  // Opens by itself, and only where a window was killed.
  recovery: null,
  shortcuts: (app) => app.page.keyboard.press('?'),
  size: async (app) => {
    await command(app, 'Size from a target');
    await expect(app.page.getByRole('status').filter({ hasText: 'reach the target' })).toBeVisible();
  },
  swap: (app) => command(app, 'Swap adapters'),
  templates: (app) => app.page.keyboard.press('Control+N'),
  versions: async (app) => {
    await app.saveAs('twice');
    await command(app, 'Earlier versions');
  },
  // Only nodes of different roles leave the question what they become together.
  group: async (app) => {
    await command(app, 'Two computers, 10 GbE');
    await app.item('hv01').focus();
    await app.page.keyboard.press('Control+A');
    await app.page.keyboard.press('Control+G');
  },
};
const LISTS: Readonly<Record<DrawerTab, string>> = {
  checks: 'Checks',
  bom: 'BOM',
  devices: 'Devices',
  cables: 'Cables',
  addresses: 'Addresses',
  rates: 'Rates',
  scripts: 'Scripts',
};
const SIDES: Readonly<Record<SideTab, string>> = { palette: 'Palette', outline: 'Outline' };

const TEMPLATE = 'Four computers, converged 25 GbE';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the start screen and in an empty design', async ({ app }) => {
      const { page } = app;
      await expect(page.getByRole('heading', { name: 'Templates' })).toBeVisible();
      await expectNoComplaint(page, 'start');
      await page.getByRole('button', { name: /^Draw it yourself/ }).click();
      await expect(page.getByRole('heading', { name: 'This drawing is empty' })).toBeVisible();
      await expectNoComplaint(page, 'an empty design');
      for (const list of Object.values(LISTS)) {
        await app.openTab(list);
        await expectNoComplaint(page, `${list}, empty`, LISTS_PART);
      }
    });

    test('axe finds nothing in the lists and panels', async ({ app }) => {
      const { page } = app;
      await app.pickTemplate(TEMPLATE);
      await expectNoComplaint(page, 'a design');
      for (const list of Object.values(LISTS)) {
        await app.openTab(list);
        await expectNoComplaint(page, list, LISTS_PART);
      }
      for (const side of Object.values(SIDES)) {
        await app.openTab(side);
        await expectNoComplaint(page, side, SIDE_PART);
      }
    });

    test('axe finds nothing in the inspector', async ({ app }) => {
      const { page } = app;
      await app.pickTemplate(TEMPLATE);
      for (const name of ['S2D01', 'TOR1', 'S2D-CL1', 'Storage A', 'Fabric policy', 'Project details']) {
        await app.select(name);
        await expectNoComplaint(page, name, INSPECTOR_PART);
      }
      await command(app, 'Racks and lengths');
      await expectNoComplaint(page, 'racks', INSPECTOR_PART);
      await app.select('S2D01');
      await page.getByRole('treeitem', { name: 'S2D03' }).click({ modifiers: ['Shift'] });
      await expectNoComplaint(page, 'several nodes', INSPECTOR_PART);
      await page.keyboard.press('Control+f');
      await page.getByRole('textbox', { name: 'Find' }).fill('C001');
      await page.keyboard.press('Enter');
      await expect(page.getByText(/^1 of \d/)).toBeVisible();
      await expectNoComplaint(page, 'a cable, found');
    });

    test('axe finds nothing in the dialogs', async ({ app }) => {
      const { page } = app;
      await app.pickTemplate(TEMPLATE);
      for (const [name, open] of Object.entries(DIALOGS)) {
        if (open === null) continue;
        await open(app);
        const dialog = page.locator('dialog[open]').last();
        await expect(dialog, name).toBeVisible();
        await expectNoComplaint(page, name, 'dialog[open]');
        await page.keyboard.press('Escape');
        await expect(dialog, name).toBeHidden();
      }
    });

    test('axe finds nothing in menus, the tour, and what a file asks', async ({ app, home }) => {
      const { page } = app;
      await page.getByRole('button', { name: 'Take the tour' }).click();
      for (let step = 1; step <= 6; step++) {
        await expect(page.getByText(`Tour, step ${step} of 6`)).toBeVisible();
        await expectNoComplaint(page, `step ${step} of the tour`, '[aria-labelledby$=title].card');
        await page.getByRole('button', { name: step < 6 ? 'Next' : 'Done' }).click();
      }
      await expect(page.getByText('Tour, step')).toBeHidden();
      await app.openTab('Outline');
      await page.getByRole('treeitem', { name: 'FS01' }).click({ button: 'right' });
      await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible();
      await expectNoComplaint(page, 'menu of a node', '[role=menu]');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('treeitem', { name: 'FS01' })).toBeFocused();
      await page.keyboard.press('Control+Shift+S');
      await expect(page.getByRole('dialog', { name: 'Save the design' })).toBeVisible();
      await expectNoComplaint(page, 'file dialog', 'dialog[open]');
      await page.keyboard.press('Escape');
      await app.saveAs('asked');
      await page.getByRole('treeitem', { name: 'FS01' }).focus();
      await page.keyboard.press('F2');
      await page.keyboard.type('FS10');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('treeitem', { name: 'FS10' })).toBeFocused();
      await page.keyboard.press('F2');
      await expectNoComplaint(page, 'a name being typed', SIDE_PART);
      writeFileSync(join(home, 'asked.cwplan'), 'changed by someone else');
      await expect(page.getByText('asked.cwplan was changed by another program')).toBeVisible();
      await expectNoComplaint(page, 'a file changed by someone else', '.notice');
      await page.keyboard.press('Control+N');
      await page.getByRole('dialog').getByRole('button', { name: TEMPLATE }).click();
      await expect(page.getByRole('dialog', { name: 'Save the changes?' })).toBeVisible();
      await expectNoComplaint(page, 'unsaved changes', 'dialog[open]');
      await page.getByRole('button', { name: "Don't save" }).click();
    });

    test('axe finds nothing at 200 % zoom, and every control can still be reached', async ({ app }) => {
      const { page } = app;
      // A window of 1280 x 800 at 200 % has this many CSS px.
      await page.setViewportSize({ width: 640, height: 400 });
      await expectNoComplaint(page, 'start');
      await app.pickTemplate(TEMPLATE);
      await expectNoComplaint(page, 'the window');
      for (const panel of ['Outline', 'Inspector', 'Lists']) {
        await page.getByRole('button', { name: 'More' }).click();
        await page.getByRole('menuitem', { name: new RegExp(`^${panel}`) }).click();
        await expectNoComplaint(page, panel);
      }
      const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wider).toBe(false);
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

test('a name is found, the history leads back in one jump, and menus open by key', async ({ app }) => {
  const { page } = app;
  await app.pickTemplate('Eight computers, dual 10 GbE');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('hv0');
  await expect(page.getByText('6 matches')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 of 6')).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByRole('heading', { name: 'HV01' }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Find' })).toBeHidden();
  for (const name of ['ONE', 'TWO', 'SIX']) {
    await page.keyboard.press('F2');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('treeitem', { name: 'SIX' })).toBeVisible();
  await page.keyboard.press('Control+Shift+H');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('treeitem', { name: 'HV01' })).toBeVisible();
  await page.getByRole('treeitem', { name: 'HV01' }).focus();
  await page.keyboard.press('Shift+F10');
  await page.keyboard.press('r');
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('treeitem', { name: 'HV01' })).toBeFocused();
});
