import {
  chmod,
  link,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HostError } from '../../../shared/host/index.ts';
import { writeAtomically } from '../../../src-main/services/atomic-write.ts';
import { disk, type Disk } from '../../../src-main/services/disk.ts';
import { createFiles } from '../../../src-main/services/files.ts';
import { createTokenStore } from '../../../src-main/services/tokens.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterwright-write-'));
  path = join(folder, 'design.cwplan');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = (text: string) => Buffer.from(text);
const write = (text: string, using: Disk = disk) =>
  writeAtomically(using, path, bytes(text), { backup: true });
const read = (at = path) => readFile(at, 'utf8');

/** An error as the file system throws it. */
function failure(code: string): Error {
  return Object.assign(new Error(`${code}: made by the test`), { code });
}

describe('an atomic write', () => {
  it('makes a file, then replaces it and keeps the one before', async () => {
    await write('one');
    expect(await readdir(folder)).toEqual(['design.cwplan']);
    await write('two');
    await write('three');
    expect(await read()).toBe('three');
    expect(await read(`${path}.bak`)).toBe('two');
    expect((await readdir(folder)).sort()).toEqual(['design.cwplan', 'design.cwplan.bak']);
  });

  it('takes any name that leaves room for the backup, however many bytes its letters need', async () => {
    for (const name of ['\u4e2d'.repeat(83), '\ud83d\ude00'.repeat(62), 'n'.repeat(251)]) {
      path = join(folder, name);
      await write('one');
      await write('two');
      expect([await read(), await read(`${path}.bak`)]).toEqual(['two', 'one']);
    }
  });

  it('leaves no temporary where a save before it broke off between backup and replacement', async () => {
    await write('one');
    await link(path, `${path}.bak`);
    await write('two');
    expect([await read(), await read(`${path}.bak`)]).toEqual(['two', 'one']);
    expect((await readdir(folder)).sort()).toEqual(['design.cwplan', 'design.cwplan.bak']);
  });

  it('may run many times at once: one wins whole, and no temporary is left', async () => {
    await write('zero');
    const texts = Array.from({ length: 8 }, (_, i) => String(i).repeat(100_000));
    await Promise.all(texts.map((text) => write(text)));
    expect(texts).toContain(await read());
    expect((await readdir(folder)).sort()).toEqual(['design.cwplan', 'design.cwplan.bak']);
  });

  it('keeps the rights of the file it replaces', async () => {
    await writeFile(path, 'one');
    await chmod(path, 0o640);
    await write('two');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });

  it('replaces the file a link names, not the link', async () => {
    const real = join(folder, 'real.cwplan');
    await writeFile(real, 'one');
    await symlink('real.cwplan', path);
    await write('two');
    expect(await readlink(path)).toBe('real.cwplan');
    expect(await read(real)).toBe('two');
    expect(await read(`${real}.bak`)).toBe('one');
  });

  it('makes the file that a link to nothing names', async () => {
    await symlink('later.cwplan', path);
    await write('one');
    expect(await read(join(folder, 'later.cwplan'))).toBe('one');
    expect(await readlink(path)).toBe('later.cwplan');
  });

  it('refuses a folder and a file marked read-only, and changes neither', async () => {
    await mkdir(path);
    await expect(write('x')).rejects.toMatchObject({ code: 'not-a-file' });
    await rm(path, { recursive: true });
    await writeFile(path, 'kept');
    await chmod(path, 0o444);
    await expect(write('x')).rejects.toMatchObject({ code: 'read-only' });
    expect(await read()).toBe('kept');
    expect(await readdir(folder)).toEqual(['design.cwplan']);
  });
});

/** The real disk with one operation that fails, the first `times` times. */
function broken(
  operation: keyof Disk,
  code: string,
  times = Number.POSITIVE_INFINITY,
  when: (...given: unknown[]) => boolean = () => true,
): Disk {
  let left = times;
  const real = disk[operation] as (...given: unknown[]) => Promise<unknown>;
  const failing = (...given: unknown[]) => {
    if (left <= 0 || !when(...given)) return real(...given);
    left -= 1;
    return Promise.reject(failure(code));
  };
  return { ...disk, [operation]: failing };
}

/** The real disk whose files break when they are used in one way. */
function brokenFile(method: 'writeFile' | 'sync', code: string): Disk {
  const open = async (...given: Parameters<Disk['open']>) => {
    const file = await disk.open(...given);
    Object.defineProperty(file, method, { value: () => Promise.reject(failure(code)) });
    return file;
  };
  return { ...disk, open };
}

describe('when the disk fails', () => {
  const faults: readonly (readonly [string, Disk, string])[] = [
    ['the disk is full while writing', brokenFile('writeFile', 'ENOSPC'), 'disk-full'],
    ['the disk is full while flushing', brokenFile('sync', 'ENOSPC'), 'disk-full'],
    ['the share of the disk is used up', brokenFile('writeFile', 'EDQUOT'), 'disk-full'],
    ['the folder is read-only', broken('open', 'EROFS'), 'read-only'],
    ['the folder may not be written', broken('open', 'EACCES'), 'read-only'],
    ['the rename would cross disks', broken('rename', 'EXDEV'), 'not-supported'],
    ['the folder has gone', broken('open', 'ENOENT'), 'not-found'],
    ['the disk cannot read', broken('readFile', 'EIO'), 'lost'],
    ['the network folder was lost', brokenFile('writeFile', 'ENOTCONN'), 'lost'],
    ['no backup can be made', broken('copyFile', 'ENOSPC'), 'disk-full'],
  ];

  it.each(faults)('because %s: says so, keeps the file, leaves no rest', async (name, failing, code) => {
    await writeFile(path, 'kept');
    const using = name.includes('backup') ? { ...failing, link: broken('link', 'EPERM').link } : failing;
    const saving = createFiles(using, createTokenStore(), folder).write(path, 'lost?', null);
    const error: unknown = await saving.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HostError);
    expect((error as HostError).code).toBe(code);
    expect((error as HostError).message).toContain('design.cwplan');
    expect((error as HostError).message).toContain('Nothing was changed on disk');
    expect(await read()).toBe('kept');
    expect((await readdir(folder)).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });

  it('does not replace a file with one that reads back differently', async () => {
    await writeFile(path, 'kept');
    const lying: Disk = {
      ...disk,
      readFile: (() => Promise.resolve(bytes('\0\0\0'))) as unknown as Disk['readFile'],
    };
    await expect(write('new', lying)).rejects.toMatchObject({ code: 'internal' });
    expect(await read()).toBe('kept');
    expect(await readdir(folder)).toEqual(['design.cwplan']);
  });

  it.each(['EPERM', 'EACCES', 'EBUSY'])('waits for a program that holds the file (%s)', async (code) => {
    await writeFile(path, 'one');
    await write('two', broken('rename', code, 3));
    expect(await read()).toBe('two');
    expect(await read(`${path}.bak`)).toBe('one');
  });

  it('gives up when the file stays held, and keeps it', async () => {
    await writeFile(path, 'kept');
    const held = broken('rename', 'EBUSY', Number.POSITIVE_INFINITY, (_, to) => to === path);
    await expect(write('new', held)).rejects.toMatchObject({ code: 'EBUSY' });
    expect(await read()).toBe('kept');
    expect((await readdir(folder)).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });

  it('copies the backup where the file system knows no second names', async () => {
    await writeFile(path, 'one');
    await write('two', broken('link', 'EPERM'));
    expect(await read(`${path}.bak`)).toBe('one');
  });
});
