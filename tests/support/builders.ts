import { must } from '../../shared/lib/assert.ts';
import { id } from '../../shared/lib/ids.ts';
import type {
  BreakoutId,
  ClusterId,
  LinkId,
  NetworkId,
  NodeId,
  PartId,
  ProfileId,
  RackId,
  SwitchId,
} from '../../shared/lib/ids.ts';
import type { Part } from '../../shared/catalog/index.ts';
import {
  buildDesign,
  DEFAULT_CABLING,
  DEFAULT_FABRIC,
  emptyDesign,
  NO_OVERRIDES,
  type AdapterSlot,
  type Cabling,
  type ClusterKind,
  type Design,
  type DesignRecords,
  type FabricPolicy,
  type Link,
  type LinkEnd,
  type Network,
  type Node,
  type Profile,
  type Rack,
  type Switch,
} from '../../shared/model/index.ts';

/** What a test says of an adapter; the rest is a card in a Gen3 x8 slot that runs RoCE v2. */
export interface AdapterFacts extends Partial<Omit<AdapterSlot, 'partId' | 'ports'>> {
  readonly part: string;
  /** Network ids of its ports, in order; null for none. */
  readonly networks?: readonly (string | null)[];
  /** Fixed speeds of its ports, in order. */
  readonly speeds?: readonly (number | null)[];
}

/** A port in one word: `FS01/2/1` (node, slot, port) or `TOR1:swp1` (switch, port). Names in any case. */
export type EndText = string;

/** Builds designs for tests: only what a test is about needs to be said. */
export class DesignBuilder {
  private readonly networks: Network[] = [];
  private readonly clusters: DesignRecords['clusters'][number][] = [];
  private readonly profiles: Profile[] = [];
  private nodes: Node[] = [];
  private switches: Switch[] = [];
  private readonly racks: Rack[] = [];
  private readonly pairs: Cabling['pairs'] = [];
  private readonly links: Link[] = [];
  private readonly parts: Part[] = [];
  private policy: FabricPolicy = DEFAULT_FABRIC;

  fabric(facts: Partial<FabricPolicy>): this {
    this.policy = { ...this.policy, ...facts };
    return this;
  }

  network(networkId: string, facts: Partial<Omit<Network, 'id'>> = {}): this {
    this.networks.push({
      id: id<NetworkId>(networkId),
      name: networkId,
      purpose: 'storage',
      vlan: 0,
      subnet: null,
      firstHost: 11,
      gateway: null,
      dns: [],
      ...facts,
    });
    return this;
  }

  profile(
    profileId: string,
    adapters: readonly AdapterFacts[],
    facts: Partial<Omit<Profile, 'id'>> = {},
  ): this {
    this.profiles.push({
      id: id<ProfileId>(profileId),
      name: profileId,
      serverId: id<PartId>('dell-r750'),
      os: '2022',
      adapters: adapters.map(slotOf),
      teams: [],
      vnics: [],
      kernelDebugger: false,
      ...facts,
    });
    return this;
  }

  /** Nodes in a cluster, made when it is named first. */
  cluster(
    name: string,
    kind: ClusterKind,
    profileId: string,
    names: readonly string[],
    facts: Partial<Node> = {},
  ): this {
    const clusterId = id<ClusterId>(name.toLowerCase());
    if (!this.clusters.some((cluster) => cluster.id === clusterId)) {
      this.clusters.push({ id: clusterId, name, kind, load: null });
    }
    for (const nodeName of names) {
      this.nodes.push({
        id: id<NodeId>(nodeName.toLowerCase()),
        name: nodeName,
        clusterId,
        profileId: id<ProfileId>(profileId),
        rackId: null,
        pins: [],
        macs: [],
        ...facts,
      });
    }
    return this;
  }

