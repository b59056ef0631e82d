import type { Box } from '../../shared/geometry/box.ts';
import { must } from '../../shared/lib/assert.ts';
import type { Detail } from '../../shared/scene/index.ts';
import { detailFor, showsTexts } from './detail.ts';
import type { DrawingIndex, SceneItem } from './drawing-index.ts';
import { paintItem, type Looks } from './paint-marks.ts';

/** Side of a tile, px of the page. */
export const TILE = 512;
/** So many items are painted before the clock is asked again. */
const ITEMS_AT_ONCE = 6;
/** The part of the time for orders before anything was measured, and the least of it. */
const FIRST_SHARE = 0.3;
const LEAST_SHARE = 0.1;
/** Distance of the dots of the ground at scale 1, canvas units. */
const DOTS = 24;

/** What all tiles of one scale are painted from. */
export interface Sheet {
  readonly scale: number;
  readonly detail: Detail;
  readonly texts: boolean;
  /** Device pixels per px of the page. */
  readonly density: number;
}

/** The sheet for a scale of the drawing. */
export function sheetFor(scale: number, density: number): Sheet {
  return { scale, density, detail: detailFor(scale), texts: showsTexts(scale) };
}

/** Canvases to paint on that are on no page; one that is given back is taken again. */
export class Scratch {
  readonly #free: OffscreenCanvasRenderingContext2D[] = [];
  #share = FIRST_SHARE;

  /**
   * Which part of its time a tile may spend on giving orders to paint. Most browsers carry them out when the picture is
   * taken: without a graphics card that takes the greater part, and no clock would see it before.
   */
  get share(): number {
    return this.#share;
  }

  /** So long it took to give the orders, and so long to carry them out, ms. */
  learn(orders: number, picture: number): void {
    const all = orders + picture;
    if (all >= 1) this.#share += ((orders / all || LEAST_SHARE) - this.#share) * 0.2;
    this.#share = Math.max(LEAST_SHARE, this.#share);
  }

  take(side: number): OffscreenCanvasRenderingContext2D {
    for (;;) {
      const known = this.#free.pop();
      if (!known) return create(side);
      if (known.canvas.width === side) return known;
    }
  }

  give(context: OffscreenCanvasRenderingContext2D): void {
    this.#free.push(context);
  }
}

function create(side: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(side, side).getContext('2d', { alpha: false });
  return must(context, 'a browser paints canvases');
}

interface Work {
  readonly context: OffscreenCanvasRenderingContext2D;
  readonly items: readonly SceneItem[];
  next: number;
  /** What was painted before the last break. */
  kept: ImageBitmap | null;
}

/**
 * One square of the drawing, painted a few items at a time so that no frame waits for it. It is painted beside the
 * page and shown as a finished picture: the compositor moves a picture for nothing, a canvas that can be painted
 * on it copies for every frame.
 */
export class Tile {
  readonly canvas = document.createElement('canvas');
  readonly column: number;
  readonly row: number;
  readonly #sheet: Sheet;
  readonly #scratch: Scratch;
  readonly #picture: ImageBitmapRenderingContext;
  /** What is under way; null before the first stroke and after the last. */
  #work: Work | null = null;
  /** Everything is painted as the drawing is now. */
  done = false;
  /** It has something to show, even if that is no longer how the drawing is. */
  shows = false;

  constructor(sheet: Sheet, column: number, row: number, scratch: Scratch) {
    this.column = column;
    this.row = row;
    this.#sheet = sheet;
    this.#scratch = scratch;
    const { canvas } = this;
    canvas.width = canvas.height = this.#side;
    canvas.style.left = `${column * TILE}px`;
    canvas.style.top = `${row * TILE}px`;
    this.#picture = must(canvas.getContext('bitmaprenderer', { alpha: false }), 'a browser shows pictures');
  }

  get #side(): number {
    return Math.round(TILE * this.#sheet.density);
  }

  /** The part of the drawing this tile shows, canvas units. */
  get box(): Box {
    const side = TILE / this.#sheet.scale;
    return { x: this.column * side, y: this.row * side, width: side, height: side };
  }

  /** Begins anew with the next stroke. What it shows stays until then. */
  discard(): void {
    if (this.#work) {
      this.#work.kept?.close();
      this.#scratch.give(this.#work.context);
    }
    this.#work = null;
    this.done = false;
  }

