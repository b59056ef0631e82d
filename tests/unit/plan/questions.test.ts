import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { id, type ClusterId } from '../../../shared/lib/ids.ts';
import { withRecords, type ClusterLoad, type Design } from '../../../shared/model/index.ts';
import {
  computePlan,
  failuresOf,
  homingOf,
  loadOf,
  multichannelOf,
  oversubscriptionOf,
  remainingWithout,
  serverRates,
  type Plan,
} from '../../../shared/plan/index.ts';
import { templateById } from '../../../shared/templates/index.ts';
import { aDesign, type DesignBuilder } from '../../support/builders.ts';
import { largeDesign } from '../../support/large-design.ts';

function planOf(source: DesignBuilder | Design): Plan {
  return computePlan('build' in source ? source.build() : source, catalog);
}

function template(name: string): Design {
  return must(templateById(name), `template ${name}`).build();
}

/** Payload of a 40 Gb/s port: RoCE v2 at MTU 9000 without a tag. */
const LINE_40G = (40 * 4096) / 4178;
const CARD_40G = 'nvidia-mcx314a-bcct';

/** File servers and Hyper-V nodes with a 40 Gb/s cable to each of two switches. */
function pair(giving: number, taking: number): DesignBuilder {
  const names = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);
  const nodes = [...names('F', giving), ...names('H', taking)];
  const builder = aDesign()
    .network('a')
    .profile('p', [
      { part: CARD_40G, slot: '1', networks: ['a'], speeds: [40] },
      { part: CARD_40G, slot: '2', networks: ['a'], speeds: [40] },
    ])
    .cluster('FS', 'file-server', 'p', names('F', giving))
    .cluster('HV', 'hyper-v', 'p', names('H', taking))
    .switch('TOR1', 'nvidia-sx1036')
    .switch('TOR2', 'nvidia-sx1036');
  nodes.forEach((name, i) =>
    builder.link(`${name}/1/1`, `TOR1:Eth1/${i + 1}`).link(`${name}/2/1`, `TOR2:Eth1/${i + 1}`),
  );
  return builder;
}

describe('failuresOf', () => {
  it('names every component once, the worst first', () => {
    const plan = planOf(pair(1, 2));
    const failures = failuresOf(plan);
    const { nodes, adapters, switches, runs } = plan;
    expect(failures.length).toBe(nodes.length + adapters.length + switches.length + runs.length);
    expect(new Set(failures.map(({ ids }) => ids.join())).size).toBe(failures.length);
    const rates = failures.map(({ rateGbps }) => rateGbps);
    expect(rates).toEqual([...rates].sort((a, b) => a - b));
    expect(failures[0]).toMatchObject({ kind: 'node', label: 'node F1', rateGbps: 0, cutOff: ['h1', 'h2'] });
    const tor = must(
      failures.find(({ ids }) => ids[0] === 'tor1'),
      'TOR1',
    );
    expect(tor.lostGbps).toBeCloseTo(LINE_40G, 6);
    expect(tor.cutOff).toEqual([]);
  });

  it('tells who is cut off, and takes a breakout cable as one', () => {
    const builder = aDesign()
      .network('a')
      .profile('p', [{ part: 'nvidia-mcx512a-acat', networks: ['a'] }])
      .cluster('FS', 'file-server', 'p', ['F1'])
      .cluster('HV', 'hyper-v', 'p', ['H1', 'H2', 'H3'])
      .switch('TOR', 'nvidia-sn2700')
      .breakout('TOR:swp1', ['H1/1/1', 'H2/1/1'])
      .breakout('TOR:swp2', ['F1/1/1', 'H3/1/1']);
    const failures = failuresOf(planOf(builder));
    const cables = failures.filter(({ kind }) => kind === 'cable');
    expect(cables.map(({ ids }) => ids.length)).toEqual([2, 2]);
    // F1 hangs on the second cable: without it nobody has storage.
    expect(cables[0]).toMatchObject({
      rateGbps: 0,
      cutOff: expect.arrayContaining(['f1', 'h1', 'h2', 'h3']) as never,
    });
    expect([...must(cables[1], 'the other').cutOff].sort()).toEqual(['h1', 'h2']);
  });

  it('holds for a thousand nodes, where equals are worked out once', () => {
    const plan = planOf(largeDesign(1000));
    const failures = failuresOf(plan);
    const { totals, flow } = plan;
    expect(failures.length).toBe(totals.nodes + totals.adapters + totals.switches + totals.cables);
    expect(failures[0]).toMatchObject({
      kind: 'switch',
      rateGbps: expect.closeTo(flow.worstCase.rateGbps, 3) as never,
    });
    for (const kind of ['adapter', 'cable', 'inter-switch-cable', 'switch', 'node'] as const) {
      const one = must(
        failures.find((failure) => failure.kind === kind),
        kind,
      );
      expect(remainingWithout(plan, new Set(one.ids)).rateGbps).toBeCloseTo(one.rateGbps, 3);
    }
  });
});

