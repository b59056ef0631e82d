import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { checkIntegrity, withoutRecords, withRecords, type Design } from '../../../shared/model/index.ts';
import { computeFreshOutcome, computeOutcome } from '../../../shared/outcome.ts';
import { templates } from '../../../shared/templates/index.ts';
import { arbitraryFabric } from '../../support/arbitrary-design.ts';
import { aDesign } from '../../support/builders.ts';
import { largeDesign } from '../../support/large-design.ts';
import { Random } from '../../support/random-commands.ts';
import { randomEdit } from '../../support/random-edit.ts';

const byCommand = (design: Design, random: Random, seed: number) => randomEdit(design, seed, random);

/** A fault in the cabling: a cable is plugged into a port where another one is, of two devices or of one. */
function byCrossedCable(design: Design, random: Random): Design {
  const [one, other] = [random.maybe(design.links.values()), random.maybe(design.links.values())];
  if (!one || !other || one === other) return design;
  const end = random.one(['a', 'b'] as const);
  const lane = random.chance(3) ? one.breakout : null;
  return withRecords(design, 'links', [
    { ...one, breakout: lane, [end]: other[random.one(['a', 'b'] as const)] },
  ]);
}

/** What rules find fault with and commands seldom make: odd settings of a switch, a node, a network or a profile. */
function byOddSetting(design: Design, random: Random): Design {
  switch (random.int(4)) {
    case 0: {
      const item = random.maybe(design.switches.values());
      if (!item) return design;
      const vlans = random.one([null, [], [711], [5, 712]]);
      const overrides = { ...item.overrides, vlans };
      const record = { ...item, overrides, trunk: random.chance(2), hostPortChannel: random.chance(2) };
      return withRecords(design, 'switches', [record]);
    }
    case 1: {
      const [node, other] = [random.maybe(design.nodes.values()), random.maybe(design.nodes.values())];
      if (!node || !other) return design;
      const name = random.one([node.name, other.name, other.name.toLowerCase(), 'not a name']);
      const pins = random.one([[], [{ endpoint: '2/1', address: '10.64.0.5' }], other.pins]);
      return withRecords(design, 'nodes', [{ ...node, name, pins }]);
    }
    case 2: {
      const network = random.maybe(design.networks.values());
      if (!network) return design;
      const subnet = random.one([network.subnet, null, '10.64.0.0/29', '10.64.0.0/16']);
      const purpose = random.one([network.purpose, 'storage' as const, 'management' as const]);
      return withRecords(design, 'networks', [
        { ...network, subnet, purpose, vlan: random.one([0, 711, 712]) },
      ]);
    }
    default: {
      const profile = random.maybe(design.profiles.values());
      if (!profile) return design;
      const adapters = profile.adapters.map((slot) => ({
        ...slot,
        protocol: random.one([slot.protocol, 'iWARP' as const, 'RoCEv1' as const, null]),
        ports: slot.ports.map((port) => ({ ...port, speedGbps: random.one([port.speedGbps, null, 1, 10]) })),
      }));
      return withRecords(design, 'profiles', [
        { ...profile, adapters, os: random.one(['2012r2', '2016', '2022'] as const) },
      ]);
    }
  }
}

const startOf = (seed: number): Design =>
  seed % 5 === 0
    ? largeDesign(4 + (seed % 37))
    : must(templates[seed % templates.length], 'a template').build();

describe('findings and the purchase list after edits', () => {
  it('are those from the ground, also where cables and settings are at fault', () => {
    let faults = 0;
    const start = fc.oneof(fc.nat(10_000).map(startOf), arbitraryFabric());
    fc.assert(
      fc.property(start, fc.array(fc.nat(), { minLength: 10, maxLength: 10 }), (first, seeds) => {
        let design = first;
        for (const seed of seeds) {
          const random = new Random(seed);
          const edit = random.one([byCommand, byCrossedCable, byCrossedCable, byOddSetting]);
          const edited = edit(design, random, seed);
          // No file and no command leaves a design that is not whole.
          if (checkIntegrity(edited).length === 0) design = edited;
          const [quick, fresh] = [computeOutcome(design, catalog), computeFreshOutcome(design, catalog)];
          expect(quick.findings).toEqual(fresh.findings);
          expect(quick.bom).toEqual(fresh.bom);
          faults += fresh.findings.filter(({ rule, status }) => rule === 'HW-03' && status === 'fail').length;
        }
      }),
      { numRuns: 30 },
    );
    expect(faults).toBeGreaterThan(60);
  });

  it('follow the second cable of a port when the port at its far end is freed by another device', () => {
    const before = aDesign()
      .network('net-a', { vlan: 711 })
      .profile('p', [{ part: 'nvidia-mcx512a-acat', networks: ['net-a', 'net-a'] }])
      .cluster('C', 'hyper-converged', 'p', ['N1', 'N2'])
      .switch('TOR1', 'arista-7050sx3-48yc8')
      .switch('TOR2', 'arista-7050sx3-48yc8')
      .link('N2/1/1', 'TOR2:Ethernet1')
      .link('N1/1/1', 'TOR1:Ethernet1')
      .link('N1/1/2', 'TOR1:Ethernet2')
      .link('N1/1/1', 'TOR2:Ethernet1')
      .build();
    computeOutcome(before, catalog);
    const [first] = before.links.keys();
    const after = withoutRecords(before, 'links', new Set([must(first, 'the cable of N2')]));
    const { findings } = computeOutcome(after, catalog);
    expect(findings).toEqual(computeFreshOutcome(after, catalog).findings);
    expect(findings.find(({ rule }) => rule === 'NET-01')?.status).toBe('warn');
  });
});
