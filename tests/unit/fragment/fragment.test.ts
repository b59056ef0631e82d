import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { applyCommand } from '../../../shared/commands/index.ts';
import { parseDesignFile, serializeDesign } from '../../../shared/file/index.ts';
import {
  countedUp,
  cutFragment,
  duplicate,
  newAdapter,
  newNodes,
  newSwitch,
  parseFragment,
  pasteFragment,
  serializeFragment,
  type Insertion,
} from '../../../shared/fragment/index.ts';
import { TakenNames } from '../../../shared/fragment/names.ts';
import { must } from '../../../shared/lib/assert.ts';
import type { ClusterId, NodeId, PartId } from '../../../shared/lib/ids.ts';
import { lineSchema } from '../../../shared/lib/text.ts';
import { checkIntegrity, emptyDesign, withRecords, type Design } from '../../../shared/model/index.ts';
import { computeOutcome } from '../../../shared/outcome.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { templateById, templates } from '../../../shared/templates/index.ts';
import { aDesign } from '../../support/builders.ts';

function counter(): (prefix: string) => string {
  let n = 0;
  return (prefix) => `${prefix}-t${++n}`;
}

function template(id: string): Design {
  return must(templateById(id), id).build();
}

function insert(design: Design, insertion: Insertion): Design {
  const result = applyCommand(design, 'insert-items', insertion, { newId: counter() });
  if (!result.ok) throw new Error(result.error);
  return result.value.design;
}

const planOf = (design: Design) => computePlan(design, catalog);
const namesOf = (design: Design) => [...design.nodes.values()].map((node) => node.name).sort();
const boughtFor = (design: Design) =>
  computeOutcome(design, catalog).bom.lines.map((line) => [line.partNumber, line.description, line.quantity]);
const NOWHERE = new Map<string, { x: number; y: number }>();

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

describe('new items', () => {
  it('make a first node on an empty canvas whole: it is checked like any other', () => {
    const planned = newNodes(
      emptyDesign('x'),
      catalog,
      { into: { kind: 'hyper-converged' }, count: 2 },
      counter(),
    );
    if (!planned.ok) throw new Error(planned.error);
    const design = insert(emptyDesign('x'), planned.value.insertion);
    expect(namesOf(design)).toEqual(['S2D01', 'S2D02']);
    expect([...design.networks.values()].map(({ name, purpose }) => [name, purpose])).toEqual([
      ['Storage A', 'storage'],
      ['Storage B', 'storage'],
    ]);
    const { plan, findings } = computeOutcome(design, catalog);
    expect(plan.unknownParts).toEqual([]);
    for (const node of plan.nodes) {
      expect(node.adapters).toHaveLength(1);
      expect(node.adapters[0]?.rdma).toBe(true);
      expect(node.endpoints.every((endpoint) => endpoint.address !== null)).toBe(true);
    }
    // Nothing about the card, its slot or its networks is wrong: only cables are missing.
    const failed = findings.filter((finding) => finding.status === 'fail').map((finding) => finding.rule);
    expect(failed.filter((rule) => /^(HW-0[12]|CAT|RDMA)/.test(rule))).toEqual([]);
    expect(planned.value.told.join(' ')).toMatch(/Assumed: .*Windows Server 2025/);
  });

  it('join a cluster like its other nodes and go on in its names', () => {
    const design = template('eight-node-dual-10g');
    const clusterId = 'hv-cl1' as ClusterId;
    const planned = newNodes(design, catalog, { into: { clusterId }, count: 3 }, counter());
    if (!planned.ok) throw new Error(planned.error);
    const after = insert(design, planned.value.insertion);
    expect(planned.value.insertion.nodes.map((node) => node.name)).toEqual(['HV07', 'HV08', 'HV09']);
    expect(after.profiles.size).toBe(design.profiles.size);
    expect(planned.value.insertion.nodes.every((node) => node.profileId === 'profile-hv')).toBe(true);
  });

  it('name a second cluster and its nodes after the first', () => {
    const design = template('eight-node-dual-10g');
    const planned = newNodes(design, catalog, { into: { kind: 'hyper-v' }, count: 2 }, counter());
    if (!planned.ok) throw new Error(planned.error);
    expect(planned.value.insertion.clusters.map(({ name }) => name)).toEqual(['HV-CL2']);
    expect(planned.value.insertion.nodes.map(({ name }) => name)).toEqual(['HV07', 'HV08']);
    expect(planned.value.insertion.label).toBe('Add cluster HV-CL2');
  });

  it('count switches up', () => {
    const design = template('eight-node-dual-10g');
    const planned = newSwitch(design, catalog, { partId: 'nvidia-sn2010' as PartId, count: 2 }, counter());
    if (!planned.ok) throw new Error(planned.error);
    expect(planned.value.insertion.switches.map(({ name }) => name)).toEqual(['TOR2', 'TOR3']);
  });

  it('give a card the first free slot that carries it and the networks of the profile', () => {
    const design = template('eight-node-dual-10g');
    const profileIds = [...design.profiles.keys()];
    const planned = newAdapter(
      design,
      catalog,
      { partId: 'nvidia-mcx312b-xcct' as PartId, profileIds },
      counter(),
    );
    if (!planned.ok) throw new Error(planned.error);
    const result = applyCommand(design, 'add-adapter', planned.value.payload, { newId: counter() });
    expect(result.ok).toBe(true);
    for (const { adapter } of planned.value.payload.adapters) {
      expect(adapter.slot).not.toBe('2');
      expect(adapter.ports.map(({ networkId }) => networkId)).toEqual(['net-711', 'net-712']);
    }
  });

  it('say so when every slot is taken', () => {
    const slots = ['1', '2', '3'].map((slot) => ({ part: 'nvidia-mcx4121a-acat', slot }));
    const design = aDesign()
      .profile('p', slots, { serverId: 'dell-r640' as PartId })
      .cluster('C', 'hyper-v', 'p', ['A'])
      .build();
    const planned = newAdapter(
      design,
      catalog,
      { partId: 'nvidia-mcx4121a-acat' as PartId, profileIds: [...design.profiles.keys()] },
      counter(),
    );
    expect(planned.ok ? '' : planned.error).toMatch(/Every slot of p \(PowerEdge R640\)/);
  });
});

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

