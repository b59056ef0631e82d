import { must } from '../lib/assert.ts';
import type { AdapterId, LinkId, NodeId, SubjectId, SwitchId } from '../lib/ids.ts';
import { runningPorts } from './flow/lost.ts';
import { perPlan } from './flow/memo.ts';
import { tagOf } from './tags.ts';
import type { Plan, PlanNode } from './types.ts';

/** On what the storage paths of one node hang. Running RDMA ports count, also slower ones that stand by. */
export interface Homing {
  readonly nodeId: NodeId;
  /** Switches its storage ports are cabled to, in the order of the plan. */
  readonly switchIds: readonly SwitchId[];
  /** RDMA adapters with a running port, and the running ports. */
  readonly adapters: number;
  readonly ports: number;
  /** Nodes it has direct cables to. */
  readonly peers: readonly NodeId[];
  /** What all its paths hang on: adapter, cable or switch. Null when no single one of these is that, or none runs. */
  readonly single: { readonly ids: readonly SubjectId[]; readonly text: string } | null;
}

/** How each node is homed, in the order of the plan. */
export const homingOf: (plan: Plan) => readonly Homing[] = perPlan((plan) => {
  const runOf = new Map(plan.runs.flatMap((run) => run.links.map(({ id }) => [id, run] as const)));
  return plan.nodes.map((node) => homing(plan, node, runOf));
});

function homing(plan: Plan, node: PlanNode, runOf: ReadonlyMap<LinkId, Plan['runs'][number]>): Homing {
  const running = runningPorts(plan, node, new Set());
  const adapters = new Set(running.map(({ adapter }) => adapter));
  const runs = new Set(
    running.map(({ port }) =>
      must(runOf.get(must(port.linkIds[0], 'cable of a running port')), 'cable of a link'),
    ),
  );
  const switches = new Set<SwitchId>();
  const peers = new Set<NodeId>();
  for (const { far } of running) {
    if (far.owner.kind === 'switch') switches.add(far.owner.switchId);
    else peers.add(far.owner.nodeId);
  }
  const hanging: { readonly ids: readonly SubjectId[]; readonly text: string }[] = [];
  const [adapter, run, id] = [only(adapters), only(runs), only(switches)];
  if (adapter)
    hanging.push({ ids: [adapter.id satisfies AdapterId], text: `adapter SLOT ${adapter.slot.slot}` });
  if (run)
    hanging.push({
      ids: run.links.map((link) => link.id),
      text: `cable ${tagOf(must(run.links[0], 'a link of a cable').id, plan)}`,
    });
  if (id && peers.size === 0)
    hanging.push({ ids: [id], text: `switch ${must(plan.switchById.get(id), 'switch').record.name}` });
  return {
    nodeId: node.id,
    switchIds: plan.switches.flatMap((device) => (switches.has(device.id) ? [device.id] : [])),
    adapters: adapters.size,
    ports: running.length,
    peers: [...peers],
    single:
      hanging.length === 0
        ? null
        : { ids: hanging.flatMap(({ ids }) => ids), text: hanging.map(({ text }) => text).join(', ') },
  };
}

function only<Entry>(set: ReadonlySet<Entry>): Entry | null {
  const [first] = set;
  return set.size === 1 && first !== undefined ? first : null;
}
