import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type App } from './support/app.ts';
import { expectGoodDialog, expectNoComplaint } from './support/axe.ts';
import { Story } from './support/story.ts';

const CLI = resolve(
  process.env['CLUSTERWRIGHT_OUT'] ?? resolve(import.meta.dirname, '../../out'),
  'main/cli.js',
);
const WIZARD = 'Size from a target';

/** The wizard as its user drives it. */
class Wizard {
  readonly page: Page;
  readonly dialog: Locator;
  readonly list: Locator;
  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: WIZARD });
    this.list = this.dialog.getByRole('treegrid', { name: 'Designs, best first' });
  }
  /** Rows as they stand: those of folded groups are not among them. */
  get rows(): Locator {
    return this.list.locator('tbody tr:has(input)');
  }
  field(name: string): Locator {
    return this.dialog.getByRole('spinbutton', { name, exact: true });
  }
  get counts(): Locator {
    return this.dialog.getByRole('status').filter({ hasText: 'the target' });
  }
  /** Names of the rows with what they are built of, in order. */
  async read(): Promise<string[]> {
    await this.settle();
    return this.rows.locator('.design').allInnerTexts();
  }
  /** Ids of the rows, as the command line names them. */
  async ids(): Promise<(string | null)[]> {
    await this.settle();
    return Promise.all((await this.rows.all()).map((row) => row.getAttribute('data-row')));
  }
  /** Waits until the last search is through. */
  async settle(): Promise<void> {
    await expect(this.dialog.locator('.found')).toHaveAttribute('aria-busy', 'false');
    await expect(this.counts).toBeVisible();
  }
}

async function openWizard(app: App): Promise<Wizard> {
  await app.page.getByRole('button', { name: new RegExp(`^${WIZARD}`) }).click();
  const wizard = new Wizard(app.page);
  await wizard.settle();
  return wizard;
}

