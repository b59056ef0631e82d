import type { NetworkId, SwitchId } from '../../lib/ids.ts';
import type { Profile } from '../../model/index.ts';
import type { CableRun, PlanNode, PlanPort, PlanSwitch } from '../types.ts';
import { farPort, portLost } from './lost.ts';
import type { FlowInput, Question } from './types.ts';

/** Where a running port leads, as far as the flow goes by it. Ports that lead alike share the very object. */
export interface SwitchLead {
  readonly switchId: SwitchId;
  /** Where SMB Direct can leave the port. */
  readonly networks: readonly NetworkId[];
  readonly speed: number;
  /** A lane of a breakout cable. */
  readonly lane: boolean;
}

/** To a switch, to another node, or nowhere. */
export type Lead = SwitchLead | 'node' | null;

/** How a node is cabled. Nodes of one profile that are cabled alike share the very object. */
export interface Cabling {
  /** Of the ports of its RDMA adapters, in their order. */
  readonly leads: readonly Lead[];
  /** It has cables to other nodes, so no other node is cabled as it is. */
  readonly alone: boolean;
}

/** Ports without any network are taken to reach each other. */
export const NO_NETWORK = '' as NetworkId;
const WITHOUT_NETWORK: readonly NetworkId[] = [NO_NETWORK];

/** Where SMB Direct can leave a port: its RDMA networks, else all it has. */
export function storageNetworks({ rdmaNetworkIds, networkIds }: PlanPort): readonly NetworkId[] {
  if (rdmaNetworkIds.length > 0) return rdmaNetworkIds;
  return networkIds.length > 0 ? networkIds : WITHOUT_NETWORK;
}

/** Tells how every node of a plan is cabled, in its order; `split` are the plan's breakout cables. */
export type CablingReader = (plan: FlowInput, split: readonly CableRun[]) => readonly Cabling[];

interface Read {
  readonly book: CablingBook;
  readonly switches: readonly PlanSwitch[];
  readonly nodes: readonly PlanNode[];
  readonly cablings: readonly Cabling[];
}

/** Beyond this many cablings a node a book is mostly about plans gone by. */
const MOST_EACH = 4;

/** Makes a reader that reads only those nodes anew that are other than in the last plan. */
export function createCablingReader(): CablingReader {
  let last: Read | null = null;
  return (plan, split) => {
    const before = last && mayHold(last, plan) ? last : null;
    const { nodes } = plan;
    const book = before?.book ?? new CablingBook();
    const known = before && knownCablings(before);
    const isLane = laneTest(plan, split);
    const cablings = nodes.map((node, at) => known?.(node, at) ?? book.read(isLane, node));
    last = { book, switches: plan.switches, nodes, cablings };
    return cablings;
  };
}

/** How each node is cabled when some things have failed. */
export function readCablings(
  plan: FlowInput,
  split: readonly CableRun[],
  lost: Question['lost'],
): readonly Cabling[] {
  const book = new CablingBook();
  const isLane = laneTest(plan, split);
  return plan.nodes.map((node) => book.read(isLane, node, lost));
}

/**
 * True when a node that is the very same object is cabled as it was. A node says all about its own ports; only whether
 * a switch port is split is read at the far end, so no switch that has changed may have such a port.
 */
function mayHold({ book, switches, nodes }: Read, now: FlowInput): boolean {
  if (book.size > MOST_EACH * Math.max(nodes.length, now.nodes.length)) return false;
  const length = Math.max(switches.length, now.switches.length);
  for (let i = 0; i < length; i++) {
    const [one, other] = [switches[i], now.switches[i]];
    if (one?.ports !== other?.ports && (hasSplit(one) || hasSplit(other))) return false;
  }
  return true;
}

function hasSplit(device: PlanSwitch | undefined): boolean {
  return device?.ports.some(({ lanes }) => lanes.length > 0) ?? false;
}

