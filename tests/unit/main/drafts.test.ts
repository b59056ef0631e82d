import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDrafts, type DraftFacts } from '../../../src-main/services/drafts.ts';
import { disk, type Disk } from '../../../src-main/services/disk.ts';
import { PROCESS_NAME, processState } from '../../../src-main/services/process-identity.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterwright-drafts-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const FACTS: DraftFacts = {
  file: null,
  stamp: null,
  name: 'Plan.cwplan',
  counts: { nodes: 2, switches: 1, cables: 4 },
  saving: false,
};
const make = (using: Disk = disk, now = () => new Date(0)) =>
  createDrafts(using, folder, (error) => expect.fail(String(error)), now);
const path = (id: string) => join(folder, 'drafts', `${id}.draft`);

/** A draft as a process wrote it that is gone now. */
async function orphan(id: string, text: string, facts: DraftFacts = FACTS): Promise<void> {
  await make().write('window-1', id, text, facts);
  const child = spawn(process.execPath, ['-e', '0']);
  await once(child, 'exit');
  const gone = PROCESS_NAME.replace(/-\d+-/, `-${child.pid}-`);
  await writeFile(path(id), (await readFile(path(id), 'utf8')).replace(PROCESS_NAME, gone));
}

describe('recovery copies', () => {
  it('of a window that is there are not offered; of one that is gone they are', async () => {
    const drafts = make();
    await drafts.write('window-1', 'draft-aaaa', 'text', FACTS);
    expect(await drafts.orphans(false)).toEqual([]);
    await expect(drafts.read('draft-aaaa')).rejects.toThrow(/in use/);
    drafts.release('window-1');
    const offered = await drafts.orphans(false);
    const { saving: _saving, ...known } = FACTS;
    expect(offered).toEqual([
      { id: 'draft-aaaa', time: '1970-01-01T00:00:00.000Z', ...known, pending: null },
    ]);
    expect((await drafts.read('draft-aaaa')).text).toBe('text');
  });

  it('of another program that runs are not offered, of one that ended they are', async () => {
    await orphan('draft-gone', 'lost work\nof two lines\n');
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    const text = await readFile(path('draft-gone'), 'utf8');
    // Without signs of life nobody knows whether the number is that of the writer; with them it is.
    const name = PROCESS_NAME.replace(/-\d+-/, `-${child.pid}-`);
    if ((await processState(disk, folder, name)) === 'unknown') {
      await mkdir(join(folder, 'running'));
      await writeFile(join(folder, 'running', name), '');
    }
    expect((await make().orphans(false)).map(({ id }) => id)).toEqual(['draft-gone']);
    expect((await make().read('draft-gone')).text).toBe('lost work\nof two lines\n');
    child.kill('SIGKILL');
    expect(text).toContain('lost work');
  });

  it('that say what their file says are taken away, not offered', async () => {
    const file = join(folder, 'Plan.cwplan');
    await writeFile(file, 'saved');
    await orphan('draft-same', 'saved', { ...FACTS, file });
    await orphan('draft-more', 'saved and edited', { ...FACTS, file });
    expect((await make().orphans(false)).map(({ id }) => id)).toEqual(['draft-more']);
    expect(await readdir(join(folder, 'drafts'))).toEqual(['draft-more.draft']);
  });

  it('put off are listed again only when they are asked for', async () => {
    await orphan('draft-later', 'text');
    const drafts = make();
    drafts.postpone(['draft-later']);
    expect(await drafts.orphans(false)).toEqual([]);
    expect(await drafts.orphans(true)).toHaveLength(1);
    expect(await make().orphans(false)).toHaveLength(1);
  });

  it('damaged on the disk are never taken for the design', async () => {
    await orphan('draft-torn', 'x'.repeat(1000));
    const text = await readFile(path('draft-torn'), 'utf8');
    await writeFile(path('draft-torn'), text.slice(0, -10));
    await expect(make().read('draft-torn')).rejects.toThrow(/damaged/);
  });

  it('under names that are none of ours, or of no known time, keep back no other', async () => {
    await orphan('draft-good', 'text');
    const head = await readFile(path('draft-good'), 'utf8');
    await writeFile(path('draft-good (conflicted copy)'), head);
    await writeFile(path('draft-odd0'), head.replace('1970-01-01T00:00:00.000Z', 'yesterday'));
    await mkdir(path('draft-folder'));
    await writeFile(path('draft-empty'), '');
    await writeFile(path('draft-large'), Buffer.alloc(1 << 20, 'x'));
    const troubles: unknown[] = [];
    const drafts = createDrafts(disk, folder, (error) => troubles.push(error));
    expect((await drafts.orphans(false)).map(({ id }) => id)).toEqual(['draft-good']);
    expect(troubles).toHaveLength(4);
  });

  it('belong to one window: another one can neither write nor discard them', async () => {
    const drafts = make();
    await drafts.write('window-1', 'draft-mine', 'mine', FACTS);
    await expect(drafts.write('window-2', 'draft-mine', 'theirs', FACTS)).rejects.toThrow(/another window/);
    await expect(drafts.discard('window-2', 'draft-mine')).rejects.toThrow(/another window/);
    drafts.release('window-1');
    expect((await drafts.read('draft-mine')).text).toBe('mine');
  });

  it('on a full disk say so in a sentence, and the copy before stays whole', async () => {
    const drafts = make();
    await drafts.write('window-1', 'draft-full', 'before', FACTS);
    const open: Disk['open'] = () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
    const full = make({ ...disk, open });
    await expect(full.write('window-1', 'draft-full', 'after', FACTS)).rejects.toThrow(/disk is full/);
    drafts.release('window-1');
    expect((await drafts.read('draft-full')).text).toBe('before');
  });
});
