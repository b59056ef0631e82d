import type { Cage } from '../catalog/types.ts';

/**
 * Form factors that share a cage, oldest first. A newer cage takes an older plug of its family
 * (SFF-8402, SFF-8665 and the SFP28/QSFP28 multi-source agreements), never the other way round.
 */
const FAMILIES: readonly (readonly Cage[])[] = [
  ['SFP+', 'SFP28', 'SFP56'],
  ['QSFP+', 'QSFP28', 'QSFP56', 'QSFP112'],
  ['RJ45'],
];

/** True when `plug` goes into `cage` and works there. */
export function plugFits(plug: Cage, cage: Cage): boolean {
  const family = FAMILIES.find((entry) => entry.includes(cage));
  if (!family?.includes(plug)) return false;
  return family.indexOf(plug) <= family.indexOf(cage);
}

/** True when a cable with plugs `plugA` and `plugB` joins the two cages, either way round. */
export function cableFits(plugA: Cage, plugB: Cage, cageA: Cage, cageB: Cage): boolean {
  return (
    (plugFits(plugA, cageA) && plugFits(plugB, cageB)) || (plugFits(plugB, cageA) && plugFits(plugA, cageB))
  );
}
