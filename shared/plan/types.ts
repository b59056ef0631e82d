import type {
  AdapterPart,
  Cage,
  CablePart,
  Fibre,
  FibreConnector,
  Part,
  ServerPart,
  SwitchPart,
  TransceiverPart,
} from '../catalog/types.ts';
import type {
  AdapterId,
  ClusterId,
  LinkId,
  NetworkId,
  NodeId,
  PartId,
  PortId,
  SubjectId,
  SwitchId,
} from '../lib/ids.ts';
import type {
  AdapterSlot,
  BreakoutLane,
  Cluster,
  ClusterKind,
  FabricPolicy,
  Link,
  Network,
  Node,
  OsVersion,
  Profile,
  Switch,
  Team,
} from '../model/index.ts';

/** Rates are decimal Gb/s, one direction. `send` leaves the node (DMA read), `receive` enters it (DMA write). */
export interface Directions {
  readonly send: number;
  readonly receive: number;
}

/** What a port is a part of. */
export type PortOwner =
  | { readonly kind: 'adapter'; readonly nodeId: NodeId; readonly adapterId: AdapterId }
  | { readonly kind: 'switch'; readonly switchId: SwitchId };

/** One cage of an adapter or a switch. */
export interface PlanPort {
  readonly id: PortId;
  readonly owner: PortOwner;
  /** Place on the card or the panel, from 1. */
  readonly number: number;
  /** Windows name of the adapter port (`SLOT 2 Port 1` unless the design renames it), or the name on the switch. */
  readonly name: string;
  /** Name with its owner, for messages and tables: `FS01 SLOT 2 Port 1`, `TOR1 1/4`. */
  readonly label: string;
  readonly cage: Cage;
  /** Speeds the cage can run at, Gb/s, ascending. */
  readonly speedsGbps: readonly number[];
  /** All links that end here, by id; more than one is a fault, unless they are the lanes of one breakout cable. */
  readonly linkIds: readonly LinkId[];
  /** The port at the far end of the first link, where that end exists. Of a split port see `lanes`. */
  readonly peerId: PortId | null;
  /** What that port is a part of. */
  readonly peerOwner: PortOwner | null;
  /** What a breakout cable splits this switch port into, by number; empty for a port that is not split. */
  readonly lanes: readonly PlanLane[];
  /**
   * Line speed in Gb/s, null when not cabled or the ends share none. A split port runs at what its lanes, used or
   * not, add up to.
   */
  readonly speedGbps: number | null;
  /** Payload at that speed, Gb/s; 0 when not running. Of a split port the sum of the lanes in use. */
  readonly payloadGbps: number;
  /** Networks whose frames cross this port. Adapter: its own, or those of the vNICs mapped to it (all of the team if none is). Switch: those of the peer. */
  readonly networkIds: readonly NetworkId[];
  /** Those of an adapter port's networks whose storage traffic can leave here over RDMA; empty for a switch port. */
  readonly rdmaNetworkIds: readonly NetworkId[];
  /** Team the adapter port is a member of. */
  readonly team: Team | null;
}

/** A lane in use of a split switch port. */
export interface PlanLane {
  /** From 1. */
  readonly lane: number;
  /** As the switch writes it: `swp1s0`, `Ethernet49/2`; where nobody knows, the port and `lane 2`. */
  readonly name: string;
  readonly linkId: LinkId;
  readonly peerId: PortId | null;
}

/** One adapter of one node. */
export interface PlanAdapter {
  readonly id: AdapterId;
  readonly nodeId: NodeId;
  /** The slot record of the profile. */
  readonly slot: AdapterSlot;
  /** The product, null when the catalog and the design do not know it. */
  readonly part: AdapterPart | null;
  /** Model name, or the unknown part id. */
  readonly model: string;
  readonly ports: readonly PlanPort[];
  /** What the link trains at: the lesser of card and slot. Null when the part is unknown. */
  readonly link: { readonly gen: number; readonly lanes: number } | null;
  readonly pcie: PcieRates | null;
  /** Sum over cabled ports of the line's data rate, Gb/s. */
  readonly dataRateGbps: number;
  /** Sum over cabled ports of the payload, Gb/s. */
  readonly portPayloadGbps: number;
  readonly ceilingGbps: Directions;
  readonly limitedBy: { readonly send: AdapterLimit; readonly receive: AdapterLimit };
  /** RDMA is on: the card speaks the chosen protocol. */
  readonly rdma: boolean;
  /** SMB Multichannel would use it: RDMA-capable and of the node's highest speed class. */
  readonly used: boolean;
}

/** What sets an adapter's ceiling: its cabled ports, the PCIe link, the card's own limit, or nothing is cabled. */
export type AdapterLimit = 'ports' | 'pcie' | 'card' | 'idle';

