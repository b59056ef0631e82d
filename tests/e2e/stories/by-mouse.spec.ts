import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readPdfPages } from '../../support/read-pdf.ts';
import { expect, test } from '../support/app.ts';
import { Story } from '../support/story.ts';

interface Plan {
  readonly cables: readonly { connectorA: string; lengthM: number; qty: number }[];
}

test('an empty drawing becomes an exported design of sixteen nodes in two racks, by mouse', async ({
  app,
}) => {
  const story = new Story(app, 'by-mouse');
  const { page } = app;
  await story.step('start');
  await page.getByRole('button', { name: /^Draw it yourself/ }).click();
  await expect(page.getByText('This drawing is empty')).toBeVisible();
  await story.step('empty-drawing');

  // Two clusters out of the palette, each with a node of its kind already configured.
  await story.place('Hyper-V cluster', 300, 90);
  await story.place('File server cluster', 300, 380);
  await story.expectCounts(['4 nodes', '4 adapters']);
  await story.step('two-clusters');

  // A 10 Gb/s card in both kinds of node: the model is swapped in the inspector of each cluster.
  for (const node of ['HV01', 'FS01']) await story.chooseAdapter(node, 'MCX312B');
  await story.step('cards-of-10g');

  // Copies count names and addresses up.
  await story.duplicate('HV02', 10);
  await story.duplicate('FS02', 2);
  await story.expectCounts(['16 nodes', '16 adapters']);
  await story.step('sixteen-nodes');

  await story.place('7050SX-64', 200, 250, '7050SX-64');
  await story.place('7050SX-64', 500, 250, '7050SX-64');
  await story.expectCounts(['2 switches']);
  await page.getByRole('button', { name: 'Connect all' }).click();
  const connect = story.dialog('Connect nodes to switches');
  await connect.getByRole('checkbox', { name: /^HV-CL1/ }).check();
  await expect(connect).toContainText('32 cables');
  await story.step('pattern');
  await connect.getByRole('button', { name: /^Connect 32 cables/ }).click();
  await story.expectCounts(['32 cables', '32 ports cabled']);

  // Half of everything in each of two racks: the lengths of the cables follow.
  await story.selectSeveral(['FS01', 'FS02', 'HV01', 'HV02', 'HV03', 'HV04', 'HV05', 'HV06', 'TOR1']);
  await story.inspector.getByLabel('Rack').first().selectOption('New rack');
  await story.selectSeveral(['FS03', 'FS04', 'HV07', 'HV08', 'HV09', 'HV10', 'HV11', 'HV12', 'TOR2']);
  await story.inspector.getByLabel('Rack').first().selectOption('New rack');
  await app.openTab('Cables');
  await story.step('two-racks');

  await story.command('Connect switches');
  const between = story.dialog(/switches/i);
  await story.step('between-switches');
  await between.getByRole('button', { name: /^Connect 2 cables/ }).click();
  await story.expectCounts(['34 cables']);

  await story.command('Arrange everything');
  await expect(page.getByRole('button', { name: /^Undo Arrange/ })).toBeEnabled();
  await page.getByRole('button', { name: 'Fit everything' }).click();
  await story.step('arranged');

  await app.openTab('Checks');
  await expect(page.getByRole('contentinfo')).toContainText('0 fails');
  await story.step('checks');

  await app.saveAs('sixteen');
  await app.exportAs(['Bill of materials (PDF)', 'Cable schedule (CSV)', 'Node scripts (PowerShell)']);
  await story.step('exported');
  const pdf = readdirSync(app.home).find((name) => name.endsWith('.pdf'));
  const pages = (await readPdfPages(readFileSync(join(app.home, pdf ?? '')))).join('\n');
  expect(pages).toContain('MCX312B-XCCT');
  const scripts = readdirSync(join(app.home, 'scripts'), { recursive: true }).map(String);
  expect(scripts.filter((name) => name.endsWith('.ps1'))).toHaveLength(32);
  const plan = story.cli('plan', join(app.home, 'sixteen.cwplan')) as Plan;
  expect(plan).toMatchObject({
    totals: { nodes: 16, adapters: 16, portsCabled: 32, switches: 2, cables: 34 },
  });
  // Sixteen cables stay in their rack (2 m); as many, and those between the switches, go to the next one (5 m).
  const lengths = new Map<string, number>();
  for (const { connectorA, lengthM, qty } of plan.cables) lengths.set(`${connectorA} ${lengthM} m`, qty);
  expect(Object.fromEntries(lengths)).toEqual({ 'SFP+ 2 m': 16, 'SFP+ 5 m': 16, 'QSFP+ 5 m': 2 });
});
