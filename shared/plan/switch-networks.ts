import type { NetworkId, SwitchId } from '../lib/ids.ts';
import type { Network } from '../model/index.ts';
import { dataRate } from './payload.ts';
import type { PortDraft } from './expand.ts';
import type { LinkDraft } from './link-draft.ts';

/**
 * Gives switch ports what their peers carry. A host port has its peer's networks and payload. A link between
 * switches carries the networks present at both of its ends: a switch with host ports has those of its hosts,
 * a switch without any (a spine) passes on all that its connected switches have.
 */
export function spreadNetworks(
  links: readonly LinkDraft[],
  networks: ReadonlyMap<NetworkId, Network>,
  interSwitchShare: number,
): void {
  const between: LinkDraft[] = [];
  const present = new Map<SwitchId, Set<NetworkId>>();
  for (const draft of links) {
    const { link, a, b, holds } = draft;
    if (link.kind === 'switch-switch') between.push(draft);
    if (link.kind !== 'node-switch' || !b || !holds.b) continue;
    const own = holds.a ? (a?.port ?? null) : null;
    carry(b, own?.networkIds ?? NO_NETWORKS, link.speedGbps === null ? 0 : (own?.payloadGbps ?? 0));
    noteNetworks(present, link.b.ownerId as SwitchId, b.port.networkIds);
  }
  if (between.length > 0) spreadBetweenSwitches(between, present, networks, interSwitchShare);
}

const NO_NETWORKS: readonly NetworkId[] = [];

/** Adds what one link brings to a port: a split port carries what all its lanes do. */
function carry({ port }: PortDraft, networkIds: readonly NetworkId[], payloadGbps: number): void {
  const more = networkIds.filter((id) => !port.networkIds.includes(id));
  if (port.networkIds.length === 0) port.networkIds = networkIds;
  else if (more.length > 0) port.networkIds = [...port.networkIds, ...more];
  port.payloadGbps += payloadGbps;
}

function noteNetworks(
  present: Map<SwitchId, Set<NetworkId>>,
  id: SwitchId,
  networkIds: readonly NetworkId[],
): void {
  const known = present.get(id) ?? new Set();
  for (const network of networkIds) known.add(network);
  present.set(id, known);
}

function spreadBetweenSwitches(
  between: readonly LinkDraft[],
  present: ReadonlyMap<SwitchId, ReadonlySet<NetworkId>>,
  networks: ReadonlyMap<NetworkId, Network>,
  share: number,
): void {
  const joined = joinedNetworks(between, present);
  const at = (id: SwitchId) => present.get(id) ?? joined.get(id) ?? new Set<NetworkId>();
  for (const { link, a, b, holds } of between) {
    const [left, right] = [at(link.a.ownerId as SwitchId), at(link.b.ownerId as SwitchId)];
    link.networkIds = [...networks.keys()].filter((id) => left.has(id) && right.has(id));
    const payload = link.speedGbps === null ? 0 : dataRate(link.speedGbps) * share;
    if (a && holds.a) carry(a, link.networkIds, payload);
    if (b && holds.b) carry(b, link.networkIds, payload);
  }
}

/** All networks among the switches that links join, for each switch of such a group. */
function joinedNetworks(
  between: readonly LinkDraft[],
  present: ReadonlyMap<SwitchId, ReadonlySet<NetworkId>>,
): ReadonlyMap<SwitchId, ReadonlySet<NetworkId>> {
  const neighbours = new Map<SwitchId, SwitchId[]>();
  for (const { link } of between) {
    const [a, b] = [link.a.ownerId as SwitchId, link.b.ownerId as SwitchId];
    neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
    neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
  }
  const joined = new Map<SwitchId, ReadonlySet<NetworkId>>();
  for (const start of neighbours.keys()) {
    if (joined.has(start)) continue;
    const all = new Set<NetworkId>();
    const open = [start];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (joined.has(id)) continue;
      joined.set(id, all);
      for (const network of present.get(id) ?? []) all.add(network);
      open.push(...(neighbours.get(id) ?? []));
    }
  }
  return joined;
}
