import type { Box } from '../../shared/geometry/box.ts';
import type { Mark, Scene, SceneCable, SceneNode, ScenePort, SceneSwitch } from '../../shared/scene/index.ts';

interface Item {
  readonly id: string;
  readonly box: Box;
  readonly label: string;
  readonly marks: readonly Mark[];
}

/**
 * The next scene, with every item that looks as before taken from the previous one. Identity then tells the
 * page what to touch: a drag repaints the dragged nodes and their cables, nothing else.
 */
export function reuseItems(previous: Scene | null, next: Scene): Scene {
  if (previous === null || previous === next) return next;
  return {
    ...next,
    clusters: reuse(previous.clusters, next.clusters, () => true),
    cables: reuse(previous.cables, next.cables, sameEnds),
    nodes: reuse(previous.nodes, next.nodes, samePorts),
    switches: reuse(previous.switches, next.switches, samePorts),
  };
}

function reuse<T extends Item>(
  previous: readonly T[],
  next: readonly T[],
  sameRest: (a: T, b: T) => boolean,
): readonly T[] {
  const before = new Map(previous.map((item) => [item.id, item]));
  let changed = previous.length !== next.length;
  const list = next.map((item, i) => {
    const old = before.get(item.id);
    const kept = old && (old === item || (sameItem(old, item) && sameRest(old, item))) ? old : item;
    changed ||= kept !== previous[i];
    return kept;
  });
  return changed ? list : previous;
}

function sameItem(a: Item, b: Item): boolean {
  return a === b || (a.label === b.label && sameBox(a.box, b.box) && sameMarks(a.marks, b.marks));
}

function samePorts(a: SceneNode | SceneSwitch, b: SceneNode | SceneSwitch): boolean {
  return a.ports.length === b.ports.length && a.ports.every((port, i) => samePort(port, b.ports[i]));
}

function samePort(a: ScenePort, b: ScenePort | undefined): boolean {
  return b !== undefined && a.id === b.id && a.cabled === b.cabled && sameItem(a, b);
}

function sameEnds(a: SceneCable, b: SceneCable): boolean {
  return a.ends[0] === b.ends[0] && a.ends[1] === b.ends[1] && a.broken === b.broken;
}

function sameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a === b || (a.length === b.length && a.every((mark, i) => sameFields(mark, b[i])));
}

/** Compares plain data: the marks hold boxes and dash lists, nothing deeper. */
function sameFields(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => sameFields(a[key as keyof typeof a], b[key as keyof typeof b]));
}
