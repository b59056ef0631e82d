import { boxesTouch, growBox, unionBoxes, type Box, type Point } from '../../shared/geometry/box.ts';
import type { PortId } from '../../shared/lib/ids.ts';
import {
  bundleParallel,
  type Detail,
  type Scene,
  type SceneCable,
  type ScenePort,
} from '../../shared/scene/index.ts';
import { deviceOf } from '../../shared/wiring/index.ts';
import type { ProjectState } from '../state/project.svelte.ts';
import type { Transform, ViewState } from '../state/view.svelte.ts';
import { detailFor } from './detail.ts';
import { DrawingIndex, type Hit, type SceneItem } from './drawing-index.ts';
import { movableOf, movesFor, withMoves, type Moves } from './moves.ts';
import { isSmall, partOfPlan, withPart } from './part-scene.ts';
import { changesBetween } from './scene-changes.ts';
import { itemsOfSubject, litBy } from './subject-items.ts';

export type { SceneItem } from './drawing-index.ts';

const NOTHING: readonly never[] = [];
const NO_IDS: ReadonlySet<string> = new Set();
/** This many cables between the same two devices are drawn as one without being asked. */
const MANY_PARALLEL = 7;
/** A pointer this near to a cable is on it, px. */
const REACH = 6;
/** With more items in view than this only those that matter have elements; the outline and lists hold the others. */
const MOST_CARDS = 250;
const MOST_CABLES = 400;
/** So many things follow the pointer as elements of their own; more are painted on the tiles frame by frame. */
const MOST_LIFTED = 60;

interface Elements {
  readonly items: readonly SceneItem[];
  /** Ports have elements too. */
  readonly ports: boolean;
}

/** What the canvas shows: the project's scene with the gesture under way, and what of it is near the window. */
export class ShownScene {
  width = $state(0);
  height = $state(0);
  readonly #project: ProjectState;
  readonly #view: ViewState;
  #lastIndex: DrawingIndex | null = null;
  #lastStill: DrawingIndex | null = null;
  #lastOpen: ReadonlySet<string> = new Set();

