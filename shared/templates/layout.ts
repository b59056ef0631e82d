import type { NodeId, SwitchId } from '../lib/ids.ts';
import type { Placement } from '../model/index.ts';

/**
 * Room that templates give to what the scene draws, in canvas units. The scene decides the true sizes; a
 * template only needs them to keep tiers apart, so all of them stand here to be tuned together.
 */
export const LAYOUT = {
  nodeWidth: 176,
  nodeHeight: 150,
  /** Between neighbours of a tier. */
  nodeGap: 32,
  /** Between neighbours that are cabled to each other without a switch. */
  directGap: 128,
  switchHeight: 110,
  /** Panels of half a rack's width, and full ones of up to 18 port columns. */
  switchWidth: { half: 480, full: 720 },
  switchGap: 48,
  /** Between tiers: cables, and the cluster caption above node cards. */
  tierGap: 144,
  /** Left and top edge of the drawing. */
  origin: { x: 64, y: 64 },
} as const;

/** A row of equal things. */
interface Tier {
  readonly ids: readonly (NodeId | SwitchId)[];
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}

/** A tier of node cards. */
export function nodeTier(ids: readonly NodeId[], gap: number = LAYOUT.nodeGap): Tier {
  return { ids, width: LAYOUT.nodeWidth, height: LAYOUT.nodeHeight, gap };
}

/** A tier of switch panels of half or full width. */
export function switchTier(ids: readonly SwitchId[], width: keyof typeof LAYOUT.switchWidth): Tier {
  return { ids, width: LAYOUT.switchWidth[width], height: LAYOUT.switchHeight, gap: LAYOUT.switchGap };
}

/** Places tiers from top to bottom, each centred under the widest. */
export function placeTiers(tiers: readonly Tier[]): readonly Placement[] {
  const widest = Math.max(...tiers.map(span));
  let y: number = LAYOUT.origin.y;
  return tiers.flatMap((tier) => {
    const left = LAYOUT.origin.x + Math.round((widest - span(tier)) / 2);
    const top = y;
    y += tier.height + LAYOUT.tierGap;
    return tier.ids.map((id, i) => ({ id, x: left + i * (tier.width + tier.gap), y: top }));
  });
}

function span(tier: Tier): number {
  return tier.ids.length * tier.width + (tier.ids.length - 1) * tier.gap;
}
