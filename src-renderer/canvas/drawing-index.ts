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

/** An item with its place in the order of painting, from back to front. */
class Entry {
  readonly item: SceneItem;
  readonly order: number;
  #parts: readonly Box[] | null;

  constructor(item: SceneItem, order: number, parts: readonly Box[] | null = null) {
    this.item = item;
    this.order = order;
    this.#parts = parts;
  }

  /** Worked out when first asked for: most cables of a large drawing are never near what is looked at. */
  get parts(): readonly Box[] {
    return (this.#parts ??= partsOf(this.item));
  }
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
    for (const item of changed) replaced.set(item.id, new Entry(item, this.#grid.orderOf(item.id)));
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
    for (const item of items) replaced.set(item.id, new Entry(item, 0, NONE));
    return new DrawingIndex(scene, this.#grid, replaced);
  }

  /** The item as it is drawn now. */
  item(id: string): SceneItem | undefined {
    return this.#replaced.get(id)?.item ?? this.#grid.item(id);
  }

  /** All that may be seen inside a box at a level of detail, from back to front. */
  within(box: Box, detail: Detail = 'near'): readonly SceneItem[] {
    const replaced = this.#replaced;
    const all = this.#grid.within(box, detail);
    const found = replaced.size === 0 ? all : all.filter(({ item }) => !replaced.has(item.id));
    for (const entry of replaced.values()) {
      const { item } = entry;
      if (item.kind === 'cable' && !isDrawn(item, detail)) continue;
      if (touches(entry, box)) found.push(entry);
    }
    return found.sort((a, b) => a.order - b.order).map(({ item }) => item);
  }

  /** Gets ready for the levels of detail that show every cable, so that no zoom waits for it. */
  prepare(): void {
    this.#grid.prepare();
  }

  /**
   * The foremost thing under a point: a port where ports are drawn, a card or panel, else a cable within `reach`
   * canvas units, else the region of a cluster.
   */
  at(point: Point, reach: number, detail: Detail): Hit | null {
    const around = { x: point.x - reach, y: point.y - reach, width: 2 * reach, height: 2 * reach };
    const near = this.within(around, detail).toReversed();
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
  const parts: Box[] = [];
  const [start] = item.points;
  let from = start;
  for (const to of item.points) {
    if (!from || from === to) continue;
    parts.push({
      x: Math.min(from.x, to.x) - LINE_ROOM,
      y: Math.min(from.y, to.y) - LINE_ROOM,
      width: Math.abs(from.x - to.x) + 2 * LINE_ROOM,
      height: Math.abs(from.y - to.y) + 2 * LINE_ROOM,
    });
    from = to;
  }
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
  readonly #cells = new Cells();
  /** Cables that are part of a bundle from far away; most of all there is. Their squares are found on first need. */
  readonly #bundled: Entry[] = [];
  #bundledCells: Cells | null = null;
  #orders: ReadonlyMap<string, number> | null = null;
  /** The last query that met an entry: each is returned once. */
  readonly #met: Int32Array;
  #query = 0;

  constructor({ clusters, cables, switches, nodes }: Scene) {
    for (const list of [clusters, cables, switches, nodes]) {
      for (const item of list) {
        const entry = new Entry(item, this.#entries.length);
        this.#entries.push(entry);
        if (item.kind === 'cluster') this.#regions.push(entry);
        else if (item.kind === 'cable' && !isDrawn(item, 'far')) this.#bundled.push(entry);
        else this.#cells.enter(entry);
      }
    }
    this.#met = new Int32Array(this.#entries.length);
  }

  orderOf(id: string): number {
    this.#orders ??= new Map(this.#entries.map(({ item, order }) => [item.id, order]));
    return this.#orders.get(id) ?? this.#entries.length;
  }

  item(id: string): SceneItem | undefined {
    return this.#entries[this.orderOf(id)]?.item;
  }

  prepare(): Cells {
    if (this.#bundledCells === null) {
      this.#bundledCells = new Cells();
      for (const entry of this.#bundled) this.#bundledCells.enter(entry);
    }
    return this.#bundledCells;
  }

  within(box: Box, detail: Detail): Entry[] {
    const found = [...this.#regions];
    this.#query += 1;
    this.#find(this.#cells, box, found);
    if (detail !== 'far') this.#find(this.prepare(), box, found);
    return found;
  }

  #find(cells: Cells, box: Box, found: Entry[]): void {
    cells.eachIn(box, (order) => {
      if (this.#met[order] === this.#query) return;
      this.#met[order] = this.#query;
      const entry = this.#entries[order];
      if (entry && touches(entry, box)) found.push(entry);
    });
  }
}

/** Orders of entries by the squares their parts lie in. */
class Cells {
  readonly #cells = new Map<number, number[]>();

  enter({ parts, order }: Entry): void {
    for (const part of parts) {
      eachCell(part, (key) => {
        const cell = this.#cells.get(key);
        if (!cell) this.#cells.set(key, [order]);
        else if (cell.at(-1) !== order) cell.push(order);
      });
    }
  }

  eachIn(box: Box, visit: (order: number) => void): void {
    eachCell(box, (key) => {
      for (const order of this.#cells.get(key) ?? NONE) visit(order);
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
