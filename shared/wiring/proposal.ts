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
  /** `what` stands behind the number of cables: `HV01-HV06 to TOR1`. */
  readonly finish: (what: string, cables?: number) => Proposal;
}

/** How new cables are made where the design does not say otherwise. */
export interface NewCableFacts {
  /** Null for the length of the pair or of the racks. */
  readonly lengthM?: number | null | undefined;
  readonly medium?: NewLink['medium'] | undefined;
}

/** An empty proposal over a plan. */
export function createDraft(plan: Plan, { lengthM = null, medium = 'auto' }: NewCableFacts): ProposalDraft {
  const used = new Set<PortId>();
  const links: NewLink[] = [];
  const cables: ProposedCable[] = [];
  const skipped: { readonly label: string; readonly reason: string }[] = [];
  return {
    isFree: (port) => port.linkIds.length === 0 && !used.has(port.id),
    join(a, b, speedGbps, breakout = null) {
      used.add(a.id).add(b.id);
      links.push({ a: endOf(plan, a.id), b: endOf(plan, b.id), lengthM, medium, cableId: null, breakout });
      cables.push({ a: a.id, b: b.id, labelA: a.label, labelB: b.label, speedGbps });
    },
    skip: (label, reason) => void skipped.push({ label, reason }),
    finish: (what, count = links.length) => ({
      links,
      cables,
      skipped,
      words: wordsOf(what, count, skipped.length),
    }),
  };
}

function wordsOf(what: string, cables: number, skipped: number): string {
  const left = skipped === 0 ? '' : ` ${counted(skipped, 'place')} left without one.`;
  return cables === 0 ? `Nothing to connect.${left}` : `${counted(cables, 'cable')}: ${what}.${left}`;
}
