import { defineRule } from '../define.ts';
import { isRoce } from '../facts.ts';
import type { Plan, PlanEnd } from '../../plan/types.ts';
import { notApplicable, violated } from '../results.ts';
import { count } from '../words.ts';

function carriesRoce(end: PlanEnd, plan: Plan): boolean {
  const owner = end.portId === null ? undefined : plan.portById.get(end.portId)?.owner;
  const adapter = owner?.kind === 'adapter' ? plan.adapterById.get(owner.adapterId) : undefined;
  return adapter !== undefined && adapter.rdma && isRoce(adapter.slot.protocol);
}

/** A remark, not a fault: it says which checks fall away and which stay. */
export const directStorage = defineRule({
  id: 'DCB-27',
  area: 'dcb',
  title: 'Direct cables need no switch QoS',
  severity: 'info',
  sources: ['TORQ', 'PNR'],
  check: ({ plan, facts }) => {
    const direct = facts.direct.filter(({ a, b }) => carriesRoce(a, plan) && carriesRoce(b, plan));
    if (direct.length === 0) return notApplicable('No RoCE link joins two nodes directly.');
    return [
      violated(['fabric'], {
        message: `${count(direct.length, 'RoCE link')} ${direct.length === 1 ? 'joins' : 'join'} nodes without a switch.`,
        reason:
          'There is no switch whose settings could differ; PFC and ETS on the hosts still apply at both ends.',
        fix: 'Nothing to do; keep DCB on at the hosts.',
      }),
    ];
  },
});