  switch(name: string, part: string, facts: Partial<Switch> = {}): this {
    this.switches.push({
      id: id<SwitchId>(name.toLowerCase()),
      name,
      partId: id<PartId>(part),
      rackId: null,
      overrides: NO_OVERRIDES,
      pfc: true,
      globalPause: false,
      trunk: true,
      hostPortChannel: false,
      ...facts,
    });
    return this;
  }

  link(a: EndText, b: EndText, facts: Partial<Omit<Link, 'a' | 'b'>> = {}): this {
    this.links.push({
      id: id<LinkId>(`l${String(this.links.length + 1).padStart(5, '0')}`),
      a: endOf(a),
      b: endOf(b),
      lengthM: 1,
      medium: 'auto',
      cableId: null,
      breakout: null,
      ...facts,
    });
    return this;
  }

  /** One breakout cable from a switch port to these ends, lane by lane; null leaves a lane unused. */
  breakout(
    split: EndText,
    tails: readonly (EndText | null)[],
    { ways = 4, ...facts }: Partial<Omit<Link, 'a' | 'b' | 'breakout'>> & { readonly ways?: 2 | 4 } = {},
  ): this {
    const breakoutId = id<BreakoutId>(`b${this.links.length + 1}`);
    tails.forEach((tail, i) => {
      if (tail === null) return;
      this.link(tail, split, { ...facts, breakout: { id: breakoutId, lane: i + 1, ways } });
    });
    return this;
  }

  /** A rack with these nodes and switches in it; to be called after them. */
  rack(name: string, position: number, devices: readonly string[]): this {
    const rackId = id<RackId>(`rack-${name.toLowerCase()}`);
    this.racks.push({ id: rackId, name, position });
    const inside = new Set(devices.map((device) => device.toLowerCase()));
    const place = <T extends Node | Switch>(record: T): T =>
      inside.has(record.id) ? { ...record, rackId } : record;
    this.nodes = this.nodes.map(place);
    this.switches = this.switches.map(place);
    return this;
  }

  /** The length of all cables between two devices that have none of their own. */
  pair(a: string, b: string, lengthM: number): this {
    this.pairs.push({ a: a.toLowerCase() as never, b: b.toLowerCase() as never, lengthM });
    return this;
  }

  embed(...parts: readonly Part[]): this {
    this.parts.push(...parts);
    return this;
  }

  build(): Design {
    const { networks, clusters, profiles, nodes, switches, links, parts, racks, pairs } = this;
    const empty = emptyDesign('Test');
    const project = [...empty.project.values()];
    const cabling = [{ ...DEFAULT_CABLING, pairs }];
    const drawn = { racks, networks, clusters, profiles, nodes, switches, links, parts };
    return buildDesign({
      ...drawn,
      project,
      cabling,
      fabric: [this.policy],
      placements: [],
      acknowledgements: [],
    });
  }
}

/** An empty design to build on. */
export function aDesign(): DesignBuilder {
  return new DesignBuilder();
}

function slotOf({ part, networks = [], speeds = [], ...facts }: AdapterFacts): AdapterSlot {
  return {
    slot: '1',
    partId: id<PartId>(part),
    gen: 3,
    lanes: 8,
    protocol: 'RoCEv2',
    firmware: null,
    driver: null,
    qos: true,
    firmwareLldp: null,
    ports: Array.from({ length: Math.max(networks.length, speeds.length) }, (_, i) => ({
      port: i + 1,
      name: null,
      networkId: networks[i] ? id<NetworkId>(networks[i]) : null,
      speedGbps: speeds[i] ?? null,
    })),
    ...facts,
  };
}

function endOf(text: EndText): LinkEnd {
  if (text.includes(':')) {
    const [name, port] = text.split(':');
    return {
      kind: 'switch',
      switchId: id<SwitchId>(must(name, 'switch').toLowerCase()),
      port: must(port, 'port'),
    };
  }
  const [name, slot, port] = text.split('/');
  return {
    kind: 'node',
    nodeId: id<NodeId>(must(name, 'node').toLowerCase()),
    slot: must(slot, 'slot'),
    port: Number(port),
  };
}