export interface PcieRates {
  /** GT/s x lanes. */
  readonly rawGbps: number;
  /** After 8b/10b or 128b/130b. */
  readonly encodedGbps: number;
  /** What is left for transaction packets beside acknowledgements, flow control and skip sets. */
  readonly tlpGbps: number;
  /** DMA write: what the adapter can receive from the network. */
  readonly writeGbps: number;
  /** DMA read: what the adapter can send to the network. */
  readonly readGbps: number;
  /** Each direction when reads and writes of 4096 bytes alternate. */
  readonly bothGbps: number;
}

/** An interface with an address: a dedicated adapter port or a host vNIC. */
export interface Endpoint {
  /** `<slot>/<port>` or the vNIC's name; unique inside the node, the key of pinned addresses. */
  readonly key: string;
  readonly nodeId: NodeId;
  readonly kind: 'port' | 'vnic';
  /** Windows interface name: the port's name, or `vEthernet (<vNIC>)`. */
  readonly name: string;
  /** The vNIC's plain name; null for a port. */
  readonly vnic: string | null;
  readonly teamName: string | null;
  /** The port, or the member a vNIC is mapped to. */
  readonly portId: PortId | null;
  readonly network: Network;
  /** IPv4 address, null when the network has no subnet or it is full. */
  readonly address: string | null;
  readonly prefixLength: number | null;
  readonly pinned: boolean;
  readonly rdma: boolean;
}

export interface PlanNode {
  readonly id: NodeId;
  readonly record: Node;
  readonly profile: Profile;
  readonly cluster: Cluster;
  readonly os: OsVersion;
  readonly server: ServerPart | null;
  /** In slot order (natural order of the slot name). */
  readonly adapters: readonly PlanAdapter[];
  readonly endpoints: readonly Endpoint[];
  readonly sendGbps: number;
  readonly receiveGbps: number;
  /** RDMA adapters with cabled ports that SMB Multichannel leaves out because they are slower, or that have no RDMA. */
  readonly unusedAdapters: readonly AdapterId[];
}

/** The settings a switch really runs: policy plus its own overrides. */
export interface SwitchSettings {
  readonly smbPriority: number;
  readonly losslessPriorities: readonly number[];
  readonly shares: { readonly smb: number; readonly cluster: number; readonly default: number };
  readonly dcbxWilling: boolean;
  readonly mtu: number;
  readonly ecn: boolean;
  /** VLANs carried on host ports, ascending. */
  readonly vlans: readonly number[];
}

export interface PlanSwitch {
  readonly id: SwitchId;
  readonly record: Switch;
  readonly part: SwitchPart | null;
  readonly settings: SwitchSettings;
  /** In panel order. */
  readonly ports: readonly PlanPort[];
  readonly groups: readonly {
    readonly cage: Cage;
    readonly speedGbps: number;
    readonly rows: number;
    readonly ports: readonly PlanPort[];
    readonly used: number;
    readonly free: number;
  }[];
  readonly used: number;
  readonly free: number;
}

/** How a link is realised. */
export type CableChoice =
  | { readonly kind: 'assembly'; readonly part: CablePart }
  | {
      readonly kind: 'optical';
      readonly transceiverA: TransceiverPart;
      readonly transceiverB: TransceiverPart;
      /** No product is chosen for the fibre itself: a purchase line of its class. */
      readonly fibre: { readonly type: Fibre; readonly connector: FibreConnector; readonly lengthM: number };
    };

/** Why a link cannot be built. */
export type LinkProblem =
  | { readonly code: 'end-missing'; readonly end: 'a' | 'b'; readonly label: string }
  | { readonly code: 'port-taken'; readonly portId: PortId; readonly otherLinkId: LinkId }
  | { readonly code: 'same-port' }
  | { readonly code: 'no-common-speed'; readonly a: readonly number[]; readonly b: readonly number[] }
  | {
      /** Each lane could run, but not all at one speed, which a split port asks for. */
      readonly code: 'lanes-differ';
      readonly ends: readonly { readonly label: string; readonly speedsGbps: readonly number[] }[];
    }
  | {
      readonly code: 'no-cable';
      readonly cageA: Cage;
      readonly cageB: Cage;
      /** Ends on the side of cage B: 1, or the lanes of a breakout. */
      readonly ways: CablePart['ways'];
      readonly speedGbps: number;
      readonly lengthM: number;
    }
  | { readonly code: 'pinned-unfit'; readonly partId: PartId; readonly why: string }
  | { readonly code: 'part-unknown'; readonly partId: PartId };

export interface PlanEnd {
  /** Null when the end names a port the product does not have. */
  readonly portId: PortId | null;
  readonly ownerId: NodeId | SwitchId;
  /** Name on its owner; of a split port that of the lane: `SLOT 2 Port 1`, `swp1s0`. */
  readonly port: string;
  /** Name with its owner. */
  readonly label: string;
}

