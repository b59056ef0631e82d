import { boxesTouch, type Box } from '../../shared/geometry/box.ts';
import { moveTo } from '../attach/move-to.ts';
import type { Transform } from '../state/view.svelte.ts';
import type { DrawingIndex } from './drawing-index.ts';
import type { Looks } from './paint-marks.ts';
import { Scratch, sheetFor, Tile, TILE, type Sheet } from './tile.ts';

/** Time of one frame spent on painting while the drawing moves, and while it rests, ms. */
const BUDGET = { moving: 3, resting: 12 } as const;
/** Idle time shorter than this is left alone: the last step of a tile cannot be interrupted, ms. */
const LEAST_IDLE = 3;
/** The look at something new may take this long in one go: a short wait is better than a patchwork. */
const NEW_LOOK = 40;
/** The very first look: until it is painted there is nothing that could move. */
const FIRST_LOOK = 160;
/** The drawing rests when nothing has moved for this long, ms. */
const REST = 110;
/** Tiles kept painted around the window, so that a pan meets something. */
const RING = 1;
/** Beyond this many boxes an edit is painted like something new. */
const MOST_BOXES = 400;

/** The window on the drawing: its transform and its size, px. */
export interface Window extends Transform {
  readonly width: number;
  readonly height: number;
}

/** All tiles of one scale. */
class Level {
  readonly sheet: Sheet;
  readonly element = document.createElement('div');
  readonly tiles = new Map<string, Tile>();

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.element.className = 'level';
  }
}

interface Range {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Paints the drawing into square canvases that the compositor moves and scales: a pan paints nothing but what comes
 * in at the edge, a zoom nothing until it slows down. Painting is cut into slices, so that no frame waits for it.
 */
export class TileBoard {
  readonly #host: HTMLElement;
  readonly #scratch = new Scratch();
  #index: DrawingIndex | null = null;
  #looks: Looks | null = null;
  #window: Window | null = null;
  #front: Level | null = null;
  /** The level that takes the place of the front one as soon as it covers the window. */
  #coming: Level | null = null;
  /** What was painted at a smaller scale than the front: lies beneath it where the front has nothing yet. */
  #under: Level | null = null;
  #frame = 0;
  /** Takes back what waits for idle time; null when nothing does. */
  #waiting: (() => void) | null = null;
  #rest = 0;
  #moved = -Infinity;
  #slice: number = BUDGET.resting;

  readonly #ondrawn: () => void;

  /**
   * `data-drawn` of the host tells when the window shows everything as it is, sharp and whole; `ondrawn` is called
   * whenever that comes true.
   */
  constructor(host: HTMLElement, ondrawn: () => void) {
    this.#host = host;
    this.#ondrawn = ondrawn;
  }

  /** Other colours or letters: everything is painted again. */
  dress(looks: Looks): void {
    this.#looks = looks;
    this.#clearUnder();
    this.#tell('false');
    this.#renew();
  }

