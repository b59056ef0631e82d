export {
  judgeLane,
  lanesAt,
  planBreakout,
  splittable,
  waysOf,
  type Breakout,
  type Ways,
} from './breakout.ts';
export {
  PATTERNS,
  planClusterToSwitches,
  type ClusterToSwitches,
  type Pattern,
} from './cluster-to-switches.ts';
export { planInterSwitch, type InterSwitch } from './inter-switch.ts';
export {
  bestFit,
  createMatcher,
  firstFreeFit,
  firstFreePair,
  judgePorts,
  legalTargets,
  whyNoFit,
  whyNotFrom,
  type JudgeOptions,
} from './judge.ts';
export { planMesh, type Mesh } from './mesh.ts';
export { deviceOf, endOf, freePorts, portIdOf, portsOf, type PortOwnerId } from './ports.ts';
export { countCables } from './proposal.ts';
export { judgeRewire, planRewire, type Rewire, type RewireRequest } from './rewire.ts';
export type { NewLink, Proposal, ProposedCable, Verdict } from './types.ts';
