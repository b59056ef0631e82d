export { computePlan } from './compute-plan.ts';
export { embedParts } from './embed-parts.ts';
export { cableFits, plugFits } from './fit.ts';
export { dataRate, packetShape, payloadShare, type PacketShape } from './payload.ts';
export { COMPLETION_HEADER, WRITE_HEADER, pcieRates, trainLink } from './pcie.ts';
export { defaultPortName } from './blueprint.ts';
export { parseIpv4 } from './addresses.ts';
export type {
  AdapterLimit,
  CableChoice,
  CableGroup,
  Directions,
  Endpoint,
  Flow,
  LinkProblem,
  PcieRates,
  Plan,
  PlanAdapter,
  PlanEnd,
  PlanLink,
  PlanNode,
  PlanPort,
  PlanSwitch,
  SwitchSettings,
  Totals,
} from './types.ts';
