import fc from 'fast-check';
import { catalog } from '../../shared/catalog/index.ts';
import { must } from '../../shared/lib/assert.ts';
import { id } from '../../shared/lib/ids.ts';
import type { NetworkId } from '../../shared/lib/ids.ts';
import { CLUSTER_KINDS, type Design, type Profile } from '../../shared/model/index.ts';
import { aDesign, type AdapterFacts, type DesignBuilder, type EndText } from './builders.ts';

/** Cards of every cage, port count and protocol, and one nobody knows. */
const CARDS = [
  ['nvidia-mcx311a-xcat', 'RoCEv1'],
  ['nvidia-mcx312b-xcct', 'RoCEv2'],
  ['nvidia-mcx354a-fcbt', 'RoCEv1'],
  ['nvidia-mcx512a-acat', 'RoCEv2'],
  ['nvidia-mcx515a-ccat', 'RoCEv2'],
  ['chelsio-t62100-cr', 'iWARP'],
  ['intel-x710-da2', null],
  ['gone-card', 'RoCEv2'],
] as const;

const SWITCHES = ['nvidia-sn2010', 'nvidia-sn2700', 'dell-s4128f-on', 'gone-switch'] as const;
const NETWORKS = ['net-a', 'net-b', 'net-c'] as const;

interface Shape {
  readonly profiles: readonly (readonly AdapterFacts[])[];
  readonly teamed: readonly boolean[];
  readonly clusters: readonly { readonly kind: number; readonly profile: number; readonly nodes: number }[];
  readonly switches: readonly number[];
  readonly links: readonly LinkShape[];
  readonly breakouts: readonly BreakoutShape[];
  /** Position of a rack, and what stands in it by number. */
  readonly racks: readonly { readonly position: number; readonly devices: readonly number[] }[];
  readonly pairs: readonly { readonly a: number; readonly b: number; readonly lengthM: number }[];
  readonly mtu: number;
}

interface LinkShape {
  readonly a: number;
  readonly b: number;
  readonly toSwitch: boolean;
  readonly lengthM: number | null;
  readonly medium: 'auto' | 'dac' | 'aoc' | 'multimode' | 'single-mode';
}

interface BreakoutShape {
  readonly split: number;
  /** A lane each; null for one not used. */
  readonly tails: readonly (number | null)[];
  readonly ways: 2 | 4;
  readonly lengthM: number | null;
}

/**
 * Small designs of all sorts, whole but not always sensible: unknown products, ports cabled twice, cables to
 * ports that do not exist, teams, nodes with several speeds. Fast cases are as likely as broken ones.
 */
export function arbitraryDesign(): fc.Arbitrary<Design> {
  return arbitraryShape(CARDS.length, SWITCHES.length).map(draw);
}

/** Designs in which every product is known. */
export function arbitraryKnownDesign(): fc.Arbitrary<Design> {
  return arbitraryShape(CARDS.length - 1, SWITCHES.length - 1).map(draw);
}

