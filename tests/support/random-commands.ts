import { catalog } from '../../shared/catalog/index.ts';
import type { CommandId, CommandPayload } from '../../shared/commands/index.ts';
import {
  cutFragment,
  duplicate,
  newAdapter,
  newCluster,
  newNodes,
  newSwitch,
  pasteFragment,
} from '../../shared/fragment/index.ts';
import { assert } from '../../shared/lib/assert.ts';
import { adapterId } from '../../shared/lib/ids.ts';
import {
  CLUSTER_KINDS,
  OS_VERSIONS,
  PURPOSES,
  type Design,
  type LinkEnd,
  type Network,
  type Profile,
} from '../../shared/model/index.ts';
import { computePlan, type Plan } from '../../shared/plan/index.ts';
import { planSwap, type SwapRequest } from '../../shared/swap/index.ts';
import { templates } from '../../shared/templates/index.ts';

const LOAD = { name: 'SQL', count: 20, iops: 500, blockKiB: 8, readShare: 70 };

/** Draws numbers from a seed: the same seed, the same numbers. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to below `below`. */
  int(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  }

  chance(oneIn: number): boolean {
    return this.int(oneIn) === 0;
  }

  one<T>(list: readonly T[]): T {
    assert(list.length > 0, 'something to choose from');
    return list[this.int(list.length)] as T;
  }

  /** Null when the list is empty. */
  maybe<T>(list: Iterable<T>): T | null {
    const all = [...list];
    return all.length === 0 ? null : this.one(all);
  }

  /** One to three different entries; none from an empty list. */
  some<T>(list: Iterable<T>): T[] {
    const all = [...list];
    return [...new Set(Array.from({ length: all.length === 0 ? 0 : 1 + this.int(3) }, () => this.one(all)))];
  }
}

type NewId = (prefix: string) => string;
type Make<C extends CommandId> = (design: Design, random: Random, newId: NewId) => CommandPayload<C> | null;

/**
 * A payload for every command of the program, such as a user could give it: mostly sensible, sometimes refused.
 * Null when the design has nothing the command works on. A command without an entry does not compile.
 */
