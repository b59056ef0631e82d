import type { Design } from '../../shared/model/index.ts';
import type { SizeRequest, SizeResult, SizeRow } from '../../shared/size/index.ts';

/** A row as the page holds it. Its design stays where the search ran and is fetched when it is shown. */
export type SizeEntry = Omit<SizeRow, 'design'> & {
  /** A design was made of it: it can be drawn. */
  readonly drawn: boolean;
};

/** What a search found, without the designs. */
export interface SizeAnswer {
  readonly entries: readonly SizeEntry[];
  /** Ways that were not looked at, and why. */
  readonly leftOut: readonly string[];
  readonly assumptions: readonly string[];
}

/** Searches designs, on the page's thread or beside it. */
export interface SizeEngine {
  readonly search: (request: SizeRequest) => Promise<SizeAnswer>;
  /** The design of a row of the latest search; null where it has none. */
  readonly designOf: (rowId: string) => Promise<Design | null>;
}

/** Answers an engine's questions from a search, and keeps the designs of the latest one. */
export function createAnswerer(search: (request: SizeRequest) => SizeResult): {
  readonly search: (request: SizeRequest) => SizeAnswer;
  readonly designOf: (rowId: string) => Design | null;
} {
  let rows: readonly SizeRow[] = [];
  return {
    search(request) {
      const { rows: found, ...rest } = search(request);
      rows = found;
      return { entries: rows.map(entryOf), ...rest };
    },
    designOf: (rowId) => rows.find(({ id }) => id === rowId)?.design ?? null,
  };
}

function entryOf({ design, ...row }: SizeRow): SizeEntry {
  return { ...row, drawn: design !== null };
}
