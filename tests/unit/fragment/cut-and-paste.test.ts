import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import {
  cutFragment,
  parseFragment,
  pasteFragment,
  serializeFragment,
} from '../../../shared/fragment/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import type { NodeId } from '../../../shared/lib/ids.ts';
import { checkIntegrity, emptyDesign, withRecords } from '../../../shared/model/index.ts';
import { templates } from '../../../shared/templates/index.ts';
import { aDesign } from '../../support/builders.ts';
import { NOWHERE, boughtFor, counter, insert, namesOf, planOf, template } from './helpers.ts';

describe('fragments', () => {
  it.each(templates.map((entry) => entry.id))(
    '%s: cut whole and pasted into nothing is the same drawing',
    (id) => {
      const design = template(id);
      const ids = [...design.nodes.keys(), ...design.switches.keys(), ...design.clusters.keys()];
      const text = serializeFragment(must(cutFragment(design, catalog, ids, NOWHERE), 'fragment'));
      const read = parseFragment(text);
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      const target = { ...emptyDesign('x'), fabric: design.fabric };
      const pasted = pasteFragment(target, planOf(target), catalog, read.value, {
        newId: counter(),
        at: { x: 0, y: 0 },
      });
      const after = insert(target, pasted.insertion);
      expect(pasted.told).toEqual([]);
      expect(namesOf(after)).toEqual(namesOf(design));
      expect(planOf(after).totals).toEqual(planOf(design).totals);
      expect(boughtFor(after)).toEqual(boughtFor(design));
    },
  );

  it('pasted beside their source use networks and profiles again and count names up', () => {
    const design = template('eight-node-dual-10g');
    const fragment = must(cutFragment(design, catalog, ['hv01', 'hv02', 'tor1'], NOWHERE), 'fragment');
    expect(fragment.links).toHaveLength(4);
    const pasted = pasteFragment(design, planOf(design), catalog, fragment, {
      newId: counter(),
      at: { x: 0, y: 0 },
    });
    const { insertion } = pasted;
    expect(insertion.networks).toEqual([]);
    expect(insertion.profiles).toEqual([]);
    expect(insertion.clusters).toEqual([]);
    expect(insertion.nodes.map(({ name }) => name)).toEqual(['HV07', 'HV08']);
    expect(insertion.nodes.every(({ clusterId }) => clusterId === 'hv-cl1')).toBe(true);
    expect(insertion.switches.map(({ name }) => name)).toEqual(['TOR2']);
    expect(checkIntegrity(insert(design, insertion))).toEqual([]);
  });

  it('of a whole cluster become a cluster of their own', () => {
    const design = template('eight-node-dual-10g');
    const fragment = must(cutFragment(design, catalog, ['sofs-cl1'], NOWHERE), 'fragment');
    const { insertion } = pasteFragment(design, planOf(design), catalog, fragment, {
      newId: counter(),
      at: { x: 0, y: 0 },
    });
    expect(insertion.clusters.map(({ name }) => name)).toEqual(['SOFS-CL2']);
    expect(insertion.nodes.map(({ name }) => name)).toEqual(['FS03', 'FS04']);
  });

  it('leave pinned and hardware addresses that are in use behind', () => {
    const start = template('eight-node-dual-10g');
    const node = must(start.nodes.get('hv01' as NodeId), 'node');
    const design = withRecords(start, 'nodes', [
      {
        ...node,
        pins: [{ endpoint: '2/1', address: '10.71.1.99' }],
        macs: [{ slot: '2', port: 1, mac: 'AA-BB-CC-DD-EE-FF' }],
      },
    ]);
    const fragment = must(cutFragment(design, catalog, ['hv01'], NOWHERE), 'fragment');
    const here = pasteFragment(design, planOf(design), catalog, fragment, {
      newId: counter(),
      at: { x: 0, y: 0 },
    });
    expect(here.insertion.nodes[0]).toMatchObject({ pins: [], macs: [] });
    expect(here.told.join(' ')).toMatch(/next free/);
    const elsewhere = pasteFragment(emptyDesign('x'), planOf(emptyDesign('x')), catalog, fragment, {
      newId: counter(),
      at: { x: 0, y: 0 },
    });
    expect(elsewhere.insertion.nodes[0]?.pins).toHaveLength(1);
    // The addresses of all stay apart.
    const after = insert(design, here.insertion);
    const all = planOf(after).nodes.flatMap((entry) => entry.endpoints.map((endpoint) => endpoint.address));
    expect(new Set(all).size).toBe(all.length);
  });

  it('keep breakout cables whole', () => {
    const lanes = (id: string) => ({ id, ways: 4 as const });
    const builder = aDesign()
      .network('net-a')
      .profile('p', [{ part: 'nvidia-mcx4121a-acat', networks: ['net-a', 'net-a'] }])
      .cluster('C', 'hyper-v', 'p', ['HV1', 'HV2'])
      .switch('TOR1', 'nvidia-sn2700');
    for (const [i, node] of ['HV1', 'HV2'].entries()) {
      builder.link(`${node}/1/1`, 'TOR1:swp1', { breakout: { ...lanes('cable-x'), lane: i + 1 } as never });
    }
    const design = builder.build();
    expect(checkIntegrity(design)).toEqual([]);
    const fragment = must(cutFragment(design, catalog, ['c', 'tor1'], NOWHERE), 'fragment');
    const { insertion } = pasteFragment(design, planOf(design), catalog, fragment, {
      newId: counter(),
      at: { x: 0, y: 0 },
    });
    const after = insert(design, insertion);
    expect(checkIntegrity(after)).toEqual([]);
    expect(new Set([...after.links.values()].map((link) => link.breakout?.id)).size).toBe(2);
  });

  it('refuse what is no whole piece of a design, and pass over text of others', () => {
    const design = template('two-node-10g');
    const text = serializeFragment(
      must(cutFragment(design, catalog, [...design.nodes.keys()], NOWHERE), 'fragment'),
    );
    for (const other of ['', 'hello', '{"a":1}', '[]', '{', 'HV01\tHV02']) {
      expect(parseFragment(other)).toEqual({ ok: false, error: { kind: 'other' } });
    }
    const hostile = [
      text.slice(0, -40),
      text.replace('"version": 1', '"version": 2'),
      text.replace('"nodes": [', '"nodes": [{},'),
      text.replace('"profiles": [', '"profiles": [], "x": ['),
      text.replaceAll('"kind": "hyper-v"', '"kind": "none"'),
      text.replace(/"name": "HV01"/, '"name": "HV\\u202e01"'),
      text.replace(/"networkId": "[^"]+"/, '"networkId": "gone"'),
      text.replace('"lengthM": 1', '"lengthM": 1e9'),
    ];
    for (const [i, broken] of hostile.entries()) {
      const read = parseFragment(broken);
      expect(read.ok ? `read ${i}` : read.error.kind, broken.slice(0, 60)).toBe('damaged');
    }
  });
});