  /** The project's scene, or the one the drag under way would make. */
  readonly #whole: Scene = $derived.by(() => {
    const preview = this.#view.preview;
    if (preview?.kind !== 'move') return this.#project.scene;
    const { design, plan } = this.#project.outcome;
    const moved = withMoves(design, this.moves(preview.ids, preview.dx, preview.dy));
    if (isSmall(plan)) return this.#project.sceneOf(moved);
    const part = this.#project.sceneOf(moved, partOfPlan(plan, preview.ids));
    return withPart(this.#project.scene, part, preview.ids);
  });

  /** Cables that are to be seen one by one: what is selected. The same set while these are the same. */
  readonly #open: ReadonlySet<string> = $derived.by(() => {
    const { links } = this.#project.outcome.design;
    const ids = [...this.#view.selection].filter((id) => links.has(id as never));
    const last = this.#lastOpen;
    if (ids.length === last.size && ids.every((id) => last.has(id))) return last;
    return (this.#lastOpen = new Set(ids));
  });

  /** What is painted: parallel cables are one line where they are many, or everywhere when the user wants that. */
  readonly scene: Scene = $derived.by(() =>
    bundleParallel(this.#whole, this.#project.outcome.plan, {
      from: this.#view.bundling ? 2 : MANY_PARALLEL,
      open: this.#open,
    }),
  );

  readonly detail: Detail = $derived.by(() => detailFor(this.#view.transform.k));

  /** Finds what lies where. */
  readonly index: DrawingIndex = $derived.by(() => (this.#lastIndex = this.#indexOf(this.scene)));

  readonly #moving: ReadonlySet<string> | null = $derived.by(() => {
    const preview = this.#view.preview;
    return preview?.kind === 'move' ? preview.ids : null;
  });
  /** Ids of what a drag moves and of the cables it takes along. */
  readonly #movingAll: ReadonlySet<string> = $derived.by(() => {
    const moving = this.#moving;
    if (moving === null || moving.size > MOST_LIFTED) return NO_IDS;
    const links = this.#project.outcome.plan.links.filter(
      ({ a, b }) => moving.has(a.ownerId) || moving.has(b.ownerId),
    );
    return new Set([...moving, ...links.map(({ id }) => id)]);
  });
  /** What is drawn above the tiles while it is dragged, from back to front: the tiles are painted without it. */
  readonly lifted: readonly SceneItem[] = $derived.by(() => {
    const all = this.#movingAll;
    if (all.size === 0 || all.size > MOST_LIFTED) return NOTHING;
    const { cables, switches, nodes } = this.scene;
    return [
      ...cables.filter(({ id, members }) => all.has(id) || members?.some((one) => all.has(one))),
      ...switches.filter(({ id }) => all.has(id)),
      ...nodes.filter(({ id }) => all.has(id)),
    ];
  });
  /** What the tiles show. */
  readonly painted: DrawingIndex = $derived.by(() =>
    this.lifted.length === 0 ? this.index : this.index.without(this.lifted),
  );

  /** Pan and zoom when they last rested: what only keyboard and screen reader use need not follow every frame. */
  settled: Transform = $state.raw({ x: 0, y: 0, k: 1 });

  /** What is drawn, by id. */
  readonly items = {
    get: (id: string): SceneItem | undefined => this.index.item(id),
    has: (id: string): boolean => this.index.item(id) !== undefined,
  };

  /** What the arrow keys walk over; regions and cables are reached through the outline and the lists. */
  readonly cards: readonly SceneItem[] = $derived.by(() => [...this.scene.nodes, ...this.scene.switches]);

  /** Ports by id, looked up at their owners: of what nobody asks for no port is even drawn. */
  readonly ports = {
    get: (id: string): ScenePort | undefined => {
      const port = this.#project.outcome.plan.portById.get(id as PortId);
      const owner = port && this.index.item(deviceOf(port));
      return owner && 'ports' in owner ? owner.ports.find((each) => each.id === id) : undefined;
    },
    values: (): readonly ScenePort[] => {
      const { nodes, switches } = this.scene;
      return [...nodes, ...switches].flatMap(({ ports }) => ports);
    },
  };

  /** The part of the drawing that is in the window, and a little around it. */
  readonly frame: Box = $derived.by(() => {
    const { x, y, k } = this.settled;
    return growBox({ x: -x / k, y: -y / k, width: this.width / k, height: this.height / k }, 64);
  });

  /** The drawing but for what a drag under way does to it: elements follow when it is let go. */
  readonly #still: DrawingIndex = $derived.by(() => {
    const moving = this.#view.preview?.kind === 'move';
    return (this.#lastStill = (moving && this.#lastStill) || this.index);
  });

  /** What has elements of its own: all in view, or what is selected and focused where that would be too much. */
  readonly elements: Elements = $derived.by(() => {
    // Before the window has a size nothing is in view.
    if (this.width === 0) return { items: NOTHING, ports: false };
    const { selection } = this.#view;
    const { tabStop } = this;
    const detail = detailFor(this.settled.k);
    const found = this.#still.within(this.frame, detail);
    const cards = found.filter((item) => item.kind === 'node' || item.kind === 'switch');
    const cables = found.filter((item) => item.kind === 'cable');
    const kept = (item: SceneItem) => item.id === tabStop || selection.has(item.id);
    const shown = [
      ...found.filter((item) => item.kind === 'cluster'),
      ...(cables.length > MOST_CABLES ? cables.filter(kept) : cables),
      ...(cards.length > MOST_CARDS ? cards.filter(kept) : cards),
    ];
    const stop = tabStop === null ? undefined : this.#still.item(tabStop);
    return { items: stop && !shown.includes(stop) ? [...shown, stop] : shown, ports: detail !== 'far' };
  });

  /** The item Tab leads to. */
  readonly tabStop: string | null = $derived.by(() => {
    for (const id of [this.#view.focusedItem, this.#view.selectedId]) if (id && this.items.has(id)) return id;
    return this.scene.nodes[0]?.id ?? this.scene.switches[0]?.id ?? null;
  });

  readonly #lit = $derived.by(() => {
    const hovered = this.#view.hovered;
    if (hovered === null) return null;
    const lit = this.membersOf([hovered]).map((id) => litBy(id, this.#project.outcome.plan));
    return { cables: lit.flatMap(({ cables }) => cables), ports: lit.flatMap(({ ports }) => ports) };
  });
  /** Cables whose whole path is lit; the rest of the drawing dims. */
  readonly litCables: readonly SceneCable[] = $derived.by(() =>
    this.#lit
      ? this.scene.cables.filter(({ id, members = [id] }) =>
          members.some((one) => this.#lit?.cables.includes(one)),
        )
      : NOTHING,
  );
  readonly litPorts: readonly ScenePort[] = $derived.by(() =>
    (this.#lit?.ports ?? NOTHING).flatMap((id) => this.ports.get(id) ?? []),
  );
  /** Outlined because a row of a table is under the pointer. */
  readonly hinted: readonly SceneItem[] = $derived.by(() => {
    const hovered = this.#view.hovered;
    return hovered === null || this.litCables.length > 0 ? NOTHING : this.itemsOf([hovered]);
  });
  readonly selected: readonly SceneItem[] = $derived.by(() => {
    const preview = this.#view.preview;
    return this.itemsOf(preview?.kind === 'marquee' ? preview.ids : this.#view.selection);
  });

  constructor(project: ProjectState, view: ViewState) {
    this.#project = project;
    this.#view = view;
  }

  /** The drawn items that stand for subjects of any kind. */
  itemsOf(ids: Iterable<string>): readonly SceneItem[] {
    const { design, plan } = this.#project.outcome;
    const wanted = new Set([...ids].flatMap((id) => itemsOfSubject(id, design, plan)));
    return [...wanted].flatMap((id) => this.items.get(id) ?? []);
  }

  /** Ids of drawn items with every cable of a bundle in the place of the bundle. */
  membersOf(ids: Iterable<string>): readonly string[] {
    return [...ids].flatMap((id) => {
      const item = this.items.get(id);
      return item?.kind === 'cable' ? (item.members ?? [id]) : [id];
    });
  }

  /** The box around subjects, null when none of them is drawn. */
  boxOf(ids: Iterable<string>): Box | null {
    return unionBoxes(this.itemsOf(ids).map((item) => item.box));
  }

  /** What lies under a point of the canvas: a port, a node, a switch, a cable, the region of a cluster. */
  at(point: Point): Hit | null {
    return this.index.at(point, REACH / this.#view.transform.k, this.detail);
  }

  /** The same with the owner in the place of a port: ports are not selected for themselves. */
  ownerAt(point: Point): Hit | null {
    const hit = this.at(point);
    return hit?.owner ?? hit;
  }

  movable(ids: Iterable<string>): ReadonlySet<string> {
    return movableOf(ids, this.#project.outcome.design, this.#project.scene);
  }

  moves(ids: ReadonlySet<string>, dx: number, dy: number): Moves {
    return movesFor(ids, dx, dy, this.#project.outcome.design, this.#project.scene);
  }

  /** Nodes and switches that a box touches. */
  itemsIn(box: Box): ReadonlySet<string> {
    const near = this.index.within(box, 'far').filter(({ kind }) => kind === 'node' || kind === 'switch');
    return new Set(near.filter((item) => boxesTouch(item.box, box)).map((item) => item.id));
  }

  #indexOf(scene: Scene): DrawingIndex {
    const last = this.#lastIndex;
    if (last === null || last.scene === scene) return last ?? DrawingIndex.of(scene);
    const { changes, sameItems } = changesBetween(last.scene, scene);
    return last.next(scene, sameItems ? changes.flatMap(({ after }) => after ?? []) : null);
  }
}