function arbitraryShape(cards: number, switches: number): fc.Arbitrary<Shape> {
  const adapter = fc
    .record({
      card: fc.nat(cards - 1),
      gen: fc.integer({ min: 1, max: 4 }),
      lanes: fc.constantFrom(4 as const, 8 as const, 16 as const),
      on: fc.boolean(),
      networks: fc.array(fc.option(fc.constantFrom(...NETWORKS), { freq: 5 }), {
        minLength: 2,
        maxLength: 2,
      }),
    })
    .map(({ card, gen, lanes, on, networks }): Omit<AdapterFacts, 'slot'> => {
      const [part, protocol] = must(CARDS[card], 'card');
      return { part, gen, lanes, protocol: on || card < 3 ? protocol : null, networks };
    });
  const profile = fc
    .array(adapter, { minLength: 1, maxLength: 3 })
    .map((adapters) => adapters.map((facts, i): AdapterFacts => ({ ...facts, slot: String(i + 1) })));
  return fc.record({
    profiles: fc.array(profile, { minLength: 1, maxLength: 3 }),
    teamed: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    clusters: fc.array(
      fc.record({ kind: fc.nat(2), profile: fc.nat(2), nodes: fc.integer({ min: 1, max: 3 }) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    switches: fc.array(fc.nat(switches - 1), { maxLength: 3 }),
    links: fc.array(
      fc.record({
        a: fc.nat(40),
        b: fc.nat(400),
        toSwitch: fc.boolean(),
        lengthM: fc.constantFrom(null, null, 0.5, 1, 2.5, 4, 8, 12, 40, 120, 5000),
        medium: fc.constantFrom(
          'auto' as const,
          'auto' as const,
          'dac' as const,
          'multimode' as const,
          'single-mode' as const,
        ),
      }),
      { maxLength: 16 },
    ),
    breakouts: fc.array(
      fc.record({
        split: fc.nat(400),
        tails: fc.array(fc.option(fc.nat(40), { freq: 6 }), { minLength: 1, maxLength: 4 }),
        ways: fc.constantFrom(4 as const, 4 as const, 2 as const),
        lengthM: fc.constantFrom(null, 1, 2.5, 4, 40),
      }),
      { maxLength: 3 },
    ),
    racks: fc.array(
      fc.record({
        position: fc.integer({ min: 1, max: 6 }),
        devices: fc.array(fc.nat(20), { maxLength: 5 }),
      }),
      { maxLength: 3 },
    ),
    pairs: fc.array(fc.record({ a: fc.nat(20), b: fc.nat(20), lengthM: fc.constantFrom(1.5, 3, 30) }), {
      maxLength: 3,
    }),
    mtu: fc.constantFrom(1500, 4200, 9000),
  });
}

function draw(shape: Shape): Design {
  const builder = aDesign().fabric({ mtu: shape.mtu });
  NETWORKS.forEach((network, i) =>
    builder.network(network, { vlan: 711 * Math.min(i, 1) + i, subnet: `10.71.${i}.0/28` }),
  );
  shape.profiles.forEach((adapters, i) =>
    builder.profile(`p${i}`, adapters, shape.teamed[i] ? teamOver(adapters) : {}),
  );
  const hostEnds: EndText[] = [];
  const devices: string[] = [];
  shape.clusters.forEach(({ kind, profile, nodes }, i) => {
    const used = profile % shape.profiles.length;
    const names = Array.from({ length: nodes }, (_, n) => `N${i}${n + 1}`);
    builder.cluster(`Cluster ${i}`.replace(' ', '-'), must(CLUSTER_KINDS[kind], 'kind'), `p${used}`, names);
    devices.push(...names);
    for (const name of names) {
      for (const facts of must(shape.profiles[used], 'profile')) {
        hostEnds.push(`${name}/${facts.slot ?? ''}/1`, `${name}/${facts.slot ?? ''}/2`);
      }
    }
  });
  const switchEnds = addSwitches(builder, shape.switches);
  for (const { a, b, toSwitch, lengthM, medium } of shape.links) {
    const far = toSwitch && switchEnds.length > 0 ? switchEnds : [...hostEnds, ...switchEnds];
    const near = a % 5 === 4 ? far : hostEnds;
    builder.link(must(near[a % near.length], 'an end'), must(far[b % far.length], 'an end'), {
      lengthM,
      medium,
    });
  }
  devices.push(...shape.switches.map((_, i) => `TOR${i + 1}`));
  addBreakouts(builder, shape.breakouts, switchEnds, [...hostEnds, ...switchEnds]);
  shape.racks.forEach(({ position, devices: inside }, i) =>
    builder.rack(
      `R${i + 1}`,
      position,
      inside.map((n) => must(devices[n % devices.length], 'a device')),
    ),
  );
  for (const { a, b, lengthM } of shape.pairs) {
    const [from, to] = [devices[a % devices.length], devices[b % devices.length]];
    builder.pair(must(from, 'a device'), must(to, 'a device'), lengthM);
  }
  return builder.build();
}

/** Breakout cables from any switch port to any ends, of which some are taken or do not exist. */
function addBreakouts(
  builder: DesignBuilder,
  shapes: readonly BreakoutShape[],
  switchEnds: readonly EndText[],
  ends: readonly EndText[],
): void {
  if (switchEnds.length === 0) return;
  for (const { split, tails, ways, lengthM } of shapes) {
    const lanes = tails
      .slice(0, ways)
      .map((tail) => (tail === null ? null : must(ends[tail % ends.length], 'an end')));
    // Every second one is drawn to a large cage, which are the last ports of most panels.
    const at = split % 2 === 0 ? split % switchEnds.length : switchEnds.length - 2 - (split % 4);
    builder.breakout(switchEnds[Math.max(0, at)] ?? must(switchEnds[0], 'an end'), lanes, { ways, lengthM });
  }
}

interface FabricShape {
  readonly cards: readonly (readonly number[])[];
  readonly gens: readonly number[];
  readonly teamed: readonly boolean[];
  readonly clusters: Shape['clusters'];
  /** Per host port: the switch it goes to, 2 for a cable to another node, above for none. */
  readonly cabling: readonly number[];
  readonly trunks: number;
  /** Lanes of a breakout cable between the switches; 0 for none. */
  readonly trunkLanes: number;
  readonly networks: readonly number[];
}

/**
 * Designs in which storage moves: RDMA cards of few kinds, most ports cabled to one of two switches or to a
 * like port of another node, and cables between the switches.
 */
export function arbitraryFabric(): fc.Arbitrary<Design> {
  const card = fc.oneof(
    { weight: 4, arbitrary: fc.nat(FABRIC_CARDS.length - 1) },
    { weight: 4, arbitrary: fc.constant(1) },
  );
  return fc
    .record({
      cards: fc.array(fc.array(card, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
      gens: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 2 }),
      teamed: fc.array(
        fc.nat(4).map((n) => n === 0),
        { minLength: 3, maxLength: 3 },
      ),
      clusters: fc.array(
        fc.record({ kind: fc.nat(2), profile: fc.nat(2), nodes: fc.integer({ min: 1, max: 4 }) }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      // 4 and 5: a lane of a breakout cable of the first or second switch.
      cabling: fc.array(fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 4, 4, 5), { minLength: 24, maxLength: 24 }),
      trunks: fc.nat(2),
      trunkLanes: fc.nat(3),
      networks: fc.array(fc.nat(1), { minLength: 4, maxLength: 4 }),
    })
    .map(drawFabric);
}

const FABRIC_CARDS = [
  'nvidia-mcx312b-xcct',
  'nvidia-mcx512a-acat',
  'nvidia-mcx515a-ccat',
  'nvidia-mcx314a-bcct',
] as const;
const BIG_SWITCH = must(
  catalog.switches.find((part) => part.id === 'arista-7050sx3-48yc8'),
  'a switch with small and large cages',
);

function drawFabric(shape: FabricShape): Design {
  const builder = aDesign().network('net-a', { vlan: 711 }).network('net-b', { vlan: 712 }).network('net-c');
  const network = (i: number) => (shape.networks[i % 4] === 0 ? 'net-a' : 'net-b');
  const profiles = shape.cards.map((cards, p) =>
    cards.map((card, i): AdapterFacts => ({
      part: must(FABRIC_CARDS[card], 'card'),
      slot: String(i + 1),
      gen: must(shape.gens[i], 'generation'),
      networks: [network(p + i), network(p + i + 1)],
    })),
  );
  profiles.forEach((adapters, i) =>
    builder.profile(`p${i}`, adapters, shape.teamed[i] ? teamOver(adapters) : {}),
  );
  const ends: { readonly end: EndText; readonly cage: string }[] = [];
  shape.clusters.forEach(({ kind, profile, nodes }, i) => {
    const names = Array.from({ length: nodes }, (_, n) => `N${i}${n + 1}`);
    builder.cluster(
      `Cluster-${i}`,
      must(CLUSTER_KINDS[kind], 'kind'),
      `p${profile % profiles.length}`,
      names,
    );
    for (const name of names) {
      for (const { part, slot } of must(profiles[profile % profiles.length], 'profile')) {
        const found = must(
          catalog.adapters.find((entry) => entry.id === part),
          'card',
        );
        for (let port = 1; port <= found.ports; port++)
          ends.push({ end: `${name}/${slot ?? ''}/${port}`, cage: found.cage });
      }
    }
  });
  cableFabric(builder, shape, ends);
  return builder.build();
}

function cableFabric(
  builder: DesignBuilder,
  shape: FabricShape,
  ends: readonly { readonly end: EndText; readonly cage: string }[],
): void {
  builder.switch('TOR1', BIG_SWITCH.id).switch('TOR2', BIG_SWITCH.id);
  const names = (small: boolean) =>
    BIG_SWITCH.portGroups
      .filter((group) => group.cage.startsWith('SFP') === small)
      .flatMap((group) => [...group.names]);
  const free = [0, 1].map(() => ({ small: names(true), large: names(false) }));
  for (let i = 0; i < shape.trunks; i++) {
    builder.link(`TOR1:${must(free[0]?.large.pop(), 'port')}`, `TOR2:${must(free[1]?.large.pop(), 'port')}`);
  }
  const trunkLanes = Array.from(
    { length: shape.trunkLanes },
    () => `TOR2:${must(free[1]?.small.pop(), 'port')}`,
  );
  if (trunkLanes.length > 0) {
    builder.breakout(`TOR1:${free[0]?.large.pop() ?? 'none left'}`, trunkLanes);
  }
  const lanes: EndText[][] = [[], []];
  let waiting: { readonly end: EndText; readonly cage: string } | null = null;
  ends.forEach((entry, i) => {
    const choice = shape.cabling[i % shape.cabling.length] ?? 3;
    if (choice > 3 && entry.cage.startsWith('SFP')) lanes[choice - 4]?.push(entry.end);
    const ports = free[choice];
    const port = entry.cage.startsWith('SFP') ? ports?.small.shift() : ports?.large.shift();
    if (port !== undefined) builder.link(entry.end, `TOR${choice + 1}:${port}`);
    if (choice !== 2) return;
    if (waiting && waiting.cage === entry.cage) {
      builder.link(waiting.end, entry.end);
      waiting = null;
    } else waiting = entry;
  });
  lanes.forEach((tails, i) => {
    for (let at = 0; at < tails.length; at += 4) {
      builder.breakout(`TOR${i + 1}:${free[i]?.large.shift() ?? 'none left'}`, tails.slice(at, at + 4));
    }
  });
}

/** Switches by number, with a few ports each so that some are met twice, and a port none has. */
function addSwitches(builder: DesignBuilder, numbers: readonly number[]): EndText[] {
  return numbers.flatMap((number, i) => {
    const partId = must(SWITCHES[number], 'switch');
    const part = catalog.switches.find((entry) => entry.id === partId);
    const names = part?.portGroups.flatMap((group) => [
      ...group.names.slice(0, 8),
      ...group.names.slice(-2),
    ]) ?? ['1'];
    builder.switch(`TOR${i + 1}`, partId);
    return [...names, 'none'].map((name) => `TOR${i + 1}:${name}`);
  });
}

/** A SET team over the ports of the first adapter, with a vNIC that is mapped and one that is not. */
function teamOver(adapters: readonly AdapterFacts[]): Partial<Profile> {
  const slot = adapters[0]?.slot ?? '1';
  const members = [1, 2].map((port) => ({ slot, port }));
  const vnic = (name: string, network: string, mapped: boolean) => ({
    name,
    team: 'Team',
    networkId: id<NetworkId>(network),
    rdma: mapped,
    priorityTag: true,
    mappedTo: mapped ? must(members[0], 'a member') : null,
  });
  return {
    teams: [
      {
        name: 'Team',
        kind: 'set',
        members,
        standby: [],
        mode: 'SwitchIndependent',
        loadBalancing: 'HyperVPort',
        iov: false,
        packetDirect: false,
        features: [],
        virtualSwitch: true,
      },
    ],
    vnics: [vnic('SMB1', 'net-b', true), vnic('Mgmt', 'net-c', false)],
  };
}
