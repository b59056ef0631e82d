import { must } from '../../lib/assert.ts';
import type { LinkId, NodeId, SubjectId, SwitchId } from '../../lib/ids.ts';
import type { CableRun, Plan, PlanAdapter } from '../types.ts';
import { listCandidates } from './candidates.ts';
import { rateEach } from './failures.ts';
import { EPSILON } from './max-flow.ts';
import { perPlan } from './memo.ts';
import { createReach, type Reach } from './reach.ts';
import { flowState } from './state.ts';
import type { FlowModel } from './types.ts';
import type { Removal } from './variants.ts';
import { nameAdapter, nameCable, nameNode, nameSwitch, type Named } from './words.ts';

/** The loss of one component. */
export interface Failure {
  readonly kind: 'adapter' | 'cable' | 'inter-switch-cable' | 'switch' | 'node';
  /** What is lost: one id, or the links that are the lanes of one breakout cable. */
  readonly ids: readonly SubjectId[];
  readonly label: string;
  /** The cluster rate that is left, and by how much it is less, Gb/s; where slower ports stand by it can be more. */
  readonly rateGbps: number;
  readonly lostGbps: number;
  /** Nodes that find nobody to move storage with any more; the lost node itself is not among them. */
  readonly cutOff: readonly NodeId[];
}

/**
 * The loss of each single adapter, cable, switch and node of a plan, the worst first: by the rate left, then by how
 * many nodes are cut off, then switches, nodes, adapters, cables. A flat list, one entry for each component, for a
 * table that shows a part of it; also what carries no storage is there, with nothing lost.
 *
 * Components that cannot be told apart are worked out once (exact for up to 200 kinds, beyond for every regular
 * fabric), and most need no new flow at all: see `rateEach`.
 */
export const failuresOf: (plan: Plan) => readonly Failure[] = perPlan((plan) => {
  const lookup = createLookup(plan);
  const failures = [
    ...plan.switches.map(({ id }) => lookup('switch', nameSwitch(id, plan), findSwitch(id))),
    ...plan.nodes.map((node) => lookup('node', nameNode(node), ({ nodes }) => nodes.get(node.id))),
    ...plan.adapters.map((adapter) =>
      lookup('adapter', nameAdapter(adapter, plan), ({ adapters }) => adapters.get(adapter)),
    ),
    ...plan.runs.map((run) => lookup(kindOf(run), nameCable(run, plan), findRun(run))),
  ];
  // The sort keeps the order above among equals.
  return failures.sort((x, y) => x.rateGbps - y.rateGbps || y.cutOff.length - x.cutOff.length);
});

function kindOf({ links }: CableRun): Failure['kind'] {
  return links.every(({ kind }) => kind === 'switch-switch') ? 'inter-switch-cable' : 'cable';
}

/** Rates are sums in an order that differs from flow to flow: what is equal must be so to the last digit to be sorted. */
function roundOff(rate: number): number {
  return Math.round(rate / EPSILON) * EPSILON;
}

/** A removal of the model and whom of its group it hits; no member where the removal says all. */
interface Effect {
  readonly removal: Removal;
  readonly member: NodeId | null;
  readonly rate: number;
  readonly reach: Reach;
}

/** What of a plan is lost with which removal. */
interface Effects {
  readonly nodes: Map<NodeId, Effect>;
  readonly adapters: Map<PlanAdapter, Effect>;
  readonly links: Map<LinkId, Effect>;
  readonly switches: Map<SwitchId, Effect>;
}

type Find = (effects: Effects) => Effect | undefined;

function findSwitch(id: SwitchId): Find {
  return ({ switches }) => switches.get(id);
}

function findRun({ links }: CableRun): Find {
  return (effects) => {
    const hit = links.find(({ id }) => effects.links.has(id));
    return hit && effects.links.get(hit.id);
  };
}

function createLookup(plan: Plan): (kind: Failure['kind'], named: Named, find: Find) => Failure {
  const { model, base } = flowState(plan);
  const effects = listEffects(plan, model, base);
  const before = new Set(listCutOff(model, createReach(model)(null), null, null));
  return (kind, { ids, text }, find) => {
    const effect = find(effects);
    const rateGbps =
      effect && Math.abs(effect.rate - base.rate) > EPSILON ? roundOff(effect.rate) : base.rate;
    const cutOff = effect ? listCutOff(model, effect.reach, effect.removal, effect.member) : [];
    return {
      kind,
      ids,
      label: text,
      rateGbps,
      lostGbps: Math.max(0, base.rate - rateGbps),
      cutOff: cutOff.filter((id) => !before.has(id)),
    };
  };
}

function listEffects(plan: Plan, model: FlowModel, base: ReturnType<typeof flowState>['base']): Effects {
  const candidates = listCandidates(model, base);
  const rates = rateEach(model, candidates);
  const reachAfter = createReach(model);
  const effects: Effects = { nodes: new Map(), adapters: new Map(), links: new Map(), switches: new Map() };
  candidates.forEach(({ removal }, i) => {
    const common = { removal, rate: must(rates[i], 'rate of a candidate'), reach: reachAfter(removal) };
    switch (removal.kind) {
      case 'switch':
        effects.switches.set(removal.switchId, { ...common, member: null });
        return;
      case 'trunk':
        for (const { id, breakout } of must(model.trunks[removal.trunk], 'trunk').links)
          if (breakout === null) effects.links.set(id, { ...common, member: null });
        return;
      case 'breakout':
        for (const { id } of must(model.breakouts[removal.breakout], 'breakout').run.links)
          effects.links.set(id, { ...common, member: null });
        return;
      case 'node':
      case 'adapter':
      case 'link':
        addHost(model, effects, removal, common);
    }
  });
  return effects;
}

function addHost(
  model: FlowModel,
  effects: Effects,
  removal: Extract<Removal, { group: number }>,
  common: Omit<Effect, 'member'>,
): void {
  const { members, adapters } = must(model.groups[removal.group], 'group');
  for (const member of members) {
    const effect = { ...common, member: member.id };
    if (removal.kind === 'node') {
      effects.nodes.set(member.id, effect);
      continue;
    }
    const { index, ports } = must(adapters[removal.adapter], 'adapter');
    const adapter = must(member.adapters[index], 'adapter of a member');
    if (removal.kind === 'adapter') effects.adapters.set(adapter, effect);
    else {
      const port = must(adapter.ports[must(ports[removal.port], 'port').index], 'port of a member');
      effects.links.set(must(port.linkIds[0], 'cable of a running port'), effect);
    }
  }
}

/** The nodes that a change leaves without anybody. */
function listCutOff(
  model: FlowModel,
  { alone }: Reach,
  removal: Removal | null,
  member: NodeId | null,
): readonly NodeId[] {
  return alone.flatMap(({ group, hit }): NodeId[] => {
    const { members } = must(model.groups[group], 'group');
    const losses =
      removal?.kind === 'breakout'
        ? must(model.breakouts[removal.breakout], 'breakout').losses.filter((loss) => loss.group === group)
        : [];
    if (hit !== null) return losses[hit]?.members.map(({ id }) => id) ?? (member === null ? [] : [member]);
    const others = new Set(losses.flatMap((loss) => loss.members.map(({ id }) => id)));
    if (removal && 'group' in removal && removal.group === group && member !== null) others.add(member);
    return members.flatMap(({ id }) => (others.has(id) ? [] : [id]));
  });
}
