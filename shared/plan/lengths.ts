import type { LinkEnd } from '../model/index.ts';
import { cablingOf, type Design, type Link } from '../model/index.ts';
import type { Length } from './link-draft.ts';

/**
 * Tells how long a link is, in metres, and why: its own length, that of the pair of devices, or what the distance
 * of their racks gives.
 */
export function createLengths(design: Design): (link: Link) => Length {
  const { pairs, sameRackM, nextRackM, furtherRackM, noRackM } = cablingOf(design);
  const byPair = new Map(
    pairs.flatMap(({ a, b, lengthM }) => [
      [`${a} ${b}`, lengthM],
      [`${b} ${a}`, lengthM],
    ]),
  );
  const placeOf = (end: LinkEnd): number | null => {
    const owner = end.kind === 'node' ? design.nodes.get(end.nodeId) : design.switches.get(end.switchId);
    const rack = owner?.rackId ? design.racks.get(owner.rackId) : undefined;
    return rack?.position ?? null;
  };
  return (link) => {
    if (link.lengthM !== null) return { lengthM: link.lengthM, lengthFrom: 'link' };
    const pair = byPair.size > 0 ? byPair.get(`${ownerOf(link.a)} ${ownerOf(link.b)}`) : undefined;
    if (pair !== undefined) return { lengthM: pair, lengthFrom: 'pair' };
    const [a, b] = [placeOf(link.a), placeOf(link.b)];
    if (a === null || b === null) return { lengthM: noRackM, lengthFrom: 'racks' };
    const apart = Math.abs(a - b);
    // Metres as people write them: sums of decimals must not end in a long tail.
    const far = Math.round((nextRackM + (apart - 1) * furtherRackM) * 100) / 100;
    return { lengthM: apart === 0 ? sameRackM : far, lengthFrom: 'racks' };
  };
}

function ownerOf(end: LinkEnd): string {
  return end.kind === 'node' ? end.nodeId : end.switchId;
}
