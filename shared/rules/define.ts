import type { SubjectId } from '../lib/ids.ts';
import type { Design } from '../model/index.ts';
import type { Plan } from '../plan/types.ts';
import type { Facts } from './facts.ts';

/** A violated rule reports its severity; the other two say that it held, or why it was not asked. */
export type Severity = 'fail' | 'warn' | 'info';
export type Status = Severity | 'pass' | 'not-applicable';

/** What all rules together are asked about. */
export interface RulesInput {
  readonly design: Design;
  readonly plan: Plan;
}

/** What one rule sees: the design, its plan, and facts several rules need, gathered once. */
export interface RuleInput extends RulesInput {
  readonly facts: Facts;
}

/** One result of one rule. */
export interface RuleResult {
  readonly status: 'violated' | 'pass' | 'not-applicable';
  /** Ids of what it is about: nodes, adapters, ports, switches, links, networks, profiles, clusters; `fabric`. */
  readonly subjects: readonly SubjectId[];
  /** What: one sentence with the names and numbers of this design. */
  readonly message: string;
  /** Why it matters, or why the rule does not apply. */
  readonly reason: string;
  /** What to do; empty unless violated. */
  readonly fix: string;
  /** Where this result weighs less or more than the rule; absent otherwise. */
  readonly severity?: Severity;
}

export interface Rule {
  /** For example SET-01. */
  readonly id: string;
  readonly area: 'set' | 'dcb' | 'rdma' | 'net' | 'cluster' | 'hardware' | 'catalog';
  readonly title: string;
  readonly severity: Severity;
  /** Keys of `sources.ts`, or `ENG` for advice without a published source. */
  readonly sources: readonly string[];
  /** At least one result for every design. */
  readonly check: (input: RuleInput) => readonly RuleResult[];
}

/** A rule's result as the outputs show it. */
export interface Finding {
  readonly rule: string;
  readonly title: string;
  readonly status: Status;
  readonly severity: Severity;
  /** Sorted, each once. */
  readonly subjects: readonly SubjectId[];
  /** Where the drawing shows it: nodes, switches, adapters, ports and links the subjects stand for. Empty unless violated. */
  readonly shownOn: readonly SubjectId[];
  readonly message: string;
  readonly reason: string;
  readonly fix: string;
  /** Where the rule comes from, spelled out. */
  readonly source: string;
  /** The user's note when the finding is acknowledged. */
  readonly acknowledged: string | null;
}

/** Typed identity for an entry of the rule list. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
