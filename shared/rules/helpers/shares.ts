import type { PlanSwitch } from '../../plan/types.ts';

/** Sum of a switch's ETS shares, percent. */
export function shareTotal({ settings: { shares } }: PlanSwitch): number {
  return shares.smb + shares.cluster + shares.default;
}
