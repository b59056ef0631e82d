import type { Network } from '../../model/index.ts';
import { defineRule } from '../define.ts';
import { conclude, notApplicable, violated } from '../results.ts';
import { pairKey } from '../helpers/pairs.ts';
import { collidingNetworks, rangeOf } from '../helpers/subnets.ts';

interface Pair {
  readonly a: Network;
  readonly b: Network;
  readonly what: string;
}

/** Neighbours in order of VLAN that share it but not the subnet. */
function sharedVlans(networks: readonly Network[]): readonly Pair[] {
  const byVlan = [...networks].filter(({ vlan }) => vlan !== 0).sort((a, b) => a.vlan - b.vlan);
  return byVlan.flatMap((b, i) => {
    const a = byVlan[i - 1];
    if (a?.vlan !== b.vlan || a.subnet === b.subnet) return [];
    return [
      {
        a,
        b,
        what: `share VLAN ${a.vlan} but not the subnet (${a.subnet ?? 'none'} and ${b.subnet ?? 'none'})`,
      },
    ];
  });
}

/** Neighbours in order of address whose subnets overlap although their VLANs differ. */
function sharedSubnets(networks: readonly Network[]): readonly Pair[] {
  const ranged = networks.flatMap((network) =>
    network.subnet === null ? [] : [{ network, range: rangeOf(network.subnet) }],
  );
  ranged.sort((x, y) => x.range.first - y.range.first || y.range.last - x.range.last);
  return ranged.flatMap(({ network: b, range }, i) => {
    const before = ranged[i - 1];
    if (!before || before.range.last < range.first || before.network.vlan === b.vlan) return [];
    const { network: a } = before;
    return [
      {
        a,
        b,
        what: `overlap in subnet (${a.subnet ?? ''} and ${b.subnet ?? ''}) but are VLAN ${a.vlan} and ${b.vlan}`,
      },
    ];
  });
}

/** Networks in which an address is used twice are NET-04's. */
export const vlanAndSubnetNotPaired = defineRule({
  id: 'NET-09',
  area: 'net',
  title: 'VLAN and subnet belong together',
  severity: 'warn',
  sources: ['HNR', 'ENG'],
  check: ({ facts, plan }) => {
    const storage = plan.networks.filter(({ purpose }) => purpose === 'storage');
    if (storage.length === 0) return notApplicable('There is no storage network.');
    const reason =
      'One VLAN holds one subnet and the reverse; otherwise interfaces take each other for neighbours they cannot reach.';
    const colliding = collidingNetworks(facts);
    const faults = [...sharedVlans(plan.networks), ...sharedSubnets(plan.networks)]
      .filter(({ a, b }) => a.purpose === 'storage' || b.purpose === 'storage')
      .filter(({ a, b }) => !colliding.has(pairKey(a.id, b.id)))
      .map(({ a, b, what }) =>
        violated([a.id, b.id], {
          message: `"${a.name}" and "${b.name}" ${what}.`,
          reason,
          fix: 'Give each storage network one VLAN and one subnet of its own.',
        }),
      );
    return conclude(faults, {
      subjects: storage.map(({ id }) => id),
      message: 'Each storage network has a VLAN and a subnet of its own.',
      reason,
    });
  },
});
