import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseDesignFile } from '../../shared/file/index.ts';
import { readPdfPages } from '../support/read-pdf.ts';
import { expect, test } from './support/app.ts';

test('from a template to the purchase list and the scripts, and back from the file', async ({ app }) => {
  const { page, home } = app;
  await app.pickTemplate('Two computers, 40 GbE');
  await expect(page.getByText('2 nodes').first()).toBeVisible();

  // Move a node: one gesture, one step.
  const node = app.item('fs01');
  const before = await node.boundingBox();
  if (!before) throw new Error('FS01 is not drawn');
  await page.mouse.move(before.x + 40, before.y + before.height - 12);
  await page.mouse.down();
  await page.mouse.move(before.x + 120, before.y + before.height + 20, { steps: 6 });
  await page.mouse.up();
  const moved = await app.item('fs01').boundingBox();
  expect(Math.round((moved?.x ?? 0) - before.x)).toBeGreaterThan(60);
  await expect(page.getByRole('button', { name: /^Undo Move/ })).toBeEnabled();

  // The slot of the file server's profile becomes Gen2: the check and the rate appear.
  await app.select('FS01');
  await expect(page.getByText('52.9').first()).toBeVisible();
  await page.getByLabel('Slot generation').selectOption('Gen2');
  await app.openTab('Checks');
  await expect(page.getByText('HW-01').first()).toBeVisible();
  await app.openTab('Rates');
  await expect(page.getByText('26.2').first()).toBeVisible();

  // Undo takes exactly that step back.
  await page.getByRole('button', { name: /^Undo Edit the adapter/ }).click();
  await expect(page.getByText('26.2')).toHaveCount(0);
  await app.openTab('Checks');
  await expect(page.getByText('HW-01')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Undo Move/ })).toBeEnabled();

  // Purchase list and scripts.
  await app.exportAs(['Bill of materials (PDF)', 'Node scripts (PowerShell)']);
  const pdf = readdirSync(home).find((name) => name.endsWith('.pdf'));
  const text = (await readPdfPages(readFileSync(join(home, pdf ?? '')))).join('\n');
  expect(text).toContain('MCX353A-FCBT');
  expect(text).toContain('MC2207130-001');
  const scripts = readdirSync(join(home, 'scripts'), { recursive: true }).map(String).sort();
  expect(scripts.filter((name) => name.endsWith('.ps1'))).toHaveLength(4);

  // Save, open something else, reopen: the same design, the node where it was put.
  await app.saveAs('proof');
  const saved = readFileSync(join(home, 'proof.cwplan'), 'utf8');
  expect(parseDesignFile(saved).ok).toBe(true);
  await page.keyboard.press('Control+N');
  await page.getByRole('button', { name: 'Eight computers, dual 10 GbE' }).first().click();
  await expect(page.getByText('8 nodes').first()).toBeVisible();
  await app.open('proof.cwplan');
  await expect(page.getByText('2 nodes').first()).toBeVisible();
  await app.saveAs('again');
  expect(readFileSync(join(home, 'again.cwplan'), 'utf8')).toBe(saved);
});

test('the scripts of the app are those of the command line, byte for byte', async ({ app }) => {
  const { home } = app;
  await app.pickTemplate('Eight computers, dual 10 GbE');
  await app.saveAs('eight');
  await app.exportAs([
    'Bill of materials (PDF)',
    'Purchase list (CSV)',
    'Cable schedule (CSV)',
    'Diagram (SVG)',
    'Node scripts (PowerShell)',
  ]);
  const { execFileSync } = await import('node:child_process');
  const out = join(home, 'from-cli');
  execFileSync(process.execPath, [
    'build/clusterwright.mjs',
    'export',
    join(home, 'eight.cwplan'),
    '--format',
    'all',
    '--out',
    out,
  ]);
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThanOrEqual(20);
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    expect(readFileSync(path).equals(readFileSync(path.replace(out, home))), entry.name).toBe(true);
  }
});
