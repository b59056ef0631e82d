import { emptyInsertion } from '../../shared/fragment/index.ts';
import type { Box, Point } from '../../shared/geometry/box.ts';
import { centreOf } from '../../shared/geometry/box.ts';
import type { Board } from '../state/create/index.ts';
import { focusDrawing, outlineOf, sketch } from '../state/create/index.ts';
import type { Scene } from '../../shared/scene/index.ts';
import type { Piece } from './pieces.ts';
import { placePiece, planPiece, type Landing } from './place-piece.ts';

/** A press becomes a drag after this many px, so that a double click stays one. */
const DRAG_PX = 4;
const NOWHERE: Landing = { clusterId: null, nodeId: null };

interface Ghost {
  readonly scene: Scene;
  /** Its middle, which follows the pointer. */
  readonly centre: Point;
}

/** Drags one piece from a list onto the drawing; a copy of what would come follows the pointer. */
export class PieceDrag {
  readonly #world: Board;
  readonly #piece: Piece;
  readonly #from: Point;
  #ghost: Ghost | null = null;
  #active = false;

  constructor(world: Board, piece: Piece, from: Point) {
    this.#world = world;
    this.#piece = piece;
    this.#from = from;
  }

  /** True once the pointer went far enough. */
  get active(): boolean {
    return this.#active;
  }

  move(client: Point): void {
    if (!this.#active && Math.hypot(client.x - this.#from.x, client.y - this.#from.y) < DRAG_PX) return;
    this.#begin();
    const { view } = this.#world;
    const at = view.canvas?.pointAt(client) ?? null;
    const ghost = this.#ghost;
    if (at === null || !ghost) {
      view.preview = null;
      return;
    }
    const landing = this.#landing(at);
    const dx = Math.round((at.x - ghost.centre.x) / 4) * 4;
    const dy = Math.round((at.y - ghost.centre.y) / 4) * 4;
    view.preview = { kind: 'place', ghost: ghost.scene, dx, dy, target: landing.nodeId ?? landing.clusterId };
  }

  /** Lets go: places the piece where the pointer is, if that is on the drawing. */
  drop(client: Point): void {
    const { view } = this.#world;
    const at = this.#active ? (view.canvas?.pointAt(client) ?? null) : null;
    this.cancel();
    if (at === null) return;
    if (placePiece(this.#world, this.#piece, at, this.#landing(at))) focusDrawing(this.#world);
  }

  cancel(): void {
    this.#active = false;
    if (this.#world.view.preview?.kind === 'place') this.#world.view.preview = null;
  }

  #begin(): void {
    if (this.#active) return;
    this.#active = true;
    const planned = planPiece(this.#world, this.#piece.make, NOWHERE);
    if (planned.ok) {
      const { insertion } = planned.value;
      const scene = sketch(this.#world.project.design, insertion);
      this.#ghost = { scene, centre: centreOf(outlineOf(scene, insertion)) };
    } else {
      // An adapter has no card of its own: the node it goes into lights up instead.
      this.#ghost = { scene: sketch(this.#world.project.design, emptyInsertion('')), centre: { x: 0, y: 0 } };
    }
  }

  #landing(at: Point): Landing {
    const { scene } = this.#world.project;
    const kind = this.#piece.make.kind;
    if (kind === 'adapter') {
      const node = scene.nodes.find(({ box }) => holds(box, at));
      return { clusterId: null, nodeId: (node?.id ?? null) as Landing['nodeId'] };
    }
    if (kind !== 'node' && kind !== 'server') return NOWHERE;
    const region = scene.clusters.find(({ box }) => holds(box, at));
    return { clusterId: (region?.id ?? null) as Landing['clusterId'], nodeId: null };
  }
}

function holds(box: Box, { x, y }: Point): boolean {
  return x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
}
