import type { NetworkId } from '../lib/ids.ts';
import type { Draft } from './draft.ts';
import type { PortDraft } from './expand.ts';
import type { PlanLink } from './types.ts';

/** How long a link is and why. */
export type Length = Pick<PlanLink, 'lengthM' | 'lengthFrom'>;

/** A link with its ports at hand; `port` is null where the end does not exist. */
export interface LinkDraft {
  readonly link: Draft<PlanLink>;
  readonly a: PortDraft | null;
  readonly b: PortDraft | null;
  /** The ends whose port has this link: not those that another cable was plugged into first. */
  readonly holds: { readonly a: boolean; readonly b: boolean };
}

/** Notes that a cable of two ends runs. */
export function runAt(portA: PortDraft, portB: PortDraft, speedGbps: number): void {
  portA.port.speedGbps = speedGbps;
  portB.port.speedGbps = speedGbps;
  portA.far = portB;
  portB.far = portA;
}

/** Notes that a lane runs: the split port runs at what all its lanes, used or not, add up to. */
export function runLaneAt(tail: PortDraft, split: PortDraft, speedGbps: number, ways: number): void {
  runAt(tail, split, speedGbps);
  split.port.speedGbps = speedGbps * ways;
}

/** Speeds for a sentence. */
export function describeSpeeds(list: readonly number[]): string {
  return list.length > 0 ? `${list.join(', ')} Gb/s` : 'none of its speeds';
}

/** The networks of all links of a cable, each once; the list of the first when no other adds to it. */
export function networksOf(links: readonly PlanLink[]): readonly NetworkId[] {
  const [first, ...more] = links.map(({ networkIds }) => networkIds);
  const added = more.flat().filter((id) => !first?.includes(id));
  return added.length === 0 ? (first ?? []) : [...new Set([...(first ?? []), ...added])];
}
