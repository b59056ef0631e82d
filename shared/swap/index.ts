export { planSwap, type SwapGround } from './plan-swap.ts';
export {
  MISFIT_TOPICS,
  type CableFate,
  type CableState,
  type Misfit,
  type MisfitTopic,
  type SwapChoice,
  type SwapChoices,
  type SwapEdit,
  type SwapKind,
  type SwapProposal,
  type SwapRequest,
} from './types.ts';
