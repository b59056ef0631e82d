import type { SwitchId } from '../../lib/ids.ts';
import type { Endpoint, PlanNode } from '../../plan/types.ts';
import { defineRule } from '../define.ts';
import { nodeNames, placeOfPort, type NodePeers, type ProfileUse } from '../facts.ts';
import { conclude, notApplicable, violated } from '../results.ts';

/** A storage interface of a profile with the place of its port among those of each node. */
interface Path {
  readonly endpoint: Endpoint;
  readonly place: number;
}

function storagePaths({ sample }: ProfileUse): readonly Path[] {
  return sample.endpoints.flatMap((endpoint) => {
    if (endpoint.network.purpose !== 'storage' || endpoint.portId === null) return [];
    const adapter = sample.adapters.findIndex(({ ports }) => ports.some(({ id }) => id === endpoint.portId));
    const port = sample.adapters[adapter]?.ports.findIndex(({ id }) => id === endpoint.portId) ?? -1;
    return port < 0 ? [] : [{ endpoint, place: placeOfPort(sample, adapter, port) }];
  });
}

/** True when two of the interfaces of a node end at different switches. */
function parts(peers: NodePeers, paths: readonly Path[]): boolean {
  let first: SwitchId | null = null;
  for (const { place } of paths) {
    const found = peers[place] ?? null;
    if (found !== null && first !== null && found !== first) return true;
    first ??= found;
  }
  return false;
}

/** Interfaces that share VLAN and subnet, in groups of two and more. */
function sharing(paths: readonly Path[]): readonly (readonly Path[])[] {
  const groups = new Map<string, Path[]>();
  for (const path of paths) {
    const { id, vlan, subnet } = path.endpoint.network;
    const place = subnet === null ? id : `${vlan} ${subnet}`;
    groups.set(place, [...(groups.get(place) ?? []), path]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

export const oneSubnetOverTwoSwitches = defineRule({
  id: 'NET-01',
  area: 'net',
  title: 'Each storage path has its own VLAN and subnet',
  severity: 'warn',
  sources: ['HNR', 'CNIC'],
  check: ({ facts }) => {
    if (facts.switches.length < 2) return notApplicable('Storage does not run over two switches.');
    const { byProfile, peersOf } = facts;
    const uses = facts.profiles
      .map((use) => ({ id: use.profile.id, paths: storagePaths(use) }))
      .filter(({ id, paths }) => paths.length > 1 && peersOf(id).some((peers) => parts(peers, paths)));
    if (uses.length === 0)
      return notApplicable('No node has storage interfaces with known paths over two switches.');
    const reason =
      'In one subnet Multichannel connects every interface with every other, and half of that crosses the link between the switches.';
    const groups = new Map<
      string,
      { readonly networks: ReadonlyMap<string, string>; readonly nodes: Set<PlanNode> }
    >();
    for (const { id, paths } of uses) {
      const peers = peersOf(id);
      for (const group of sharing(paths)) {
        const nodes = (byProfile.get(id) ?? []).filter((_, i) => parts(peers[i] ?? [], group));
        if (nodes.length === 0) continue;
        const networks = new Map(
          group.map(({ endpoint: { network } }) => [network.id as string, network.name]),
        );
        const key = [...networks.keys()].join(' ');
        const known = groups.get(key) ?? { networks, nodes: new Set() };
        for (const node of nodes) known.nodes.add(node);
        groups.set(key, known);
      }
    }
    const faults = [...groups.values()].map(({ networks, nodes }) =>
      violated([...networks.keys()], {
        message: `The storage interfaces of ${nodeNames([...nodes])} are on different switches but share VLAN and subnet (${[...networks.values()].map((name) => `"${name}"`).join(', ')}).`,
        reason,
        fix: 'Give each switch its own storage network, with a VLAN and subnet of its own.',
      }),
    );
    return conclude(faults, {
      subjects: [...new Set(uses.flatMap(({ paths }) => paths.map(({ endpoint }) => endpoint.network.id)))],
      message: 'Storage interfaces on different switches are in different networks.',
      reason,
    });
  },
});
