import type { Box, Point } from '../../shared/geometry/box.ts';
import type { PortId } from '../../shared/lib/ids.ts';
import type { Preview } from '../state/view.svelte.ts';
import type { WireSource } from '../state/wire.ts';
import type { Snapped } from './snap.ts';

/** What the pointer met. */
export interface Target {
  readonly id: string;
  readonly kind: 'node' | 'switch' | 'cluster' | 'cable' | 'port';
}

/** A pointer or key event in terms of the drawing. `point` is in canvas units, `screen` in px. */
export interface ToolEvent {
  readonly type: 'down' | 'move' | 'up' | 'cancel';
  readonly point: Point;
  readonly screen: Point;
  readonly target: Target | null;
  /** The port that was pressed, where ports are drawn. */
  readonly port: PortId | null;
  /** The end of a selected cable that was pressed. */
  readonly handle: Extract<WireSource, { kind: 'end' }> | null;
  /** Shift, Ctrl or Command: add to or take from the selection. */
  readonly adding: boolean;
  /** Alt: do not snap to the grid. */
  readonly free: boolean;
}

/** What a tool may do; the canvas implements it. */
export interface ToolHost {
  readonly selection: () => ReadonlySet<string>;
  readonly select: (ids: Iterable<string>) => void;
  readonly toggle: (id: string) => void;
  readonly preview: (preview: Preview | null) => void;
  /** Ids of nodes and switches that move when these items are dragged. */
  readonly movable: (ids: Iterable<string>) => ReadonlySet<string>;
  /** Nodes and switches that a box touches. */
  readonly itemsIn: (box: Box) => ReadonlySet<string>;
  /** Where these items come to lie when they are dragged that far; `free` does not snap. */
  readonly snap: (ids: ReadonlySet<string>, by: Point, free: boolean) => Snapped;
  /** Moves for good: one undo step. */
  readonly move: (ids: ReadonlySet<string>, dx: number, dy: number) => void;
  readonly wire: WireHost;
}

/** How a tool draws cables. */
export interface WireHost {
  /** True when a wire can begin there; says nothing. */
  readonly offers: (source: WireSource) => boolean;
  /** Begins a wire; false when none can begin there, which the user has then been told. */
  readonly start: (source: WireSource) => boolean;
  readonly aim: (point: Point) => void;
  /** Lets go: one undo step, or the reason why nothing was done. */
  readonly drop: () => void;
  readonly cancel: () => void;
}

/** A press becomes a drag after this many px, so that a click stays a click. */
export const DRAG_PX = 4;

/** How far apart two points are. */
export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** One state of a gesture. `handle` returns the state after the event. */
export interface ToolState {
  readonly name: string;
  readonly handle: (event: ToolEvent, host: ToolHost) => ToolState;
}

/** Runs a tool: remembers the state it is in. */
export class ToolMachine {
  #state: ToolState;
  readonly #start: ToolState;
  readonly #host: ToolHost;

  constructor(start: ToolState, host: ToolHost) {
    this.#start = start;
    this.#state = start;
    this.#host = host;
  }

  get state(): string {
    return this.#state.name;
  }

  /** True while a gesture is under way that Escape would end. */
  get busy(): boolean {
    return this.#state !== this.#start;
  }

  send = (event: ToolEvent): void => {
    this.#state = this.#state.handle(event, this.#host);
  };
}
