import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serializeDesign } from '../../shared/file/index.ts';
import { templates } from '../../shared/templates/index.ts';
import { expect, test } from './support/app.ts';

const good = serializeDesign(templates[0]!.build(), '0.1.0');

const BROKEN = [
  { name: 'cut-off', text: good.slice(0, good.length / 2), says: /cut off.*ends in the middle/s },
  { name: 'not-json', text: good.replace('\n', '\n!!'), says: /not valid JSON at line \d+/ },
  { name: 'foreign', text: '{"app":"drawio","pages":[]}', says: /not a Clusterwright design/ },
  {
    name: 'too-new',
    text: good.replace('"formatVersion": 1', '"formatVersion": 7'),
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
