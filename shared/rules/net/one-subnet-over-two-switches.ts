import type { Endpoint, Plan, PlanNode } from '../../plan/types.ts';
import { defineRule } from '../define.ts';
import { nodeNames, peerSwitch } from '../facts.ts';
import { conclude, notApplicable, violated } from '../results.ts';

interface Path {
  readonly endpoint: Endpoint;
  readonly switchId: string;
}

/** Storage interfaces of a node whose port is known and ends at a switch. */
function storagePaths(node: PlanNode, plan: Plan): readonly Path[] {
  return node.endpoints.flatMap((endpoint) => {
    if (endpoint.network.purpose !== 'storage' || endpoint.portId === null) return [];
    const port = plan.portById.get(endpoint.portId);
    const found = port && peerSwitch(plan, port);
    return found ? [{ endpoint, switchId: found.id }] : [];
  });
}

/** The networks of two interfaces that share VLAN and subnet on different switches; null when there are none. */
function crossing(paths: readonly Path[]): readonly string[] | null {
  const byPlace = new Map<string, Path>();
  for (const path of paths) {
    const { id, vlan, subnet } = path.endpoint.network;
    const place = subnet === null ? `network ${id}` : `${vlan} ${subnet}`;
    const earlier = byPlace.get(place);
    if (earlier && earlier.switchId !== path.switchId) return [...new Set([earlier.endpoint.network.id, id])];
    if (!earlier) byPlace.set(place, path);
  }
  return null;
}

export const oneSubnetOverTwoSwitches = defineRule({
  id: 'NET-01',
  area: 'net',
  title: 'Each storage path has its own VLAN and subnet',
  severity: 'warn',
  sources: ['HNR', 'CNIC'],
  check: ({ plan }) => {
    if (plan.switches.length < 2) return notApplicable('Storage does not run over two switches.');
    const groups = new Map<string, { readonly networks: readonly string[]; readonly nodes: PlanNode[] }>();
    const looked = new Set<string>();
    for (const node of plan.nodes) {
      const paths = storagePaths(node, plan);
      if (new Set(paths.map(({ switchId }) => switchId)).size < 2) continue;
      for (const { endpoint } of paths) looked.add(endpoint.network.id);
      const networks = crossing(paths);
      if (!networks) continue;
      const group = groups.get(networks.join(' '));
      if (group) group.nodes.push(node);
      else groups.set(networks.join(' '), { networks, nodes: [node] });
    }
    if (looked.size === 0)
      return notApplicable('No node has storage interfaces with known paths over two switches.');
    const reason =
      'In one subnet Multichannel connects every interface with every other, and half of that crosses the link between the switches.';
    const named = new Map(plan.networks.map(({ id, name }) => [id as string, name]));
    const faults = [...groups.values()].map(({ networks, nodes }) =>
      violated(networks, {
        message: `The storage interfaces of ${nodeNames(nodes)} are on different switches but share VLAN and subnet (${networks.map((id) => `"${named.get(id) ?? id}"`).join(', ')}).`,
        reason,
        fix: 'Give each switch its own storage network, with a VLAN and subnet of its own.',
      }),
    );
    return conclude(faults, {
      subjects: [...looked],
      message: 'Storage interfaces on different switches are in different networks.',
      reason,
    });
  },
});