export const RANDOM_PAYLOADS: { readonly [C in CommandId]: Make<C> } = {
  acknowledge: (_design, random) => ({
    rule: `HW-0${random.int(4)}`,
    subjects: ['b', `a${random.int(3)}`],
    note: `note ${random.int(9)}`,
  }),
  'add-adapter': (design, random, newId) => {
    const profileIds = random.some(design.profiles.keys());
    const partId = random.one(catalog.adapters).id;
    const planned = newAdapter(design, catalog, { partId, profileIds }, newId);
    return planned.ok ? planned.value.payload : null;
  },
  'add-network': (_design, random) => ({
    network: random.chance(2) ? {} : { purpose: random.one(PURPOSES), vlan: random.int(4095) },
  }),
  'add-rack': (_design, random) => (random.chance(2) ? {} : { name: `R${random.int(50)}` }),
  'assign-rack': (design, random) => {
    const ids: string[] = random.some([...design.nodes.keys(), ...design.switches.keys()]);
    return ids.length === 0
      ? null
      : { ids, rackId: random.chance(4) ? null : random.maybe(design.racks.keys()) };
  },
  'connect-links': (design, random) => {
    const [item, end] = [random.maybe(design.switches.values()), anyEnd(design, random)];
    if (!item || !end) return null;
    const port = random.one(portsOf(item.partId));
    const facts = { lengthM: null, medium: 'auto' as const, cableId: null };
    const b = { kind: 'switch' as const, switchId: item.id, port };
    const plain = { a: end, b, ...facts, breakout: null };
    const other = anyEnd(design, random);
    if (random.chance(2) || end.kind === 'switch' || other?.kind !== 'node') return { links: [plain] };
    const lane = (a: LinkEnd, number: number) => ({
      a,
      b,
      ...facts,
      breakout: { key: 'x', lane: number, ways: 4 as const },
    });
    return { links: [lane(end, 1), lane(other, 1 + random.int(3))] };
  },
  'connect-ports': (design, random) => {
    const [a, b] = [anyEnd(design, random), anyEnd(design, random)];
    return a && b ? { a, b, lengthM: random.chance(2) ? null : 0.5 + random.int(40) } : null;
  },
  'detach-profile': (design, random) => {
    const nodeId = random.maybe(design.nodes.keys());
    return nodeId === null ? null : { nodeId };
  },
  'edit-adapter': (design, random) => {
    const [profile, slot] = anySlot(design, random);
    if (!profile || slot === null) return null;
    const changes = random.chance(2)
      ? { gen: 1 + random.int(6) }
      : { partId: random.one(catalog.adapters).id, protocol: random.one([null, 'RoCEv2', 'iWARP'] as const) };
    return { profileId: profile.id, slot, changes };
  },
  'edit-cabling': (_design, random) => ({
    changes: { sameRackM: 1 + random.int(5), noRackM: 2 + random.int(9) },
  }),
  'edit-cluster': (design, random) => {
    const id = random.maybe(design.clusters.keys());
    return id === null
      ? null
      : {
          id,
          changes: {
            name: `C${random.int(99)}`,
            kind: random.one(CLUSTER_KINDS),
            load: random.one([null, { vms: [LOAD], growthPercent: random.int(300) }]),
          },
        };
  },
  'edit-clusters': (design, random) => {
    const ids = random.some(design.clusters.keys());
    return ids.length === 0 ? null : { ids, changes: { kind: random.one(CLUSTER_KINDS) } };
  },
  'edit-fabric': (_design, random) => ({
    changes: {
      smbShare: 1 + random.int(99),
      clusterShare: random.chance(3) ? null : 1 + random.int(9),
      mtu: 1500 + random.int(8000),
      dcb: random.chance(2),
    },
  }),
  'edit-links': (design, random) => {
    const ids = random.some(design.links.keys());
    const cable = random.chance(3) ? random.one(catalog.cables).id : null;
    const changes = { lengthM: random.chance(3) ? null : 0.5 + random.int(90), cableId: cable };
    return ids.length === 0 ? null : { ids, changes };
  },
  'edit-network': (design, random) => {
    const id = random.maybe(design.networks.keys());
    return id === null ? null : { id, changes: networkChanges(random) };
  },
  'edit-networks': (design, random) => {
    const ids = random.some(design.networks.keys());
    return ids.length === 0 ? null : { ids, changes: { purpose: random.one(PURPOSES) } };
  },
  'edit-node': (design, random) => {
    const id = random.maybe(design.nodes.keys());
    if (id === null) return null;
    const profileId = random.chance(3) ? random.maybe(design.profiles.keys()) : null;
    return { id, changes: { name: `N ${random.int(99)}`, ...(profileId === null ? {} : { profileId }) } };
  },
  'edit-nodes': (design, random) => {
    const ids = random.some(design.nodes.keys());
    const [clusterId, profileId] = [
      random.maybe(design.clusters.keys()),
      random.maybe(design.profiles.keys()),
    ];
    if (ids.length === 0 || clusterId === null || profileId === null) return null;
    return { ids, changes: random.chance(2) ? { clusterId } : { profileId } };
  },
  'edit-profile': (design, random) => {
    const id = random.maybe(design.profiles.keys());
    if (id === null) return null;
    return { id, changes: { os: random.one(OS_VERSIONS), serverId: random.one(catalog.servers).id } };
  },
  'edit-profiles': (design, random) => {
    const ids = random.some(design.profiles.keys());
    return ids.length === 0 ? null : { ids, changes: { os: random.one(OS_VERSIONS) } };
  },
  'edit-project': (_design, random) => ({
    changes: { name: `Project ${random.int(99)}`, customer: 'Nordwind' },
  }),
  'edit-rack': (design, random) => {
    const id = random.maybe(design.racks.keys());
    return id === null ? null : { id, changes: { name: `R${random.int(99)}`, position: 1 + random.int(20) } };
  },
  'edit-switch': (design, random) => {
    const id = random.maybe(design.switches.keys());
    if (id === null) return null;
    return { id, changes: { name: `S${random.int(99)}`, overrides: { mtu: 1500 + random.int(7000) } } };
  },
  'edit-switches': (design, random) => {
    const ids = random.some(design.switches.keys());
    return ids.length === 0 ? null : { ids, changes: { pfc: random.chance(2), trunk: random.chance(2) } };
  },
  'edit-team': (design, random) => {
    const profile = random.maybe([...design.profiles.values()].filter(({ teams }) => teams.length > 0));
    if (!profile) return null;
    const team = random.one(profile.teams).name;
    return { profileId: profile.id, team, changes: { name: `team${random.int(9)}`, iov: random.chance(2) } };
  },
  'insert-items': (design, random, newId) => anyInsertion(design, random, newId),
  'move-items': (design, random) => {
    const ids = random.some([...design.nodes.keys(), ...design.switches.keys()]);
    return ids.length === 0 ? null : { moves: ids.map((id) => placeAt(id, random)) };
  },
  'order-racks': (design, random) => {
    const ids = [...design.racks.keys()].sort(() => random.int(3) - 1);
    return ids.length < 2 ? null : { ids };
  },
  'pin-addresses': (design, random) => {
    const nodeId = random.maybe(design.nodes.keys());
    const plan = planOf(design);
    const endpoint = nodeId === null ? null : random.maybe(plan.nodeById.get(nodeId)?.endpoints ?? []);
    if (nodeId === null || !endpoint) return null;
    const address = random.chance(3) ? null : `10.71.1.${1 + random.int(250)}`;
    return { pins: [{ nodeId, endpoint: endpoint.key, address }] };
  },
  'place-items': (design, random) => {
    const ids = random.some([...design.nodes.keys(), ...design.switches.keys()]);
    const places = ids.map((id) => placeAt(id, random));
    return places.length === 0 ? null : { how: 'align-left', places };
  },
  'regroup-nodes': (design, random, newId) => {
    const ids = random.some(design.nodes.keys());
    if (ids.length === 0) return null;
    const create = random.chance(2) ? newCluster(design, random.one(CLUSTER_KINDS), newId) : null;
    const clusterId = create?.id ?? random.maybe(design.clusters.keys());
    return clusterId === null
      ? null
      : { ids, clusterId, create, moves: ids.map((id) => placeAt(id, random)), keep: [] };
  },
  'remove-adapter': (design, random) => {
    const [profile, slot] = anySlot(design, random);
    return profile && slot !== null ? { profileId: profile.id, slot } : null;
  },
  'remove-items': (design, random) => {
    const ids: string[] = random.some([
      ...design.nodes.keys(),
      ...design.switches.keys(),
      ...design.links.keys(),
      ...design.clusters.keys(),
    ]);
    // Sequences grow as well as shrink: whole clusters go seldom.
    return ids.length === 0 || random.chance(2) ? null : { ids: ids.slice(0, 1) };
  },
  'remove-network': (design, random) => {
    const id = random.maybe(design.networks.keys());
    return id === null ? null : { id };
  },
  'remove-rack': (design, random) => {
    const id = random.maybe(design.racks.keys());
    return id === null ? null : { id };
  },
  'rewire-link': (design, random) => {
    const [id, to] = [random.maybe(design.links.keys()), anyEnd(design, random)];
    return id === null || !to
      ? null
      : { id, end: random.one(['a', 'b'] as const), to, automatic: random.chance(2) };
  },
  'set-pair-length': (design, random) => {
    const [a, b] = random.some([...design.nodes.keys(), ...design.switches.keys()]);
    return a && b ? { a, b, lengthM: random.chance(3) ? null : 1 + random.int(30) } : null;
  },
  'set-teaming': (design, random) => {
    const profileId = random.maybe(design.profiles.keys());
    return profileId === null ? null : { profileId, teaming: random.one(['dedicated', 'set'] as const) };
  },
  'swap-products': (design, random, newId) => anySwap(design, random, newId),
  'ungroup-clusters': (design, random) => {
    const ids = random.some(design.clusters.keys()).slice(0, 1);
    return ids.length === 0 ? null : { ids };
  },
  'withdraw-acknowledgement': (design, random) => {
    const id = random.maybe(design.acknowledgements.keys());
    return id === null ? null : { id };
  },
};

