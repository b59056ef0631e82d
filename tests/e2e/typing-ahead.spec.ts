import { expect, test } from './support/app.ts';
import { Story } from './support/story.ts';

/** A busy window serves keys before its timers: all of these come late, ms. */
const LATE = 1000;

test('keys that follow at once reach what the one before opened, however late the timers are', async ({
  app,
}) => {
  const { page } = app;
  await page.evaluate((late) => {
    const timer = window.setTimeout.bind(window);
    window.setTimeout = ((run: () => void, ms = 0) => timer(run, ms + late)) as typeof window.setTimeout;
  }, LATE);
  const story = new Story(app, 'typing-ahead');

  await test.step('the palette of an empty drawing', async () => {
    await story.press('Control+Alt+n');
    await story.type('Hyper-V cluster');
    await story.press('Enter', 'Escape', 'Escape');
    await story.expectCounts(['2 nodes', '2 adapters']);
  });

  await test.step('a dialog from the command palette', async () => {
    await story.find('HV01');
    await story.run('Swap the adapter');
    await story.type('MCX312B');
    await story.press('Enter');
    const models = page.getByRole('listbox', { name: 'New model' });
    await expect(models.getByRole('option', { selected: true })).toContainText('MCX312B');
    await story.press('Escape');
  });

  await test.step('a dialog from the menu of the drawing', async () => {
    await story.press('Shift+F10');
    await page.getByRole('menuitem', { name: /^Duplicate several/ }).focus();
    await story.press('Enter');
    await story.type('3');
    await story.press('Enter');
    await story.expectCounts(['5 nodes', '5 adapters']);
  });

  await test.step('fields of the inspector from the command palette', async () => {
    await story.run('Project details');
    await story.press('Control+a');
    await story.type('Contoso');
    await story.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Contoso' })).toBeAttached();
  });
});
