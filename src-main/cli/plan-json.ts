import type { Directions, Plan, PlanAdapter } from '../../shared/plan/index.ts';
import { round3 } from './numbers.ts';

/** The plan as other programs read it (PRODUCT 9); rates in Gb/s with three decimals. */
export function planJson(plan: Plan) {
  return {
    totals: plan.totals,
    cables: plan.cables,
    adapters: plan.adapters.map(adapterJson),
    nodes: plan.nodes.map((node) => ({
      id: node.id,
      name: node.record.name,
      sendGbps: round3(node.sendGbps),
      receiveGbps: round3(node.receiveGbps),
      unusedAdapters: node.unusedAdapters,
    })),
    clusters: plan.clusters.map(({ record, nodes }) => ({
      id: record.id,
      name: record.name,
      kind: record.kind,
      nodes: nodes.map(({ id }) => id),
    })),
    flow: {
      rateGbps: round3(plan.flow.rateGbps),
      bottleneck: plan.flow.bottleneck,
      bottleneckText: plan.flow.bottleneckText,
      oversubscription: plan.flow.oversubscription === null ? null : round3(plan.flow.oversubscription),
      worstCase: {
        rateGbps: round3(plan.flow.worstCase.rateGbps),
        failed: plan.flow.worstCase.failed,
        failedLabel: plan.flow.worstCase.failedLabel,
      },
    },
  };
}

function adapterJson(adapter: PlanAdapter) {
  const { pcie, slot } = adapter;
  return {
    id: adapter.id,
    nodeId: adapter.nodeId,
    partId: slot.partId,
    model: adapter.model,
    slot: { name: slot.slot, gen: slot.gen, lanes: slot.lanes },
    link: adapter.link,
    portPayloadGbps: round3(adapter.portPayloadGbps),
    pcie: pcie && {
      rawGbps: round3(pcie.rawGbps),
      encodedGbps: round3(pcie.encodedGbps),
      writeGbps: round3(pcie.writeGbps),
      readGbps: round3(pcie.readGbps),
    },
    ceilingGbps: roundBoth(adapter.ceilingGbps),
    limitedBy: lowerLimit(adapter),
    limits: adapter.limitedBy,
  };
}

function roundBoth({ send, receive }: Directions): Directions {
  return { send: round3(send), receive: round3(receive) };
}

/** What limits the direction with the lower ceiling. */
export function lowerLimit({ ceilingGbps, limitedBy }: PlanAdapter): PlanAdapter['limitedBy']['send'] {
  return ceilingGbps.send <= ceilingGbps.receive ? limitedBy.send : limitedBy.receive;
}
