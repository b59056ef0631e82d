import { describe, expect, it } from 'vitest';
import { HostError, type FileRef, type HostClient, type MethodName } from '../../../shared/host/index.ts';
import { emptyDesign } from '../../../shared/model/index.ts';
import { ProjectState } from '../../../src-renderer/state/project.svelte.ts';
import { fileNameFor } from '../../../src-renderer/state/file-name-for.ts';
import { SessionState } from '../../../src-renderer/state/session.svelte.ts';
import { ViewState } from '../../../src-renderer/state/view.svelte.ts';

const ref = (name: string): FileRef => ({
  token: `token-${name.replace(/\W/g, '-')}`,
  name,
  path: `/plans/${name}`,
});
const rename = (name: string) => ({ changes: { name } });

/** A host over a map of files. `onCall` may throw what the host would answer. */
function setUp(
  options: { dialogs?: 'native' | 'page'; onCall?: (method: MethodName, input: never) => void } = {},
) {
  const files = new Map<string, { ref: FileRef; text: string; stamp: string }>();
  const listeners = new Map<string, (payload: never) => void>();
  const choices: { open: FileRef | null; save: FileRef | null; folder: FileRef | null } = {
    open: null,
    save: null,
    folder: ref('out'),
  };
  const calls: { method: MethodName; input: unknown }[] = [];
  let stamps = 0;
  const handle = (method: MethodName, input: Record<string, string>): unknown => {
    switch (method) {
      case 'app.info':
        return {
          version: '9.9.9',
          host: 'web',
          platform: 'test',
          dialogs: options.dialogs ?? 'native',
          openFile: null,
        };
      case 'files.chooseOpen':
        return choices.open;
      case 'files.chooseSave':
        return choices.save;
      case 'files.chooseFolder':
        return choices.folder;
      case 'files.recent':
        return [...files.values()].map((file) => ({ ref: file.ref, pinned: false, modified: '' }));
      case 'files.read': {
        const file = files.get(input['file'] ?? '');
        if (!file) throw new HostError('not-found', 'There is no such file.');
        return { file: file.ref, text: file.text, stamp: file.stamp };
      }
      case 'files.write': {
        const target = [choices.save, ...[...files.values()].map((file) => file.ref)].find(
          (r) => r?.token === input['file'],
        );
        if (!target) throw new HostError('unknown-token', 'Not a file of this host.');
        const before = files.get(target.token);
        const expected = input['expect'] ?? null;
        if (expected !== null && before?.stamp !== expected) {
          throw new HostError('changed-on-disk', 'The file was changed.');
        }
        const stamp = `stamp-${++stamps}`;
        files.set(target.token, { ref: target, text: input['text'] ?? '', stamp });
        return { file: target, stamp };
      }
      case 'exports.run':
        return { folder: choices.folder, files: [{ path: 'a.pdf', bytes: 5 }] };
      default:
        return {};
    }
  };
  const client: HostClient = {
    call: (method, input) =>
      Promise.resolve().then(() => {
        calls.push({ method, input });
        options.onCall?.(method, input as never);
        return handle(method, input as never) as never;
      }),
    on: (event, listener) => {
      listeners.set(event, listener);
      return () => void listeners.delete(event);
    },
  };
  let ids = 0;
  const project = new ProjectState(emptyDesign('Untitled'), (prefix) => `${prefix}-${++ids}`);
  const view = new ViewState();
  const session = new SessionState(client, project, view);
  return { files, listeners, choices, calls, project, view, session };
}

const texts = (session: SessionState) => session.toasts.list.map((toast) => toast.text);

