import type { Box } from '../geometry/index.ts';
import type { ClusterId, NodeId } from '../lib/ids.ts';
import type { CableRun, Plan } from '../plan/types.ts';
import { FAR_ONLY, LOOKS, path, rect, text } from './marks.ts';
import { NEUTRAL, type NetworkColors } from './network-colors.ts';
import type { Mark, SceneBundle, Token } from './types.ts';

/** All cables between one cluster and one switch. */
interface Bundle {
  readonly switchId: string;
  readonly from: Box;
  readonly to: Box;
  readonly links: string[];
  /** How many cables: the lanes of a breakout are one. */
  count: number;
  /** The cable that was counted last. */
  last: CableRun | null;
  token: Token;
}

const MAX_WIDTH = 12;
const PILL = { width: 44, height: 24 } as const;
const PILL_AWAY = 24;

/**
 * From far away single cables are noise: all cables of a cluster to a switch show as one line with their number.
 * Returns them per cluster; cables that lead to no switch are drawn as they are.
 */
export function bundleMarks(
  plan: Plan,
  regions: ReadonlyMap<ClusterId, Box>,
  boxes: ReadonlyMap<string, Box>,
  networks: NetworkColors,
): ReadonlyMap<ClusterId, DrawnBundles> {
  const bundles = new Map<ClusterId, Map<string, Bundle>>();
  for (const run of plan.runs) {
    for (const { id, kind, problem, a, b, networkIds } of run.links) {
      if (kind !== 'node-switch' || problem !== null) continue;
      const cluster = plan.nodeById.get(a.ownerId as NodeId)?.cluster.id;
      if (cluster === undefined) continue;
      const { token } = networks.of(networkIds);
      let ofCluster = bundles.get(cluster);
      if (!ofCluster) bundles.set(cluster, (ofCluster = new Map<string, Bundle>()));
      let bundle = ofCluster.get(b.ownerId);
      if (!bundle) {
        const [from, to] = [regions.get(cluster), boxes.get(b.ownerId)];
        if (!from || !to) continue;
        const switchId = b.ownerId;
        ofCluster.set(switchId, (bundle = { switchId, from, to, links: [], count: 0, last: null, token }));
      }
      bundle.links.push(id);
      if (bundle.last !== run) bundle.count += 1;
      bundle.last = run;
      if (bundle.token !== token) bundle.token = NEUTRAL;
    }
  }
  const arrivals = countArrivals(bundles.values());
  return new Map([...bundles].map(([id, own]) => [id, draw([...own.values()], arrivals)]));
}

/** How many bundles end at each switch, and how many have been drawn. */
type Arrivals = Map<Box, { readonly all: number; drawn: number }>;

function countArrivals(bundles: Iterable<ReadonlyMap<string, Bundle>>): Arrivals {
  const arrivals: Arrivals = new Map();
  for (const own of bundles) {
    for (const { to } of own.values()) arrivals.set(to, { all: (arrivals.get(to)?.all ?? 0) + 1, drawn: 0 });
  }
  return arrivals;
}

/** The bundles of one cluster with their marks. */
export interface DrawnBundles {
  readonly marks: readonly Mark[];
  readonly bundles: readonly SceneBundle[];
}

function draw(own: readonly Bundle[], arrivals: Arrivals): DrawnBundles {
  const [marks, bundles]: [Mark[], SceneBundle[]] = [[], []];
  const sorted = [...own].sort((a, b) => a.to.x - b.to.x);
  for (const [i, { switchId, from, to, links, count, token }] of sorted.entries()) {
    const arrival = arrivals.get(to) ?? { all: 1, drawn: 0 };
    arrival.drawn += 1;
    const down = from.y + from.height / 2 < to.y + to.height / 2;
    const x1 = Math.round(from.x + (from.width * (i + 1)) / (sorted.length + 1));
    const x2 = Math.round(to.x + (to.width * arrival.drawn) / (arrival.all + 1));
    const y1 = down ? from.y + from.height : from.y;
    const y2 = down ? to.y : to.y + to.height;
    const middle = Math.round((y1 + y2) / 2);
    // Near the cluster, where no other panel can hide it.
    const y = y1 + (down ? PILL_AWAY : -PILL_AWAY);
    const pill = { x: x1 - PILL.width / 2, y: y - PILL.height / 2, ...PILL };
    const d = `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`;
    bundles.push({ switchId, links, d, pill });
    marks.push(
      path(FAR_ONLY, d, { stroke: token, strokeWidth: Math.min(MAX_WIDTH, 3 + count / 4) }),
      rect(FAR_ONLY, pill, 12, { fill: 'card', stroke: token, strokeWidth: 2 }),
      text(FAR_ONLY, String(count), x1, y + 7, LOOKS.far, 'middle'),
    );
  }
  return { marks, bundles };
}
