import type { LinkId, NetworkId, SwitchId } from '../lib/ids.ts';
import { sameData } from '../lib/same-data.ts';
import type { Network } from '../model/index.ts';
import { dataRate } from './payload.ts';
import type { PortDraft } from './expand.ts';
import type { CableDraft, LinkDraft } from './link-draft.ts';

/** What cables between switches follow from, beside their ends. */
interface Between {
  readonly networks: ReadonlyMap<NetworkId, Network>;
  /** Share of the data rate that counts between switches. */
  readonly share: () => number;
  /** The share by which the cables that were not connected anew carry theirs. */
  readonly shareBefore: number | null;
}

/** What cables between switches carry, and those that carry something else than before without being connected anew. */
interface Spread {
  /** Null when no cable joins switches. */
  readonly share: number | null;
  readonly stale: readonly LinkId[];
}

/**
 * Gives the switch ports of cables connected anew what their peers carry. A host port has its peer's networks and
 * payload. A link between switches carries the networks present at both of its ends: a switch with host ports has
 * those of its hosts, a switch without any (a spine) passes on all that its connected switches have.
 */
export function spreadNetworks(
  { between, hosts }: Pick<Joined, 'between' | 'hosts'>,
  made: readonly CableDraft[],
  how: Between,
): Spread {
  const anew = new Set<LinkDraft>();
  for (const { lanes } of made) {
    for (const draft of lanes) {
      const { link, a, b, holds } = draft;
      if (link.kind === 'switch-switch') anew.add(draft);
      if (link.kind !== 'node-switch' || !b || !holds.b) continue;
      const own = holds.a ? (a?.port ?? null) : null;
      carry(b, own?.networkIds ?? NO_NETWORKS, link.speedGbps === null ? 0 : (own?.payloadGbps ?? 0));
    }
  }
  if (between.length === 0) return { share: null, stale: [] };
  return spreadBetweenSwitches(between, anew, presentNetworks(hosts), how);
}

const NO_NETWORKS: readonly NetworkId[] = [];

/**
 * How many cables bring which networks to each switch that has hosts. The lists are those of the ports of a profile,
 * so thousands of cables share a few.
 */
type HostCables = ReadonlyMap<SwitchId, ReadonlyMap<readonly NetworkId[], number>>;

/** Cables by what they join at switches. */
export interface Joined {
  readonly between: readonly LinkDraft[];
  readonly hosts: HostCables;
}

export const NOTHING_JOINED: Joined = { between: [], hosts: new Map() };

/** What cables join after some have gone and others were made. */
export function joinAtSwitches(
  before: Joined,
  gone: readonly CableDraft[],
  made: readonly CableDraft[],
): Joined {
  const away = new Set(linksBetween(gone));
  const between = [...before.between.filter((draft) => !away.has(draft)), ...linksBetween(made)];
  return { between, hosts: countHosts(before.hosts, gone, made) };
}

function linksBetween(cables: readonly CableDraft[]): LinkDraft[] {
  const between: LinkDraft[] = [];
  for (const { lanes } of cables) {
    for (const draft of lanes) if (draft.link.kind === 'switch-switch') between.push(draft);
  }
  return between;
}

function countHosts(
  before: HostCables,
  gone: readonly CableDraft[],
  made: readonly CableDraft[],
): HostCables {
  const hosts = new Map(before);
  const own = new Map<SwitchId, Map<readonly NetworkId[], number>>();
  const count = (cables: readonly CableDraft[], by: number) => {
    for (const { lanes } of cables) {
      for (const { link, a, b, holds } of lanes) {
        if (link.kind !== 'node-switch' || !b || !holds.b) continue;
        const id = link.b.ownerId as SwitchId;
        let lists = own.get(id);
        if (!lists) own.set(id, (lists = new Map(hosts.get(id))));
        const list = holds.a && a ? a.print.networkIds : NO_NETWORKS;
        lists.set(list, (lists.get(list) ?? 0) + by);
      }
    }
  };
  count(gone, -1);
  count(made, 1);
  for (const [id, lists] of own) {
    for (const [list, left] of lists) if (left === 0) lists.delete(list);
    if (lists.size > 0) hosts.set(id, lists);
    else hosts.delete(id);
  }
  return hosts;
}

/** The networks of the nodes cabled to each switch; no entry for a switch without nodes. */
function presentNetworks(hosts: HostCables): ReadonlyMap<SwitchId, ReadonlySet<NetworkId>> {
  const present = new Map<SwitchId, ReadonlySet<NetworkId>>();
  for (const [id, lists] of hosts) present.set(id, new Set([...lists.keys()].flat()));
  return present;
}

/** Adds what one link brings to a port: a split port carries what all its lanes do. */
function carry({ port }: PortDraft, networkIds: readonly NetworkId[], payloadGbps: number): void {
  if (port.networkIds.length === 0) port.networkIds = networkIds;
  else if (port.networkIds !== networkIds) {
    const more = networkIds.filter((id) => !port.networkIds.includes(id));
    if (more.length > 0) port.networkIds = [...port.networkIds, ...more];
  }
  port.payloadGbps += payloadGbps;
}

function spreadBetweenSwitches(
  between: readonly LinkDraft[],
  anew: ReadonlySet<LinkDraft>,
  present: ReadonlyMap<SwitchId, ReadonlySet<NetworkId>>,
  { networks, share: shareOf, shareBefore }: Between,
): Spread {
  const joined = joinedNetworks(between, present);
  const at = (id: SwitchId) => present.get(id) ?? joined.get(id) ?? new Set<NetworkId>();
  const share = shareOf();
  const all = [...networks.keys()];
  const stale: LinkId[] = [];
  for (const draft of between) {
    const { link, a, b, holds } = draft;
    const [left, right] = [at(link.a.ownerId as SwitchId), at(link.b.ownerId as SwitchId)];
    const networkIds = all.filter((id) => left.has(id) && right.has(id));
    if (!anew.has(draft)) {
      if (share !== shareBefore || !sameData(link.networkIds, networkIds)) stale.push(link.id);
      continue;
    }
    link.networkIds = networkIds;
    const payload = link.speedGbps === null ? 0 : dataRate(link.speedGbps) * share;
    if (a && holds.a) carry(a, link.networkIds, payload);
    if (b && holds.b) carry(b, link.networkIds, payload);
  }
  return { share, stale };
}

/** All networks among the switches that links join, for each switch of such a group. */
function joinedNetworks(
  between: readonly LinkDraft[],
  present: ReadonlyMap<SwitchId, ReadonlySet<NetworkId>>,
): ReadonlyMap<SwitchId, ReadonlySet<NetworkId>> {
  const neighbours = new Map<SwitchId, SwitchId[]>();
  const note = (id: SwitchId, near: SwitchId) => {
    const list = neighbours.get(id);
    if (list) list.push(near);
    else neighbours.set(id, [near]);
  };
  for (const { link } of between) {
    const [a, b] = [link.a.ownerId as SwitchId, link.b.ownerId as SwitchId];
    note(a, b);
    note(b, a);
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
