import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalog, catalog, withEmbedded } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { compareNatural, stableJson } from '../../../shared/lib/stable-json.ts';
import { buildDesign, checkIntegrity, type Design } from '../../../shared/model/index.ts';
import { computePlan, embedParts, type Plan } from '../../../shared/plan/index.ts';
import { computeFreshPlan } from '../../../shared/plan/compute-plan.ts';
import { templateById } from '../../../shared/templates/index.ts';
import { countCables } from '../../support/count-cables.ts';
import { arbitraryDesign, arbitraryFabric, arbitraryKnownDesign } from '../../support/arbitrary-design.ts';
import { aDesign } from '../../support/builders.ts';

const template = (id: string) => must(templateById(id), 'template').build();
const plan = (design: Design) => computePlan(design, catalog);
const plain = (value: Plan) =>
  stableJson({
    ...value,
    nodeById: 0,
    adapterById: 0,
    portById: 0,
    linkById: 0,
    switchById: 0,
    parts: [...value.parts],
  });

describe('the templates of the RoCE page', () => {
  it.each([
    [
      'two-node-10g',
      { nodes: 2, adapters: 2, portsCabled: 2, switches: 0, switchPortsUsed: 0, cables: 1 },
      'SFP+',
    ],
    [
      'eight-node-dual-10g',
      { nodes: 8, adapters: 8, portsCabled: 16, switchPortsUsed: 16, cables: 16 },
      'SFP+',
    ],
    [
      'two-node-40g',
      { nodes: 2, adapters: 2, portsCabled: 2, switches: 0, switchPortsUsed: 0, cables: 1 },
      'QSFP+',
    ],
    [
      'ten-node-two-40g',
      { nodes: 10, adapters: 20, portsCabled: 20, switchPortsUsed: 20, cables: 20 },
      'QSFP+',
    ],
  ])('%s', (id, totals, connector) => {
    const { totals: counted, cables } = plan(template(id));
    expect(counted).toMatchObject({ ...totals, transceivers: 0 });
    expect(cables).toEqual([
      expect.objectContaining({ connectorA: connector, connectorB: connector, qty: totals.cables }),
    ]);
  });

  it('two-node-40g receives 52.9 Gb/s over Gen3 and 26.2 over Gen2, of 54.5 on the wire', () => {
    const design = template('two-node-40g');
    const [gen3] = plan(design).adapters;
    expect(gen3?.dataRateGbps.toFixed(1)).toBe('54.5');
    expect(gen3?.pcie?.writeGbps.toFixed(1)).toBe('52.9');
    expect(gen3?.limitedBy).toEqual({ send: 'ports', receive: 'pcie' });
    const profiles = [...design.profiles.values()].map((profile) => ({
      ...profile,
      adapters: profile.adapters.map((slot) => ({ ...slot, gen: 2 })),
    }));
    const slow = plan({ ...design, profiles: new Map(profiles.map((profile) => [profile.id, profile])) });
    expect(slow.adapters[0]?.ceilingGbps.receive.toFixed(1)).toBe('26.2');
    expect(slow.adapters[0]?.limitedBy).toEqual({ send: 'pcie', receive: 'pcie' });
    expect(slow.flow.rateGbps.toFixed(1)).toBe('26.2');
  });
});

