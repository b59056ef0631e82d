import { boxesTouch, type Box, type Point } from '../../shared/geometry/box.ts';
import type {
  Detail,
  Scene,
  SceneCable,
  SceneCluster,
  SceneNode,
  SceneSwitch,
} from '../../shared/scene/index.ts';

export type SceneItem = SceneCluster | SceneNode | SceneSwitch | SceneCable;

/** What lies under a point. */
export interface Hit {
  readonly id: string;
  readonly kind: SceneItem['kind'] | 'port';
  /** The card or panel of a port. */
  readonly owner?: { readonly id: string; readonly kind: 'node' | 'switch' };
}

/** Side of a square of the grid, canvas units: about the size of two cards. */
const CELL = 512;
/** So many replaced items are looked through one by one; with more the grid is made again. */
const MOST_REPLACED = 160;
/** Room around a cable's line for its width and the words beside it. */
const LINE_ROOM = 6;
const TAG = { width: 72, height: 20 } as const;

interface Entry {
  readonly item: SceneItem;
  /** Painted in this order, from back to front. */
  readonly order: number;
  readonly parts: readonly Box[];
}

/**
 * Tells what of a scene lies in a box or under a point, in the order of painting, without looking at everything.
 * A scene that differs in a few items from the one before shares its grid.
 */
export class DrawingIndex {
  readonly scene: Scene;
  readonly #grid: Grid;
  /** Items that are no longer those of the grid, by id. */
  readonly #replaced: ReadonlyMap<string, Entry>;

  private constructor(scene: Scene, grid: Grid, replaced: ReadonlyMap<string, Entry>) {
    this.scene = scene;
    this.#grid = grid;
    this.#replaced = replaced;
  }

  static of(scene: Scene): DrawingIndex {
    return new DrawingIndex(scene, new Grid(scene), new Map());
  }

