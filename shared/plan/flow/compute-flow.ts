import type { NodeId } from '../../lib/ids.ts';
import type { NodeDraft } from '../expand.ts';
import type { LinkDraft } from '../links.ts';
import type { Flow, Plan } from '../types.ts';

/** What the flow is computed from. */
export interface FlowInput {
  readonly nodes: ReadonlyMap<NodeId, NodeDraft>;
  readonly links: readonly LinkDraft[];
  readonly clusters: Plan['clusters'];
}

/** The rates of the clusters. */
export function computeFlow({ clusters }: FlowInput): Flow {
  return {
    rateGbps: 0,
    bottleneck: [],
    bottleneckText: '',
    oversubscription: null,
    worstCase: { rateGbps: 0, failed: null, failedLabel: '' },
    clusters: clusters.map(({ record, nodes }) => ({
      id: record.id,
      kind: record.kind,
      sendGbps: nodes.reduce((sum, node) => sum + node.sendGbps, 0),
      receiveGbps: nodes.reduce((sum, node) => sum + node.receiveGbps, 0),
    })),
  };
}
