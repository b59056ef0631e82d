import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/index.ts';
import { serializeDesign } from '../../shared/file/index.ts';
import { HostError, replySchema, type EventPayload } from '../../shared/host/index.ts';
import { computeOutcome } from '../../shared/outcome.ts';
import { embedParts } from '../../shared/plan/index.ts';
import { templateById } from '../../shared/templates/index.ts';
import { runCli } from '../../src-main/cli/main.ts';
import { HOSTS, type HostUnderTest } from './support/hosts.ts';

/** A design as the program saves it. */
function designText(template: string): string {
  const design = templateById(template)!.build();
  return serializeDesign(embedParts(design, computeOutcome(design, catalog).plan), '0.0.0');
}

describe.each(HOSTS)('%s', (_, kind, start) => {
  let home: string;
  let host: HostUnderTest;
  const at = (...names: string[]) => join(home, 'Documents', ...names);

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'clusterwright-host-'));
    host = await start(home);
  });
  afterAll(async () => {
    await host.stop();
    await rm(home, { recursive: true, force: true });
  });

  const codeOf = async (call: Promise<unknown>) => {
    const error: unknown = await call.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(HostError);
    return (error as HostError).code;
  };

  it('says what it is', async () => {
    const info = await host.client.call('app.info', {});
    expect(info.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(info).toMatchObject({
      host: kind,
      dialogs: kind === 'electron' ? 'native' : 'page',
      openFile: null,
    });
  });

  it('writes a file and reads it back as it was', async () => {
    const file = await host.choose('plain.cwplan');
    const written = await host.client.call('files.write', {
      file: file.token,
      text: 'Grüße\r\n',
      expect: null,
    });
    expect(await readFile(at('plain.cwplan'), 'utf8')).toBe('Grüße\r\n');
    const read = await host.client.call('files.read', { file: file.token });
    expect(read).toEqual({ file, text: 'Grüße\r\n', stamp: written.stamp });
    expect((await host.client.call('files.recent', {}))[0]?.ref.path).toBe(at('plain.cwplan'));
  });

  it('adds the ending of a design to a name without it', async () => {
    expect((await host.choose('bare')).path).toBe(at('bare.cwplan'));
    expect((await host.choose('two.parts')).path).toBe(at('two.parts.cwplan'));
  });

  it('refuses to replace a file that someone else has changed, and leaves theirs', async () => {
    const file = await host.choose('shared.cwplan');
    const { stamp } = await host.client.call('files.write', { file: file.token, text: 'mine', expect: null });
    await writeFile(at('shared.cwplan'), 'theirs');
    expect(
      await codeOf(host.client.call('files.write', { file: file.token, text: 'mine 2', expect: stamp })),
    ).toBe('changed-on-disk');
    expect(await readFile(at('shared.cwplan'), 'utf8')).toBe('theirs');
    await rm(at('shared.cwplan'));
    expect(
      await codeOf(host.client.call('files.write', { file: file.token, text: 'mine 3', expect: stamp })),
    ).toBe('changed-on-disk');
  });

  it('keeps the old file as a backup when it replaces it', async () => {
    const file = await host.choose('again.cwplan');
    const first = await host.client.call('files.write', { file: file.token, text: 'one', expect: null });
    await host.client.call('files.write', { file: file.token, text: 'two', expect: first.stamp });
    expect(await readFile(at('again.cwplan.bak'), 'utf8')).toBe('one');
  });

  it('says that a file is gone', async () => {
    const file = await host.choose('missing.cwplan');
    expect(await codeOf(host.client.call('files.read', { file: file.token }))).toBe('not-found');
  });

  it('knows no token that it did not give', async () => {
    expect(await codeOf(host.client.call('files.read', { file: 'abcdefghijklmnop' }))).toBe('unknown-token');
  });

  it.each([
    ['constructor', {}, 'unknown-method'],
    ['files.delete', {}, 'unknown-method'],
    ['files.read', { file: '../../etc/passwd' }, 'bad-input'],
    ['files.read', { file: 'abcdefghijkl', path: '/etc/passwd' }, 'bad-input'],
    ['files.place', { folder: 'abcdefghijkl', name: '../up.cwplan' }, 'bad-input'],
    ['exports.run', { job: 'x', text: '{}', formats: [], paper: 'A4', folder: 'abcdefghijkl' }, 'bad-input'],
  ])('refuses %s with %j', async (method, input, code) => {
    const reply = replySchema.parse(await host.transport.invoke(method, input));
    expect(reply).toMatchObject({ ok: false, code });
  });

  it('writes exports, tells of the progress, and gives the bytes of the command line', async () => {
    const text = designText('two-node-10g');
    const folder = await host.chooseFolder();
    const heard: EventPayload<'export.progress'>[] = [];
    const stop = host.client.on('export.progress', (progress) => heard.push(progress));
    const result = await host.client.call('exports.run', {
      job: 'job-1',
      text,
      formats: ['bom-pdf', 'bom-csv', 'scripts'],
      paper: 'A4',
      folder: folder.token,
    });
    await expect.poll(() => heard.at(-1)?.done).toBe(result.files.length);
    stop();
    expect(heard.map(({ done }) => done)).toEqual([...result.files.keys(), result.files.length]);
    expect(heard.every(({ job, total }) => job === 'job-1' && total === result.files.length)).toBe(true);

    await writeFile(at('same.cwplan'), text);
    const args = [
      'export',
      at('same.cwplan'),
      '--format',
      'bom-pdf,bom-csv,scripts',
      '--out',
      join(home, 'cli'),
    ];
    expect(await runCli(args, { out: () => undefined, err: () => undefined })).toBe(0);
    for (const { path, bytes } of result.files) {
      const made = await readFile(at(path));
      expect(made.length, path).toBe(bytes);
      expect(made.equals(await readFile(join(home, 'cli', path))), path).toBe(true);
    }
  });

  it('exports nothing from a text that is no design, and says where it is wrong', async () => {
    const folder = await host.chooseFolder();
    const before = await readdir(at());
    const broken = designText('two-node-10g').replace('"smbPriority": 3', '"smbPriority": 9');
    const call = host.client.call('exports.run', {
      job: 'job-2',
      text: broken,
      formats: ['bom-csv'],
      paper: 'A4',
      folder: folder.token,
    });
    await expect(call).rejects.toThrow(/records\.fabric\.smbPriority/);
    expect(await readdir(at())).toEqual(before);
  });

  it('stops an export that is cancelled, and leaves nothing behind', async () => {
    const folder = await host.chooseFolder();
    const before = await readdir(at(), { recursive: true });
    const stop = host.client.on('export.progress', ({ job, done }) => {
      if (job === 'job-3' && done === 1) void host.client.call('exports.cancel', { job });
    });
    const call = host.client.call('exports.run', {
      job: 'job-3',
      text: designText('ten-node-two-40g').replace('Ten computers, two 40 GbE', 'Cancelled'),
      // The script folder comes first and holds twenty files, so the cancel arrives between two of them.
      formats: ['scripts', 'bom-pdf'],
      paper: 'A4',
      folder: folder.token,
    });
    expect(await codeOf(call)).toBe('cancelled');
    stop();
    expect(await readdir(at(), { recursive: true })).toEqual(before);
  });

  it('lists folders only where the system has no dialogs', async () => {
    const call = host.client.call('files.list', { folder: null });
    if (kind === 'electron') {
      expect(await codeOf(call)).toBe('not-supported');
      return;
    }
    await writeFile(at('notes.txt'), 'not a design');
    const listing = await call;
    expect(listing.folder.path).toBe(at());
    expect(listing.entries.map(({ ref }) => ref.name)).toContain('plain.cwplan');
    expect(listing.entries.map(({ ref }) => ref.name)).not.toContain('notes.txt');
    const made = await host.client.call('files.makeFolder', {
      folder: listing.folder.token,
      name: 'New folder',
    });
    expect((await stat(made.path)).isDirectory()).toBe(true);
  });
});