describe('remainingWithout', () => {
  it('takes any set of things out at once', () => {
    const plan = planOf(pair(2, 3));
    const whole = remainingWithout(plan, new Set());
    expect(whole).toMatchObject({ cutOff: [], lostLinks: [], bottleneckText: plan.flow.bottleneckText });
    expect(whole.rateGbps).toBeCloseTo(plan.flow.rateGbps, 6);
    // F1 keeps its port on TOR2, F2 keeps none: its card there fails too.
    const left = remainingWithout(plan, new Set(['tor1', 'f2/2']));
    expect(left.rateGbps).toBeCloseTo(LINE_40G, 6);
    expect(left.cutOff).toEqual(['f2']);
    expect([...left.servers].map(([node, rate]) => [node, Math.round(rate)])).toEqual([
      ['f1', 39],
      ['f2', 0],
    ]);
    // All five cables to TOR1 and the one of F2 to TOR2.
    expect(left.lostLinks).toHaveLength(6);
  });

  it('says why nothing is left', () => {
    const plan = planOf(pair(1, 1));
    const left = remainingWithout(plan, new Set(['tor1', 'tor2']));
    expect(left.rateGbps).toBe(0);
    expect(left.bottleneckText).toMatch(/no running RDMA adapter/);
    expect([...left.cutOff].sort()).toEqual(['f1', 'h1']);
  });
});

describe('serverRates', () => {
  it('is what a server delivers alone, and its fair part of what is scarce', () => {
    // Two Hyper-V nodes take 4 x 39 Gb/s; four file servers could give twice that.
    const rates = [...serverRates(planOf(pair(4, 2))).values()];
    expect(rates).toHaveLength(4);
    for (const { alone, together } of rates) {
      expect(alone).toBeCloseTo(2 * LINE_40G, 6);
      expect(together).toBeCloseTo(LINE_40G, 4);
    }
  });

  it('gives a slow server all it can and the others the rest evenly', () => {
    const builder = aDesign()
      .network('a')
      .profile('slow', [{ part: CARD_40G, networks: ['a'], speeds: [10] }])
      .profile('fast', [{ part: CARD_40G, networks: ['a'], speeds: [40] }])
      .cluster('FS', 'file-server', 'slow', ['F1'])
      .cluster('FS', 'file-server', 'fast', ['F2', 'F3'])
      .cluster('HV', 'hyper-v', 'fast', ['H1'])
      .switch('TOR', 'nvidia-sx1036');
    ['F1', 'F2', 'F3', 'H1'].forEach((name, i) => builder.link(`${name}/1/1`, `TOR:Eth1/${i + 1}`));
    const rates = serverRates(planOf(builder));
    const of = (name: string) => must([...rates].find(([node]) => node === name)?.[1], name);
    expect(of('f1').together).toBeCloseTo(LINE_40G / 4, 4);
    expect(of('f2').together).toBeCloseTo((LINE_40G * 3) / 8, 4);
    expect(of('f3').together).toBeCloseTo((LINE_40G * 3) / 8, 4);
    expect(of('f2').alone).toBeCloseTo(LINE_40G, 6);
  });
});

describe('oversubscriptionOf', () => {
  it('compares host ports with uplinks, per switch and per pair of switches', () => {
    const { switches, trunks } = oversubscriptionOf(planOf(largeDesign(40)));
    const leaf = must(
      switches.find(({ switchId }) => switchId === 'leaf1a'),
      'a leaf',
    );
    // 20 nodes with two 25 Gb/s cables each, four uplinks of 100.
    expect(leaf).toMatchObject({ hostGbps: 1000, uplinkGbps: 400, ratio: 2.5 });
    expect(switches.find(({ switchId }) => switchId === 'spine1')).toMatchObject({
      hostGbps: 0,
      ratio: null,
    });
    expect(trunks).toHaveLength(16);
    for (const trunk of trunks)
      expect(trunk).toMatchObject({ capacityGbps: 100, demandGbps: 250, ratio: 2.5 });
  });
});

describe('homingOf', () => {
  it('tells dual-homed nodes from those that hang on one thing', () => {
    const [dual] = homingOf(planOf(pair(1, 1)));
    expect(dual).toMatchObject({ switchIds: ['tor1', 'tor2'], adapters: 2, ports: 2, single: null });
    const [one] = homingOf(planOf(template('eight-node-dual-10g')));
    expect(one).toMatchObject({ adapters: 1, ports: 2, single: { ids: ['fs01/2', 'tor1'] } });
    expect(one?.single?.text).toBe('adapter SLOT 2, switch TOR1');
  });
});