describe('duplicates', () => {
  it('get the next names and the next free ports of the same switches', () => {
    const design = template('set-25g');
    const [first] = [...design.nodes.values()];
    const node = must(first, 'node');
    const plan = planOf(design);
    const made = must(
      duplicate(design, plan, catalog, { ids: [node.id], count: 2, places: NOWHERE }, counter()),
      'copies',
    );
    expect(made.uncabled).toEqual([]);
    const after = insert(design, made.insertion);
    expect(checkIntegrity(after)).toEqual([]);
    const farOf = (nodeId: string, of: Design) =>
      [...of.links.values()]
        .filter((link) => link.a.kind === 'node' && link.a.nodeId === nodeId)
        .map((link) => [link.a.kind === 'node' && link.a.port, link.b.kind === 'switch' && link.b.switchId]);
    for (const copy of made.insertion.nodes) expect(farOf(copy.id, after)).toEqual(farOf(node.id, design));
    const ports = planOf(after).switches.flatMap((item) => item.ports);
    expect(ports.every((port) => port.linkIds.length <= 1)).toBe(true);
    const names = namesOf(after);
    expect(new Set(names).size).toBe(names.length);
  });

  it('tell which cables found no port', () => {
    const builder = aDesign()
      .network('net-a')
      .profile('p', [{ part: 'nvidia-mcx515a-ccat', networks: ['net-a'] }])
      .switch('TOR1', 'nvidia-sn2010');
    const names = ['HV1', 'HV2', 'HV3', 'HV4'];
    builder.cluster('C', 'hyper-v', 'p', names);
    names.forEach((name, i) => builder.link(`${name}/1/1`, `TOR1:swp${19 + i}`));
    const design = builder.build();
    const made = must(
      duplicate(design, planOf(design), catalog, { ids: ['hv1'], count: 1, places: NOWHERE }, counter()),
      'copy',
    );
    expect(made.uncabled).toHaveLength(1);
    expect(made.uncabled[0]).toMatch(/^HV5 .*: no free port of TOR1 fits\.$/);
  });

  it('of a switchless pair are a pair of their own', () => {
    const design = template('switchless-2-node');
    const made = must(
      duplicate(
        design,
        planOf(design),
        catalog,
        { ids: [...design.clusters.keys()], count: 1, places: NOWHERE },
        counter(),
      ),
      'copy',
    );
    const after = insert(design, made.insertion);
    expect(after.links.size).toBe(4);
    expect(after.clusters.size).toBe(2);
    expect(namesOf(after)).toEqual(['S2D01', 'S2D02', 'S2D03', 'S2D04']);
  });
});
