import type { Plan, PlanNode, PlanPort, PlanSwitch } from '../../plan/types.ts';
import type { NetworkId } from '../../lib/ids.ts';
import { memberPort, nodeNames, partOfProfile, type Facts, type TeamUse } from '../facts.ts';

/** A SET team whose members reach two or more switches, with the nodes where they do. */
interface SpreadTeam {
  readonly team: TeamUse;
  readonly switches: readonly PlanSwitch[];
  readonly nodes: readonly PlanNode[];
}

/** SET teams cabled to two or more switches; nodes cabled alike are taken together. */
export function teamsOverSwitches({ teams, peers }: Facts): readonly SpreadTeam[] {
  return teams.flatMap((team) => {
    if (team.team.kind !== 'set') return [];
    const groups = new Map<
      string,
      { readonly switches: readonly PlanSwitch[]; readonly nodes: PlanNode[] }
    >();
    for (const node of team.use.nodes) {
      const switches = reachedSwitches(team, node, peers);
      if (switches.length < 2) continue;
      const key = switches.map(({ id }) => id).join('/');
      const group = groups.get(key);
      if (group) group.nodes.push(node);
      else groups.set(key, { switches, nodes: [node] });
    }
    return [...groups.values()].map((group) => ({ team, ...group }));
  });
}

function reachedSwitches(team: TeamUse, node: PlanNode, peers: Facts['peers']): readonly PlanSwitch[] {
  const found = new Set<PlanSwitch>();
  for (const member of team.members) {
    const port = memberPort(node, member);
    const peer = port && peers.get(port.id);
    if (peer) found.add(peer);
  }
  return [...found];
}

/** Tagged VLANs of vNICs that no member is fixed for: the team may send them through any switch. */
function roamingVlans(team: TeamUse): readonly number[] {
  const vlans = team.vnics.filter(({ vnic }) => vnic.mappedTo === null).map(({ network }) => network.vlan);
  return [...new Set(vlans)].filter((vlan) => vlan !== 0).sort((a, b) => a - b);
}

/** Teams for which some, but not all, of their switches lack a VLAN, with those switches. */
export function lopsidedTeams(teams: readonly SpreadTeam[]): readonly {
  readonly team: TeamUse;
  readonly switches: readonly PlanSwitch[];
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

function isLopsided(vlan: number, switches: readonly PlanSwitch[]): boolean {
  return (
    switches.some(({ settings }) => settings.vlans.includes(vlan)) &&
    !switches.every(({ settings }) => settings.vlans.includes(vlan))
  );
}

/** Gives the tagged VLANs of a port's networks; ports of one profile share the list, so each is worked out once. */
export function createVlanReader(plan: Plan): (port: PlanPort) => readonly number[] {
  const vlanOf = new Map(plan.networks.map((network) => [network.id, network.vlan]));
  const known = new Map<readonly NetworkId[], readonly number[]>();
  return ({ networkIds }) => {
    const earlier = known.get(networkIds);
    if (earlier) return earlier;
    const vlans = networkIds.map((id) => vlanOf.get(id) ?? 0).filter((vlan) => vlan !== 0);
    known.set(networkIds, vlans);
    return vlans;
  };
}

/** Tagged VLANs that host ports of each switch need and it does not carry, without those SET-14 reports. */
export function missingVlans(
  facts: Facts,
  vlansOf: (port: PlanPort) => readonly number[],
): ReadonlyMap<PlanSwitch, ReadonlyMap<number, readonly PlanNode[]>> {
  const reported = new Set(
    lopsidedTeams(teamsOverSwitches(facts)).flatMap(({ team, switches, vlans }) =>
      switches.flatMap(({ id }) => vlans.map((vlan) => `${team.subject}\n${id}\n${vlan}`)),
    ),
  );
  const found = new Map<PlanSwitch, ReadonlyMap<number, readonly PlanNode[]>>();
  for (const [item, ports] of facts.hostPorts) {
    if (item.record.overrides.vlans === null) continue;
    const carried = new Set(item.settings.vlans);
    const missing = new Map<number, PlanNode[]>();
    for (const { node, port } of ports) {
      for (const vlan of vlansOf(port)) {
        if (carried.has(vlan)) continue;
        if (reported.size > 0 && reported.has(reportKey(node, port, item, vlan))) continue;
        const nodes = missing.get(vlan);
        if (!nodes) missing.set(vlan, [node]);
        else if (nodes.at(-1) !== node) nodes.push(node);
      }
    }
    if (missing.size > 0) found.set(item, missing);
  }
  return found;
}

function reportKey(node: PlanNode, { team }: PlanPort, item: PlanSwitch, vlan: number): string {
  return `${team ? partOfProfile(node.profile, team.name) : ''}\n${item.id}\n${vlan}`;
}
