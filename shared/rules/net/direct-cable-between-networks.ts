import type { Network } from '../../model/index.ts';
import { tagOf } from '../../plan/index.ts';
import type { Plan, PlanEnd } from '../../plan/types.ts';
import { defineRule } from '../define.ts';
import { judgeEach } from '../results.ts';

/** The networks at one end of a cable; empty where the port carries none. */
function networksAt(plan: Plan, end: PlanEnd): readonly Network[] {
  const ids = (end.portId && plan.portById.get(end.portId)?.networkIds) ?? [];
  return plan.networks.filter(({ id }) => ids.includes(id));
}

export const directCableBetweenNetworks = defineRule({
  id: 'NET-11',
  area: 'net',
  title: 'Both ends of a direct cable in one network',
  severity: 'fail',
  sources: ['ENG'],
  check: ({ plan, facts }) =>
    judgeEach(
      facts.direct
        .filter(({ problem }) => problem === null)
        .map(({ id, a, b }) => ({
          subject: id,
          a: { ...a, networks: networksAt(plan, a) },
          b: { ...b, networks: networksAt(plan, b) },
        }))
        // A port without a network is told by the rules about ports.
        .filter((cable) => cable.a.networks.length > 0 && cable.b.networks.length > 0),
      {
        absent: 'No cable joins two nodes without a switch.',
        reason:
          'Interfaces in different VLANs or subnets do not hear each other, and nothing routes between them.',
        held: 'The ends of each direct cable share a network.',
        fault: ({ subject, a, b }) =>
          a.networks.some(({ id }) => b.networks.some((network) => network.id === id))
            ? null
            : {
                message: `Cable ${tagOf(subject, plan)} joins ${a.label} in ${a.networks.map(({ name }) => name).join(', ')} with ${b.label} in ${b.networks.map(({ name }) => name).join(', ')}.`,
                fix: 'Move one end to a port of the same network, or give both ports one network.',
              },
      },
    ),
});