describe('links', () => {
  const base = () =>
    aDesign()
      .network('a', { vlan: 711 })
      .profile('p', [{ part: 'nvidia-mcx512a-acat', networks: ['a', 'a'] }])
      .profile('slow', [{ part: 'nvidia-mcx512a-acat', speeds: [10, 40] }])
      .profile('gone', [{ part: 'gone-card' }])
      .cluster('FS', 'file-server', 'p', ['F2', 'F10'])
      .cluster('HV', 'hyper-v', 'slow', ['H1'])
      .cluster('HV', 'hyper-v', 'gone', ['G1'])
      .switch('TOR', 'nvidia-sn2010')
      .switch('LOST', 'gone-switch');
  const only = (builder: ReturnType<typeof base>) => plan(builder.build()).links[0]!;

  it('take the greatest speed both ends share, within what the design fixes', () => {
    expect(only(base().link('F2/1/1', 'F10/1/1')).speedGbps).toBe(25);
    expect(only(base().link('F2/1/1', 'H1/1/1')).speedGbps).toBe(10);
    const none = only(base().link('F2/1/1', 'H1/1/2'));
    expect(none.speedGbps).toBeNull();
    expect(none.problem).toMatchObject({ code: 'no-common-speed', b: [] });
  });

  it('put the node on side A, else the lower label, and are numbered by it', () => {
    const { links, tags } = plan(
      base().link('TOR:swp2', 'F10/1/1').link('TOR:swp1', 'F2/1/1').link('F10/1/2', 'F2/1/2').build(),
    );
    expect(links.map((link) => [tags.get(link.id), link.a.label, link.b.label])).toEqual([
      ['C001', 'F2 SLOT 1 Port 1', 'TOR swp1'],
      ['C002', 'F2 SLOT 1 Port 2', 'F10 SLOT 1 Port 2'],
      ['C003', 'F10 SLOT 1 Port 1', 'TOR swp2'],
    ]);
  });

  it('leave a port to the first link by id', () => {
    const { links, portById } = plan(base().link('F2/1/1', 'TOR:swp1').link('F10/1/1', 'TOR:swp1').build());
    const second = links.find((link) => link.id === 'l00002');
    expect(second).toMatchObject({
      cable: null,
      problem: { code: 'port-taken', portId: 'tor/swp1', otherLinkId: 'l00001' },
    });
    expect(portById.get('tor/swp1' as never)).toMatchObject({
      linkIds: ['l00001', 'l00002'],
      peerId: 'f2/1/1',
      speedGbps: 25,
    });
  });

  it.each([
    ['F2/1/3', 'TOR:swp1', { code: 'end-missing', end: 'a', label: 'F2 SLOT 1 Port 3' }],
    ['F2/1/1', 'TOR:nowhere', { code: 'end-missing', end: 'b', label: 'TOR nowhere' }],
    ['F2/1/1', 'F2/1/1', { code: 'same-port' }],
    ['G1/1/1', 'F2/1/1', { code: 'part-unknown', partId: 'gone-card' }],
    ['F2/1/1', 'LOST:1', { code: 'part-unknown', partId: 'gone-switch' }],
  ])('from %s to %s cannot be built', (a, b, problem) => {
    const link = only(base().link(a, b));
    expect(link).toMatchObject({ problem, cable: null, speedGbps: null });
    expect(link.cableReason).not.toBe('');
  });

  it('list unknown products with who names them', () => {
    const { unknownParts, adapterById } = plan(base().build());
    expect(unknownParts).toEqual([
      { partId: 'gone-card', subjects: ['gone'] },
      { partId: 'gone-switch', subjects: ['lost'] },
    ]);
    expect(adapterById.get('g1/1' as never)).toMatchObject({
      part: null,
      model: 'gone-card',
      ports: [],
      pcie: null,
    });
  });

  it('give switches the networks of their hosts, and their VLANs where the switch does not fix them', () => {
    const builder = base().switch('FIX', 'nvidia-sn2010', {
      overrides: {
        smbPriority: 4,
        losslessPriorities: null,
        shares: null,
        dcbxWilling: null,
        mtu: 1500,
        ecn: null,
        vlans: [9, 3, 9],
      },
    });
    const { switches } = plan(builder.link('F2/1/1', 'TOR:swp1').link('F10/1/1', 'FIX:swp1').build());
    expect(switches.find(({ id }) => id === 'tor')?.settings).toMatchObject({
      vlans: [711],
      mtu: 9216,
      smbPriority: 3,
      shares: { smb: 50, cluster: 1, default: 49 },
    });
    expect(switches.find(({ id }) => id === 'fix')?.settings).toMatchObject({
      vlans: [3, 9],
      mtu: 1500,
      smbPriority: 4,
    });
    expect(switches.find(({ id }) => id === 'tor')).toMatchObject({
      used: 1,
      free: 21,
      groups: [
        { used: 1, free: 17, speedGbps: 25 },
        { used: 0, free: 4, speedGbps: 100 },
      ],
    });
  });
});

