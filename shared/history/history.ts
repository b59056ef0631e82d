import {
  applyDiff,
  computeDiff,
  isEmptyDiff,
  reverseDiff,
  type Design,
  type DesignDiff,
} from '../model/index.ts';

/** One step that can be taken back. Plain JSON. */
export interface HistoryEntry {
  /** Name of the step in the menus: `Move 3 nodes`. */
  readonly label: string;
  /** Id of the command that made it. */
  readonly command: string;
  readonly diff: DesignDiff;
}

/** A place in the history to go back to or to squash down to. */
export interface Mark {
  readonly depth: number;
  readonly design: Design;
}

export interface HistoryStep {
  readonly history: History;
  readonly design: Design;
}

const CAP = 200;

/** Steps done and undone over a design. A value: every change gives a new history. */
export class History {
  readonly done: readonly HistoryEntry[];
  readonly undone: readonly HistoryEntry[];

  constructor(done: readonly HistoryEntry[], undone: readonly HistoryEntry[]) {
    this.done = done;
    this.undone = undone;
  }

  get undoLabel(): string | null {
    return this.done.at(-1)?.label ?? null;
  }

  get redoLabel(): string | null {
    return this.undone.at(-1)?.label ?? null;
  }

  /** Notes a step already applied. A step that changes nothing is not kept; what was undone before is gone. */
  record(diff: DesignDiff, label: string, command: string): History {
    if (isEmptyDiff(diff)) return this;
    return new History([...this.done, { label, command, diff }].slice(-CAP), []);
  }

  /** Takes the last step back; null when there is none. */
  undo(design: Design): HistoryStep | null {
    const entry = this.done.at(-1);
    if (!entry) return null;
    const history = new History(this.done.slice(0, -1), [...this.undone, entry]);
    return { history, design: applyDiff(design, reverseDiff(entry.diff)) };
  }

  /** Does the last undone step again; null when there is none. */
  redo(design: Design): HistoryStep | null {
    const entry = this.undone.at(-1);
    if (!entry) return null;
    const history = new History([...this.done, entry], this.undone.slice(0, -1));
    return { history, design: applyDiff(design, entry.diff) };
  }

  /** Remembers this moment, for a gesture that may be cancelled or become one step. */
  mark(design: Design): Mark {
    return { depth: this.done.length, design };
  }

  /** Forgets every step since the mark and returns to its design: a cancelled gesture. */
  bailTo(mark: Mark): HistoryStep {
    return { history: new History(this.done.slice(0, mark.depth), []), design: mark.design };
  }

  /** Makes one step of all since the mark. */
  squashTo(mark: Mark, design: Design, label: string, command: string): History {
    return new History(this.done.slice(0, mark.depth), []).record(
      computeDiff(mark.design, design),
      label,
      command,
    );
  }
}

/** A history with nothing in it. */
export function createHistory(): History {
  return new History([], []);
}
