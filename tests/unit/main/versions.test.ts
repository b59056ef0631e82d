import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serializeDesign } from '../../../shared/file/index.ts';
import { HostError } from '../../../shared/host/index.ts';
import { templateById } from '../../../shared/templates/index.ts';
import { disk, type Disk } from '../../../src-main/services/disk.ts';
import { createVersions } from '../../../src-main/services/versions.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterwright-versions-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = (text: string) => Buffer.from(text);
let minutes = 0;
const make = () =>
  createVersions(
    disk,
    folder,
    (error) => expect.fail(String(error)),
    () => new Date(Date.UTC(2026, 0, 1, 0, minutes)),
  );
const textOf = (template: string) => serializeDesign(templateById(template)!.build(), '1.0.0');

describe('earlier versions of a file', () => {
  it('are what it held before and after each save, newest first, byte for byte', async () => {
    const versions = make();
    const before = { bytes: bytes('from elsewhere'), modified: new Date(0) };
    await versions.keep('/a.cwplan', bytes('one'), before, false);
    await versions.keep('/a.cwplan', bytes('two'), { bytes: bytes('one'), modified: new Date(1) }, false);
    await versions.keep('/b.cwplan', bytes('other'), null, false);
    const listed = await versions.list('/a.cwplan');
    const texts = await Promise.all(listed.map(({ id }) => versions.read('/a.cwplan', id)));
    expect(texts).toEqual(['two', 'one', 'from elsewhere']);
    await expect(versions.read('/b.cwplan', listed[0]!.id)).rejects.toThrow(/no longer kept/);
  });

  it('are at most twenty; the texts of the others go', async () => {
    const versions = make();
    for (let i = 0; i < 25; i++) await versions.keep('/a.cwplan', bytes(`save ${i}`), null, false);
    const listed = await versions.list('/a.cwplan');
    expect(listed).toHaveLength(20);
    expect(await versions.read('/a.cwplan', listed[19]!.id)).toBe('save 5');
    const files = await readdir(join(folder, 'versions'), { recursive: true });
    expect(files.filter((name) => name.endsWith('.gz'))).toHaveLength(20);
  });

  it('saved again without a change are kept once, and saves by itself within minutes count as one', async () => {
    const versions = make();
    await versions.keep('/a.cwplan', bytes('mine'), null, false);
    await versions.keep('/a.cwplan', bytes('mine'), null, false);
    for (let i = 0; i < 5; i++) await versions.keep('/a.cwplan', bytes(`auto ${i}`), null, true);
    minutes += 11;
    await versions.keep('/a.cwplan', bytes('auto later'), null, true);
    const listed = await versions.list('/a.cwplan');
    const texts = await Promise.all(listed.map(({ id }) => versions.read('/a.cwplan', id)));
    expect(texts).toEqual(['auto later', 'auto 4', 'mine']);
  });

  it('say how much they draw and what they changed', async () => {
    const versions = make();
    await versions.keep('/a.cwplan', bytes(textOf('two-node-10g')), null, false);
    await versions.keep('/a.cwplan', bytes(textOf('eight-node-dual-10g')), null, false);
    const [newest, oldest] = await versions.list('/a.cwplan');
    expect(oldest).toMatchObject({ counts: { nodes: 2, switches: 0, cables: 1 }, change: null });
    expect(newest?.counts).toEqual({ nodes: 8, switches: 1, cables: 16 });
    const { nodes, switches } = newest!.change!;
    expect(nodes.added - nodes.removed).toBe(6);
    expect(switches).toEqual({ added: 1, removed: 0, edited: 0 });
    expect(newest?.change?.settings).toBe(true);
  });

  it('survive a broken list: the trouble is told, and keeping goes on', async () => {
    await make().keep('/a.cwplan', bytes('one'), null, false);
    const [name] = await readdir(join(folder, 'versions'));
    await writeFile(join(folder, 'versions', name!, 'index.json'), '{');
    const troubles: unknown[] = [];
    const versions = createVersions(disk, folder, (error) => troubles.push(error));
    await versions.keep('/a.cwplan', bytes('two'), null, false);
    expect(troubles.length).toBeGreaterThan(0);
    const listed = await versions.list('/a.cwplan');
    const texts = await Promise.all(listed.map(({ id }) => versions.read('/a.cwplan', id)));
    expect(texts).toEqual(['two', 'one']);
  });

  it('outlive a list that cannot be read now, as when another program holds it', async () => {
    await make().keep('/a.cwplan', bytes('one'), null, false);
    const troubles: unknown[] = [];
    const held: Disk = {
      ...disk,
      readFile: ((path: string, ...rest: never[]) =>
        path.endsWith('index.json')
          ? Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' }))
          : disk.readFile(path, ...rest)) as Disk['readFile'],
    };
    const versions = createVersions(held, folder, (error) => troubles.push(error));
    await versions.keep('/a.cwplan', bytes('two'), null, false);
    expect(troubles).toHaveLength(1);
    await expect(versions.list('/a.cwplan')).rejects.toThrow(/another program holds/);
    expect(await make().list('/a.cwplan')).toHaveLength(1);
  });

  it('saved by themselves do not replace each other while the clock stands before the last one', async () => {
    const versions = make();
    minutes = 5_000_000;
    await versions.keep('/a.cwplan', bytes('in a wrong year'), null, true);
    minutes = 0;
    await versions.keep('/a.cwplan', bytes('clock set right'), null, true);
    expect(await versions.list('/a.cwplan')).toHaveLength(2);
  });

  it('that unpack to more than any design are refused, not unpacked', async () => {
    await make().keep('/a.cwplan', bytes('one'), null, false);
    const [name] = await readdir(join(folder, 'versions'));
    const [version] = await make().list('/a.cwplan');
    await writeFile(join(folder, 'versions', name!, `${version!.id}.gz`), gzipSync(Buffer.alloc(65 << 20)));
    await expect(make().read('/a.cwplan', version!.id)).rejects.toThrow(HostError);
  });
});
