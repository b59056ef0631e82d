import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { applyCommand } from '../../../shared/commands/index.ts';
import { parseDesignFile, serializeDesign } from '../../../shared/file/index.ts';
import { countedUp, duplicate } from '../../../shared/fragment/index.ts';
import { TakenNames } from '../../../shared/fragment/names.ts';
import { must } from '../../../shared/lib/assert.ts';
import { lineSchema } from '../../../shared/lib/text.ts';
import { NOWHERE, counter, insert, planOf, template } from './helpers.ts';

describe('names', () => {
  it('count on in their own style', () => {
    const cases: [string, string][] = [
      ['HV01', 'HV02'],
      ['HV09', 'HV10'],
      ['HV99', 'HV100'],
      ['HV-7-b', 'HV-8-b'],
      ['TOR1', 'TOR2'],
      ['Storage A', 'Storage B'],
      ['TOR-A', 'TOR-B'],
      ['FILESRV', 'FILESRV2'],
      ['File server', 'File server 2'],
      ['LEAF1A', 'LEAF2A'],
    ];
    for (const [name, next] of cases) expect(countedUp(name, 60)).toBe(next);
  });

  it('never grow beyond what a record may hold', () => {
    expect(countedUp('x'.repeat(60), 60)).toBe(`${'x'.repeat(59)}2`);
    expect(countedUp(`${'x'.repeat(58)}99`, 60)).toBe(`${'x'.repeat(57)}100`);
  });
});

describe('names at their limits', () => {
  it('find an end even where there is no room to count in', () => {
    const nines = '9'.repeat(60);
    const names = new TakenNames([nines, `${'9'.repeat(59)}2`]);
    const made = Array.from({ length: 30 }, () => names.take(nines, 60));
    expect(new Set(made).size).toBe(30);
    for (const name of made) expect(name.length).toBeLessThanOrEqual(60);
  });

  it('never keep half of a character', () => {
    for (const [name, longest] of [
      [`${'x'.repeat(57)}\u{1f5a5}a`, 58],
      [`${'x'.repeat(58)}\u{1f5a5}`, 60],
      ['\u{1f5a5}'.repeat(30), 60],
    ] as const) {
      const names = new TakenNames([name]);
      for (let i = 0; i < 12; i++)
        expect(lineSchema(1, longest).safeParse(names.take(name, longest)).success).toBe(true);
    }
  });

  it('count on from thousands without counting past them for each', () => {
    const all = Array.from({ length: 20_000 }, (_, i) => `HV${String(i + 1).padStart(5, '0')}`);
    const names = new TakenNames(all);
    expect(all.map((name) => names.take(name, 60)).at(-1)).toBe('HV40000');
  });
});

describe('the longest names', () => {
  const longest = (length: number) => `${'n'.repeat(length - 2)}\u{1f5a5}`;
  const base = template('switchless-2-node');
  const design = {
    ...base,
    clusters: new Map([...base.clusters].map(([id, record]) => [id, { ...record, name: longest(60) }])),
    profiles: new Map([...base.profiles].map(([id, record]) => [id, { ...record, name: longest(60) }])),
    nodes: new Map(
      [...base.nodes].map(([id, record], i) => [id, { ...record, name: `${i}${longest(199)}` }]),
    ),
  };
  const nodes = [...design.nodes.keys()];

  it('can be duplicated, one node or the whole cluster', () => {
    for (const ids of [nodes.slice(0, 1), [...design.clusters.keys()]]) {
      const made = duplicate(design, planOf(design), catalog, { ids, count: 3, places: NOWHERE }, counter());
      expect(insert(design, must(made, 'copies').insertion).nodes.size).toBeGreaterThan(design.nodes.size);
    }
  });

  it('can be taken out of their cluster and their profile', () => {
    const context = { newId: counter() };
    const alone = applyCommand(design, 'ungroup-clusters', { ids: [...design.clusters.keys()] }, context);
    expect(alone.ok).toBe(true);
    const own = applyCommand(design, 'detach-profile', { nodeId: must(nodes[0], 'a node') }, context);
    expect(own.ok).toBe(true);
    for (const result of [alone, own])
      if (result.ok)
        expect(parseDesignFile(serializeDesign(result.value.design, '1.0.0'))).toMatchObject({ ok: true });
  });
});
