/** One row of the table. */
export interface BenchEntry {
  readonly name: string;
  readonly size: string;
  /** Milliseconds it should take at most; null where only the growth is of interest. */
  readonly goalMs: number | null;
  /** What the time is to grow in step with; rows of one name that say it give a row of growth. */
  readonly nodes?: number;
  /** Makes the work ready, outside the time measured, and returns it. */
  readonly prepare: () => () => unknown;
}
