import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configFolder } from '../../../src-main/services/config-folder.ts';
import { disk } from '../../../src-main/services/disk.ts';
import { createFiles, type FileService } from '../../../src-main/services/files.ts';
import { createRecentFiles } from '../../../src-main/services/recent.ts';
import { createTokenStore } from '../../../src-main/services/tokens.ts';
import { designArgument } from '../../../src-main/electron/design-argument.ts';

let folder: string;
let files: FileService;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterwright-files-'));
  files = createFiles(disk, createTokenStore(), join(folder, 'config'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('reading', () => {
  it('refuses what is no ordinary file, without waiting for it', async () => {
    const pipe = join(folder, 'pipe.cwplan');
    execFileSync('mkfifo', [pipe]);
    await expect(files.read(pipe)).rejects.toMatchObject({ code: 'not-a-file' });
    await expect(files.read(folder)).rejects.toMatchObject({ code: 'not-a-file' });
    await expect(files.read('/dev/zero')).rejects.toMatchObject({ code: 'not-a-file' });
  });

  it('refuses what is larger than any design, unread', async () => {
    const path = join(folder, 'large.cwplan');
    await writeFile(path, '');
    await truncate(path, 65 * 1024 * 1024);
    await expect(files.read(path)).rejects.toMatchObject({ code: 'too-large' });
  });

  it('says that bytes are no text', async () => {
    const path = join(folder, 'picture.cwplan');
    await writeFile(path, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]));
    await expect(files.read(path)).rejects.toMatchObject({
      code: 'bad-design',
      message: expect.stringContaining('picture.cwplan') as string,
    });
  });

  it('takes a byte order mark for what it is', async () => {
    const path = join(folder, 'bom.cwplan');
    await writeFile(path, '\ufeff{}');
    expect((await files.read(path)).text).toBe('{}');
  });
});

describe('the stamp', () => {
  it('lets a save through when only the time of the file has changed', async () => {
    const path = join(folder, 'same.cwplan');
    const { stamp } = await files.write(path, 'same', null);
    await utimes(path, new Date(0), new Date(0));
    await expect(files.write(path, 'next', stamp)).resolves.toBeDefined();
  });

  it('notices other content of the same size and time', async () => {
    const path = join(folder, 'same.cwplan');
    const { stamp } = await files.write(path, 'aaaa', null);
    const time = Number(stamp.split('-')[1]) / 1000;
    await writeFile(path, 'bbbb');
    await utimes(path, time, time);
    await expect(files.write(path, 'cccc', stamp)).rejects.toMatchObject({ code: 'changed-on-disk' });
  });
});

describe('a listing', () => {
  it('shows folders and designs in natural order, nothing hidden and nothing else', async () => {
    await mkdir(join(folder, 'Site 10'));
    await mkdir(join(folder, 'Site 9'));
    await mkdir(join(folder, '.git'));
    for (const name of ['b10.cwplan', 'b9.cwplan', 'notes.txt', '.hidden.cwplan', 'b9.cwplan.bak'])
      await writeFile(join(folder, name), 'x');
    const { entries, parent } = await files.list(folder);
    expect(entries.map(({ ref, kind }) => [ref.name, kind])).toEqual([
      ['Site 9', 'folder'],
      ['Site 10', 'folder'],
      ['b9.cwplan', 'file'],
      ['b10.cwplan', 'file'],
    ]);
    expect(parent?.path).toBe(tmpdir());
  });

  it('has nothing above the root', async () => {
    expect((await files.list('/')).parent).toBeNull();
  });
});

describe('tokens', () => {
  it('are the same for the same path and unknown to another session', () => {
    const one = createTokenStore();
    const token = one.tokenFor('/a');
    expect(one.tokenFor('/a')).toBe(token);
    expect(one.tokenFor('/b')).not.toBe(token);
    expect(() => createTokenStore().pathOf(token)).toThrow(/not chosen/);
  });
});

describe('the recent files', () => {
  it('are kept newest first, once each, at most twenty, and without those that are gone', async () => {
    const troubles: unknown[] = [];
    const recent = createRecentFiles(disk, join(folder, 'config'), (error) => troubles.push(error));
    const paths = Array.from({ length: 25 }, (_, index) => join(folder, `d${index}.cwplan`));
    for (const path of paths) await writeFile(path, 'x');
    await Promise.all(paths.map((path) => recent.add(path)));
    await recent.add(paths[10]!);
    await rm(paths[20]!);
    const expected = [paths[10], ...paths.slice(5).reverse()].filter(
      (path, index, all) => all.indexOf(path) === index && path !== paths[20],
    );
    expect((await recent.list()).map((entry) => entry.path)).toEqual(expected);
    expect(troubles).toEqual([]);
  });

  it('keep what is pinned on top and beyond the twenty, until it is let go or taken off', async () => {
    const recent = createRecentFiles(disk, join(folder, 'pins'), (error) => expect.fail(String(error)));
    const paths = Array.from({ length: 23 }, (_, index) => join(folder, `p${index}.cwplan`));
    for (const path of paths) await writeFile(path, 'x');
    await recent.add(paths[0]!);
    await recent.pin(paths[0]!, true);
    for (const path of paths.slice(1)) await recent.add(path);
    const listed = await recent.list();
    expect(listed).toHaveLength(21);
    expect(listed[0]).toMatchObject({ path: paths[0], pinned: true });
    expect(listed[1]).toMatchObject({ path: paths[22], pinned: false });
    await recent.add(paths[0]!);
    expect((await recent.list())[0]).toMatchObject({ path: paths[0], pinned: true });
    await recent.pin(paths[0]!, false);
    await recent.forget(paths[22]!);
    expect((await recent.list()).slice(0, 2).map((entry) => entry.path)).toEqual([paths[0], paths[21]]);
  });

  it('survive a broken list: the trouble is told, saving goes on', async () => {
    const troubles: unknown[] = [];
    await writeFile(join(folder, 'recent.json'), '{"files": 7}');
    const recent = createRecentFiles(disk, folder, (error) => troubles.push(error));
    expect(await recent.list()).toEqual([]);
    expect(troubles).toHaveLength(1);
    await recent.add('/somewhere.cwplan');
    await writeFile(join(folder, 'a.cwplan'), 'x');
    await recent.add(join(folder, 'a.cwplan'));
    expect((await recent.list()).map((entry) => entry.path)).toEqual([join(folder, 'a.cwplan')]);
  });
});

describe('the folder for our own small files', () => {
  it.each([
    ['linux', { XDG_CONFIG_HOME: '/x' }, '/x/clusterwright'],
    ['win32', { APPDATA: 'C:/Users/a/AppData/Roaming' }, 'C:/Users/a/AppData/Roaming/clusterwright'],
    ['linux', { CLUSTERWRIGHT_CONFIG: '/own', XDG_CONFIG_HOME: '/x' }, '/own'],
  ] as const)('on %s with %j is %s', (platform, env, expected) => {
    expect(configFolder(env, platform)).toBe(expected);
  });
});

describe('the file named on a command line', () => {
  it.each([
    [['/app/electron', '.', 'a.cwplan'], '/plans/a.cwplan'],
    [['clusterwright.exe', '--flag=b.cwplan'], null],
    [['clusterwright.exe', '/x/a.cwplan', '--allow-file-access'], '/x/a.cwplan'],
    [['a.cwplan'], null],
  ])('of %j is %s', (argv, expected) => {
    expect(designArgument(argv, '/plans')).toBe(expected);
  });
});
