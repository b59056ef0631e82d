import type { PortId } from '../lib/ids.ts';
import type { Plan, PlanPort } from '../plan/types.ts';
import { endOf } from './ports.ts';
import type { NewLink, Proposal, ProposedCable } from './types.ts';
import { counted } from './words.ts';

/** A proposal while it is made: knows which ports it has given away. */
export interface ProposalDraft {
  readonly isFree: (port: PlanPort) => boolean;
  readonly join: (a: PlanPort, b: PlanPort, speedGbps: number, breakout?: NewLink['breakout']) => void;
  readonly skip: (label: string, reason: string) => void;
  /** `what` stands behind the number of cables: `HV01-HV06 to TOR1`; `note` is a sentence at the end. */
  readonly finish: (what: string, note?: string) => Proposal;
  /** A proposal of no cable, and why. */
  readonly nothing: (why: string) => Proposal;
}

/** How new cables are made where the design does not say otherwise. */
export interface NewCableFacts {
  /** Null for the length of the pair or of the racks. */
  readonly lengthM?: number | null | undefined;
  readonly medium?: NewLink['medium'] | undefined;
  readonly cableId?: NewLink['cableId'] | undefined;
}

/** An empty proposal over a plan. */
export function createDraft(
  plan: Plan,
  { lengthM = null, medium = 'auto', cableId = null }: NewCableFacts,
): ProposalDraft {
  const used = new Set<PortId>();
  const links: NewLink[] = [];
  const cables: ProposedCable[] = [];
  const skipped: { readonly label: string; readonly reason: string }[] = [];
  return {
    isFree: (port) => port.linkIds.length === 0 && !used.has(port.id),
    join(a, b, speedGbps, breakout = null) {
      used.add(a.id).add(b.id);
      links.push({ a: endOf(plan, a.id), b: endOf(plan, b.id), lengthM, medium, cableId, breakout });
      cables.push({ a: a.id, b: b.id, labelA: a.label, labelB: b.label, speedGbps });
    },
    skip: (label, reason) => void skipped.push({ label, reason }),
    finish: (what, note = '') => ({
      links,
      cables,
      skipped,
      words: wordsOf(what, countCables(links), skipped.length, note),
    }),
    nothing: (words) => ({ links: [], cables: [], skipped: [], words }),
  };
}

/** Lanes of one breakout cable are one cable. */
export function countCables(links: readonly NewLink[]): number {
  return new Set(links.map(({ breakout }, i) => breakout?.key ?? i)).size;
}

function wordsOf(what: string, cables: number, skipped: number, note: string): string {
  const made = cables === 0 ? 'Nothing to connect.' : `${counted(cables, 'cable')}: ${what}.`;
  const left = skipped === 0 ? '' : `${skipped} left without a cable.`;
  return [made, left, note].filter((part) => part !== '').join(' ');
}
