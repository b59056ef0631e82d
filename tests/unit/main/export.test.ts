import fc from 'fast-check';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HostError } from '../../../shared/host/index.ts';
import type { Design } from '../../../shared/model/index.ts';
import { templateById } from '../../../shared/templates/index.ts';
import { refuseClashes, splitExportPath } from '../../../src-main/services/export-paths.ts';
import { createExports, type ExportRequest } from '../../../src-main/services/export.ts';
import { disk, type Disk } from '../../../src-main/services/disk.ts';

let folder: string;
let design: Design;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterwright-export-'));
  design = templateById('two-node-10g')!.build();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (request: Partial<ExportRequest> = {}, using: Disk = disk) =>
  createExports(using, '0.0.0').run(
    { design, formats: ['bom-csv', 'scripts'], paper: 'A4', folder: join(folder, 'out'), ...request },
    () => undefined,
    new AbortController().signal,
  );
const everything = () => readdir(folder, { recursive: true });

describe('an export', () => {
  it('makes the folder it is to write into', async () => {
    const files = await run({ folder: join(folder, 'a', 'b') });
    expect(await everything()).toEqual(expect.arrayContaining(files.map(({ path }) => join('a', 'b', path))));
  });

  it('replaces what an export before has written', async () => {
    await run();
    const before = (await everything()).sort();
    await run();
    expect((await everything()).sort()).toEqual(before);
  });

  it('leaves the disk as it was when it is full half way', async () => {
    let written = 0;
    const open = async (...given: Parameters<Disk['open']>) => {
      const file = await disk.open(...given);
      written += 1;
      if (written === 3) {
        Object.defineProperty(file, 'writeFile', {
          value: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
        });
      }
      return file;
    };
    await expect(run({}, { ...disk, open })).rejects.toMatchObject({ code: 'disk-full' });
    expect(written).toBe(3);
    expect(await everything()).toEqual([]);
  });

  it('knows its formats', async () => {
    await expect(run({ formats: ['bom-csv', 'constructor'] })).rejects.toMatchObject({ code: 'bad-input' });
    expect(await everything()).toEqual([]);
  });

  it('follows no link out of the folder', async () => {
    await mkdir(join(folder, 'out'));
    await mkdir(join(folder, 'elsewhere'));
    await symlink(join(folder, 'elsewhere'), join(folder, 'out', 'scripts'));
    await expect(run()).rejects.toMatchObject({ code: 'export-refused' });
    expect(await readdir(join(folder, 'elsewhere'))).toEqual([]);
  });

  it('does not write where a folder has the name of its file', async () => {
    await expect(run({ formats: ['bom-csv'], rename: () => 'taken.csv' })).resolves.toHaveLength(1);
    await rm(join(folder, 'out', 'taken.csv'));
    await mkdir(join(folder, 'out', 'taken.csv'));
    await expect(run({ formats: ['bom-csv'], rename: () => 'taken.csv' })).rejects.toMatchObject({
      code: 'not-a-file',
    });
  });

  it('goes to a folder, not through a file', async () => {
    await writeFile(join(folder, 'out'), 'a file');
    await expect(run()).rejects.toBeInstanceOf(HostError);
  });
});

describe('a path of an export', () => {
  it.each([
    '../up.csv',
    'a/../../up.csv',
    '/etc/passwd',
    'a//b',
    '',
    '.',
    'a/.',
    'C:/x',
    'a\\b',
    'a/b:stream',
    'nul',
    'CON.txt',
    'lpt1.ps1',
    'x/aux/y',
    'trailing ',
    'trailing.',
    'a\u0000b',
    'a\nb',
    'what?.csv',
    'x'.repeat(201),
  ])('%j is refused', (path) => {
    expect(() => splitExportPath(path)).toThrow(HostError);
  });

  it('that is let through stays inside, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('.', '/', '\\', 'a', ' ', ':', '\u0000', 'é') }),
        (path) => {
          try {
            splitExportPath(path);
          } catch {
            return;
          }
          expect(normalize(join('/root', path)).startsWith('/root/')).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('may not meet another one on a system that ignores case', () => {
    expect(() => refuseClashes(['FS01/verify.ps1', 'fs01/verify.ps1'])).toThrow(/same name/);
    expect(() => refuseClashes(['FS01/verify.ps1', 'FS02/verify.ps1'])).not.toThrow();
  });
});
