import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { App } from './app.ts';

const PICTURES = join(import.meta.dirname, '../../../docs/stories');

/** One of the stories under `docs/stories`: the app driven the way a person does, with a picture of each step. */
export class Story {
  readonly app: App;
  readonly #name: string;
  #steps = 0;

  constructor(app: App, name: string) {
    this.app = app;
    this.#name = name;
  }

  get page(): Page {
    return this.app.page;
  }

  get stage(): Locator {
    return this.page.getByRole('listbox', { name: 'Drawing' });
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Inspector' });
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name });
  }

  /** Drags a row of the palette onto a place of the drawing. */
  async place(name: string, x: number, y: number, search = ''): Promise<void> {
    await this.page.getByRole('tab', { name: 'Palette' }).click();
    const palette = this.page.getByRole('tabpanel', { name: 'Palette' });
    await palette.getByRole('combobox').fill(search);
    const row = palette.getByRole('option', { name }).first();
    await row.dragTo(this.stage, { targetPosition: { x, y } });
  }

  /** Chooses another card for the profile of a node. */
  async chooseAdapter(node: string, partNumber: string): Promise<void> {
    await this.select(node);
    const model = this.inspector.getByRole('button', { name: /^Model:/ }).first();
    await model.click();
    await this.inspector.getByRole('combobox', { name: 'Search Model' }).fill(partNumber);
    await this.inspector.getByRole('option', { name: partNumber }).first().click();
    await expect(model).toHaveAccessibleName(new RegExp(partNumber));
  }

  /** Chooses something drawn in the outline. */
  async select(name: string): Promise<void> {
    await this.page.getByRole('tab', { name: 'Outline' }).click();
    await this.app.select(name);
  }

  /** Chooses several things in the outline, one by one. */
  async selectSeveral(names: readonly string[]): Promise<void> {
    await this.page.getByRole('tab', { name: 'Outline' }).click();
    for (const [i, name] of names.entries()) {
      const row = this.page.getByRole('tree').getByText(name, { exact: true });
      await row.click(i === 0 ? {} : { modifiers: ['Control'] });
    }
  }

  /** Makes copies by the context menu of the outline. */
  async duplicate(node: string, copies: number): Promise<void> {
    await this.select(node);
    await this.page.getByRole('tree').getByText(node, { exact: true }).click({ button: 'right' });
    await this.page.getByRole('menuitem', { name: /^Duplicate several/ }).click();
    const dialog = this.dialog(/^Duplicate/);
    await dialog.getByLabel('Copies').fill(String(copies));
    await dialog.getByRole('button', { name: 'Duplicate' }).click();
  }

  /** Performs an action found in the command palette. */
  async command(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Search/ }).click();
    const palette = this.page.getByRole('dialog').last();
    await palette.getByRole('combobox').fill(name);
    await palette.getByRole('option', { name }).first().click();
  }

  /** Strikes keys one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Goes on with Tab until the control of this name has the focus, as somebody without a mouse does. */
  async tabTo(name: string | RegExp): Promise<void> {
    const focused = this.page.locator(':focus');
    const passed: string[] = [];
    for (let i = 0; i < 80; i++) {
      const found = await focused.evaluateAll((elements) =>
        elements.map((element) => {
          const labels = (element as HTMLInputElement).labels;
          const label = labels && labels.length > 0 ? labels[0]?.textContent : null;
          return (element.getAttribute('aria-label') ?? label ?? element.textContent).trim();
        }),
      );
      if (found.some((text) => (typeof name === 'string' ? text === name : name.test(text)))) return;
      passed.push(...found.map((text) => text.slice(0, 40)));
      await this.press('Tab');
    }
    throw new Error(`Tab never came to ${String(name)}, it passed ${passed.join(' | ')}`);
  }

  /** Chooses something by the find bar. */
  async find(name: string): Promise<void> {
    await this.press('Control+f');
    await this.type(name);
    await this.press('Enter', 'Escape');
  }

  /** Performs an action of the command palette by keys. */
  async run(name: string): Promise<void> {
    await this.press('Control+k');
    await this.type(name);
    await this.press('Enter');
  }

  /** Keeps a picture of the step when pictures are wanted (`CLUSTERWRIGHT_PICTURES=1`). */
  async step(what: string): Promise<void> {
    this.#steps += 1;
    if (process.env['CLUSTERWRIGHT_PICTURES'] !== '1') return;
    mkdirSync(PICTURES, { recursive: true });
    const name = `${this.#name}-${String(this.#steps).padStart(2, '0')}-${what}.jpg`;
    // Long enough for the last movement of 120 ms and for numbers that follow a change.
    await this.page.waitForTimeout(400);
    await this.page.screenshot({ path: join(PICTURES, name), type: 'jpeg', quality: 82 });
  }

  /** The numbers of the status bar, which everything drawn must lead to. */
  async expectCounts(words: readonly string[]): Promise<void> {
    const bar = this.page.getByRole('contentinfo');
    for (const word of words) await expect(bar).toContainText(word);
  }

  /** What the command line says of the saved file: the second opinion on what was drawn. */
  cli(...args: readonly string[]): unknown {
    const out = execFileSync(process.execPath, ['build/clusterwright.mjs', ...args, '--json'], {
      encoding: 'utf8',
    });
    return JSON.parse(out) as unknown;
  }
}