describe('multichannelOf', () => {
  it('says of every port whether it is used and why', () => {
    const builder = aDesign()
      .network('a')
      .profile('p', [
        { part: CARD_40G, slot: '1', networks: ['a', 'a'], speeds: [40, 10] },
        { part: CARD_40G, slot: '2', networks: ['a'], protocol: null },
        { part: 'intel-x710-da2', slot: '3', protocol: null },
      ])
      .cluster('FS', 'file-server', 'p', ['F1'])
      .cluster('HV', 'hyper-v', 'p', ['H1']);
    for (const port of ['1/1', '1/2', '2/1', '3/1']) builder.link(`F1/${port}`, `H1/${port}`);
    const plan = planOf(builder);
    const said = multichannelOf(must(plan.nodes[0], 'F1')).map(({ name, used, reason }) => [
      name,
      used,
      reason,
    ]);
    expect(said).toEqual([
      ['SLOT 1 Port 1', true, 'RDMA at 40 Gb/s, the highest speed of the node'],
      ['SLOT 1 Port 2', false, 'slower than 40 Gb/s of SLOT 1 Port 1'],
      ['SLOT 2 Port 1', false, 'no RDMA: switched off'],
      ['SLOT 2 Port 2', false, 'not cabled'],
      ['SLOT 3 Port 1', false, 'no RDMA: the card has none'],
      ['SLOT 3 Port 2', false, 'not cabled'],
    ]);
    // The node's rate is that of the port in use, not of its whole card.
    expect(plan.nodes[0]?.sendGbps).toBeCloseTo(LINE_40G, 6);
    expect(plan.flow.rateGbps).toBeCloseTo(LINE_40G, 6);
  });
});

describe('switches that forward less than their ports', () => {
  it('hold the rate, and the bottleneck says so', () => {
    const part = must(
      catalog.switches.find((entry) => entry.id === 'nvidia-sx1036'),
      'a switch',
    );
    const plan = planOf(pair(4, 4));
    const weak = new Map(catalog.byId).set(part.id, { ...part, forwardGbps: 100 });
    const held = computePlan(pair(4, 4).build(), { ...catalog, byId: weak });
    expect(plan.flow.rateGbps).toBeCloseTo(8 * LINE_40G, 6);
    expect(held.flow.rateGbps).toBeCloseTo((2 * 100 * 4096) / 4178, 6);
    expect(held.flow.bottleneck).toEqual(['tor1', 'tor2']);
    expect(held.flow.bottleneckText).toBe('what TOR1-TOR2 can forward: 196.1 Gb/s');
  });
});

describe('loadOf', () => {
  const load = (vms: Partial<ClusterLoad['vms'][number]>, growthPercent = 0): ClusterLoad => ({
    vms: [{ name: 'VM', count: 10, iops: 1000, blockKiB: 64, readShare: 100, ...vms }],
    growthPercent,
  });
  function loaded(design: Design, loads: Readonly<Record<string, ClusterLoad>>): Plan {
    const clusters = Object.entries(loads).map(([cluster, one]) => ({
      ...must(design.clusters.get(id<ClusterId>(cluster)), cluster),
      load: one,
    }));
    return planOf(withRecords(design, 'clusters', clusters));
  }

  it('is IOPS times block size, in decimal Gb/s, by direction', () => {
    // 10 VMs x 1,000 x 64 KiB = 5.24288 Gb/s, of which 70 % read.
    const [result] = loadOf(loaded(pair(2, 4).build(), { hv: load({ readShare: 70 }) }));
    expect(result).toMatchObject({ iops: 10_000, nodes: 4 });
    expect(result?.readGbps).toBeCloseTo(3.670016, 6);
    expect(result?.writeGbps).toBeCloseTo(1.572864, 6);
    expect(result?.perNodeGbps).toBeCloseTo(5.24288 / 4, 6);
  });

  it('has headroom now, grown, and after the worst failure', () => {
    // 104.9 Gb/s asked of 4 x 39.2; half of that after the loss of a file server or a switch.
    const plan = loaded(pair(2, 4).build(), { hv: load({ count: 100, iops: 2000 }, 100) });
    const [result] = loadOf(plan);
    const asked = 104.8576;
    expect(result?.rateGbps.read).toBeCloseTo(plan.flow.rateGbps, 6);
    expect(result?.headroomPercent.now).toBeCloseTo(((4 * LINE_40G) / asked - 1) * 100, 4);
    expect(result?.headroomPercent.grown).toBeCloseTo(((4 * LINE_40G) / (2 * asked) - 1) * 100, 4);
    expect(result?.headroomPercent.failed).toBeCloseTo(((2 * LINE_40G) / asked - 1) * 100, 4);
    expect(result?.headroomPercent.grownAndFailed).toBeCloseTo((LINE_40G / asked - 1) * 100, 4);
  });

  it('leaves a cluster what the others do not ask for', () => {
    const design = pair(1, 2).cluster('HV2', 'hyper-v', 'p', ['X1']);
    design.link('X1/1/1', 'TOR1:Eth1/20').link('X1/2/1', 'TOR2:Eth1/20');
    const [first, second] = loadOf(
      loaded(design.build(), { hv: load({ iops: 2000 }), hv2: load({ iops: 4000 }) }),
    );
    expect(first?.rateGbps.read).toBeCloseTo(2 * LINE_40G - 20.97152, 4);
    expect(second?.rateGbps.read).toBeCloseTo(2 * LINE_40G - 10.48576, 4);
  });

  it('leaves out the load of file servers and clusters without one', () => {
    expect(loadOf(loaded(pair(1, 1).build(), { fs: load({}) }))).toEqual([]);
    expect(loadOf(planOf(pair(1, 1)))).toEqual([]);
  });
});
