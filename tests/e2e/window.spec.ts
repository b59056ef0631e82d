import { expect, test } from './support/app.ts';

test('the page opens without a complaint, and its key leaves the address', async ({ app }) => {
  await expect(app.page.getByRole('heading', { name: 'Templates' })).toBeVisible();
  expect(new URL(app.page.url()).hash).toBe('');
});

test('a reload keeps the session', async ({ app }) => {
  await app.page.reload();
  await expect(app.page.getByRole('heading', { name: 'Templates' })).toBeVisible();
});
