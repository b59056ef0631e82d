import type { Plan } from '../../shared/plan/index.ts';

/** What no longer works while some components have failed: themselves, and what hangs on them. */
export interface Lost {
  /** Nodes and switches that failed. */
  readonly devices: ReadonlySet<string>;
  /** Adapters that failed in nodes that have not. */
  readonly adapters: ReadonlySet<string>;
  /** Cables that failed, or lost an end. */
  readonly cables: ReadonlySet<string>;
  /** Cables that failed themselves. */
  readonly cut: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();
export const NOTHING_LOST: Lost = { devices: NONE, adapters: NONE, cables: NONE, cut: NONE };

/** Sorts what failed by how it is drawn; `lostLinks` are the cables that went with it. */
export function lostWith(plan: Plan, failed: ReadonlySet<string>, lostLinks: readonly string[]): Lost {
  const devices = new Set<string>();
  const adapters = new Set<string>();
  const cut = new Set<string>();
  for (const id of failed) {
    const key = id as never;
    if (plan.linkById.has(key)) cut.add(id);
    else if (plan.adapterById.has(key)) adapters.add(id);
    else devices.add(id);
  }
  return { devices, adapters, cables: new Set(lostLinks), cut };
}
