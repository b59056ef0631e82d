import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id, type NodeId } from '../../../shared/lib/ids.ts';
import type { PlanNode } from '../../../shared/plan/index.ts';
import { folderNames } from '../../../shared/scripts/folder-names.ts';

/** Nodes as far as folder names look at them. */
function nodes(names: readonly string[]): PlanNode[] {
  return names.map((name, i) => ({ id: id<NodeId>(`n${i}`), record: { name } }) as unknown as PlanNode);
}

function foldersOf(...names: string[]): string[] {
  return [...folderNames(nodes(names)).values()];
}

const byId = (names: readonly string[]) => {
  const list = nodes(names);
  const folders = folderNames(list);
  return list.map((node) => folders.get(node.id) ?? '');
};

describe('folderNames', () => {
  it('keeps names a file system takes', () => {
    expect(foldersOf('FS01', 'hv-02.corp', 'B\u00fcro_3', '\u30b5\u30fc\u30d0\u30fc1')).toEqual([
      'FS01',
      'hv-02.corp',
      'B\u00fcro_3',
      '\u30b5\u30fc\u30d0\u30fc1',
    ]);
  });

  it.each([
    ['../../etc', '__.._etc'],
    ['a/b\\c', 'a_b_c'],
    ['what?*"<>|:', 'what_______'],
    ['..', 'node'],
    ['-rf', '_rf'],
    ['.hidden', '_hidden'],
    ['trailing. ', 'trailing._'],
    ['dots...', 'dots'],
    ['line\nbreak', 'line_break'],
    ['CON', '_CON'],
    ['con.srv', '_con.srv'],
    ['Lpt9', '_Lpt9'],
    ['COM\u00b9', '_COM\u00b9'],
    ['conserver', 'conserver'],
  ])('makes %j safe as %j', (name, folder) => {
    expect(foldersOf(name)).toEqual([folder]);
  });

  it('gives every node a folder of its own, and the fit name to the node that has it', () => {
    expect(byId(['a/b', 'a_b', 'A_B', 'a?b'])).toEqual(['a_b~2', 'a_b', 'A_B~3', 'a_b~4']);
  });

  it('never gives two nodes one folder, nor a folder a system would refuse', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(
        'FS01',
        'fs01',
        'F/S',
        'F_S',
        'nul',
        'CON',
        '.',
        ' ',
        'stra\u00dfe',
        'STRASSE',
        '\ufb01',
        'fi',
        'a~2',
        'a',
        'A',
      ),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 20 }), (names) => {
        const folders = byId(names);
        const keys = folders.map((folder) => folder.normalize('NFKC').toLowerCase());
        expect(new Set(keys).size).toBe(folders.length);
        for (const folder of folders) {
          expect(folder).toMatch(/^[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}._~-]*$/u);
          expect(folder).not.toMatch(/\.$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
          expect(new TextEncoder().encode(folder).length).toBeLessThan(255);
        }
      }),
      { numRuns: 500 },
    );
  });
});
