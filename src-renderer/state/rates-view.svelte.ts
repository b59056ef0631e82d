export const RATES_TABS = ['delivered', 'adapters', 'failures', 'load'] as const;
export type RatesTab = (typeof RATES_TABS)[number];

const NOTHING: ReadonlySet<string> = new Set();

/** What the list of rates shows, and what the user takes for failed. Never saved, no step of undo, not in any export. */
export class RatesView {
  tab: RatesTab = $state('delivered');
  /** Ids of adapters, cables, switches and nodes. What an edit removed may still be among them. */
  failed: ReadonlySet<string> = $state.raw(NOTHING);
  /** The pointer or the focus is on the bottleneck. */
  pointed = $state(false);
  /** The bottleneck stays marked on the drawing. */
  pinned = $state(false);
  readonly cutShown: boolean = $derived(this.pointed || this.pinned);

  /** Takes components for failed, beside those that are already. */
  fail = (ids: Iterable<string>): void => {
    const next = new Set([...this.failed, ...ids]);
    if (next.size > this.failed.size) this.failed = next;
  };

  bringBack = (ids: Iterable<string>): void => {
    const gone = new Set(ids);
    const next = [...this.failed].filter((id) => !gone.has(id));
    if (next.length < this.failed.size) this.failed = new Set(next);
  };

  /** All of them fail, or come back when every one has failed. */
  toggle = (ids: readonly string[]): void => {
    if (ids.every((id) => this.failed.has(id))) this.bringBack(ids);
    else this.fail(ids);
  };

  bringAllBack = (): void => {
    if (this.failed.size > 0) this.failed = NOTHING;
  };

  /** Forgets what belonged to the design before; the list keeps its tab. */
  reset = (): void => {
    this.bringAllBack();
    this.pointed = false;
    this.pinned = false;
  };
}
