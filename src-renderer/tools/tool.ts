import type { Box, Point } from '../../shared/geometry/box.ts';
import type { Preview } from '../state/view.svelte.ts';

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
  /** Moves for good: one undo step. */
  readonly move: (ids: ReadonlySet<string>, dx: number, dy: number) => void;
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
