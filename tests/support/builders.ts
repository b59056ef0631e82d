import { must } from '../../shared/lib/assert.ts';
import { id } from '../../shared/lib/ids.ts';
import type {
  ClusterId,
  LinkId,
  NetworkId,
  NodeId,
  PartId,
  ProfileId,
  SwitchId,
} from '../../shared/lib/ids.ts';
import type { Part } from '../../shared/catalog/index.ts';
import {
  buildDesign,
  DEFAULT_FABRIC,
  emptyDesign,
  NO_OVERRIDES,
  type AdapterSlot,
  type ClusterKind,
  type Design,
  type DesignRecords,
  type FabricPolicy,
  type Link,
  type LinkEnd,
  type Network,
  type Node,
  type Profile,
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
  private readonly nodes: Node[] = [];
  private readonly switches: Switch[] = [];
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
      this.clusters.push({ id: clusterId, name, kind });
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

  embed(...parts: readonly Part[]): this {
    this.parts.push(...parts);
    return this;
  }

  build(): Design {
    const { networks, clusters, profiles, nodes, switches, links, parts } = this;
    const empty = emptyDesign('Test');
    const [project, cabling] = [[...empty.project.values()], [...empty.cabling.values()]];
    const drawn = { racks: [], networks, clusters, profiles, nodes, switches, links, parts };
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