  /** The index of the next scene, where `changed` tells all that differs; null when things came or went. */
  next(scene: Scene, changed: readonly SceneItem[] | null): DrawingIndex {
    if (changed === null) return DrawingIndex.of(scene);
    const replaced = new Map(this.#replaced);
    for (const item of changed)
      replaced.set(item.id, { item, order: this.#grid.orderOf(item.id), parts: partsOf(item) });
    return replaced.size > MOST_REPLACED
      ? DrawingIndex.of(scene)
      : new DrawingIndex(scene, this.#grid, replaced);
  }

  /** The index of the same scene with some items taken out. */
  without(items: readonly SceneItem[]): DrawingIndex {
    const gone = new Set(items);
    const left = <T extends SceneItem>(list: readonly T[]) => list.filter((item) => !gone.has(item));
    const { cables, switches, nodes } = this.scene;
    const scene = { ...this.scene, cables: left(cables), switches: left(switches), nodes: left(nodes) };
    const replaced = new Map(this.#replaced);
    for (const item of items) replaced.set(item.id, { item, order: 0, parts: NONE });
    return new DrawingIndex(scene, this.#grid, replaced);
  }

  /** All that may be seen inside a box, from back to front. */
  within(box: Box): readonly SceneItem[] {
    const found = this.#grid.within(box).filter(({ item }) => !this.#replaced.has(item.id));
    for (const entry of this.#replaced.values()) if (touches(entry, box)) found.push(entry);
    return found.sort((a, b) => a.order - b.order).map(({ item }) => item);
  }

  /**
   * The foremost thing under a point: a port where ports are drawn, a card or panel, else a cable within `reach`
   * canvas units, else the region of a cluster.
   */
  at(point: Point, reach: number, detail: Detail): Hit | null {
    const around = { x: point.x - reach, y: point.y - reach, width: 2 * reach, height: 2 * reach };
    const near = this.within(around).toReversed();
    for (const item of near) {
      if (item.kind !== 'node' && item.kind !== 'switch') continue;
      const port = detail === 'far' ? undefined : item.ports.find(({ box }) => holds(box, point));
      if (port) return { id: port.id, kind: 'port', owner: { id: item.id, kind: item.kind } };
      if (holds(item.box, point)) return { id: item.id, kind: item.kind };
    }
    return nearestCable(near, point, reach, detail) ?? regionAt(near, point);
  }
}

function nearestCable(items: readonly SceneItem[], point: Point, reach: number, detail: Detail): Hit | null {
  let best: Hit | null = null;
  let least = reach;
  for (const item of items) {
    if (item.kind !== 'cable' || !isDrawn(item, detail)) continue;
    const away = distanceTo(item.points, point);
    if (away >= least) continue;
    least = away;
    best = { id: item.id, kind: 'cable' };
  }
  return best;
}

function regionAt(items: readonly SceneItem[], point: Point): Hit | null {
  const region = items.find((item) => item.kind === 'cluster' && holds(item.box, point));
  return region ? { id: region.id, kind: 'cluster' } : null;
}

/** False for a cable that is part of a bundle at this level. */
export function isDrawn(cable: SceneCable, detail: Detail): boolean {
  return detail !== 'far' || !cable.bundled;
}

/** The boxes in which an item may paint something. A cable's are those of its straight pieces. */
export function partsOf(item: SceneItem): readonly Box[] {
  if (item.kind !== 'cable') return [grow(item.box, LINE_ROOM)];
  // One line for many cables keeps a piece of each at its ends.
  if (item.members) return [grow(item.box, TAG.height)];
  const { points } = item;
  const parts: Box[] = [];
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (!a || !b) continue;
    parts.push(
      grow(
        {
          x: Math.min(a.x, b.x),
          y: Math.min(a.y, b.y),
          width: Math.abs(a.x - b.x),
          height: Math.abs(a.y - b.y),
        },
        LINE_ROOM,
      ),
    );
  }
  const [start] = points;
  // The tag stands beside the first port.
  if (start) parts.push({ x: start.x, y: start.y - TAG.height, width: TAG.width, height: 2 * TAG.height });
  return parts;
}

function grow(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

/** Regions are few and large, and their bundles reach beyond them: they are always among what is found. */
function touches({ item, parts }: Entry, box: Box): boolean {
  return item.kind === 'cluster' || parts.some((part) => boxesTouch(part, box));
}

function holds(box: Box, { x, y }: Point): boolean {
  return box.x <= x && x <= box.x + box.width && box.y <= y && y <= box.y + box.height;
}

function distanceTo(points: readonly Point[], { x, y }: Point): number {
  let least = Infinity;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (!a || !b) continue;
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / length));
    least = Math.min(least, Math.hypot(x - a.x - t * dx, y - a.y - t * dy));
  }
  return least;
}

/** Items by the squares of a grid their parts lie in. */
class Grid {
  readonly #entries: Entry[] = [];
  readonly #regions: Entry[] = [];
  readonly #cells = new Map<number, number[]>();
  readonly #orders = new Map<string, number>();
  /** The last query that met an entry: each is returned once. */
  readonly #met: Int32Array;
  #query = 0;

  constructor({ clusters, cables, switches, nodes }: Scene) {
    for (const list of [clusters, cables, switches, nodes]) {
      for (const item of list) {
        const entry = { item, order: this.#entries.length, parts: partsOf(item) };
        this.#entries.push(entry);
        this.#orders.set(item.id, entry.order);
        if (item.kind === 'cluster') this.#regions.push(entry);
        else for (const part of entry.parts) this.#enter(part, entry.order);
      }
    }
    this.#met = new Int32Array(this.#entries.length);
  }

  orderOf(id: string): number {
    return this.#orders.get(id) ?? this.#entries.length;
  }

  within(box: Box): Entry[] {
    const found = [...this.#regions];
    this.#query += 1;
    eachCell(box, (key) => {
      for (const order of this.#cells.get(key) ?? NONE) {
        if (this.#met[order] === this.#query) continue;
        this.#met[order] = this.#query;
        const entry = this.#entries[order];
        if (entry && touches(entry, box)) found.push(entry);
      }
    });
    return found;
  }

  #enter(box: Box, order: number): void {
    eachCell(box, (key) => {
      const cell = this.#cells.get(key);
      if (!cell) this.#cells.set(key, [order]);
      else if (cell.at(-1) !== order) cell.push(order);
    });
  }
}

const NONE: readonly never[] = [];
const COLUMNS = 1 << 16;

function eachCell({ x, y, width, height }: Box, visit: (key: number) => void): void {
  const left = Math.floor(x / CELL);
  const right = Math.floor((x + width) / CELL);
  const bottom = Math.floor((y + height) / CELL);
  for (let row = Math.floor(y / CELL); row <= bottom; row++) {
    for (let column = left; column <= right; column++) visit(row * COLUMNS + column);
  }
}
