import type { ClusterId } from '../lib/ids.ts';
import { withoutRecords, type Design } from '../model/index.ts';

/** The design without those of the given clusters that have no node left. */
export function withoutEmptied(design: Design, candidates: ReadonlySet<ClusterId>): Design {
  const used = new Set([...design.nodes.values()].map((node) => node.clusterId));
  return withoutRecords(design, 'clusters', new Set([...candidates].filter((id) => !used.has(id))));
}
