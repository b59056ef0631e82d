import type { Box, Point } from '../../shared/geometry/box.ts';
import { DRAG_PX, distance, type ToolEvent, type ToolHost, type ToolState } from './tool.ts';
import { pullFrom } from './wire.ts';

/** Nothing is pressed. */
export const idle: ToolState = {
  name: 'idle',
  handle(event) {
    return event.type === 'down' ? new Pointing(event) : idle;
  },
};

/** Pressed, but not moved far enough to be a drag. */
class Pointing implements ToolState {
  readonly name = 'pointing';
  readonly #down: ToolEvent;

  constructor(down: ToolEvent) {
    this.#down = down;
  }

  handle(event: ToolEvent, host: ToolHost): ToolState {
    if (event.type === 'cancel') return idle;
    if (event.type === 'up') {
      click(this.#down, host);
      return idle;
    }
    if (event.type !== 'move' || distance(event.screen, this.#down.screen) < DRAG_PX) return this;
    const next = pullFrom(this.#down, idle, host) ?? this.#drag(host);
    return next.handle(event, host);
  }

  #drag(host: ToolHost): ToolState {
    const { target, adding, point } = this.#down;
    const selected = host.selection();
    // A region is large: only a selected one is taken along, otherwise a drag inside it draws a marquee.
    const grips =
      target !== null && (target.kind === 'node' || target.kind === 'switch' || selected.has(target.id));
    if (!grips) return new Marquee(point, adding ? selected : new Set());
    if (!selected.has(target.id)) host.select(adding ? [...selected, target.id] : [target.id]);
    const ids = host.movable(host.selection());
    return ids.size > 0 ? new Moving(ids, point) : new Marquee(point, new Set());
  }
}

/** Items follow the pointer; the design is untouched until the button is let go. */
class Moving implements ToolState {
  readonly name = 'moving';
  readonly #ids: ReadonlySet<string>;
  readonly #from: Point;

  constructor(ids: ReadonlySet<string>, from: Point) {
    this.#ids = ids;
    this.#from = from;
  }

  handle(event: ToolEvent, host: ToolHost): ToolState {
    if (event.type === 'cancel') {
      host.preview(null);
      return idle;
    }
    const by = { x: event.point.x - this.#from.x, y: event.point.y - this.#from.y };
    const { dx, dy, guides } = host.snap(this.#ids, by, event.free);
    if (event.type === 'up') {
      host.preview(null);
      if (dx !== 0 || dy !== 0) host.move(this.#ids, dx, dy);
      return idle;
    }
    host.preview({ kind: 'move', ids: this.#ids, dx, dy, guides });
    return this;
  }
}

/** A rectangle is drawn; what it touches will be selected. */
class Marquee implements ToolState {
  readonly name = 'marquee';
  readonly #from: Point;
  readonly #kept: ReadonlySet<string>;

  constructor(from: Point, kept: ReadonlySet<string>) {
    this.#from = from;
    this.#kept = kept;
  }

  handle(event: ToolEvent, host: ToolHost): ToolState {
    if (event.type === 'cancel') {
      host.preview(null);
      return idle;
    }
    const box = boxBetween(this.#from, event.point);
    const ids = new Set([...this.#kept, ...host.itemsIn(box)]);
    if (event.type === 'up') {
      host.preview(null);
      host.select(ids);
      return idle;
    }
    host.preview({ kind: 'marquee', box, ids });
    return this;
  }
}

function click({ target, handle, adding }: ToolEvent, host: ToolHost): void {
  if (handle) return;
  if (target === null) {
    if (!adding) host.select([]);
  } else if (adding) host.toggle(target.id);
  else host.select([target.id]);
}

function boxBetween(a: Point, b: Point): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}
