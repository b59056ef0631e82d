import type { Plan } from '../../plan/types.ts';
import type { Facts, SwitchTraits } from '../facts.ts';
import { isCabled } from './slots.ts';

/** Why rules about RoCE do not apply; null where RoCE runs. */
export function whyNoRoce(facts: Facts): string | null {
  if (facts.roceSlots.length > 0) return null;
  return facts.iwarpSlots.length > 0 ? 'iWARP runs over TCP and needs no PFC.' : 'No adapter runs RoCE.';
}

/** Why rules about the hosts' DCB policy do not apply; null where DCB is on and RDMA runs. */
export function whyNoPolicy(facts: Facts, plan: Plan): string | null {
  if (facts.roceSlots.length + facts.iwarpSlots.length === 0) return 'No adapter runs RDMA.';
  if (plan.fabric.dcb) return null;
  return facts.roceSlots.length > 0
    ? 'DCB is off on the hosts; DCB-01 reports that.'
    : 'DCB is off on the hosts, which iWARP allows.';
}

/** Why rules about lossless RoCE do not apply; null where RoCE runs with DCB. */
export function whyNotLossless(facts: Facts, plan: Plan): string | null {
  return whyNoRoce(facts) ?? whyNoPolicy(facts, plan);
}

/** Why rules about switches on a RoCE path do not apply; null where there are such switches. */
export function whyNoRoceSwitch(facts: Facts): string | null {
  const why = whyNoRoce(facts);
  if (why !== null || facts.roceSwitches.length > 0) return why;
  return facts.roceSlots.some((slot) => isCabled(slot, facts))
    ? 'Direct cabling: no switch is in the path of RoCE.'
    : 'No RoCE adapter is cabled yet.';
}

/** Traffic classes that can be created: eight in all, of which Windows keeps one as the default class. */
export const MOST_CLASSES = 7;

/** Traffic classes the hosts create: SMB, Cluster and the further ones. */
export function ownClasses(plan: Plan): number {
  return 2 + plan.fabric.extraClasses.length;
}

/** A switch as a thing to be judged. */
interface JudgedSwitch {
  readonly subject: string;
  readonly name: string;
  readonly item: SwitchTraits;
}

export function judged(switches: readonly SwitchTraits[]): readonly JudgedSwitch[] {
  return switches.map((item) => ({ subject: item.id, name: item.record.name, item }));
}

/** Two traffic classes, or a class and the default policy, that use one priority. */
interface PriorityClash {
  readonly priority: number;
  readonly names: readonly string[];
}

/**
 * Priorities used twice among the SMB, Cluster and further classes and by default traffic. SMB and default
 * traffic on one priority are left out where RoCE runs: DCB-05 reports that.
 */
export function priorityClashes(facts: Facts, plan: Plan): readonly PriorityClash[] {
  const { smbPriority, clusterPriority, defaultPriority, extraClasses } = plan.fabric;
  const roce = facts.roceSlots.length > 0;
  const uses = new Map<number, string[]>();
  const note = (name: string, priority: number) => uses.set(priority, [...(uses.get(priority) ?? []), name]);
  note('SMB', smbPriority);
  note('Cluster', clusterPriority);
  for (const extra of extraClasses) note(extra.name, extra.priority);
  if (!roce || defaultPriority !== smbPriority) note('default traffic', defaultPriority);
  return [...uses].filter(([, names]) => names.length > 1).map(([priority, names]) => ({ priority, names }));
}
