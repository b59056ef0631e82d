import type { Box } from '../geometry/index.ts';
import type { Plan, PlanPort } from '../plan/types.ts';
import type { Side } from './ports.ts';

/** Which way the cables of every node and of every cabled switch port run. */
export interface Sides {
  readonly ofNode: (id: string) => Side;
  readonly ofSwitchPort: (port: PlanPort, natural: Side) => Side;
}

interface Balance {
  above: number;
  below: number;
}

/**
 * Decides sides from where things stand: ports look to the middle of what they are cabled to. Things in one row
 * join below nodes, and beside a switch on whichever side has fewer cables.
 */
export function decideSides(plan: Plan, boxes: ReadonlyMap<string, Box>): Sides {
  const nodes = new Map<string, Side>();
  const weights = weighPeers(plan, boxes);
  const switchBoxes = plan.switches.flatMap(({ id }) => boxes.get(id) ?? []);
  for (const node of plan.nodes) {
    const { above, below } = weights.get(node.id) ?? { above: 0, below: 0 };
    if (above !== below) nodes.set(node.id, above > below ? 'top' : 'bottom');
    else
      nodes.set(node.id, naturalSide(boxes.get(node.id), switchBoxes, node.cluster.kind === 'file-server'));
  }
  const ownerOf = ({ owner }: PlanPort) => (owner.kind === 'switch' ? owner.switchId : owner.nodeId);
  return {
    ofNode: (id) => nodes.get(id) ?? 'bottom',
    ofSwitchPort(port, natural) {
      const link = port.linkIds[0] === undefined ? undefined : plan.linkById.get(port.linkIds[0]);
      if (!link) return natural;
      const own = ownerOf(port);
      const other = link.a.ownerId === own ? link.b.ownerId : link.a.ownerId;
      const direction = compare(boxes.get(own), boxes.get(other));
      if (direction !== 'beside') return direction;
      const { above, below } = weights.get(own) ?? { above: 0, below: 0 };
      const far = weights.get(other) ?? { above: 0, below: 0 };
      return above + far.above <= below + far.below ? 'top' : 'bottom';
    },
  };
}

function weighPeers(plan: Plan, boxes: ReadonlyMap<string, Box>): ReadonlyMap<string, Balance> {
  const weights = new Map<string, Balance>();
  const weigh = (id: string, direction: Side | 'beside') => {
    const balance = weights.get(id) ?? { above: 0, below: 0 };
    weights.set(id, balance);
    if (direction === 'top') balance.above += 1;
    else if (direction === 'bottom') balance.below += 1;
  };
  for (const { a, b } of plan.links) {
    weigh(a.ownerId, compare(boxes.get(a.ownerId), boxes.get(b.ownerId)));
    weigh(b.ownerId, compare(boxes.get(b.ownerId), boxes.get(a.ownerId)));
  }
  return weights;
}

/** Where `other` stands as seen from `own`; things whose heights overlap by half stand beside each other. */
function compare(own: Box | undefined, other: Box | undefined): Side | 'beside' {
  if (!own || !other) return 'beside';
  const overlap = Math.min(own.y + own.height, other.y + other.height) - Math.max(own.y, other.y);
  if (overlap > Math.min(own.height, other.height) / 2) return 'beside';
  return other.y + other.height / 2 < own.y + own.height / 2 ? 'top' : 'bottom';
}

/** Uncabled nodes look to the nearest switch; without any, file servers look up and the others down. */
function naturalSide(box: Box | undefined, switches: readonly Box[], looksUp: boolean): Side {
  let best: Side = looksUp ? 'top' : 'bottom';
  let least = Infinity;
  if (!box) return best;
  for (const other of switches) {
    const distance = Math.abs(other.y - box.y);
    const direction = compare(box, other);
    if (distance >= least || direction === 'beside') continue;
    least = distance;
    best = direction;
  }
  return best;
}
