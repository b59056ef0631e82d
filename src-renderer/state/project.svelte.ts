import { catalog } from '../../shared/catalog/index.ts';
import { applyCommand, type CommandId, type CommandPayload } from '../../shared/commands/index.ts';
import { createHistory, type HistoryEntry, type HistoryStep } from '../../shared/history/history.ts';
import type { Result } from '../../shared/lib/result.ts';
import { TABLE_NAMES, applyDiff, computeDiff, isEmptyDiff, type Design } from '../../shared/model/index.ts';
import { computeOutcome, withDesign, type Outcome } from '../../shared/outcome.ts';
import type { Plan } from '../../shared/plan/index.ts';
import { badgesOf } from '../../shared/rules/index.ts';
import { buildScene, type Scene } from '../../shared/scene/index.ts';

/** The design being edited, its history and everything computed from it. One instance per window. */
export class ProjectState {
  /** Replaced whole by every edit; records that did not change keep their identity. */
  design: Design = $state.raw() as Design;
  #history = $state.raw(createHistory());
  readonly #newId: (prefix: string) => string;

  #lastOutcome: Outcome | null = null;
  #lastScene: Scene | null = null;

  readonly outcome: Outcome = $derived.by(() => {
    const last = this.#lastOutcome;
    const design = this.design;
    // Where things stand on the canvas decides nothing that is computed.
    const kept = last !== null && onlyPlacementsDiffer(last.design, design);
    return (this.#lastOutcome = kept ? withDesign(last, design) : computeOutcome(design, catalog));
  });
  /** The worst open finding of each subject. */
  readonly badges = $derived(badgesOf(this.outcome.findings));
  readonly scene: Scene = $derived.by(() => (this.#lastScene = this.#build(this.outcome, this.#lastScene)));
  /** Name of the step undo would take back, null when there is none. */
  readonly undoLabel = $derived(this.#history.undoLabel);
  readonly redoLabel = $derived(this.#history.redoLabel);
  /** Every step in the order it was done, those that undo took back at the end. */
  readonly steps: readonly HistoryEntry[] = $derived([
    ...this.#history.done,
    ...this.#history.undone.toReversed(),
  ]);
  /** How many of the steps are done: where the design stands among them. */
  readonly place = $derived(this.#history.done.length);

  constructor(design: Design, newId: (prefix: string) => string) {
    this.design = design;
    this.#newId = newId;
  }

  /** How the design would look with other placements; nothing but placements may differ from the plan's design. */
  sceneOf(design: Design, plan: Plan = this.outcome.plan): Scene {
    return this.#build({ design, plan }, this.scene);
  }

  /** What looks as before keeps its identity, so that an edit repaints only what it changes. */
  #build({ design, plan }: Pick<Outcome, 'design' | 'plan'>, before: Scene | null): Scene {
    return buildScene({ design, plan, badges: this.badges, before });
  }

  /** True for anything that can be selected: records, computed adapters and ports, the fabric and the project. */
  has(id: string): boolean {
    const key = id as never;
    const { design, plan } = this.outcome;
    const tables = [
      design.nodes,
      design.switches,
      design.links,
      design.clusters,
      design.networks,
      design.profiles,
    ];
    return (
      id === 'fabric' ||
      id === 'cabling' ||
      id === 'project' ||
      tables.some((table) => table.has(key)) ||
      plan.adapterById.has(key) ||
      plan.portById.has(key)
    );
  }

  /** Runs one command: one undo step. An edit that changes nothing leaves no step. */
  run = <C extends CommandId>(id: C, payload: CommandPayload<C>): Result<null, string> => {
    const result = applyCommand(this.design, id, payload, { newId: this.#newId });
    if (!result.ok) return result;
    const { design, diff, label } = result.value;
    this.#history = this.#history.record(diff, label, id);
    this.design = design;
    return { ok: true, value: null };
  };

  /** Puts another version of the design in its place, as one step; records that are the same stay the same objects. */
  replace = (design: Design, label: string): void => {
    const diff = computeDiff(this.design, design);
    if (isEmptyDiff(diff)) return;
    this.#history = this.#history.record(diff, label, 'replace');
    this.design = applyDiff(this.design, diff);
  };

  undo = (): void => {
    const step = this.#history.undo(this.design);
    if (!step) return;
    this.#history = step.history;
    this.design = step.design;
  };

  redo = (): void => {
    const step = this.#history.redo(this.design);
    if (!step) return;
    this.#history = step.history;
    this.design = step.design;
  };

  /** Goes to the design as it was after so many steps, in one jump. */
  goTo = (place: number): void => {
    let at: HistoryStep = { history: this.#history, design: this.design };
    while (at.history.done.length !== place) {
      const back = at.history.done.length > place;
      const next = back ? at.history.undo(at.design) : at.history.redo(at.design);
      if (!next) return;
      at = next;
    }
    this.#history = at.history;
    this.design = at.design;
  };

  /** Shows another design; its history starts empty. */
  load = (design: Design): void => {
    this.#history = createHistory();
    this.design = design;
  };
}

function onlyPlacementsDiffer(a: Design, b: Design): boolean {
  return TABLE_NAMES.every((name) => name === 'placements' || a[name] === b[name]);
}
