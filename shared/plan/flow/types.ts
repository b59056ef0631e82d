import type { SubjectId, SwitchId } from '../../lib/ids.ts';
import type { CableRun, Plan, PlanLink, PlanNode } from '../types.ts';

/** What the flow is computed from: a plan, or one that lacks nothing but its flow. */
export type FlowInput = Pick<
  Plan,
  | 'nodes'
  | 'clusters'
  | 'switches'
  | 'links'
  | 'runs'
  | 'tags'
  | 'runTags'
  | 'nodeById'
  | 'switchById'
  | 'portById'
  | 'linkById'
>;

/** What is asked of a plan. */
export interface Question {
  /** Nodes, adapters, links and switches that have failed; a lane takes its whole cable along. */
  readonly lost: ReadonlySet<SubjectId>;
  /** Reading moves data from file servers to Hyper-V nodes, writing the other way. */
  readonly way: 'read' | 'write';
}

/** The plan as drawn, reading. */
export const AS_DRAWN: Question = { lost: new Set(), way: 'read' };

/**
 * The drawing as the flow sees it: nodes that hang on the same switches with the same adapters are one group,
 * and a switch is one vertex per network, because frames of one network never reach ports of another.
 */
export interface FlowModel {
  readonly groups: readonly FlowGroup[];
  /** The group of each node, in the order of the plan; -1 for one that has failed. */
  readonly groupOf: readonly number[];
  readonly fabrics: readonly Fabric[];
  readonly trunks: readonly Trunk[];
  readonly breakouts: readonly Breakout[];
}

export interface FlowGroup {
  /** Gives data: when reading a file server or a hyper-converged node. */
  readonly supply: boolean;
  /** Takes data: when reading a Hyper-V or a hyper-converged node. */
  readonly demand: boolean;
  readonly members: readonly PlanNode[];
  readonly adapters: readonly FlowAdapter[];
}

/** An RDMA adapter with running ports. */
export interface FlowAdapter {
  /** Place among the adapters of each member. */
  readonly index: number;
  /** What PCIe and the card itself let through, Gb/s; the ports limit on their own. */
  readonly send: number;
  readonly receive: number;
  readonly ports: readonly FlowPort[];
}

export interface FlowPort {
  /** Place among the ports of the adapter. */
  readonly index: number;
  /** Line speed, by which SMB Multichannel sorts, and payload, Gb/s. */
  readonly speed: number;
  readonly payload: number;
  /** Places in `fabrics`; empty for a cable to another node. */
  readonly fabrics: readonly number[];
  readonly switchId: SwitchId | null;
  readonly peer: PortPlace | null;
  /** A lane of a breakout cable: it is lost with the others, never alone. */
  readonly lane: boolean;
}

/** A port by its places in the model. Groups with cables to other nodes have one member. */
export interface PortPlace {
  readonly group: number;
  readonly adapter: number;
  readonly port: number;
}

/** One network on one switch. */
export interface Fabric {
  readonly switchId: SwitchId;
  /** Payload the switch forwards at most on all its networks together, Gb/s; null when its ports add up to no more. */
  readonly forward: number | null;
}

/** Equal links between the same two switches. */
export interface Trunk {
  readonly links: readonly Pick<PlanLink, 'id' | 'breakout'>[];
  readonly switches: readonly [SwitchId, SwitchId];
  /** Pairs of fabrics they join, one per network, and what all networks share of one link, Gb/s. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly capacity: number;
}

/** A breakout cable with lanes that carry storage: what is lost with it. */
export interface Breakout {
  readonly run: CableRun;
  /** By group: which members lose the same ports, and which ports. */
  readonly losses: readonly Loss[];
  /** How many links of a trunk it has, by place in `trunks`. */
  readonly trunks: ReadonlyMap<number, number>;
}

/** Members of one group that lose the same ports. */
export interface Loss {
  readonly group: number;
  readonly members: readonly PlanNode[];
  readonly ports: readonly Omit<PortPlace, 'group'>[];
}