function planOf(design: Design): Plan {
  return computePlan(design, catalog);
}

function placeAt<K>(id: K, random: Random): { id: K; x: number; y: number } {
  return { id, x: random.int(900) - 400, y: random.int(700) };
}

function portsOf(partId: string): readonly string[] {
  const part = catalog.switches.find(({ id }) => id === partId);
  return part?.portGroups.flatMap((group) => group.names) ?? ['1'];
}

function anySlot(design: Design, random: Random): readonly [Profile | null, string | null] {
  const profile = random.maybe([...design.profiles.values()].filter(({ adapters }) => adapters.length > 0));
  return [profile, profile && random.one(profile.adapters).slot];
}

/** A port of a node or of a switch. */
function anyEnd(design: Design, random: Random): LinkEnd | null {
  const item = random.chance(3) ? random.maybe(design.switches.values()) : null;
  if (item) return { kind: 'switch', switchId: item.id, port: random.one(portsOf(item.partId)) };
  const node = random.maybe(design.nodes.values());
  const slots = node && design.profiles.get(node.profileId)?.adapters;
  if (!node || !slots || slots.length === 0) return null;
  return { kind: 'node', nodeId: node.id, slot: random.one(slots).slot, port: 1 + random.int(2) };
}

function networkChanges(random: Random): Partial<Omit<Network, 'id'>> {
  return random.chance(2)
    ? { name: `Net ${random.int(99)}`, vlan: random.int(4095) }
    : { subnet: random.chance(3) ? null : `10.${random.int(200)}.0.0/24` };
}

