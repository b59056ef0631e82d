import type { Result } from '../../shared/lib/result.ts';

/** How far a task is. `note` names what is being worked on. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly note?: string;
}

export type Report = (progress: Progress) => void;

/** Something that takes time, while it runs. */
export interface Task {
  readonly id: number;
  /** A name to find it by, for work of which there is one at a time. */
  readonly key: string | null;
  /** What is being done, in the form of `Arranging 200 nodes`. */
  readonly label: string;
  /** Null while nobody knows how long it takes. */
  readonly progress: Progress | null;
  /** It runs long enough to be shown. */
  readonly slow: boolean;
  /** The user wants it to stop; it has not yet. */
  readonly stopping: boolean;
}

/** After this time a task is shown and announced: shorter ones would only flicker. */
const SLOW_MS = 500;

/** Everything that takes time. What is slow is shown in the status bar, with its progress and a way to stop it. */
export class TaskState {
  list: readonly Task[] = $state.raw([]);
  /** The oldest of those that are shown. */
  readonly shown: Task | null = $derived(this.list.find((task) => task.slow) ?? null);
  #nextId = 1;
  readonly #stops = new Map<number, AbortController>();
  readonly #announce: (text: string) => void;
  readonly #after: (run: () => void, ms: number) => () => void;

  constructor(
    announce: (text: string) => void,
    after: (run: () => void, ms: number) => () => void = (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  ) {
    this.#announce = announce;
    this.#after = after;
  }

  /**
   * Runs work that takes time. The work listens to the signal and rejects once it is aborted: that ends as
   * `cancelled`. Work that ends well in spite of a late cancel counts as done; other rejections are passed on.
   */
  run = async <T>(
    label: string,
    work: (signal: AbortSignal, report: Report) => Promise<T>,
    key: string | null = null,
  ): Promise<Result<T, 'cancelled'>> => {
    const id = this.#nextId++;
    const stop = new AbortController();
    this.#stops.set(id, stop);
    this.list = [...this.list, { id, key, label, progress: null, slow: false, stopping: false }];
    const forget = this.#after(() => {
      this.#change(id, { slow: true });
      this.#announce(`${label} …`);
    }, SLOW_MS);
    let end = 'stopped';
    try {
      const value = await work(stop.signal, (progress) => this.#change(id, { progress }));
      end = 'done';
      return { ok: true, value };
    } catch (error) {
      if (!stop.signal.aborted) throw error;
      end = 'cancelled';
      return { ok: false, error: 'cancelled' };
    } finally {
      forget();
      this.#stops.delete(id);
      if (this.list.some((task) => task.id === id && task.slow)) this.#announce(`${label}: ${end}`);
      this.list = this.list.filter((task) => task.id !== id);
    }
  };

  /** The task with that key, while it runs. */
  named = (key: string): Task | null => this.list.find((task) => task.key === key) ?? null;

  /** Asks a task to stop. */
  cancel = (id: number): void => {
    this.#change(id, { stopping: true });
    this.#stops.get(id)?.abort();
  };

  #change(id: number, change: Partial<Task>): void {
    this.list = this.list.map((task) => (task.id === id ? { ...task, ...change } : task));
  }
}
