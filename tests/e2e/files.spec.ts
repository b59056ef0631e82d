import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serializeDesign } from '../../shared/file/index.ts';
import { templates } from '../../shared/templates/index.ts';
import { expect, test, type App } from './support/app.ts';
import { expectGoodDialog } from './support/axe.ts';
import { startHost } from './support/host.ts';

const good = serializeDesign(templates[0]!.build(), '0.1.0');

const BROKEN = [
  { name: 'cut-off', text: good.slice(0, good.length / 2), says: /cut off.*ends in the middle/s },
  { name: 'not-json', text: good.replace('\n', '\n!!'), says: /not valid JSON at line \d+/ },
  { name: 'foreign', text: '{"app":"drawio","pages":[]}', says: /not a Clusterwright design/ },
  {
    name: 'too-new',
    text: good.replace(/"formatVersion": \d+/, '"formatVersion": 7'),
    says: /newer Clusterwright.*version 7/,
  },
  { name: 'broken', text: good.replace('"os": "2012r2"', '"os": "2003"'), says: /profiles\[0\].*os/s },
  {
    name: 'dangling',
    text: good.replace(/"clusterId": "[^"]+"/, '"clusterId": "gone"'),
    says: /clusterId.*"gone"/s,
  },
] as const;

for (const { name, text, says } of BROKEN) {
  test(`a ${name} file says what is wrong, changes nothing, and the app goes on`, async ({ app }) => {
    const path = join(app.home, `${name}.cwplan`);
    writeFileSync(path, text);
    await app.open(`${name}.cwplan`);
    await expect(app.page.getByText(says)).toBeVisible();
    expect(readFileSync(path, 'utf8')).toBe(text);
    await app.pickTemplate('Two computers, 10 GbE');
    await expect(app.page.getByText('2 nodes').first()).toBeVisible();
  });
}

test('a file changed by someone else is not written over without a word', async ({ app }) => {
  await app.pickTemplate('Two computers, 10 GbE');
  await app.saveAs('shared');
  const path = join(app.home, 'shared.cwplan');
  const theirs = readFileSync(path, 'utf8').replace('"revision": "A"', '"revision": "THEIRS"');
  writeFileSync(path, theirs);
  await app.page.getByLabel('Customer').fill('Contoso');
  await app.page.getByLabel('Customer').press('Enter');
  await app.page.keyboard.press('Control+S');
  await expect(app.page.getByRole('dialog', { name: 'The file was changed by someone else' })).toBeVisible();
  await expectGoodDialog(app.page, 'a file changed by someone else');
  expect(readFileSync(path, 'utf8')).toBe(theirs);
});

