import { expect, test } from './support/app.ts';

test('a key held down makes one thing', async ({ app }) => {
  const { page } = app;
  await app.pickTemplate('Two computers, 40 GbE');
  await app.select('HV01');
  await page.keyboard.down('Control');
  // The same key again without a release is what the system sends while a key is held.
  for (let i = 0; i < 4; i += 1) await page.keyboard.down('d');
  await page.keyboard.up('d');
  await page.keyboard.up('Control');
  await expect(page.getByText('3 nodes').first()).toBeVisible();

  await page.keyboard.press('Control+C');
  await page.keyboard.down('Control');
  for (let i = 0; i < 4; i += 1) await page.keyboard.down('v');
  await page.keyboard.up('v');
  await page.keyboard.up('Control');
  await expect(page.getByText('4 nodes').first()).toBeVisible();

  // Held down, undo goes back step by step.
  await page.keyboard.down('Control');
  for (let i = 0; i < 2; i += 1) await page.keyboard.down('z');
  await page.keyboard.up('z');
  await page.keyboard.up('Control');
  await expect(page.getByText('2 nodes').first()).toBeVisible();
});

test('nothing is made or deleted in the middle of a drag', async ({ app }) => {
  const { page } = app;
  await app.pickTemplate('Two computers, 40 GbE');
  await app.select('FS01');
  const box = await app.item('fs01').boundingBox();
  if (!box) throw new Error('FS01 is not drawn');
  await page.mouse.move(box.x + 40, box.y + box.height - 12);
  await page.mouse.down();
  await page.keyboard.press('Delete');
  await page.mouse.move(box.x + 120, box.y + box.height + 20, { steps: 6 });
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+D');
  await page.keyboard.press('ArrowLeft');
  await page.mouse.up();
  await expect(page.getByRole('button', { name: /^Undo Move/ })).toBeEnabled();
  await expect(page.getByText('2 nodes').first()).toBeVisible();
  // Let go, the keys mean what they did.
  await page.keyboard.press('Delete');
  await expect(page.getByText('1 node').first()).toBeVisible();
});

test('a cable is selected once it is drawn, so that Delete takes it away again', async ({ app }) => {
  const { page } = app;
  await app.pickTemplate('Eight computers, dual 10 GbE');
  await app.openTab('Cables');
  const schedule = page.getByRole('grid', { name: 'Cable schedule' });
  await schedule.getByRole('row').nth(1).getByText('C001').click();
  await page.keyboard.press('Delete');
  await expect(page.getByText('15 cables').first()).toBeVisible();

  await app.item('fs01').focus();
  await page.keyboard.press('c');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('16 cables').first()).toBeVisible();
  await expect(schedule.locator('tr[aria-selected=true]')).toHaveCount(1);
  await page.keyboard.press('Delete');
  await expect(page.getByText('15 cables').first()).toBeVisible();
  await expect(page.getByText('8 nodes').first()).toBeVisible();
});