describe('SessionState', () => {
  it('begins without a document and is not dirty', async () => {
    const { session } = setUp();
    await session.start();
    expect(session.hasDocument).toBe(false);
    expect(session.dirty).toBe(false);
    expect(await session.save()).toBe(false);
    expect(await session.mayLeave()).toBe(true);
  });

  it('saves a template where the user says, and is clean afterwards', async () => {
    const { session, choices, files, project } = setUp();
    expect(await session.newFromTemplate('eight-node-dual-10g')).toBe(true);
    expect(session.dirty).toBe(false);
    project.run('edit-project', rename('Fabrikam'));
    expect(session.dirty).toBe(true);
    expect(session.name).toMatch(/\.cwplan$/);
    choices.save = ref('contoso.cwplan');
    expect(await session.save()).toBe(true);
    expect(session.dirty).toBe(false);
    expect(session.name).toBe('contoso.cwplan');
    const text = [...files.values()][0]?.text ?? '';
    expect(JSON.parse(text)).toMatchObject({ app: 'clusterwright', savedBy: '9.9.9' });
    expect(project.run('edit-project', rename('Contoso')).ok).toBe(true);
    expect(session.dirty).toBe(true);
    project.undo();
    expect(session.dirty).toBe(false);
  });

  it('is clean again when a value is typed back', async () => {
    const { session, choices, project } = setUp();
    await session.newFromTemplate('two-node-10g');
    choices.save = ref('a.cwplan');
    await session.save();
    const name = project.design.project.get('project')?.name ?? '';
    project.run('edit-project', rename('Other'));
    project.run('edit-project', rename(name));
    expect(session.dirty).toBe(false);
  });

  it('opens what it saved as the same design', async () => {
    const { session, choices, project } = setUp();
    await session.newFromTemplate('ten-node-two-40g');
    const totals = project.outcome.plan.totals;
    choices.save = choices.open = ref('ten.cwplan');
    await session.save();
    await session.newFromTemplate('two-node-10g');
    project.run('edit-project', rename('Changed'));
    const opened = session.open();
    await waitFor(() => session.questions.unsaved !== null);
    session.questions.unsaved?.resolve('discard');
    expect(await opened).toBe(true);
    expect(project.outcome.plan.totals).toEqual(totals);
    expect(session.dirty).toBe(false);
  });

  it('answers a window that is closed once, however often it is asked while the question stands', async () => {
    const { session, project, listeners, calls } = setUp();
    const stop = await session.start();
    await session.newFromTemplate('two-node-10g');
    project.run('edit-project', rename('Changed'));
    const ask = () => listeners.get('window.closing')?.({ reason: 'quit' } as never);
    const answers = () => calls.filter(({ method }) => method === 'windows.answerClose');
    ask();
    await waitFor(() => session.questions.unsaved !== null);
    ask();
    ask();
    session.questions.unsaved?.resolve('cancel');
    await waitFor(() => answers().length > 0);
    expect(answers().map(({ input }) => input)).toEqual([{ leave: false }]);
    ask();
    await waitFor(() => session.questions.unsaved !== null);
    session.questions.unsaved?.resolve('discard');
    await waitFor(() => answers().length > 1);
    expect(answers().at(-1)?.input).toEqual({ leave: true });
    stop();
  });

  it('asks before unsaved work goes: cancel keeps it, save needs a place', async () => {
    const { session, choices, project } = setUp();
    await session.newFromTemplate('two-node-10g');
    project.run('edit-project', rename('Changed'));
    const kept = project.design;
    const first = session.newFromTemplate('two-node-40g');
    await waitFor(() => session.questions.unsaved !== null);
    session.questions.unsaved?.resolve('cancel');
    expect(await first).toBe(false);
    expect(project.design).toBe(kept);
    const second = session.newFromTemplate('two-node-40g');
    await waitFor(() => session.questions.unsaved !== null);
    session.questions.unsaved?.resolve('save');
    expect(await second).toBe(false);
    expect(project.design).toBe(kept);
    choices.save = ref('kept.cwplan');
    const third = session.newFromTemplate('two-node-40g');
    await waitFor(() => session.questions.unsaved !== null);
    session.questions.unsaved?.resolve('save');
    expect(await third).toBe(true);
    expect(project.design).not.toBe(kept);
    expect(session.file).toBeNull();
  });

  it('does not change the design when a file is broken, and says why', async () => {
    const { session, choices, files, project } = setUp();
    await session.newFromTemplate('two-node-10g');
    choices.save = ref('good.cwplan');
    await session.save();
    const before = project.design;
    for (const text of ['{"app":"clusterwright"', '{"some":"json"}', '']) {
      const broken = ref('broken.cwplan');
      files.set(broken.token, { ref: broken, text, stamp: 'x' });
      choices.open = broken;
      expect(await session.open()).toBe(false);
      expect(project.design).toBe(before);
      expect(session.name).toBe('good.cwplan');
      expect(session.toasts.list.at(-1)?.detail).toContain('broken.cwplan');
    }
    choices.open = ref('missing.cwplan');
    expect(await session.open()).toBe(false);
    expect(session.toasts.list.at(-1)?.detail).toContain('There is no such file.');
  });

  it('does not write over the change of someone else unless told to', async () => {
    const { session, choices, files, project } = setUp();
    await session.newFromTemplate('two-node-10g');
    const mine = ref('shared.cwplan');
    choices.save = mine;
    await session.save();
    project.run('edit-project', rename('Mine'));
    files.set(mine.token, { ref: mine, text: 'theirs', stamp: 'other' });
    const cancelled = session.save();
    await waitFor(() => session.questions.conflict !== null);
    session.questions.conflict?.resolve('cancel');
    expect(await cancelled).toBe(false);
    expect(files.get(mine.token)?.text).toBe('theirs');
    expect(session.dirty).toBe(true);
    const forced = session.save();
    await waitFor(() => session.questions.conflict !== null);
    session.questions.conflict?.resolve('overwrite');
    expect(await forced).toBe(true);
    expect(files.get(mine.token)?.text).toContain('Mine');
    expect(session.dirty).toBe(false);
  });

  it('stays dirty and says so when the disk is full', async () => {
    let full = true;
    const { session, choices, project } = setUp({
      onCall: (method) => {
        if (method === 'files.write' && full) throw new HostError('disk-full', 'There is no space left.');
      },
    });
    await session.newFromTemplate('two-node-10g');
    project.run('edit-project', rename('Changed'));
    choices.save = ref('a.cwplan');
    const saving = session.save();
    await waitFor(() => session.questions.failure !== null);
    expect(session.questions.failure?.why).toContain('There is no space left.');
    expect(session.questions.failure?.why).toContain('Free some space');
    session.questions.failure?.resolve('cancel');
    expect(await saving).toBe(false);
    expect(session.dirty).toBe(true);
    expect(session.busy).toBe(false);
    const again = session.save();
    await waitFor(() => session.questions.failure !== null);
    full = false;
    session.questions.failure?.resolve('again');
    expect(await again).toBe(true);
    expect(session.questions.failure).toBeNull();
  });

  it('asks on the page where the host has no dialogs', async () => {
    const { session, choices } = setUp({ dialogs: 'page' });
    await session.newFromTemplate('two-node-10g');
    choices.save = ref('page.cwplan');
    const saving = session.saveAs();
    await waitFor(() => session.chooser.prompt !== null);
    expect(session.chooser.prompt).toMatchObject({ mode: 'save' });
    expect(session.chooser.prompt?.suggestedName).toMatch(/\.cwplan$/);
    session.chooser.prompt?.resolve(choices.save);
    expect(await saving).toBe(true);
    expect(session.chooser.prompt).toBeNull();
    const opening = session.open();
    await waitFor(() => session.chooser.prompt !== null);
    session.chooser.prompt?.resolve(null);
    expect(await opening).toBe(false);
  });

  it('exports the design as it is, shows progress, and can be cancelled', async () => {
    const { session, calls, listeners } = setUp();
    await session.start();
    await session.newFromTemplate('two-node-10g');
    const running = session.exports.run({ formats: ['bom-pdf', 'bom-csv'], paper: 'A4' });
    await waitFor(() => session.exports.task !== null);
    const job = 'export-1';
    listeners.get('export.progress')?.({ job, done: 1, total: 2, current: 'bom-csv' } as never);
    expect(session.exports.task?.progress).toEqual({ done: 1, total: 2, note: 'bom-csv' });
    listeners.get('export.progress')?.({ job: 'another', done: 2, total: 2, current: '' } as never);
    expect(session.exports.task?.progress?.done).toBe(1);
    session.tasks.cancel(session.exports.task?.id ?? -1);
    expect(await running).toBe(true);
    expect(calls.find((call) => call.method === 'exports.cancel')?.input).toEqual({ job });
    expect(session.exports.task).toBeNull();
    const run = calls.find((call) => call.method === 'exports.run')?.input as {
      text: string;
      formats: string[];
    };
    expect(run.formats).toEqual(['bom-pdf', 'bom-csv']);
    expect(run.text).toContain('"formatVersion"');
  });

  it('takes a cancelled export for what it is', async () => {
    const { session } = setUp({
      onCall: (method) => {
        if (method === 'exports.run') throw new HostError('cancelled', 'Cancelled.');
      },
    });
    await session.newFromTemplate('two-node-10g');
    expect(await session.exports.run({ formats: ['bom-pdf'], paper: 'A4' })).toBe(false);
    expect(session.toasts.list.at(-1)?.tone).toBe('info');
  });

  it('says so when a command is refused, and leaves no step', async () => {
    const { session, project } = setUp();
    await session.newFromTemplate('two-node-10g');
    expect(session.edit('edit-project', rename(''))).toBe(false);
    expect(texts(session)).toHaveLength(1);
    expect(project.undoLabel).toBeNull();
  });

  it('knows no template that is not there', async () => {
    const { session } = setUp();
    expect(await session.newFromTemplate('no-such')).toBe(false);
    expect(texts(session).join()).toContain('no-such');
  });

  it('drops the selection when another design is shown', async () => {
    const { session, view } = setUp();
    view.select(['fs01']);
    await session.newFromTemplate('two-node-10g');
    expect(view.selection.size).toBe(0);
  });
});

describe('fileNameFor', () => {
  it('always has the extension and nothing a file system refuses', () => {
    expect(fileNameFor(emptyDesign('Contoso / SOFS: "refresh"'))).toBe('Contoso SOFS refresh.cwplan');
    expect(fileNameFor(emptyDesign('???'))).toBe('Untitled.cwplan');
    expect(fileNameFor(emptyDesign('ends in dots...'))).toBe('ends in dots.cwplan');
    expect(fileNameFor(emptyDesign('x'.repeat(200))).length).toBeLessThanOrEqual(127);
  });
});

async function waitFor(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !condition(); i++) await Promise.resolve();
  expect(condition()).toBe(true);
}
