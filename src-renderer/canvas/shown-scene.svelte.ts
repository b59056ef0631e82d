import { boxesTouch, growBox, unionBoxes, type Box } from '../../shared/geometry/box.ts';
import type {
  Scene,
  SceneCable,
  SceneCluster,
  SceneNode,
  ScenePort,
  SceneSwitch,
} from '../../shared/scene/index.ts';
import type { ProjectState } from '../state/project.svelte.ts';
import type { ViewState } from '../state/view.svelte.ts';
import { detailFor, isShown, showsTexts } from './detail.ts';
import { movableOf, movesFor, withMoves, type Moves } from './moves.ts';
import { isSmall, partOfPlan, withPart } from './part-scene.ts';
import { reuseItems } from './reuse.ts';
import { itemsOfSubject, litBy } from './subject-items.ts';

export type SceneItem = SceneCluster | SceneNode | SceneSwitch | SceneCable;

const NOTHING: readonly never[] = [];

/** What the canvas paints: the project's scene with the gesture under way, cut to what is near the window. */
export class ShownScene {
  width = $state(0);
  height = $state(0);
  readonly #project: ProjectState;
  readonly #view: ViewState;
  #last: Scene | null = null;
  #lastFrame: Box | null = null;

  readonly scene: Scene = $derived.by(() => (this.#last = reuseItems(this.#last, this.#next())));

  readonly detail = $derived.by(() => detailFor(this.#view.transform.k));

  readonly texts = $derived.by(() => showsTexts(this.#view.transform.k));

  readonly items: ReadonlyMap<string, SceneItem> = $derived.by(() => {
    const { clusters, nodes, switches, cables } = this.scene;
    return new Map([...clusters, ...nodes, ...switches, ...cables].map((item) => [item.id, item]));
  });

  /** What the arrow keys walk over; regions and cables are reached through the outline and the lists. */
  readonly cards: readonly SceneItem[] = $derived.by(() => [...this.scene.nodes, ...this.scene.switches]);

  readonly ports: ReadonlyMap<string, ScenePort> = $derived.by(() => {
    const owners = [...this.scene.nodes, ...this.scene.switches];
    return new Map(owners.flatMap((owner) => owner.ports.map((port) => [port.id, port] as const)));
  });

  /**
   * The part of the drawing worth painting. It is larger than the window and stays the same object while the
   * window is inside it, so that a pan repaints nothing.
   */
  readonly frame: Box = $derived.by(() => {
    const { x, y, k } = this.#view.transform;
    const seen = { x: -x / k, y: -y / k, width: this.width / k, height: this.height / k };
    const last = this.#lastFrame;
    if (last && contains(last, seen) && last.width <= seen.width * 3) return last;
    return (this.#lastFrame = growBox(seen, Math.max(seen.width, seen.height) / 4));
  });

  readonly clusters = $derived.by(() => this.#near(this.scene.clusters));
  readonly nodes = $derived.by(() => this.#near(this.scene.nodes));
  readonly switches = $derived.by(() => this.#near(this.scene.switches));
  /** From afar many cables are drawn as one bundle and have nothing of their own to show. */
  readonly cables = $derived.by(() => {
    const { detail } = this;
    const near = this.#near(this.scene.cables);
    return detail === 'far'
      ? near.filter((cable) => cable.marks.some((mark) => isShown(mark, detail)))
      : near;
  });

  /** The item Tab leads to. */
  readonly tabStop: string | null = $derived.by(() => {
    for (const id of [this.#view.focusedItem, this.#view.selectedId]) if (id && this.items.has(id)) return id;
    return this.scene.nodes[0]?.id ?? this.scene.switches[0]?.id ?? null;
  });

  readonly #lit = $derived.by(() => {
    const hovered = this.#view.hovered;
    return hovered === null ? null : litBy(hovered, this.#project.outcome.plan);
  });
  /** Cables whose whole path is lit; the rest of the drawing dims. */
  readonly litCables: readonly SceneCable[] = $derived.by(() =>
    this.#lit ? this.scene.cables.filter((cable) => this.#lit?.cables.includes(cable.id)) : NOTHING,
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

  /** The box around subjects, null when none of them is drawn. */
  boxOf(ids: Iterable<string>): Box | null {
    return unionBoxes(this.itemsOf(ids).map((item) => item.box));
  }

  movable(ids: Iterable<string>): ReadonlySet<string> {
    return movableOf(ids, this.#project.outcome.design, this.#project.scene);
  }

  moves(ids: ReadonlySet<string>, dx: number, dy: number): Moves {
    return movesFor(ids, dx, dy, this.#project.outcome.design, this.#project.scene);
  }

  /** Nodes and switches that a box touches. */
  itemsIn(box: Box): ReadonlySet<string> {
    const all = [...this.scene.nodes, ...this.scene.switches];
    return new Set(all.filter((item) => boxesTouch(item.box, box)).map((item) => item.id));
  }

  /** The project's scene, or the one the drag under way would make. */
  #next(): Scene {
    const preview = this.#view.preview;
    if (preview?.kind !== 'move') return this.#project.scene;
    const { design, plan } = this.#project.outcome;
    const moved = withMoves(design, this.moves(preview.ids, preview.dx, preview.dy));
    if (isSmall(plan)) return this.#project.sceneOf(moved);
    return withPart(this.#project.scene, this.#project.sceneOf(moved, partOfPlan(plan, preview.ids)));
  }

  #near<T extends SceneItem>(items: readonly T[]): readonly T[] {
    const { frame, tabStop } = this;
    return items.filter((item) => boxesTouch(item.box, frame) || item.id === tabStop);
  }
}

function contains(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}