export interface PlanLink {
  readonly id: LinkId;
  readonly record: Link;
  readonly kind: 'node-switch' | 'node-node' | 'switch-switch';
  /** Length of the route in metres: the link's own, else that of the pair, else what the racks give. */
  readonly lengthM: number;
  readonly lengthFrom: 'link' | 'pair' | 'racks';
  /** The lane this link is of a breakout cable; all its lanes share number and cable. Null for a cable of two ends. */
  readonly breakout: BreakoutLane | null;
  /** Side A is the node end of a node-switch link, else the end with the lower label. The split port of a lane is B. */
  readonly a: PlanEnd;
  readonly b: PlanEnd;
  readonly speedGbps: number | null;
  readonly cable: CableChoice | null;
  /** Why this cable: for example `DAC in reach; shortest stock length of at least 2.5 m`. */
  readonly cableReason: string;
  readonly problem: LinkProblem | null;
  readonly networkIds: readonly NetworkId[];
}

/** One physical cable: a link, or all lanes of a breakout. This is what is bought, labelled and counted. */
export interface CableRun {
  /** The link, or the lanes in use by number; never empty. */
  readonly links: readonly PlanLink[];
  readonly ways: CablePart['ways'];
  /** Of a breakout that of its longest leg. */
  readonly lengthM: number;
  readonly lengthFrom: PlanLink['lengthFrom'];
  /** Of a breakout that of one lane. */
  readonly speedGbps: number | null;
  readonly cable: CableChoice | null;
  readonly cableReason: string;
  /** What keeps the cable from being chosen; a lane can have a problem of its own while the others run. */
  readonly problem: LinkProblem | null;
  readonly networkIds: readonly NetworkId[];
}

/** Equal cables counted together. `partId` is null for a link without a cable. */
export interface CableGroup {
  readonly partId: PartId | null;
  readonly medium: 'dac' | 'acc' | 'aoc' | 'fibre' | 'none';
  readonly connectorA: string;
  /** Of a breakout with its number of plugs: `4 x SFP28`. */
  readonly connectorB: string;
  readonly lengthM: number;
  readonly qty: number;
}

export interface Totals {
  readonly nodes: number;
  readonly adapters: number;
  readonly adapterPorts: number;
  readonly portsCabled: number;
  readonly switches: number;
  readonly switchPortsUsed: number;
  readonly switchPortsFree: number;
  readonly cables: number;
  readonly transceivers: number;
  /** Null when a product's height is not known. */
  readonly rackUnits: number | null;
}

export interface Flow {
  /** From file servers to Hyper-V nodes; hyper-converged: all to all. 0 without both sides. */
  readonly rateGbps: number;
  /** What forms the bottleneck cut: adapter, port, link, node or switch ids. */
  readonly bottleneck: readonly SubjectId[];
  /** The cut in words. */
  readonly bottleneckText: string;
  /** Demand side over supply side; null when one side has no rate. */
  readonly oversubscription: number | null;
  readonly worstCase: {
    readonly rateGbps: number;
    readonly failed: SubjectId | null;
    readonly failedLabel: string;
  };
  readonly clusters: readonly {
    readonly id: ClusterId;
    readonly kind: ClusterKind;
    readonly sendGbps: number;
    readonly receiveGbps: number;
  }[];
}

/** The fabric policy with what the design leaves to the cabling. */
export interface EffectiveFabric extends FabricPolicy {
  readonly clusterShare: number;
}

/** All that follows from a design and the catalog. Lists are in a fixed order: by cluster, then natural order of names. */
export interface Plan {
  readonly fabric: EffectiveFabric;
  readonly nodes: readonly PlanNode[];
  readonly adapters: readonly PlanAdapter[];
  readonly switches: readonly PlanSwitch[];
  /** In the order of their numbers; the lanes of one cable by lane. */
  readonly links: readonly PlanLink[];
  /** The same as cables, in the order of their numbers: by side A, of a breakout by its first lane. */
  readonly runs: readonly CableRun[];
  /**
   * Cable numbers in the schedule: C001, C002 ... in the order of `runs`. They follow from the order of all cables, so
   * they are no part of them: what is drawn or judged of a cable stays as it is when one before it comes or goes.
   */
  readonly runTags: readonly string[];
  /** The same by link; lanes have the number of their cable. */
  readonly tags: ReadonlyMap<LinkId, string>;
  readonly clusters: readonly { readonly record: Cluster; readonly nodes: readonly PlanNode[] }[];
  readonly networks: readonly Network[];
  readonly cables: readonly CableGroup[];
  readonly totals: Totals;
  readonly flow: Flow;
  readonly nodeById: ReadonlyMap<NodeId, PlanNode>;
  readonly adapterById: ReadonlyMap<AdapterId, PlanAdapter>;
  readonly switchById: ReadonlyMap<SwitchId, PlanSwitch>;
  readonly portById: ReadonlyMap<PortId, PlanPort>;
  readonly linkById: ReadonlyMap<LinkId, PlanLink>;
  /** Every product the design names or the plan chose, by id: what a file must embed. */
  readonly parts: ReadonlyMap<PartId, Part>;
  /** Products named by the design that neither it nor the catalog knows, with who names them. */
  readonly unknownParts: readonly { readonly partId: PartId; readonly subjects: readonly SubjectId[] }[];
}