test('a target becomes a drawn design, and a switch fails in it', async ({ app }) => {
  const story = new Story(app, 'sizing');
  const { page } = app;
  const wizard = await openWizard(app);
  await expect(wizard.counts).toContainText(/^\d+ designs reach the target/);
  await story.step('a-target');

  // One nudge moves the rows: what a number was before stands below it.
  await wizard.dialog.getByRole('button', { name: 'Each file server: more' }).click();
  await wizard.settle();
  await expect(wizard.field('Each file server')).toHaveValue('11');
  await expect(wizard.list.getByText(/was [+−]?\d/).first()).toBeVisible();
  await story.step('a-nudge');

  await wizard.dialog.getByLabel('Ranked by').selectOption({ label: 'Fewest rack units' });
  await wizard.settle();
  await wizard.rows.nth(0).getByRole('checkbox').check();
  await wizard.rows.nth(1).getByRole('checkbox').check();
  await wizard.rows.nth(2).getByRole('checkbox').check();
  await wizard.rows.nth(2).getByRole('checkbox').uncheck();
  await wizard.dialog.getByRole('button', { name: 'Compare 2' }).click();
  const table = wizard.dialog.getByRole('region', { name: 'Designs side by side' });
  await expect(table.getByRole('row', { name: /^Rack units/ })).toBeVisible();
  await expect(table.getByRole('row', { name: /, differs/ }).first()).toBeVisible();
  await story.step('side-by-side');
  await wizard.dialog.getByRole('button', { name: 'Back to the list' }).click();
  await expect(wizard.list.locator('tr[tabindex="0"]')).toBeFocused();

  // The row is drawn as a design of its own, with its rates.
  await wizard.rows.filter({ hasText: 'switch pair' }).first().dblclick();
  await expect(wizard.dialog).toBeHidden();
  await story.expectCounts(['8 nodes', '2 switches', '0 fails']);
  await expect(page.getByRole('tab', { name: 'Rates' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sized design');
  await story.step('drawn');

  // It was asked to survive a switch: without one nobody is cut off, and both servers still get their 11 GB/s.
  const rates = page.getByRole('tabpanel', { name: 'Rates' });
  await rates.getByRole('button', { name: 'After a failure' }).click();
  await story.step('each-failure');
  await rates.getByRole('button', { name: /^Fail switch TOR1/i }).click();
  const banner = page.getByTestId('failure');
  await expect(banner).toContainText('Nobody is cut off');
  const [left, whole] = /([\d.]+) of ([\d.]+) GB\/s left/.exec(await banner.innerText())?.slice(1) ?? [];
  expect(Number(left)).toBeGreaterThanOrEqual(22);
  expect(Number(left)).toBeLessThan(Number(whole));
  await expect(page.locator('.failed [data-lost=tor1]')).toBeVisible();
  await expect(page.locator('.failed [data-lost=tor2]')).toHaveCount(0);
  await story.step('without-a-switch');

  await rates.getByRole('button', { name: /^Fail switch TOR2/i }).click();
  await expect(banner).toContainText('0.0 of');
  await expect(banner).toContainText('Cut off: ');
  await page.getByRole('button', { name: 'Bring all back' }).click();
  await expect(banner).toBeHidden();
});

test('the wizard is driven by keys alone', async ({ app }) => {
  const story = new Story(app, 'sizing-keys');
  const wizard = new Wizard(app.page);
  await story.run(WIZARD);
  await wizard.settle();
  const before = await wizard.read();
  await story.tabTo('Hyper-V nodes');
  await story.press('ArrowUp', 'ArrowUp');
  await expect(wizard.field('Hyper-V nodes')).toHaveValue('8');
  await wizard.settle();

  await story.tabTo(/^\d+ ?\d+ GbE/);
  await story.press('Space', 'ArrowDown', 'Space');
  await expect(wizard.dialog.getByRole('button', { name: 'Compare 2' })).toBeEnabled();
  await story.press('End');
  await story.press('Home');
  await expect(wizard.rows.first()).toBeFocused();
  await expect(wizard.rows.first()).toHaveAttribute('aria-selected', 'true');
  await story.press('Enter');
  await expect(wizard.dialog).toBeHidden();
  await story.expectCounts(['10 nodes']);
  await expect(app.page.getByRole('listbox', { name: 'Drawing' }).locator(':focus')).toHaveCount(1);
  expect(before.length).toBeGreaterThan(0);
});

test('rows that are no better in anything are folded away, those that fall short say why', async ({
  app,
}) => {
  const wizard = await openWizard(app);
  const open = await wizard.rows.count();
  const folded = wizard.list.getByRole('row', { name: /no better in anything/ });
  const many = Number(/^\d+/.exec(await folded.innerText())?.[0]);
  await folded.focus();
  await app.page.keyboard.press('Enter');
  await expect(wizard.rows).toHaveCount(open + many);
  await expect(folded).toHaveAttribute('aria-expanded', 'true');
  const short = wizard.list.locator('tr.short').first();
  await expect(short.locator('.reason')).toHaveText(/\w+ .*\w/);

  // A target nobody reaches leaves a list of reasons, and nothing is ranked.
  await wizard.field('Each file server').fill('900');
  await wizard.settle();
  await expect(wizard.counts).toContainText('0 designs reach the target');
  await expect(wizard.list.locator('tr.short').first()).toBeVisible();
});

test('one model of an adapter and of a switch is what every row is built of, or says why not', async ({
  app,
}) => {
  const wizard = await openWizard(app);
  await wizard.dialog.getByText('Products', { exact: true }).click();
  const pick = async (what: string, search: string) => {
    await wizard.dialog.getByRole('button', { name: new RegExp(`^${what}: `) }).click();
    await app.page.keyboard.type(search);
    await app.page.keyboard.press('Enter');
    await wizard.settle();
  };
  await pick('Adapter', 'MCX512A-ACAT');
  await pick('Switch', 'SN2010');
  const built = await wizard.rows.locator('.design').allInnerTexts();
  expect(built.length).toBeGreaterThan(0);
  for (const text of built) {
    expect(text).toMatch(/ConnectX-5/);
    expect(text).toMatch(/SN2010|direct|mesh/);
  }
  // Of another maker than the one that is named: no row is left, and each says what stands against it.
  await wizard.dialog.getByRole('group', { name: 'Maker of the adapters' }).getByText('Intel').click();
  await wizard.settle();
  await expect(wizard.counts).toContainText('0 designs reach the target');
});

test('a field says what would be right, keeps what was typed, and the list stays', async ({ app }) => {
  const wizard = await openWizard(app);
  const before = await wizard.read();
  const nodes = wizard.field('Hyper-V nodes');
  await nodes.fill('65');
  await expect(wizard.dialog.getByRole('alert')).toHaveText('A whole number from 1 to 64.');
  await expect(nodes).toHaveAttribute('aria-invalid', 'true');
  await nodes.fill('many');
  await expect(wizard.dialog.getByRole('alert')).toBeVisible();
  expect(await wizard.read()).toEqual(before);
  await nodes.press('Escape');
  await expect(nodes).toHaveValue('6');
  await expect(wizard.dialog.getByRole('alert')).toHaveCount(0);
});

test('the request is remembered, reset, and asked about before it takes the place of unsaved work', async ({
  app,
}) => {
  const { page } = app;
  let wizard = await openWizard(app);
  await wizard.field('File servers').fill('3');
  await wizard.settle();
  await page.keyboard.press('Escape');
  await page.reload();
  wizard = await openWizard(app);
  await expect(wizard.field('File servers')).toHaveValue('3');
  await wizard.dialog.getByRole('button', { name: 'Reset the requirements' }).click();
  await expect(wizard.field('File servers')).toHaveValue('2');
  await page.keyboard.press('Escape');

  await app.pickTemplate('Two computers, 10 GbE');
  await app.select('HV01');
  await page.keyboard.press('F2');
  await page.keyboard.type('CHANGED');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+k');
  await page.keyboard.type(WIZARD);
  await page.keyboard.press('Enter');
  await wizard.settle();
  await wizard.dialog.getByRole('button', { name: /^Draw \d+ GbE/ }).click();
  const question = page.getByRole('dialog', { name: 'Save the changes?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(wizard.dialog).toBeVisible();
  await wizard.dialog.getByRole('button', { name: /^Draw \d+ GbE/ }).click();
  await question.getByRole('button', { name: "Don't save" }).click();
  await expect(wizard.dialog).toBeHidden();
  await expect(page.getByRole('treeitem', { name: 'CHANGED' })).toHaveCount(0);

  // What was sized is in no file yet: it is not left without a question either.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Two computers, 10 GbE');
  await page.keyboard.press('Enter');
  await expect(question).toBeVisible();
});

test('a design drawn by a double press is drawn once', async ({ app }) => {
  const wizard = await openWizard(app);
  await wizard.dialog.getByRole('button', { name: /^Draw \d+ GbE/ }).dblclick();
  await expect(wizard.dialog).toBeHidden();
  await expect(app.page.getByRole('contentinfo')).toContainText('8 nodes');
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
});

test('the request copied for the command line gives the same designs there', async ({ app, home }) => {
  const { page } = app;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const wizard = await openWizard(app);
  await wizard.field('Growth').fill('10');
  await wizard.settle();
  await wizard.dialog.getByRole('button', { name: /^Copy the request/ }).click();
  const file = join(home, 'request.json');
  writeFileSync(file, await page.evaluate(() => navigator.clipboard.readText()));
  await wizard.list.getByRole('row', { name: /no better in anything/ }).click();
  const cli = ['size', '--request', file, '--json'];
  const { rows } = JSON.parse(execFileSync(process.execPath, [CLI, ...cli], { encoding: 'utf8' })) as {
    readonly rows: readonly { readonly id: string }[];
  };
  expect((await wizard.ids()).sort()).toEqual(rows.map(({ id }) => id).sort());
});

test('a price moves the ranking by price, and a load of virtual machines is a target too', async ({
  app,
}) => {
  const wizard = await openWizard(app);
  const { dialog } = wizard;
  await dialog.getByText('Prices', { exact: true }).click();
  await dialog.getByRole('textbox').and(dialog.getByPlaceholder('not known')).first().fill('1200');
  await app.page.keyboard.press('Enter');
  await expect(wizard.list.getByRole('columnheader', { name: 'Price' })).toBeVisible();
  // The section stays open: the next price is typed at once.
  await expect(dialog.getByPlaceholder('not known').first()).toBeVisible();
  await dialog.getByLabel('Ranked by').selectOption({ label: 'Lowest price' });
  await wizard.settle();
  await dialog.getByRole('radio', { name: 'Load of the VMs' }).check();
  await wizard.settle();
  await expect(wizard.field('IOPS of one')).toHaveValue('500');
  await dialog.getByRole('button', { name: 'Another kind of VM' }).click();
  await expect(wizard.field('IOPS of one')).toHaveCount(2);
  await dialog.getByRole('radio', { name: 'Hyper-converged' }).check();
  await wizard.settle();
  await expect(wizard.rows.first()).toBeVisible();
});

test('axe finds nothing in the wizard, whatever it shows, in both themes and at 200 % zoom', async ({
  app,
}) => {
  const { page } = app;
  const wizard = await openWizard(app);
  for (const title of ['Products', 'Cables', 'Prices', 'Name'])
    await wizard.dialog.getByText(title, { exact: true }).first().click();
  await wizard.field('Growth').fill('20');
  await wizard.settle();
  await wizard.field('Hyper-V nodes').fill('0');
  await expectGoodDialog(page, 'everything open, a wrong number, what changed');
  await wizard.rows.nth(0).getByRole('checkbox').click();
  await wizard.rows.nth(1).getByRole('checkbox').click();
  await wizard.dialog.getByRole('button', { name: 'Compare 2' }).click();
  await expectGoodDialog(page, 'side by side');
  await wizard.dialog.getByRole('button', { name: 'Back to the list' }).click();
  await page.setViewportSize({ width: 640, height: 400 });
  await expectNoComplaint(page, 'at 200 % zoom', 'dialog[open]');
  await wizard.rows.first().scrollIntoViewIfNeeded();
  await wizard.rows.first().click();
  await expect(wizard.dialog.getByRole('button', { name: /^Draw / })).toBeInViewport();
});
