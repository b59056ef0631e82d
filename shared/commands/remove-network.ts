import { z } from 'zod';
import type { NetworkId } from '../lib/ids.ts';
import { err, ok } from '../lib/result.ts';
import { TABLES, withRecords, withoutRecords, type Node, type Profile } from '../model/index.ts';
import { defineCommand } from './define.ts';

/** Takes a network away, from the ports that carry it too; virtual adapters that are in it go with it. */
export const removeNetwork = defineCommand({
  id: 'remove-network',
  payload: z.strictObject({ id: TABLES.networks.shape.id }),
  label: ({ id }, design) => `Remove network ${design.networks.get(id)?.name ?? ''}`.trimEnd(),
  apply: (design, { id }) => {
    if (!design.networks.has(id)) return err('That network is not there any more.');
    const profiles = [...design.profiles.values()].filter((profile) => endpointsIn(profile, id).size > 0);
    const lost = new Map(profiles.map((profile) => [profile.id, endpointsIn(profile, id)]));
    const nodes = [...design.nodes.values()].flatMap((node) => withoutPins(node, lost.get(node.profileId)));
    const freed = withRecords(
      withRecords(
        design,
        'profiles',
        profiles.map((profile) => withoutNetwork(profile, id)),
      ),
      'nodes',
      nodes,
    );
    return ok(withoutRecords(freed, 'networks', new Set<string>([id])));
  },
});

/** Keys of the interfaces that are in the network. */
function endpointsIn(profile: Profile, networkId: NetworkId): ReadonlySet<string> {
  return new Set([
    ...profile.adapters.flatMap(({ slot, ports }) =>
      ports.filter((use) => use.networkId === networkId).map(({ port }) => `${slot}/${port}`),
    ),
    ...profile.vnics.filter((vnic) => vnic.networkId === networkId).map(({ name }) => name),
  ]);
}

function withoutNetwork(profile: Profile, networkId: NetworkId): Profile {
  return {
    ...profile,
    adapters: profile.adapters.map((adapter) => ({
      ...adapter,
      ports: adapter.ports.map((use) => (use.networkId === networkId ? { ...use, networkId: null } : use)),
    })),
    vnics: profile.vnics.filter((vnic) => vnic.networkId !== networkId),
  };
}

function withoutPins(node: Node, lost: ReadonlySet<string> | undefined): Node[] {
  const pins = node.pins.filter(({ endpoint }) => !lost?.has(endpoint));
  return pins.length === node.pins.length ? [] : [{ ...node, pins }];
}