test('leaving unsaved work asks first; cancel keeps it', async ({ app }) => {
  await app.pickTemplate('Two computers, 10 GbE');
  await app.page.getByLabel('Customer').fill('Contoso');
  await app.page.getByLabel('Customer').press('Enter');
  await app.page.getByRole('button', { name: 'Templates' }).click();
  await app.page.getByRole('dialog').getByRole('button', { name: 'Eight computers, dual 10 GbE' }).click();
  const question = app.page.getByRole('dialog', { name: 'Save the changes?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(app.page.getByText('2 nodes').first()).toBeVisible();
});

const customer = (app: App) => app.page.getByLabel('Customer');

async function edit(app: App, text: string): Promise<void> {
  await customer(app).fill(text);
  await customer(app).press('Enter');
}

test('after the program was killed, what was not saved is offered with a drawing, and restored', async ({
  app,
  browser,
}) => {
  await app.pickTemplate('Eight computers, dual 10 GbE');
  await app.saveAs('draft');
  const path = join(app.home, 'draft.cwplan');
  const saved = readFileSync(path, 'utf8');
  await edit(app, 'Contoso');
  // The promise is two seconds; the copy is a file of its own.
  await expect.poll(() => draftsIn(app.home)).toHaveLength(1);
  await app.kill();
  expect(readFileSync(path, 'utf8')).toBe(saved);

  const host = await startHost(app.home);
  const page = await (await browser.newContext()).newPage();
  await page.goto(host.url);
  const offer = page.getByRole('dialog', { name: 'A design was not saved' });
  await expect(offer.getByText('8 nodes, 1 switch, 16 cables')).toBeVisible();
  await expect(offer.getByRole('img', { name: 'Drawing of draft.cwplan' }).locator('svg')).toBeVisible();
  await expectGoodDialog(page, 'designs to restore');
  await offer.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByLabel('Customer')).toHaveValue('Contoso');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Saved draft.cwplan')).toBeVisible();
  expect(readFileSync(path, 'utf8')).toContain('Contoso');
  await expect.poll(() => draftsIn(app.home)).toHaveLength(0);
  await page.close();
  await host.stop();
});

test('an earlier version is looked at and restored as one step', async ({ app }) => {
  await app.pickTemplate('Two computers, 10 GbE');
  await edit(app, 'First');
  await app.saveAs('history');
  await edit(app, 'Second');
  await app.page.keyboard.press('Control+S');
  await expect.poll(() => readFileSync(join(app.home, 'history.cwplan'), 'utf8')).toContain('Second');
  await app.page.getByRole('button', { name: 'history.cwplan' }).click();
  await app.page.getByRole('menuitem', { name: 'Earlier versions' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Earlier versions' });
  await expect(dialog.getByRole('option')).toHaveCount(2);
  await expect(dialog.getByText('settings changed')).toBeVisible();
  await dialog.getByRole('listbox').press('ArrowDown');
  await expect(dialog.getByRole('img').locator('svg')).toBeVisible();
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(customer(app)).toHaveValue('First');
  await app.page.keyboard.press('Control+Z');
  await expect(customer(app)).toHaveValue('Second');
});

test('a change on disk is shown at once while nothing was edited, and told when something was', async ({
  app,
}) => {
  await app.pickTemplate('Two computers, 10 GbE');
  await app.saveAs('watched');
  const path = join(app.home, 'watched.cwplan');
  const theirs = (name: string) =>
    readFileSync(path, 'utf8').replace(/"customer": "[^"]*"/, `"customer": "${name}"`);
  writeFileSync(path, theirs('Fabrikam'));
  await expect(customer(app)).toHaveValue('Fabrikam');
  await edit(app, 'Contoso');
  writeFileSync(path, theirs('Northwind'));
  const notice = app.page.getByText('watched.cwplan was changed by another program');
  await expect(notice).toBeVisible({ timeout: 20_000 });
  await app.page.getByRole('button', { name: 'Load the other version' }).click();
  await expect(customer(app)).toHaveValue('Northwind');
  await expect(notice).toBeHidden();
  await app.page.keyboard.press('Control+Z');
  await expect(customer(app)).toHaveValue('Contoso');
});

test('a file that was deleted is told of, and saving makes it again', async ({ app }) => {
  await app.pickTemplate('Two computers, 10 GbE');
  await app.saveAs('deleted');
  const path = join(app.home, 'deleted.cwplan');
  rmSync(path);
  await expect(app.page.getByText('deleted.cwplan was moved or deleted')).toBeVisible({ timeout: 30_000 });
  await app.page.getByRole('button', { name: 'Save it there again' }).click();
  await expect(app.page.getByText('was moved or deleted')).toBeHidden();
  expect(existsSync(path)).toBe(true);
});

test('a design dropped on the window is opened, after asking about unsaved work', async ({ app }) => {
  await app.pickTemplate('Two computers, 10 GbE');
  await edit(app, 'Contoso');
  const drop = (text: string) =>
    app.page.evaluate((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], 'dropped.cwplan'));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, text);
  await drop(good.replace(/"customer": "[^"]*"/, '"customer": "Dropped"'));
  const question = app.page.getByRole('dialog', { name: 'Save the changes?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(customer(app)).toHaveValue('Contoso');
  await drop(good.replace(/"customer": "[^"]*"/, '"customer": "Dropped"'));
  await question.getByRole('button', { name: "Don't save" }).click();
  await expect(customer(app)).toHaveValue('Dropped');
});

test('a recent file is pinned, and taken off the list', async ({ app }) => {
  await app.pickTemplate('Two computers, 10 GbE');
  await app.saveAs('one');
  await app.saveAs('two');
  await app.page.getByRole('button', { name: 'two.cwplan' }).click();
  await app.page.getByRole('menuitem', { name: 'Recent designs' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Recent designs' });
  await expect(dialog.getByRole('listitem').first()).toContainText('two.cwplan');
  await dialog.getByRole('button', { name: 'Pin one.cwplan' }).click();
  await expect(dialog.getByRole('listitem').first()).toContainText('one.cwplan');
  await dialog.getByRole('button', { name: 'Take two.cwplan off the list' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  expect(existsSync(join(app.home, 'two.cwplan'))).toBe(true);
});

test('what cannot be saved is said, nothing is lost, and another place is offered', async ({ app }) => {
  await app.pickTemplate('Two computers, 10 GbE');
  await app.saveAs('locked');
  const path = join(app.home, 'locked.cwplan');
  chmodSync(path, 0o444);
  await edit(app, 'Contoso');
  await app.page.keyboard.press('Control+S');
  const dialog = app.page.getByRole('dialog', { name: 'locked.cwplan was not saved' });
  await expect(dialog.getByText('marked read-only')).toBeVisible();
  await expectGoodDialog(app.page, 'a file that was not saved');
  chmodSync(path, 0o644);
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => readFileSync(path, 'utf8')).toContain('Contoso');
});

test('choices of the window are remembered although every start has another address', async ({
  app,
  browser,
}) => {
  await app.page.getByRole('button', { name: 'Theme' }).click();
  await app.page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect.poll(() => app.page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  await expect
    .poll(() => existsSync(join(app.home, '.config', 'clusterwright', 'preferences.json')))
    .toBe(true);
  const host = await startHost(app.home);
  const page = await browser.newPage();
  await page.goto(host.url);
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  await page.close();
  await host.stop();
});

function draftsIn(home: string): readonly string[] {
  const folder = join(home, '.config', 'clusterwright', 'drafts');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.draft')) : [];
}
