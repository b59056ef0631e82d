import { remainingWithout, type Remaining } from '../../shared/plan/index.ts';
import { NOTHING_LOST, lostWith, type Lost } from './lost.ts';
import type { ProjectState } from './project.svelte.ts';
import type { ViewState } from './view.svelte.ts';

const NONE: ReadonlySet<string> = new Set();

/** What the design delivers with that in it which the user takes for failed. */
export class RatesState {
  readonly #project: ProjectState;
  readonly #view: ViewState;

  /** What has failed, as far as the design still has it. */
  readonly failed: ReadonlySet<string> = $derived.by(() => {
    const { failed } = this.#view.rates;
    if (failed.size === 0) return NONE;
    const there = [...failed].filter((id) => this.#project.has(id));
    return there.length === failed.size ? failed : new Set(there);
  });
  /** What is left of the rate; null while nothing has failed. */
  readonly left: Remaining | null = $derived.by(() =>
    this.failed.size === 0 ? null : remainingWithout(this.#project.outcome.plan, this.failed),
  );
  /** What failed and all that hangs on it. */
  readonly lost: Lost = $derived.by(() =>
    this.left ? lostWith(this.#project.outcome.plan, this.failed, this.left.lostLinks) : NOTHING_LOST,
  );
  /** Nodes that work but reach no storage, or serve it to nobody. */
  readonly cutOff: ReadonlySet<string> = $derived.by(() => (this.left ? new Set(this.left.cutOff) : NONE));
  /** Whole rate, Gb/s, and the bottleneck of what is there now. */
  readonly rateGbps: number = $derived.by(
    () => this.left?.rateGbps ?? this.#project.outcome.plan.flow.rateGbps,
  );
  readonly bottleneck: { readonly ids: readonly string[]; readonly text: string } = $derived.by(() => {
    const { bottleneck: ids, bottleneckText: text } = this.left ?? this.#project.outcome.plan.flow;
    return { ids, text };
  });
  readonly cut: ReadonlySet<string> = $derived.by(() => new Set(this.bottleneck.ids));
  /** The bottleneck is marked on the drawing. */
  readonly cutShown: boolean = $derived.by(() => this.#view.rates.cutShown || this.left !== null);

  constructor(project: ProjectState, view: ViewState) {
    this.#project = project;
    this.#view = view;
  }
}