/** Finds the cabling of a node of the last plan. Most nodes keep their place, so the others are put in a map only then. */
function knownCablings({ nodes, cablings }: Read): (node: PlanNode, at: number) => Cabling | undefined {
  let moved: Map<PlanNode, Cabling | undefined> | null = null;
  return (node, at) => {
    if (nodes[at] === node) return cablings[at];
    moved ??= new Map(nodes.map((entry, i) => [entry, cablings[i]]));
    return moved.get(node);
  };
}

/** Says whether a port is at the end of a lane, by the switch its cable leads to. */
type LaneTest = (port: PlanPort, switchId: SwitchId) => boolean;

/** Few switches have a split port, so hardly any port is looked for at its far end. */
function laneTest(plan: FlowInput, split: readonly CableRun[]): LaneTest {
  const switches = new Set(split.flatMap(({ links }) => links.map(({ b }) => b.ownerId)));
  return (port, switchId) => switches.has(switchId) && (farPort(plan, port)?.lanes.length ?? 0) > 0;
}

/** One port further in the cabling of a node: cablings that begin alike share their first steps. */
class Step {
  readonly lead: Lead;
  readonly before: Step | null;
  /** The cabling that ends here. */
  cabling: Cabling | null = null;
  /** The step that was asked for last: neighbours are most often cabled alike. */
  private latest: Step | null = null;
  private next: Map<Lead, Step> | null = null;

  constructor(lead: Lead, before: Step | null) {
    this.lead = lead;
    this.before = before;
  }

  to(lead: Lead): Step {
    if (this.latest?.lead === lead) return this.latest;
    if (this.latest) this.next ??= new Map([[this.latest.lead, this.latest]]);
    let step = this.next?.get(lead);
    if (!step) {
      step = new Step(lead, this);
      this.next?.set(lead, step);
    }
    this.latest = step;
    return step;
  }
}

function leadsTo(end: Step): readonly Lead[] {
  const leads: Lead[] = [];
  for (let step = end; step.before; step = step.before) leads.push(step.lead);
  return leads.reverse();
}

/** All ways to be cabled that were met so far. */
class CablingBook {
  /** How many cablings it knows. */
  size = 0;
  private readonly roots = new Map<Profile, Step>();
  private readonly leads = new Map<SwitchId, SwitchLead[]>();

  read(isLane: LaneTest, node: PlanNode, lost?: Question['lost']): Cabling {
    let step = this.rootOf(node.profile);
    let alone = false;
    for (const { rdma, ports } of node.adapters) {
      if (!rdma) continue;
      for (const port of ports) {
        const lead = this.leadOf(isLane, port, lost);
        if (lead === 'node') alone = true;
        step = step.to(lead);
      }
    }
    if (step.cabling && !alone) return step.cabling;
    this.size += 1;
    step.cabling = { leads: leadsTo(step), alone };
    return step.cabling;
  }

  private rootOf(profile: Profile): Step {
    let root = this.roots.get(profile);
    if (!root) this.roots.set(profile, (root = new Step(null, null)));
    return root;
  }

  private leadOf(isLane: LaneTest, port: PlanPort, lost: Question['lost'] | undefined): Lead {
    const { speedGbps, peerOwner } = port;
    if (speedGbps === null || peerOwner === null || (lost && portLost(lost, port))) return null;
    if (peerOwner.kind !== 'switch') return 'node';
    const { switchId } = peerOwner;
    return this.switchLead(switchId, storageNetworks(port), speedGbps, isLane(port, switchId));
  }

  private switchLead(
    switchId: SwitchId,
    networks: readonly NetworkId[],
    speed: number,
    lane: boolean,
  ): SwitchLead {
    let row = this.leads.get(switchId);
    if (!row) this.leads.set(switchId, (row = []));
    for (const lead of row)
      if (lead.speed === speed && lead.lane === lane && sameList(lead.networks, networks)) return lead;
    const lead = { switchId, networks, speed, lane };
    row.push(lead);
    return lead;
  }
}

/** True for lists of the same entries in the same order. */
export function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
