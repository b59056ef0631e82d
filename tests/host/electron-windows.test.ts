import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startElectronProcess, type ElectronProcess } from './support/electron-process.ts';

interface State {
  readonly windows: readonly { readonly destroyed?: boolean }[];
  readonly focused: readonly number[];
  readonly quits: number;
  readonly reloads?: number;
}
interface Answer<T> {
  readonly ok: boolean;
  readonly code?: string;
  readonly value: T;
}

let home: string;
let electron: ElectronProcess;
let asked: string[];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'clusterwright-windows-'));
  electron = await startElectronProcess(home);
  asked = [];
  electron.onSent((event, payload) => {
    if (event === 'window.closing') asked.push((payload as { reason: string }).reason);
  });
});
afterEach(async () => {
  await electron.stop();
  await rm(home, { recursive: true, force: true });
});

const call = <T>(index: number, method: string, input: object = {}) =>
  electron.ask<Answer<T>>('invokeFrom', { index, method, input });
const open = async () =>
  (await electron.ask<State>('state')).windows.flatMap(({ destroyed }, i) => (destroyed ? [] : [i]));
const tell = (index: number, file: string | null, dirty: boolean) =>
  call(index, 'windows.tell', { file, hasDocument: true, dirty });
const answer = (index: number, leave: boolean) => call(index, 'windows.answerClose', { leave });

/** A file as the user of one window chose it. */
async function choose(index: number, name: string): Promise<string> {
  await electron.ask('answerDialog', { result: { canceled: false, filePaths: [join(home, name)] } });
  return (await call<{ token: string }>(index, 'files.chooseOpen')).value.token;
}

describe('windows', () => {
  it('open on request, empty or with a file; a token of one says nothing to another', async () => {
    await writeFile(join(home, 'a.cwplan'), '{}');
    const token = await choose(0, 'a.cwplan');
    expect(await call(0, 'windows.open', { file: token })).toMatchObject({ ok: true });
    expect(await call(0, 'windows.open', { file: null })).toMatchObject({ ok: true });
    expect(await open()).toEqual([0, 1, 2]);
    expect((await call<{ openFile: { path: string } }>(1, 'app.info')).value.openFile.path).toBe(
      join(home, 'a.cwplan'),
    );
    for (const method of ['files.read', 'windows.open', 'windows.find', 'versions.list'])
      expect(await call(2, method, { file: token })).toMatchObject({ ok: false, code: 'unknown-token' });
    expect(await open()).toEqual([0, 1, 2]);
  });

  it('show one file once: whoever asks for it again is sent to the window that has it', async () => {
    const path = join(home, 'a.cwplan');
    await writeFile(path, '{}');
    await tell(0, await choose(0, 'a.cwplan'), false);
    await call(0, 'windows.open', { file: null });
    const found = await call<{ shown: string }>(1, 'windows.find', { file: await choose(1, 'a.cwplan') });
    expect(found.value.shown).toBe('raised');
    await electron.ask('secondInstance', { argv: ['electron', '.', 'a.cwplan'], folder: home });
    expect((await electron.ask<State>('state')).focused.slice(-2)).toEqual([0, 0]);
    expect(await open()).toEqual([0, 1]);
  });

  it('take a second file in a window in which nothing was begun, else in a new one', async () => {
    await writeFile(join(home, 'b.cwplan'), '{}');
    await tell(0, null, true);
    await electron.ask('secondInstance', { argv: ['electron', '.', 'b.cwplan'], folder: home });
    expect(await open()).toEqual([0, 1]);
  });
});

describe('closing', () => {
  it('asks the page, and waits for its answer however long that takes', async () => {
    await tell(0, null, true);
    await electron.ask('closeWindow', { index: 0 });
    await electron.ask('closeWindow', { index: 0 });
    expect(asked).toEqual(['close', 'close']);
    expect(await open()).toEqual([0]);
    await answer(0, false);
    expect(await open()).toEqual([0]);
    await electron.ask('closeWindow', { index: 0 });
    await answer(0, true);
    expect(await open()).toEqual([]);
  });

  it('asks nothing where nothing was begun', async () => {
    await electron.ask('closeWindow', { index: 0 });
    expect(asked).toEqual([]);
    expect(await open()).toEqual([]);
  });

  it('of the program goes on as the windows agree, and stops at the first that does not', async () => {
    await call(0, 'windows.open', { file: null });
    await call(0, 'windows.open', { file: null });
    for (const index of [0, 1, 2]) await tell(index, null, true);
    await electron.ask('quit');
    expect(asked).toEqual(['quit', 'quit', 'quit']);
    await answer(0, true);
    expect(await open()).toEqual([1, 2]);
    await answer(1, false);
    expect(await open()).toEqual([1, 2]);
    asked.length = 0;
    await electron.ask('closeWindow', { index: 2 });
    expect(asked).toEqual(['close']);
    await answer(2, true);
    expect(await open()).toEqual([1]);
  });

  it('at the end of the system is held up only by what is not saved', async () => {
    await tell(0, null, false);
    expect(await electron.ask('endSession', { index: 0 })).toBe(false);
    expect(await electron.ask('shutDown')).toBe(false);
    await tell(0, null, true);
    expect(await electron.ask('endSession', { index: 0 })).toBe(true);
    expect(await electron.ask('shutDown')).toBe(true);
    expect(asked).toEqual(['shutdown', 'quit']);
  });

  it('asks no page that died: its window loads anew and offers what was drawn', async () => {
    const draft = 'draft-of-a-page';
    await call(0, 'drafts.write', {
      draft,
      text: 'drawn',
      file: null,
      stamp: null,
      name: 'Plan.cwplan',
      counts: { nodes: 1, switches: 0, cables: 0 },
      saving: false,
    });
    await tell(0, null, true);
    await electron.ask('pageDied', { index: 0 });
    expect((await electron.ask<State>('state')).reloads).toBe(1);
    expect(await call(0, 'drafts.list', { postponed: false })).toMatchObject({ value: [{ id: draft }] });
    await electron.ask('closeWindow', { index: 0 });
    expect(asked).toEqual([]);
    expect(await open()).toEqual([]);
  });
});
