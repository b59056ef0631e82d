export { planSwap } from './plan-swap.ts';
export {
  MISFIT_TOPICS,
  type CableFate,
  type Misfit,
  type MisfitTopic,
  type SwapChoices,
  type SwapKind,
  type SwapProposal,
  type SwapRequest,
} from './types.ts';