function anyInsertion(design: Design, random: Random, newId: NewId): CommandPayload<'insert-items'> | null {
  // Designs of thousands of nodes prove nothing more here.
  if (design.nodes.size > 60) return null;
  const clusterId = random.maybe(design.clusters.keys());
  switch (random.int(4)) {
    case 0: {
      const into =
        clusterId === null || random.chance(3) ? { kind: random.one(CLUSTER_KINDS) } : { clusterId };
      const planned = newNodes(design, catalog, { into, count: 1 + random.int(3) }, newId);
      return planned.ok ? planned.value.insertion : null;
    }
    case 1: {
      const planned = newSwitch(
        design,
        catalog,
        { partId: random.one(catalog.switches).id, count: 1 },
        newId,
      );
      return planned.ok ? planned.value.insertion : null;
    }
    case 2: {
      const ids: string[] = random.some([
        ...design.nodes.keys(),
        ...design.switches.keys(),
        ...design.clusters.keys(),
      ]);
      const request = {
        ids,
        count: 1 + random.int(2),
        places: new Map(ids.map((id) => [id, { x: 0, y: 0 }])),
      };
      return duplicate(design, planOf(design), catalog, request, newId)?.insertion ?? null;
    }
    default: {
      const source = random.chance(2) ? design : random.one(templates).build();
      const ids: string[] = random.some([...source.clusters.keys(), ...source.switches.keys()]);
      const fragment = cutFragment(source, catalog, ids, new Map(ids.map((id) => [id, { x: 1, y: 2 }])));
      const at = { x: random.int(500), y: random.int(500) };
      return fragment && pasteFragment(design, planOf(design), catalog, fragment, { newId, at }).insertion;
    }
  }
}

/** A swap as the dialog would plan it, with the recommended choices or with none. */
function anySwap(design: Design, random: Random, newId: NewId): CommandPayload<'swap-products'> | null {
  const ground = { design, plan: planOf(design), catalog, newId };
  const [profile, slot] = anySlot(design, random);
  const node = random.maybe([...design.nodes.values()].filter(({ profileId }) => profileId === profile?.id));
  const item = random.maybe(design.switches.values());
  const request = ((): SwapRequest | null => {
    if (item && random.chance(2))
      return { what: 'switch', ids: [item.id], partId: random.one(catalog.switches).id };
    if (!node || slot === null) return null;
    if (random.chance(2)) return { what: 'server', ids: [node.id], partId: random.one(catalog.servers).id };
    return { what: 'adapter', ids: [adapterId(node.id, slot)], partId: random.one(catalog.adapters).id };
  })();
  if (request === null) return null;
  const first = planSwap(ground, request, new Map());
  if (!first.ok) return null;
  const advised = first.value.misfits.flatMap(({ id, recommended }) =>
    recommended === null ? [] : [[id, recommended] as const],
  );
  const planned = random.chance(2) ? first : planSwap(ground, request, new Map(advised));
  return planned.ok ? planned.value.edit : null;
}
