import type { NetworkId } from '../lib/ids.ts';
import type { Draft } from './draft.ts';
import type { EndKey } from './ends.ts';
import type { PortDraft } from './expand.ts';
import { dataRate } from './payload.ts';
import type { CableRun, PlanLink } from './types.ts';

/** How long a link is and why. */
export type Length = Pick<PlanLink, 'lengthM' | 'lengthFrom'>;

/** A link with its ports at hand; `port` is null where the end does not exist. */
export interface LinkDraft {
  link: Draft<PlanLink>;
  readonly a: PortDraft | null;
  readonly b: PortDraft | null;
  /** The ends whose port has this link: not those that another cable was plugged into first. */
  readonly holds: { readonly a: boolean; readonly b: boolean };
  /** By what cables are numbered. */
  readonly keyA: EndKey;
  readonly keyB: EndKey;
}

/** One cable with its links: one, or the lanes of a breakout by number. */
export interface CableDraft {
  readonly lanes: readonly LinkDraft[];
  run: Draft<CableRun>;
}

/** Notes that a port runs. What a switch port carries is what its far end sends, and follows later. */
export function runAt({ port, print }: PortDraft, speedGbps: number): void {
  port.speedGbps = speedGbps;
  port.payloadGbps = dataRate(speedGbps) * (print.payloadShare ?? 0);
}

/** Notes that a lane runs: the split port runs at what all its lanes, used or not, add up to. */
export function runLaneAt(tail: PortDraft, split: PortDraft, speedGbps: number, ways: number): void {
  runAt(tail, speedGbps);
  split.port.speedGbps = speedGbps * ways;
}

/** Speeds for a sentence. */
export function describeSpeeds(list: readonly number[]): string {
  return list.length > 0 ? `${list.join(', ')} Gb/s` : 'none of its speeds';
}

/** The networks of all links of a cable, each once; the list of the first when no other adds to it. */
export function networksOf(links: readonly PlanLink[]): readonly NetworkId[] {
  const first = links[0]?.networkIds ?? [];
  if (links.length < 2) return first;
  const added = links.flatMap(({ networkIds }) => networkIds).filter((id) => !first.includes(id));
  return added.length === 0 ? first : [...new Set([...first, ...added])];
}
