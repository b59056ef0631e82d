import type { PortId, ProfileId, SwitchId } from '../lib/ids.ts';
import type { Plan, PlanNode, PlanPort } from '../plan/types.ts';
import type { Facts, NodePeers } from './facts.ts';
import { followsFrom } from './tracked.ts';

/** Where the ports of the nodes of one profile were found to lead. */
interface Reading {
  readonly nodes: readonly PlanNode[];
  readonly peers: readonly NodePeers[];
  /** True where the node alone tells where its ports lead: all cables at it run, and no port has several. */
  readonly sure: readonly boolean[];
}

/**
 * Makes the function that reads where ports lead, profile by profile on first need. What was read of a node is kept
 * while the node is the same object, as far as nothing but the node decides it.
 */
export function createPeerReader(): (
  plan: Plan,
  byProfile: Facts['byProfile'],
  crowded: Facts['crowded'],
) => Facts['peersOf'] {
  let last = new Map<ProfileId, Reading>();
  return (plan, byProfile, crowded) => {
    const before = last;
    const now = new Map<ProfileId, Reading>();
    const peerOf = peersIn(plan, crowded);
    last = now;
    return (id) => {
      const known = now.get(id);
      if (known) return known.peers;
      const nodes = byProfile.get(id) ?? [];
      const old = before.get(id);
      const peers: NodePeers[] = [];
      const sure: boolean[] = [];
      nodes.forEach((node, i) => {
        const kept = old?.nodes[i] === node && old.sure[i] === true ? old.peers[i] : undefined;
        peers.push(kept ?? peersOfNode(node, peerOf));
        sure.push(kept !== undefined || (crowded.size === 0 && saysAll(node)));
      });
      now.set(id, { nodes, peers, sure });
      return peers;
    };
  };
}

/**
 * True when a node says all about where its ports lead. A port with two cables does not: where the second one ends is
 * decided by who else ends there, and changes without the node.
 */
function saysAll({ adapters }: PlanNode): boolean {
  for (const { ports } of adapters) {
    for (const { linkIds, peerId, speedGbps } of ports)
      if (linkIds.length > 1 || (peerId !== null && speedGbps === null)) return false;
  }
  return true;
}

function peersOfNode({ adapters }: PlanNode, peerOf: ReturnType<typeof peersIn>): NodePeers {
  const peers: (SwitchId | null)[] = [];
  for (const { ports } of adapters) for (const port of ports) peers.push(peerOf(port));
  return peers;
}

/**
 * Gives the switch whose host port an adapter port is. A `crowded` port has several cables, which is a fault, and can
 * be the host port of several switches: then the last one counts.
 */
function peersIn(plan: Plan, crowded: ReadonlySet<PortId>): (port: PlanPort) => SwitchId | null {
  followsFrom(plan, 'adapters', 'switches', 'links');
  const switchAt = (far: PortId | null, id: PortId): SwitchId | null => {
    const peer = far === null ? undefined : plan.portById.get(far);
    if (peer?.owner.kind !== 'switch') return null;
    return leadsTo(peer, id) ? peer.owner.switchId : null;
  };
  const lastSwitchOf = ({ id, linkIds }: PlanPort): SwitchId | null => {
    const found = new Set<SwitchId>();
    for (const linkId of linkIds) {
      const link = plan.linkById.get(linkId);
      for (const far of [link?.a.portId, link?.b.portId]) {
        const own = switchAt(far ?? null, id);
        if (own !== null) found.add(own);
      }
    }
    return plan.switches.findLast((item) => found.has(item.id))?.id ?? null;
  };
  return (port) => {
    if (crowded.size > 0 && crowded.has(port.id)) return lastSwitchOf(port);
    const { peerOwner, speedGbps } = port;
    // Both ends of a running cable lead to each other.
    if (speedGbps !== null) return peerOwner?.kind === 'switch' ? peerOwner.switchId : null;
    return switchAt(port.peerId, port.id);
  };
}

function leadsTo({ lanes, peerId }: PlanPort, id: PortId): boolean {
  return lanes.length === 0 ? peerId === id : lanes.some((lane) => lane.peerId === id);
}
