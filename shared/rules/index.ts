import type { Finding, Rule, RulesInput } from './define.ts';
import { runRuleList } from './run.ts';
import { hostPortsBundled } from './set/host-ports-bundled.ts';
import { loadBalancingIllegal } from './set/load-balancing-illegal.ts';
import { loadBalancingNotHyperVPort } from './set/load-balancing-not-hyper-v-port.ts';
import { memberOnStandby } from './set/member-on-standby.ts';
import { membersAtDifferentSpeeds } from './set/members-at-different-speeds.ts';
import { membersOfDifferentModels } from './set/members-of-different-models.ts';
import { membersOfDifferentVersions } from './set/members-of-different-versions.ts';
import { membersWithDifferentProperties } from './set/members-with-different-properties.ts';
import { modeNotSwitchIndependent } from './set/mode-not-switch-independent.ts';
import { osWithoutSet } from './set/os-without-set.ts';
import { packetDirectWithDynamic } from './set/packet-direct-with-dynamic.ts';
import { teamSizeOutside1To8 } from './set/team-size-outside-1-to-8.ts';

export { badgesOf, countFindings, type FindingCounts } from './badges.ts';
export type { Finding, Rule, RuleResult, RulesInput, Severity, Status } from './define.ts';
export { SOURCES } from './sources.ts';

/** Every rule, one line each, by id. */
export const RULES: readonly Rule[] = [
  teamSizeOutside1To8,
  osWithoutSet,
  membersOfDifferentModels,
  membersOfDifferentVersions,
  membersAtDifferentSpeeds,
  membersWithDifferentProperties,
  modeNotSwitchIndependent,
  hostPortsBundled,
  memberOnStandby,
  loadBalancingNotHyperVPort,
  loadBalancingIllegal,
  packetDirectWithDynamic,
];

/** Asks every rule; sorted from fail to not applicable, then by rule and subjects. */
export function runRules(input: RulesInput): readonly Finding[] {
  return runRuleList(RULES, input);
}
