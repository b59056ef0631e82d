import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSame, type Comparison } from '../../../shared/compare/index.ts';
import { runCli } from '../../../src-main/cli/main.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterwright-compare-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function cli(...args: string[]) {
  let out = '';
  let err = '';
  const code = await runCli(args, { out: (text) => void (out += text), err: (text) => void (err += text) });
  return { code, out, err };
}

async function made(template: string): Promise<string> {
  const path = join(folder, `${template}.cwplan`);
  await cli('new', template, '--out', path);
  return path;
}

describe('clusterwright compare', () => {
  it('ends with 0 and says that equal designs are equal', async () => {
    const path = await made('eight-node-dual-10g');
    expect(await cli('compare', path, path)).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('equal') as string,
    });
    const { out } = await cli('compare', path, path, '--json');
    expect(isSame(JSON.parse(out) as Comparison)).toBe(true);
  });

  it('lists parts, cables, settings and figures that differ', async () => {
    const { code, out } = await cli('compare', await made('two-node-10g'), await made('eight-node-dual-10g'));
    expect(code).toBe(0);
    for (const heading of ['Parts', 'Cables', 'Settings', 'Figures']) expect(out).toContain(`\n${heading}\n`);
    expect(out).toMatch(/Nodes +2 -> 8/);
  });

  it('ends with 2 for a file that is missing or no design, and for one file alone', async () => {
    const path = await made('two-node-10g');
    const broken = join(folder, 'broken.cwplan');
    await writeFile(broken, '{');
    for (const args of [[path], [path, join(folder, 'gone.cwplan')], [path, broken]]) {
      const { code, out, err } = await cli('compare', ...args);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(err).toMatch(/^clusterwright compare: /);
    }
  });
});