  /** Paints until it is done or `until` (clock of `performance`) has come. True when it is done. */
  paint(index: DrawingIndex, looks: Looks, until: number): boolean {
    const started = performance.now();
    const enough = started + (until - started) * this.#scratch.share;
    const work = (this.#work ??= this.#begin(index, looks));
    this.#resume(work);
    const { context, items } = work;
    const { detail, texts } = this.#sheet;
    while (work.next < items.length) {
      const last = Math.min(items.length, work.next + ITEMS_AT_ONCE);
      for (; work.next < last; work.next++) {
        const item = items[work.next];
        if (item) paintItem(context, item, detail, texts, looks);
      }
      if (performance.now() > enough) break;
    }
    const ordered = performance.now();
    const picture = context.canvas.transferToImageBitmap();
    this.#scratch.learn(ordered - started, performance.now() - ordered);
    if (work.next < items.length) {
      work.kept = picture;
      return false;
    }
    this.#picture.transferFromImageBitmap(picture);
    this.#scratch.give(context);
    this.#work = null;
    this.shows = true;
    return (this.done = true);
  }

  /** Goes on where the last break was: taking the picture left the canvas empty. */
  #resume(work: Work): void {
    const { context, kept } = work;
    if (!kept) return;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(kept, 0, 0);
    kept.close();
    work.kept = null;
    this.#transform(context);
  }

  /** Paints some boxes of the drawing again, at once; the rest of the tile stays. */
  repaint(boxes: readonly Box[], index: DrawingIndex, looks: Looks): void {
    const context = this.#scratch.take(this.#side);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(this.canvas, 0, 0);
    for (const box of boxes) this.#repaintBox(context, box, index, looks);
    this.#show(context);
  }

  #begin(index: DrawingIndex, looks: Looks): Work {
    const context = this.#scratch.take(this.#side);
    this.#transform(context);
    this.#ground(context, this.box, looks);
    return { context, items: index.within(this.box, this.#sheet.detail), next: 0, kept: null };
  }

  #show(context: OffscreenCanvasRenderingContext2D): void {
    this.#picture.transferFromImageBitmap(context.canvas.transferToImageBitmap());
    this.#scratch.give(context);
  }

  #repaintBox(context: OffscreenCanvasRenderingContext2D, box: Box, index: DrawingIndex, looks: Looks): void {
    const { scale, density, detail, texts } = this.#sheet;
    const px = scale * density;
    const own = this.box;
    // Whole device pixels, so that no edge is mixed with what was there.
    const left = Math.max(0, Math.floor((box.x - own.x) * px) - 1);
    const top = Math.max(0, Math.floor((box.y - own.y) * px) - 1);
    const right = Math.min(this.#side, Math.ceil((box.x + box.width - own.x) * px) + 1);
    const bottom = Math.min(this.#side, Math.ceil((box.y + box.height - own.y) * px) + 1);
    if (left >= right || top >= bottom) return;
    const clip = {
      x: own.x + left / px,
      y: own.y + top / px,
      width: (right - left) / px,
      height: (bottom - top) / px,
    };
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    this.#transform(context);
    this.#ground(context, clip, looks);
    for (const item of index.within(clip, detail)) paintItem(context, item, detail, texts, looks);
    context.restore();
  }

  #transform(context: OffscreenCanvasRenderingContext2D): void {
    const { scale, density } = this.#sheet;
    const px = scale * density;
    const side = TILE * density;
    context.setTransform(px, 0, 0, px, -this.column * side, -this.row * side);
  }

  /** The empty ground with its dots, which keep between 12 and 48 px apart whatever the scale. */
  #ground(
    context: OffscreenCanvasRenderingContext2D,
    { x, y, width, height }: Box,
    { ground, dot }: Looks,
  ): void {
    context.fillStyle = ground;
    context.fillRect(x, y, width, height);
    const { scale } = this.#sheet;
    const step = DOTS / 2 ** Math.round(Math.log2(scale));
    const size = 1.6 / scale;
    context.beginPath();
    for (let row = Math.floor(y / step); row * step < y + height; row++) {
      for (let column = Math.floor(x / step); column * step < x + width; column++) {
        context.rect(column * step, row * step, size, size);
      }
    }
    context.fillStyle = dot;
    context.fill();
  }
}
