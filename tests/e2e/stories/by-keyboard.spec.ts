import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/app.ts';
import { Story } from '../support/story.ts';

test('an empty drawing becomes an exported design of sixteen nodes in two racks, by keyboard alone', async ({
  app,
}) => {
  const story = new Story(app, 'by-keyboard');
  const { page } = app;
  await story.press('Control+Alt+n');
  await expect(page.getByText('This drawing is empty')).toBeVisible();

  // The palette has the focus: each row is placed by Enter.
  await story.type('Hyper-V cluster');
  await story.press('Enter', 'Control+a');
  await story.type('File server cluster');
  await story.press('Enter', 'Control+a');
  await story.type('7050SX-64');
  await story.press('Enter', 'Enter');
  await story.expectCounts(['4 nodes', '2 switches']);
  await story.step('placed');
  await story.press('Escape', 'Escape');

  for (const node of ['HV01', 'FS01']) {
    await story.find(node);
    await story.run('Swap the adapter');
    await story.type('MCX312B');
    await story.press('Enter');
    await story.tabTo(/^Swap /);
    await story.step(`swap-${node.toLowerCase()}`);
    await story.press('Enter');
  }

  await story.find('HV02');
  await story.press('Control+Shift+d');
  await story.type('10');
  await story.press('Enter');
  await story.find('FS02');
  await story.press('Control+Shift+d');
  await story.type('2');
  await story.press('Enter');
  await story.expectCounts(['16 nodes', '16 adapters']);
  await story.step('sixteen-nodes');

  // All ports but those of the last node by a pattern, its two by hand.
  await story.press('Escape', 'Control+Shift+k');
  await story.tabTo(/^HV12/);
  await story.press('Space');
  await story.tabTo(/^Connect 30 cables/);
  await story.step('pattern');
  await story.press('Enter');
  await story.expectCounts(['30 cables']);
  await story.find('HV12');
  await story.press('c', 'Enter');
  await story.step('choose-a-port');
  await story.type('TOR1');
  await story.press('Enter');
  await story.expectCounts(['31 cables']);
  await story.press('Enter');
  await story.type('TOR2');
  await story.step('choose-a-target');
  await story.press('Enter');
  await story.expectCounts(['32 cables', '32 ports cabled']);
  await story.press('Escape', 'Escape');

  // The second rack takes what is selected in the list of devices, the first one the rest.
  await story.press('Control+a');
  await story.tabTo('Rack');
  await story.press('End');
  await story.run('Devices');
  await story.tabTo('Name of FS01');
  await story.press('Escape', 'Home');
  await story.press(...Array<string>(12).fill('ArrowDown'), ...Array<string>(5).fill('Shift+ArrowDown'));
  await story.step('devices');
  await story.tabTo('Rack');
  await story.press('End');
  await story.step('two-racks');

  await story.run('Connect switches');
  await story.tabTo(/^Connect 2 cables/);
  await story.press('Enter');
  await story.expectCounts(['34 cables']);

  await story.run('Arrange everything');
  await expect(page.getByRole('button', { name: /^Undo Arrange/ })).toBeEnabled();
  await story.run('Fit everything');
  await story.step('arranged');
  await expect(page.getByRole('contentinfo')).toContainText('0 fails');

  await story.press('Control+Shift+s');
  await story.tabTo('File name');
  await story.press('Control+a');
  await story.type('sixteen');
  await story.press('Enter');
  await expect(page.getByText('Saved sixteen.cwplan')).toBeVisible();

  await story.press('Control+e');
  await story.tabTo(/^Export to a folder/);
  await story.press('Enter');
  await story.tabTo('Choose this folder');
  await story.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Export' }).getByText('written to')).toBeVisible();
  await story.step('exported');
  const scripts = readdirSync(join(app.home, 'scripts'), { recursive: true }).map(String);
  expect(scripts.filter((name) => name.endsWith('.ps1'))).toHaveLength(32);
  expect(story.cli('plan', join(app.home, 'sixteen.cwplan'))).toMatchObject({
    totals: { nodes: 16, adapters: 16, portsCabled: 32, switches: 2, cables: 34 },
  });
});