describe('any plan', () => {
  const anyDesign = fc.oneof(arbitraryDesign(), arbitraryFabric());

  it('comes from a whole design', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        expect(checkIntegrity(design)).toEqual([]);
      }),
    );
  });

  it('gives every cable two different free ports that exist, or says what is wrong', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const { links, portById } = plan(design);
        const taken = new Map<string, string>();
        for (const link of links.filter(({ cable }) => cable !== null)) {
          expect(link.problem).toBeNull();
          const { breakout } = link;
          for (const { portId } of [link.a, link.b]) {
            const port = must(portId && portById.get(portId), 'a port');
            const split = breakout !== null && portId === link.b.portId;
            // Only the lanes of one breakout meet at a port, and only at the end that is split.
            expect(taken.get(port.id) ?? breakout?.id).toBe(split ? breakout.id : breakout?.id);
            if (!split) expect(taken.has(port.id)).toBe(false);
            taken.set(port.id, breakout?.id ?? '');
            expect(port.speedGbps).toBe((link.speedGbps ?? 0) * (split ? breakout.ways : 1));
            expect(port.speedsGbps).toContain(port.speedGbps);
          }
        }
        for (const link of links) expect(link.cable === null).toBe(link.problem !== null);
      }),
    );
  });

  it('counts the same wherever it counts', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const { totals, cables, links, runs, tags, adapters, switches } = plan(design);
        expect(totals.cables).toBe(countCables(design));
        expect(runs.flatMap((run) => run.links)).toEqual(links);
        expect(cables.reduce((sum, group) => sum + group.qty, 0)).toBe(totals.cables);
        expect(totals.transceivers).toBe(2 * runs.filter(({ cable }) => cable?.kind === 'optical').length);
        expect(totals.adapters).toBe(adapters.length);
        expect(totals.switchPortsUsed + totals.switchPortsFree).toBe(
          switches.flatMap(({ ports }) => ports).length,
        );
        expect([...tags.keys()]).toEqual(links.map(({ id }) => id));
        expect([...tags.values()]).toEqual([...tags.values()].sort(compareNatural));
        expect(new Set(tags.values()).size).toBe(runs.length);
      }),
    );
  });

  it('never has a ceiling above what its ports, its slot or its card let through', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        for (const adapter of plan(design).adapters) {
          const { send, receive } = adapter.ceilingGbps;
          for (const rate of [send, receive]) {
            expect(rate).toBeLessThanOrEqual(adapter.portPayloadGbps);
            expect(rate).toBeLessThanOrEqual(adapter.part?.cardLimitGbps ?? Infinity);
          }
          expect(send).toBeLessThanOrEqual(adapter.pcie?.readGbps ?? 0);
          expect(receive).toBeLessThanOrEqual(adapter.pcie?.writeGbps ?? 0);
          expect(adapter.portPayloadGbps).toBeLessThanOrEqual(adapter.dataRateGbps);
        }
      }),
    );
  });

  it('loses nothing when a node is added', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const [node] = design.nodes.values();
        const more = { ...must(node, 'a node'), id: 'added' as never, name: 'Added' };
        const before = plan(design).totals;
        const after = plan({ ...design, nodes: new Map([...design.nodes, [more.id, more]]) }).totals;
        for (const key of [
          'nodes',
          'adapters',
          'adapterPorts',
          'portsCabled',
          'cables',
          'switchPortsUsed',
        ] as const) {
          expect(after[key]).toBeGreaterThanOrEqual(before[key]);
        }
      }),
    );
  });

  it('is the same every time, in whatever order the records come, and changes nothing it was given', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const before = stableJson(Object.entries(design).map(([name, table]) => [name, [...table]]));
        const first = computeFreshPlan(design, catalog);
        const turned = Object.fromEntries(
          Object.entries(design).map(([name, table]) => [name, new Map([...table].reverse() as never)]),
        ) as unknown as Design;
        expect(plain(computeFreshPlan(turned, catalog))).toBe(plain(first));
        expect(stableJson(Object.entries(design).map(([name, table]) => [name, [...table]]))).toBe(before);
      }),
      { numRuns: 40 },
    );
  });

  it('is remembered as long as what it follows from is untouched', () => {
    const design = template('two-node-10g');
    const first = plan(design);
    expect(plan({ ...design, placements: new Map() })).toBe(first);
    expect(plan({ ...design, links: new Map(design.links) })).not.toBe(first);
    expect(computePlan(design, buildCatalog([...catalog.byId.values()]))).not.toBe(first);
  });
});

describe('embedParts', () => {
  /** Without the reasons of cable choices, which name the products that did not reach. */
  const unexplained = (value: Plan) =>
    plain({
      ...value,
      links: value.links.map((link) => ({ ...link, cableReason: '' })),
      runs: value.runs.map((run) => ({ ...run, links: [], cableReason: '' })),
    });

  it('makes the file open the same without the catalog, with nothing unused in it', () => {
    const empty = buildCatalog([]);
    fc.assert(
      fc.property(arbitraryKnownDesign(), (design) => {
        const whole = plan(design);
        const saved = embedParts(design, whole);
        const reopened = computePlan(saved, withEmbedded(empty, saved.parts));
        expect(unexplained(reopened)).toBe(
          unexplained(computePlan(saved, withEmbedded(catalog, saved.parts))),
        );
        expect(reopened.unknownParts).toEqual([]);
        expect([...reopened.parts.keys()]).toEqual([...saved.parts.keys()]);
      }),
      { numRuns: 40 },
    );
  });

  it('gives the design back when nothing changes, and drops what is no longer used', () => {
    const design = template('eight-node-dual-10g');
    const saved = embedParts(design, plan(design));
    const again = computePlan(saved, withEmbedded(catalog, saved.parts));
    expect(embedParts(saved, again)).toBe(saved);
    const bare = buildDesign({ ...emptied(saved), parts: [...saved.parts.values()] });
    expect(embedParts(bare, computePlan(bare, withEmbedded(catalog, bare.parts))).parts.size).toBe(0);
  });
});

/** The project and policy of a design with nothing drawn. */
function emptied(design: Design) {
  return {
    project: [...design.project.values()],
    fabric: [...design.fabric.values()],
    cabling: [...design.cabling.values()],
    racks: [],
    networks: [],
    clusters: [],
    profiles: [],
    nodes: [],
    switches: [],
    links: [],
    placements: [],
    acknowledgements: [],
  };
}
