import type { LinkId, NodeId, SubjectId } from '../../lib/ids.ts';
import { must } from '../../lib/assert.ts';
import type { Plan, PlanEnd } from '../types.ts';
import { NO_PATH, NO_SIDES } from './compute-flow.ts';
import { readCut } from './cut.ts';
import { fairShares } from './fair-shares.ts';
import { spreadLoss } from './lost.ts';
import { EPSILON } from './max-flow.ts';
import { buildFlowModel } from './model.ts';
import { createReach } from './reach.ts';
import { solve } from './solve.ts';
import { flowState } from './state.ts';
import type { FlowModel } from './types.ts';
import { nameBottleneck } from './words.ts';

/** What a cluster can still do when things have failed. */
export interface Remaining {
  /** The cluster rate, Gb/s. */
  readonly rateGbps: number;
  readonly bottleneck: readonly SubjectId[];
  readonly bottleneckText: string;
  /** Nodes that are still there and find nobody to move storage with any more. */
  readonly cutOff: readonly NodeId[];
  /** Cables that carry nothing any more, because they or what they are plugged into is gone. */
  readonly lostLinks: readonly LinkId[];
  /** What each file server or hyper-converged node that is left delivers when all do, Gb/s. */
  readonly servers: ReadonlyMap<NodeId, number>;
}

/** What is left when all of these (nodes, adapters, switches, links) have failed at once. */
export function remainingWithout(plan: Plan, lost: ReadonlySet<SubjectId>): Remaining {
  const model = buildFlowModel(plan, { lost, way: 'read' });
  const base = solve(model, null);
  const rateGbps = base.rate <= EPSILON ? 0 : base.rate;
  const named =
    rateGbps > 0 ? nameBottleneck(readCut(model, base, plan), plan) : { ids: [], text: whyNothing(model) };
  const before = new Set(listAlone(flowState(plan).model));
  return {
    rateGbps,
    bottleneck: named.ids,
    bottleneckText: named.text,
    cutOff: listAlone(model).filter((id) => !before.has(id)),
    lostLinks: listLostLinks(plan, lost),
    servers: fairShares(model, base),
  };
}

function whyNothing({ groups }: FlowModel): string {
  const has = (side: 'supply' | 'demand') => groups.some((group) => group[side] && group.adapters.length > 0);
  return has('supply') && has('demand') ? NO_PATH : NO_SIDES;
}

function listAlone(model: FlowModel): NodeId[] {
  return createReach(model)(null).alone.flatMap(({ group }) =>
    must(model.groups[group], 'group').members.map(({ id }) => id),
  );
}

function listLostLinks(plan: Plan, lost: ReadonlySet<SubjectId>): LinkId[] {
  const all = spreadLoss(plan, lost);
  const gone = ({ portId, ownerId }: PlanEnd): boolean => {
    const owner = portId === null ? null : plan.portById.get(portId)?.owner;
    return all.has(ownerId) || (owner?.kind === 'adapter' && all.has(owner.adapterId));
  };
  return plan.links.flatMap(({ id, a, b }) => (all.has(id) || gone(a) || gone(b) ? [id] : []));
}
