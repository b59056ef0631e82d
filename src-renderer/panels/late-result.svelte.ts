import { untrack } from 'svelte';
import type { Plan } from '../../shared/plan/index.ts';

/** Up to so many nodes a list is worked out with the edit itself; with more once edits pause. */
const AT_ONCE = 200;
/** Ms without an edit. */
const PAUSE = 200;

/**
 * Something worked out of the plan that takes too long to keep pace with edits of a large design: meanwhile what held
 * before is shown. Made while a component starts, whose life it shares.
 */
export class LateResult<T> {
  readonly #plan: () => Plan;
  readonly #compute: (plan: Plan) => T;
  #done: { readonly plan: Plan; readonly value: T } | null = $state.raw(null);

  readonly #atOnce: boolean = $derived.by(() => this.#plan().nodes.length <= AT_ONCE);
  /** What was worked out last; null before the first time. */
  readonly value: T | null = $derived.by(() =>
    this.#atOnce ? this.#compute(this.#plan()) : (this.#done?.value ?? null),
  );
  /** What is shown is of a plan before. */
  readonly stale: boolean = $derived.by(() => !this.#atOnce && this.#done?.plan !== this.#plan());

  constructor(plan: () => Plan, compute: (plan: Plan) => T) {
    this.#plan = plan;
    this.#compute = compute;
    $effect(() => {
      const of = plan();
      if (this.#atOnce) return;
      const first = untrack(() => this.#done === null);
      const timer = setTimeout(() => (this.#done = { plan: of, value: compute(of) }), first ? 0 : PAUSE);
      return () => clearTimeout(timer);
    });
  }
}
