import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileNameFault } from '../../../shared/host/index.ts';
import { removeLeftovers, temporaryBeside } from '../../../src-main/services/atomic-write.ts';
import { disk, type Disk } from '../../../src-main/services/disk.ts';
import { createPreferences } from '../../../src-main/services/preferences.ts';
import { PROCESS_NAME, processState } from '../../../src-main/services/process-identity.ts';
import { createRecentFiles } from '../../../src-main/services/recent.ts';
import { createAccess } from '../../../src-main/web/access.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterwright-small-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The name of a process of this machine that has ended. */
async function goneProcess(): Promise<string> {
  const child = spawn(process.execPath, ['-e', '0']);
  await once(child, 'exit');
  return PROCESS_NAME.replace(/-\d+-/, `-${child.pid}-`);
}

describe('what a killed save leaves beside a file', () => {
  it('is taken away when its writer is gone, and nothing else is', async () => {
    const path = join(folder, 'Plan.cwplan');
    const mine = temporaryBeside(path);
    const gone = await goneProcess();
    const left = mine.replace(PROCESS_NAME, gone);
    const others = [
      mine,
      mine.replace(PROCESS_NAME, `00000000-${process.pid}-00000000`),
      left.replace('.Plan.cwplan.', '.Other.cwplan.'),
      join(folder, '.Plan.cwplan.swp.tmp'),
      join(folder, 'Plan.cwplan.tmp'),
      path,
    ];
    for (const file of [left, ...others]) await writeFile(file, 'x');
    await removeLeftovers(disk, folder, path);
    const names = await readdir(folder);
    expect(names.map((name) => join(folder, name)).sort()).toEqual([...others].sort());
  });

  it('knows a running process, a gone one, and one whose number was given out again', async () => {
    expect(await processState(disk, folder, PROCESS_NAME)).toBe('running');
    expect(await processState(disk, folder, await goneProcess())).toBe('gone');
    expect(await processState(disk, folder, 'ffffffff-1-00000000')).toBe('unknown');
    const again = PROCESS_NAME.replace(/[0-9a-f]{8}$/, '00000000');
    expect(await processState(disk, folder, again)).not.toBe('running');
  });
});

describe('choices of the window', () => {
  it('outlive the program, whoever else writes meanwhile', async () => {
    const fail = (error: unknown) => expect.fail(String(error));
    const one = createPreferences(disk, folder, fail);
    const other = createPreferences(disk, folder, fail);
    await one.write('theme', '"dark"');
    await other.write('panels', '{"outline":200}');
    expect(await createPreferences(disk, folder, fail).read()).toEqual({
      theme: '"dark"',
      panels: '{"outline":200}',
    });
  });

  it('that cannot be read are begun anew, and the trouble is told', async () => {
    const troubles: unknown[] = [];
    await writeFile(join(folder, 'preferences.json'), '[1]');
    const preferences = createPreferences(disk, folder, (error) => troubles.push(error));
    expect(await preferences.read()).toEqual({});
    expect(troubles).toHaveLength(1);
    await preferences.write('theme', '"light"');
    expect(await preferences.read()).toEqual({ theme: '"light"' });
  });
});

describe('a small file that another program holds for a moment', () => {
  it('is not taken for empty and replaced', async () => {
    const fail = (error: unknown) => expect.fail(String(error));
    await writeFile(join(folder, 'a.cwplan'), '');
    await createPreferences(disk, folder, fail).write('theme', '"dark"');
    const recent = createRecentFiles(disk, folder, fail);
    await recent.add(join(folder, 'a.cwplan'));
    await recent.pin(join(folder, 'a.cwplan'), true);
    const held: Disk = {
      ...disk,
      readFile: (() =>
        Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' }))) as Disk['readFile'],
    };
    const troubles: unknown[] = [];
    const trouble = (error: unknown) => troubles.push(error);
    const preferences = createPreferences(held, folder, trouble);
    await preferences.write('panels', '1');
    expect(await preferences.read()).toEqual({});
    const files = createRecentFiles(held, folder, trouble);
    await files.add(join(folder, 'b.cwplan'));
    expect(await files.list()).toEqual([]);
    expect(troubles).toHaveLength(4);
    expect(await createPreferences(disk, folder, fail).read()).toEqual({ theme: '"dark"' });
    expect(await recent.list()).toMatchObject([{ pinned: true }]);
  });
});

describe('a key for a further page', () => {
  it('works once, says which file it is for, and gives the token of the session', () => {
    const access = createAccess({ once: true });
    const first = access.openSession(access.key);
    expect(typeof first?.token).toBe('string');
    const key = access.issueKey('/plans/a.cwplan');
    expect(access.openSession(key)).toEqual({ token: first?.token, openPath: '/plans/a.cwplan' });
    expect(access.openSession(key)).toBeNull();
    expect(access.openSession(access.key)).toBeNull();
  });

  it('is forgotten when many more were given out and none was used', () => {
    const access = createAccess({ once: false });
    const oldest = access.issueKey(null);
    for (let i = 0; i < 20; i++) access.issueKey(null);
    expect(access.openSession(oldest)).toBeNull();
  });
});

describe('a file name', () => {
  it.each([
    'CON',
    'con.cwplan',
    'Prn.x.cwplan',
    'AUX',
    'nul.txt',
    'COM1.cwplan',
    'lpt9',
    'com\u00b9.cwplan',
    'CONIN$',
  ])('that Windows keeps for a device is refused: %s', (name) =>
    expect(fileNameFault(name)).toMatch(/Windows keeps the name/),
  );
  it.each(['\u202eplan', 'plan\u200b.cwplan', 'a\u2066b', '\ufeffplan'])(
    'with marks nobody sees is refused: %j',
    (name) => expect(fileNameFault(name)).toMatch(/cannot be seen/),
  );
  it.each(['', ' ', 'a/b', 'a\\b', 'a:b', 'a\u0000b', '..', 'plan.', 'plan ', 'x'.repeat(201)])(
    'no file system or no person can use is refused: %j',
    (name) => expect(fileNameFault(name)).not.toBeNull(),
  );
  it.each([
    'plan.cwplan',
    'Console.cwplan',
    'com10.cwplan',
    'N\u00fcrnberg \u4e2d\u6587 \u05e2\u05d1\u05e8\u05d9\u05ea.cwplan',
    '.hidden',
  ])('of any script is taken: %s', (name) => expect(fileNameFault(name)).toBeNull());
});