  /** Another drawing; `dirty` are the boxes in which it differs, null for everywhere. */
  draw(index: DrawingIndex, dirty: readonly Box[] | null): void {
    if (index === this.#index) return;
    this.#index = index;
    this.#clearUnder();
    this.#tell('false');
    if (dirty === null || dirty.length > MOST_BOXES) return this.#renew();
    const looks = this.#looks;
    if (!looks) return;
    for (const level of [this.#front, this.#coming]) {
      if (!level) continue;
      const seen = this.#range(level, 0);
      for (const tile of level.tiles.values()) {
        const { box } = tile;
        const hit = dirty.filter((part) => boxesTouch(part, box));
        if (hit.length === 0) continue;
        if (tile.done && seen && inside(tile, seen)) tile.repaint(hit, index, looks);
        else tile.discard();
      }
    }
    this.#schedule();
  }

  /** Shows another part of the drawing. */
  show(window: Window): void {
    const last = this.#window;
    this.#window = window;
    if (window.width === 0 || window.height === 0) return;
    const now = performance.now();
    const quiet = now - this.#moved > REST;
    this.#tell('false');
    this.#moved = now;
    if (!this.#front) {
      this.#slice = FIRST_LOOK;
      this.#begin(window.k);
    } else if (last?.k !== window.k) {
      this.#rescale(window.k, quiet);
      clearTimeout(this.#rest);
      this.#rest = setTimeout(() => this.#settle(), REST);
    }
    this.#uncover();
    for (const level of [this.#under, this.#front, this.#coming]) if (level) place(level, window);
    this.#schedule();
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#waiting?.();
    clearTimeout(this.#rest);
    this.#host.replaceChildren();
  }

  /** One change after a rest is sharp at once; in a run of them the tiles are stretched, and nothing is painted. */
  #rescale(k: number, quiet: boolean): void {
    if (quiet && this.#front?.sheet.scale !== k) this.#begin(k);
    else this.#drop();
  }

  /** The zoom has paused. */
  #settle(): void {
    const k = this.#window?.k;
    const latest = this.#coming ?? this.#front;
    if (k !== undefined && latest && latest.sheet.scale !== k) this.#begin(k);
    this.#schedule();
  }

  /** Everything is painted again; what is there stays until the new is whole. */
  #renew(): void {
    if (!this.#window || this.#window.width === 0) return;
    this.#slice = NEW_LOOK;
    this.#begin(this.#window.k);
    this.#schedule();
  }

  #begin(k: number): void {
    this.#drop();
    const level = new Level(sheetFor(k, globalThis.devicePixelRatio));
    if (this.#front) {
      level.element.style.visibility = 'hidden';
      this.#coming = level;
    } else this.#front = level;
    this.#host.append(level.element);
    if (this.#window) place(level, this.#window);
  }

  #drop(): void {
    this.#coming?.element.remove();
    this.#coming = null;
  }

  #tell(drawn: 'true' | 'false'): void {
    if (this.#host.dataset['drawn'] === drawn) return;
    this.#host.dataset['drawn'] = drawn;
    if (drawn === 'true') this.#ondrawn();
  }

  #schedule(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#work());
  }

  #work(): void {
    this.#frame = 0;
    const [index, looks, window] = [this.#index, this.#looks, this.#window];
    if (!index || !looks || !window) return;
    const now = performance.now();
    const moving = now - this.#moved < REST;
    const until = now + Math.max(this.#slice, moving ? BUDGET.moving : BUDGET.resting);
    this.#slice = 0;
    const level = this.#coming ?? this.#front;
    // In the middle of a zoom: its end comes back here.
    if (!level || level.sheet.scale !== window.k) return;
    if (!this.#fill(level, 0, index, looks, until)) return this.#schedule();
    if (level === this.#coming) this.#swap(level);
    this.#uncover();
    this.#tell('true');
    this.#whenIdle();
  }

  /** What lies around the window is painted when there is nothing else to do: no frame waits for it. */
  #paintAhead(spare: number): void {
    this.#waiting = null;
    const [index, looks, level] = [this.#index, this.#looks, this.#front];
    // A frame with more urgent work is on its way and comes back here.
    if (!index || !looks || !level || this.#coming || this.#frame !== 0) return;
    const until = performance.now() + Math.min(spare - LEAST_IDLE, BUDGET.resting);
    if (this.#fill(level, RING, index, looks, until)) {
      this.#thin(level);
      index.prepare();
    } else this.#whenIdle();
  }

  #whenIdle(): void {
    this.#waiting ??= whenIdle((spare) => this.#paintAhead(spare));
  }

  /** Paints the tiles within the window and `ring` around it. True when all of them are done. */
  #fill(level: Level, ring: number, index: DrawingIndex, looks: Looks, until: number): boolean {
    const range = this.#range(level, ring);
    if (!range) return true;
    for (const tile of this.#tilesIn(level, range)) {
      if (tile.done) continue;
      if (performance.now() > until || !tile.paint(index, looks, until)) return false;
    }
    return true;
  }

  *#tilesIn(level: Level, range: Range): Iterable<Tile> {
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) {
        const key = `${column} ${row}`;
        let tile = level.tiles.get(key);
        if (!tile) {
          tile = new Tile(level.sheet, column, row, this.#scratch);
          level.tiles.set(key, tile);
          level.element.append(tile.canvas);
        }
        yield tile;
      }
    }
  }

  #range({ sheet }: Level, ring: number): Range | null {
    const window = this.#window;
    if (!window) return null;
    const side = (TILE * window.k) / sheet.scale;
    return {
      left: Math.floor(-window.x / side) - ring,
      right: Math.floor((window.width - window.x) / side) + ring,
      top: Math.floor(-window.y / side) - ring,
      bottom: Math.floor((window.height - window.y) / side) + ring,
    };
  }

  #swap(level: Level): void {
    const { scale } = level.sheet;
    const last = this.#front;
    const kept = this.#under;
    this.#under = [kept, last].find((one) => one && one.sheet.scale < scale) ?? null;
    for (const one of [kept, last]) if (one && one !== this.#under) one.element.remove();
    level.element.style.visibility = '';
    this.#front = level;
    this.#coming = null;
  }

  /** What lies beneath is shown only where it is needed: every layer costs the compositor. */
  #uncover(): void {
    const [under, front] = [this.#under, this.#front];
    if (!under || !front) return;
    const range = this.#range(front, 0);
    const visibility = range && this.#covers(front, range) ? 'hidden' : '';
    if (under.element.style.visibility !== visibility) under.element.style.visibility = visibility;
  }

  #covers({ tiles }: Level, { left, right, top, bottom }: Range): boolean {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        if (tiles.get(`${column} ${row}`)?.shows !== true) return false;
      }
    }
    return true;
  }

  #clearUnder(): void {
    this.#under?.element.remove();
    this.#under = null;
  }

  /** Lets go of tiles far from the window. */
  #thin(level: Level): void {
    const range = this.#range(level, RING + 1);
    if (!range) return;
    for (const [key, tile] of level.tiles) {
      if (inside(tile, range)) continue;
      tile.canvas.remove();
      level.tiles.delete(key);
    }
  }
}

/** Calls back with the time to spare, ms, and returns how to take that back. Where a browser cannot tell, it is guessed. */
function whenIdle(run: (spare: number) => void): () => void {
  if ('requestIdleCallback' in globalThis) {
    const id = requestIdleCallback((deadline) => run(deadline.timeRemaining()));
    return () => cancelIdleCallback(id);
  }
  const timer = setTimeout(() => run(BUDGET.moving + LEAST_IDLE), 16);
  return () => clearTimeout(timer);
}

function inside({ column, row }: Tile, { left, right, top, bottom }: Range): boolean {
  return column >= left && column <= right && row >= top && row <= bottom;
}

function place({ element, sheet }: Level, { x, y, k }: Window): void {
  const { density, scale } = sheet;
  // On whole device pixels a tile is as sharp as it was painted.
  const snap = (value: number) => (k === scale ? Math.round(value * density) / density : value);
  moveTo(element, snap(x), snap(y), k / scale);
}
