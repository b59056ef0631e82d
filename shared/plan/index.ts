import { createPlanner } from './compute-plan.ts';
import { remembered } from './remember.ts';

/**
 * All that follows from a design: ports, cables, rates, addresses and counts. Pure: the same design and catalog
 * give the same plan. The design must be whole (`checkIntegrity` finds nothing); a product nobody knows is no
 * error but listed in `unknownParts`.
 */
export const computePlan = remembered(createPlanner());

export { createCableChooser, type CableChooser } from './cables.ts';
export { computeFreshPlan } from './compute-plan.ts';
export { embedParts } from './embed-parts.ts';
export { cableFits, plugFits } from './fit.ts';
export { failuresOf, type Failure } from './flow/failures-of.ts';
export { remainingWithout, type Remaining } from './flow/remaining.ts';
export { serverRates, type ServerRate } from './flow/server-rates.ts';
export { homingOf, type Homing } from './homing.ts';
export { loadOf, loadRates, type LoadResult, type ReadWrite } from './load.ts';
export { multichannelOf, type MultichannelPort } from './multichannel.ts';
export { oversubscriptionOf, type Oversubscription } from './oversubscription.ts';
export {
  FORMULAS,
  sourcesOf,
  type ConstantTable,
  type FormulaId,
  type FormulaPage,
  type Reference,
} from './formulas/index.ts';
export { dataRate, packetShape, payloadShare, type PacketShape } from './payload.ts';
export { usualClusterShare } from './settings.ts';
export { tagOf } from './tags.ts';
export { COMPLETION_HEADER, GENERATIONS, WRITE_HEADER, pcieRates, trainLink } from './pcie.ts';
export type {
  AdapterLimit,
  CableChoice,
  CableGroup,
  CableRun,
  Directions,
  Endpoint,
  Flow,
  LinkProblem,
  PcieRates,
  Plan,
  PlanAdapter,
  PlanEnd,
  PlanLane,
  PlanLink,
  PlanNode,
  PlanPort,
  PlanSwitch,
  SwitchSettings,
  Totals,
} from './types.ts';
