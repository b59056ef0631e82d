import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { startHost } from './host.ts';

/** The app as a user drives it. */
export class App {
  readonly page: Page;
  /** Home folder of this test: what the file dialogs begin in. */
  readonly home: string;

  /** Ends the program behind the page without a warning, and the page with it. */
  readonly kill: () => Promise<void>;

  constructor(page: Page, home: string, kill: () => Promise<void>) {
    this.page = page;
    this.home = home;
    this.kill = kill;
  }

  get canvas(): Locator {
    return this.page.getByRole('group', { name: 'Drawing' }).or(this.page.locator('.canvas'));
  }

  /** A drawn node, switch, cable or cluster. */
  item(id: string): Locator {
    return this.page.locator(`.canvas [data-id="${id}"]`).first();
  }

  async pickTemplate(name: string): Promise<void> {
    await this.page.getByRole('button', { name }).first().click();
    await expect(this.page.getByRole('button', { name: 'Export', exact: true })).toBeVisible();
    // What was fitted into the window is where it is painted.
    await expect(this.page.getByRole('listbox', { name: 'Drawing' })).toHaveAttribute('aria-busy', 'false');
  }

  /** Chooses a part of the design in the outline, where everything drawn has a row. */
  async select(name: string): Promise<void> {
    await this.page.getByRole('tree').getByText(name, { exact: true }).click();
  }

  async openTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }

  async saveAs(name: string): Promise<void> {
    await this.page.keyboard.press('Control+Shift+S');
    const dialog = this.page.getByRole('dialog', { name: 'Save the design' });
    await dialog.getByLabel('File name').fill(name);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(this.page.getByText(`Saved ${name}.cwplan`)).toBeVisible();
  }

  async open(name: string): Promise<void> {
    await this.page.keyboard.press('Control+O');
    const dialog = this.page.getByRole('dialog', { name: 'Open a design' });
    await dialog.getByRole('option', { name }).dblclick();
    await expect(dialog).toBeHidden();
  }

  /** Exports the named formats into the home folder. */
  async exportAs(labels: readonly string[]): Promise<void> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Export' });
    for (const box of await dialog.getByRole('checkbox').all()) await box.uncheck();
    for (const label of labels) await dialog.getByRole('checkbox', { name: label }).check();
    await dialog.getByRole('button', { name: 'Export to a folder' }).click();
    const folders = this.page.getByRole('dialog', { name: 'Choose a folder' });
    await folders.getByRole('button', { name: 'Choose this folder' }).click();
    await expect(dialog.getByText('written to')).toBeVisible();
    await dialog.getByRole('button', { name: 'Done' }).click();
  }
}

interface Fixtures {
  readonly app: App;
  /** A home folder that is gone after the test. */
  readonly home: string;
  /** Arguments for the host, for example a file to open. */
  readonly hostArgs: readonly string[];
}

/** Each test gets a host, a home folder and a page of its own. A message on the page's console fails the test. */
export const test = base.extend<Fixtures>({
  hostArgs: [[], { option: true }],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from this pattern
  home: async ({}, use) => {
    const home = mkdtempSync(join(tmpdir(), 'clusterwright-e2e-'));
    await use(home);
    rmSync(home, { recursive: true, force: true });
  },
  app: async ({ page, home, hostArgs }, use) => {
    const host = await startHost(home, hostArgs);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(host.url);
    await page.getByRole('banner').waitFor();
    let heard: readonly string[] | null = null;
    const kill = async () => {
      // What the page says of the host that is gone is no fault of its own.
      heard = [...complaints];
      await host.kill();
      await page.close();
    };
    await use(new App(page, home, kill));
    heard ??= [...complaints];
    // The page first: it would complain of a host that is gone.
    await page.close();
    await host.stop();
    expect(heard).toEqual([]);
  },
});

export { expect };
