import { findIn, findIndex, type FindEntry } from './search/index.ts';
import type { ProjectState } from './project.svelte.ts';
import type { ViewState } from './view.svelte.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** The search through the design: what is looked for, what was found, and which match is shown. */
export class FindState {
  search: string = $state('');
  /** Place of the match that is shown; -1 before the first. */
  at: number = $state(-1);
  readonly #project: ProjectState;
  readonly #view: ViewState;

  // A move on the canvas changes neither: what was found stays as it is.
  readonly #plan = $derived.by(() => this.#project.outcome.plan);
  readonly #findings = $derived.by(() => this.#project.outcome.findings);
  /** Once per design, not per letter: a thousand nodes have tens of thousands of entries. */
  readonly index: readonly FindEntry[] = $derived.by(() =>
    this.#view.find === null ? [] : findIndex({ plan: this.#plan, findings: this.#findings }),
  );
  readonly matches: readonly FindEntry[] = $derived.by(() => findIn(this.index, this.search));
  readonly current: FindEntry | null = $derived(this.matches[this.at] ?? null);
  /** Ids to mark on the canvas. */
  readonly found: ReadonlySet<string> = $derived.by(() =>
    this.matches.length === 0 ? NOTHING : new Set(this.matches.flatMap((match) => match.select)),
  );

  constructor(project: ProjectState, view: ViewState) {
    this.#project = project;
    this.#view = view;
  }

  /** Looks for something else. */
  look = (search: string): void => {
    this.search = search;
    this.at = -1;
  };

  /** Goes to the next match, or with -1 to the one before, around the end. It is selected and brought into view. */
  go = (step: 1 | -1): void => {
    const count = this.matches.length;
    if (count === 0) return;
    const from = this.at < 0 && step < 0 ? 0 : this.at;
    this.at = (from + step + count) % count;
    if (!this.current) return;
    if (this.current.select.length > 0) {
      this.#view.reveal(this.current.select);
      this.#view.resize({ inspectorOpen: true });
    }
    if (this.current.kind === 'check') this.#view.showChecks(null);
  };
}
