import type { SwitchTraits } from '../facts.ts';

/** Sum of a switch's ETS shares, percent. */
export function shareTotal({ settings: { shares } }: SwitchTraits): number {
  return shares.smb + shares.cluster + shares.default;
}
