import { must } from '../../lib/assert.ts';
import type { SwitchId } from '../../lib/ids.ts';
import type { PlanNode, PlanPort } from '../../plan/types.ts';
import {
  memberPeer,
  nodeNames,
  partOfProfile,
  type Facts,
  type NodePeers,
  type SwitchTraits,
  type TeamUse,
} from '../facts.ts';
import { setTeams } from './set-teams.ts';

/** A SET team whose members reach two or more switches, with the nodes where they do. */
interface SpreadTeam {
  readonly team: TeamUse;
  readonly switches: readonly SwitchTraits[];
  readonly nodes: readonly PlanNode[];
}

/** SET teams cabled to two or more switches; nodes cabled alike are taken together. */
export function teamsOverSwitches(facts: Facts): readonly SpreadTeam[] {
  const teams = setTeams(facts);
  if (teams.length === 0) return [];
  const { byProfile, peersOf } = facts;
  const switchById = new Map(facts.switches.map((item) => [item.id, item]));
  return teams.flatMap((team) => {
    const groups = new Map<
      string,
      { readonly switches: readonly SwitchTraits[]; readonly nodes: PlanNode[] }
    >();
    const { id } = team.use.profile;
    const peers = peersOf(id);
    for (const [i, node] of (byProfile.get(id) ?? []).entries()) {
      const reached = reachedSwitches(team, peers[i] ?? []);
      if (reached.length < 2) continue;
      const key = reached.join('/');
      const group = groups.get(key);
      if (group) group.nodes.push(node);
      else {
        const switches = reached.map((id) => must(switchById.get(id), 'a switch at the far end'));
        groups.set(key, { switches, nodes: [node] });
      }
    }
    return [...groups.values()].map((group) => ({ team, ...group }));
  });
}

function reachedSwitches(team: TeamUse, peers: NodePeers): readonly SwitchId[] {
  const found: SwitchId[] = [];
  for (const member of team.members) {
    const peer = memberPeer(peers, member);
    if (peer !== null && !found.includes(peer)) found.push(peer);
  }
  return found;
}

/** Tagged VLANs of vNICs that no member is fixed for: the team may send them through any switch. */
function roamingVlans(team: TeamUse): readonly number[] {
  const vlans = team.vnics.filter(({ vnic }) => vnic.mappedTo === null).map(({ network }) => network.vlan);
  return [...new Set(vlans)].filter((vlan) => vlan !== 0).sort((a, b) => a - b);
}

/** Teams for which some, but not all, of their switches lack a VLAN, with those switches. */
export function lopsidedTeams(teams: readonly SpreadTeam[]): readonly {
  readonly team: TeamUse;
  readonly switches: readonly SwitchTraits[];
  readonly vlans: readonly number[];
  readonly nodes: string;
}[] {
  return teams.flatMap(({ team, switches, nodes }) => {
    const vlans = roamingVlans(team).filter((vlan) => isLopsided(vlan, switches));
    if (vlans.length === 0) return [];
    const lacking = switches.filter(({ settings }) => vlans.some((vlan) => !settings.vlans.includes(vlan)));
    return [{ team, switches: lacking, vlans, nodes: nodeNames(nodes) }];
  });
}

function isLopsided(vlan: number, switches: readonly SwitchTraits[]): boolean {
  return (
    switches.some(({ settings }) => settings.vlans.includes(vlan)) &&
    !switches.every(({ settings }) => settings.vlans.includes(vlan))
  );
}

/** Tagged VLANs that host ports of each switch need and it does not carry, without those SET-14 reports. */
export function missingVlans(
  facts: Facts,
  vlansOf: (port: PlanPort) => readonly number[],
): ReadonlyMap<SwitchId, ReadonlyMap<number, readonly PlanNode[]>> {
  const found = new Map<SwitchId, ReadonlyMap<number, readonly PlanNode[]>>();
  // A switch that follows the cabled networks carries what its hosts need.
  const own = facts.switches.filter(({ record }) => record.overrides.vlans !== null);
  if (own.length === 0) return found;
  const reported = new Set(
    lopsidedTeams(teamsOverSwitches(facts)).flatMap(({ team, switches, vlans }) =>
      switches.flatMap(({ id }) => vlans.map((vlan) => `${team.subject}\n${id}\n${vlan}`)),
    ),
  );
  for (const item of own) {
    const carried = new Set(item.settings.vlans);
    const missing = new Map<number, PlanNode[]>();
    for (const { node, port } of facts.hostPortsOf(item.id)) {
      for (const vlan of vlansOf(port)) {
        if (carried.has(vlan)) continue;
        if (reported.size > 0 && reported.has(reportKey(node, port, item, vlan))) continue;
        const nodes = missing.get(vlan);
        if (!nodes) missing.set(vlan, [node]);
        else if (nodes.at(-1) !== node) nodes.push(node);
      }
    }
    if (missing.size > 0) found.set(item.id, missing);
  }
  return found;
}

function reportKey(node: PlanNode, { team }: PlanPort, item: SwitchTraits, vlan: number): string {
  return `${team ? partOfProfile(node.profile, team.name) : ''}\n${item.id}\n${vlan}`;
}
