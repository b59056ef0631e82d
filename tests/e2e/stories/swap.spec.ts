import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serializeDesign } from '../../../shared/file/index.ts';
import type { Design } from '../../../shared/model/index.ts';
import { aDesign } from '../../support/builders.ts';
import { expect, test } from '../support/app.ts';
import { Story } from '../support/story.ts';

const FILE_SERVERS = ['FS01', 'FS02', 'FS03', 'FS04'];
const HOSTS = Array.from({ length: 12 }, (_, i) => `HV${String(i + 1).padStart(2, '0')}`);

/** Four file servers and twelve hosts on two 10 Gb/s switches. One cable was chosen by hand; the cards know RoCE v1 only. */
function sixteenNodes(): Design {
  const card = {
    part: 'nvidia-mcx312a-xcbt',
    protocol: 'RoCEv1' as const,
    networks: ['storage-a', 'storage-b'],
    speeds: [10, 10],
  };
  const builder = aDesign()
    .network('storage-a', { name: 'Storage A', vlan: 711, subnet: '10.71.1.0/24' })
    .network('storage-b', { name: 'Storage B', vlan: 712, subnet: '10.71.2.0/24' })
    .profile('file-server', [card], { name: 'File server' })
    .profile('host', [card], { name: 'Hyper-V host' })
    .cluster('SOFS', 'file-server', 'file-server', FILE_SERVERS)
    .cluster('HV', 'hyper-v', 'host', HOSTS)
    .switch('TOR1', 'arista-7050sx-64')
    .switch('TOR2', 'arista-7050sx-64');
  [...FILE_SERVERS, ...HOSTS].forEach((node, i) => {
    for (const [port, tor] of [
      [1, 'TOR1'],
      [2, 'TOR2'],
    ] as const) {
      const chosen = i === 0 ? { cableId: 'nvidia-mc3309130-003' as never } : {};
      builder.link(`${node}/1/${port}`, `${tor}:Ethernet${i + 1}`, { lengthM: 3, ...chosen });
    }
  });
  for (const port of ['Ethernet49/1', 'Ethernet50/1']) builder.link(`TOR1:${port}`, `TOR2:${port}`);
  return builder.build();
}

test('cards and switches of 10 Gb/s become 25 Gb/s; what does not fit is listed and settled', async ({
  app,
}) => {
  const story = new Story(app, 'swap');
  const { page } = app;
  writeFileSync(join(app.home, 'ten.cwplan'), serializeDesign(sixteenNodes(), '0.0.0'));
  await app.open('ten.cwplan');
  await story.expectCounts(['16 nodes', '34 cables']);
  await story.step('finished-10g');

  // The cards first: all of the model in one step.
  await story.select('HV01');
  await story.command('Swap the adapter');
  const swap = story.dialog('Swap adapters');
  await swap.getByRole('radio', { name: /^All of this model in the design: 16 adapters/ }).check();
  await swap.getByRole('combobox').fill('MCX4121A');
  await swap.getByRole('option', { name: 'MCX4121A' }).click();
  // Fixed speeds are the one matter: they are let go for all ports at once.
  await expect(swap).toContainText('fixed at 10 Gb/s');
  await swap.getByLabel(/^The same for all/).selectOption('automatic');
  await story.step('cards-what-does-not-fit');
  await swap.getByRole('button', { name: /^Swap 16 adapters/ }).click();
  await expect(page.getByRole('button', { name: /^Undo Swap 16 adapters/ })).toBeEnabled();
  await story.expectCounts(['34 cables']);

  // Then both switches. The cable chosen by hand is made for 10 Gb/s and is listed.
  await story.select('TOR1');
  await story.command('Swap the switch');
  const switches = story.dialog('Swap switches');
  await switches.getByRole('radio', { name: /^All of this model in the design: 2 switches/ }).check();
  await switches.getByRole('combobox').fill('SN2410');
  await switches.getByRole('option', { name: 'SN2410' }).click();
  await expect(switches).toContainText('2 matters to decide');
  await expect(switches).toContainText('the cable chosen by hand does not fit');
  await story.step('switches-what-does-not-fit');
  await switches.getByRole('button', { name: 'Resolve all as advised' }).click();
  await expect(switches).toContainText('32 x 25G');
  await story.step('switches-settled');
  await switches.getByRole('button', { name: /^Swap 2 switches/ }).click();
  await story.expectCounts(['34 cables', '0 fails']);
  await story.step('finished-25g');

  // Two steps, each taken back and done again whole.
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: /^Redo Swap 16 adapters/ })).toBeEnabled();
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+y');

  await app.saveAs('twenty-five');
  const plan = story.cli('plan', join(app.home, 'twenty-five.cwplan')) as {
    cables: readonly { connectorA: string; qty: number }[];
  };
  expect(plan).toMatchObject({ totals: { nodes: 16, portsCabled: 32, cables: 34 } });
  const byPlug = new Map<string, number>();
  for (const { connectorA, qty } of plan.cables) byPlug.set(connectorA, (byPlug.get(connectorA) ?? 0) + qty);
  expect(byPlug.get('SFP28')).toBe(32);
});
