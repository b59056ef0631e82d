import type { Finding, Rule, RulesInput } from './define.ts';
import { createRuleRunner, readRules } from './run.ts';
import { adapterNameTwice } from './catalog/adapter-name-twice.ts';
import { duplicateOrIllegalName } from './catalog/duplicate-or-illegal-name.ts';
import { unknownProduct } from './catalog/unknown-product.ts';
import { loadAboveRate } from './cluster/load-above-rate.ts';
import { loadAfterFailure } from './cluster/load-after-failure.ts';
import { loadOnFileServers } from './cluster/load-on-file-servers.ts';
import { migrationLimitHigh } from './cluster/migration-limit-high.ts';
import { migrationTransportUnfit } from './cluster/migration-transport-unfit.ts';
import { migrationWithoutLimit } from './cluster/migration-without-limit.ts';
import { moreThan64Nodes } from './cluster/more-than-64-nodes.ts';
import { nodeCountOutsideS2d } from './cluster/node-count-outside-s2d.ts';
import { s2dBefore2016 } from './cluster/s2d-before-2016.ts';
import { serverModelsMixed } from './cluster/server-models-mixed.ts';
import { switchlessBeyondThree } from './cluster/switchless-beyond-three.ts';
import { switchlessNotFullMesh } from './cluster/switchless-not-full-mesh.ts';
import { adapterQosOff } from './dcb/adapter-qos-off.ts';
import { clusterPriorityNot7 } from './dcb/cluster-priority-not-7.ts';
import { clusterShareUnusual } from './dcb/cluster-share-unusual.ts';
import { dcbxWilling } from './dcb/dcbx-willing.ts';
import { defaultTrafficLossless } from './dcb/default-traffic-lossless.ts';
import { directStorage } from './dcb/direct-storage.ts';
import { ecnOff } from './dcb/ecn-off.ts';
import { kernelDebugger } from './dcb/kernel-debugger.ts';
import { losslessNotExactlyOne } from './dcb/lossless-not-exactly-one.ts';
import { mtuTooSmall } from './dcb/mtu-too-small.ts';
import { pauseWithPfc } from './dcb/pause-with-pfc.ts';
import { pfcOffOnSwitch } from './dcb/pfc-off-on-switch.ts';
import { priorityInTwoClasses } from './dcb/priority-in-two-classes.ts';
import { priorityTagLost } from './dcb/priority-tag-lost.ts';
import { roceUntagged } from './dcb/roce-untagged.ts';
import { roceWithoutDcb } from './dcb/roce-without-dcb.ts';
import { sharesAbove99 } from './dcb/shares-above-99.ts';
import { sharesDiffer } from './dcb/shares-differ.ts';
import { sharesNot100 } from './dcb/shares-not-100.ts';
import { smbPriorityDiffers } from './dcb/smb-priority-differs.ts';
import { smbPriorityUnusual } from './dcb/smb-priority-unusual.ts';
import { smbShareUnusual } from './dcb/smb-share-unusual.ts';
import { switchWithoutPfc } from './dcb/switch-without-pfc.ts';
import { tooFewTrafficClasses } from './dcb/too-few-traffic-classes.ts';
import { tooManyTrafficClasses } from './dcb/too-many-traffic-classes.ts';
import { twoLldpAgents } from './dcb/two-lldp-agents.ts';
import { vlanNotOnHostPort } from './dcb/vlan-not-on-host-port.ts';
import { fastPortInOldSlot } from './hardware/fast-port-in-old-slot.ts';
import { linkDoesNotFit } from './hardware/link-does-not-fit.ts';
import { portNotOnCard } from './hardware/port-not-on-card.ts';
import { portWithoutCable } from './hardware/port-without-cable.ts';
import { slotSlowerThanPorts } from './hardware/slot-slower-than-ports.ts';
import { splitNotDocumented } from './hardware/split-not-documented.ts';
import { teamOnOneCard } from './hardware/team-on-one-card.ts';
import { addressUnusable } from './net/address-unusable.ts';
import { directCableBetweenNetworks } from './net/direct-cable-between-networks.ts';
import { networkWithoutInterface } from './net/network-without-interface.ts';
import { oneSubnetOverTwoSwitches } from './net/one-subnet-over-two-switches.ts';
import { oneSwitchForAllStorage } from './net/one-switch-for-all-storage.ts';
import { roceNetworkUntagged } from './net/roce-network-untagged.ts';
import { storageRouted } from './net/storage-routed.ts';
import { vlanAndSubnetNotPaired } from './net/vlan-and-subnet-not-paired.ts';
import { managementOverRdma } from './rdma/management-over-rdma.ts';
import { portBelow10g } from './rdma/port-below-10g.ts';
import { protocolUnexpected } from './rdma/protocol-unexpected.ts';
import { roceBesideIwarp } from './rdma/roce-beside-iwarp.ts';
import { roceVersionsMixed } from './rdma/roce-versions-mixed.ts';
import { storageWithoutRdma } from './rdma/storage-without-rdma.ts';
import { teamRdmaBefore2016 } from './rdma/team-rdma-before-2016.ts';
import { vnicNotMapped } from './rdma/vnic-not-mapped.ts';
import { vnicsUnlikeMembers } from './rdma/vnics-unlike-members.ts';
import { addressOnTeamMember } from './set/address-on-team-member.ts';
import { allMembersOnOneSwitch } from './set/all-members-on-one-switch.ts';
import { hostPortsBundled } from './set/host-ports-bundled.ts';
import { incompatibleFeature } from './set/incompatible-feature.ts';
import { lbfoBesideSet } from './set/lbfo-beside-set.ts';
import { loadBalancingIllegal } from './set/load-balancing-illegal.ts';
import { loadBalancingNotHyperVPort } from './set/load-balancing-not-hyper-v-port.ts';
import { memberOnStandby } from './set/member-on-standby.ts';
import { memberVlansNotOnBothSwitches } from './set/member-vlans-not-on-both-switches.ts';
import { membersAtDifferentSpeeds } from './set/members-at-different-speeds.ts';
import { membersOfDifferentModels } from './set/members-of-different-models.ts';
import { membersOfDifferentVersions } from './set/members-of-different-versions.ts';
import { membersWithDifferentProperties } from './set/members-with-different-properties.ts';
import { modeNotSwitchIndependent } from './set/mode-not-switch-independent.ts';
import { osWithoutSet } from './set/os-without-set.ts';
import { packetDirectWithDynamic } from './set/packet-direct-with-dynamic.ts';
import { severalUplinksWithoutSet } from './set/several-uplinks-without-set.ts';
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
  memberVlansNotOnBothSwitches,
  lbfoBesideSet,
  incompatibleFeature,
  severalUplinksWithoutSet,
  addressOnTeamMember,
  allMembersOnOneSwitch,
  roceWithoutDcb,
  smbPriorityDiffers,
  smbPriorityUnusual,
  losslessNotExactlyOne,
  defaultTrafficLossless,
  clusterPriorityNot7,
  clusterShareUnusual,
  smbShareUnusual,
  sharesNot100,
  sharesDiffer,
  dcbxWilling,
  adapterQosOff,
  roceUntagged,
  priorityTagLost,
  pauseWithPfc,
  switchWithoutPfc,
  tooFewTrafficClasses,
  vlanNotOnHostPort,
  pfcOffOnSwitch,
  twoLldpAgents,
  mtuTooSmall,
  kernelDebugger,
  ecnOff,
  directStorage,
  tooManyTrafficClasses,
  sharesAbove99,
  priorityInTwoClasses,
  storageWithoutRdma,
  roceBesideIwarp,
  roceVersionsMixed,
  protocolUnexpected,
  vnicsUnlikeMembers,
  vnicNotMapped,
  teamRdmaBefore2016,
  portBelow10g,
  managementOverRdma,
  oneSubnetOverTwoSwitches,
  addressUnusable,
  storageRouted,
  roceNetworkUntagged,
  vlanAndSubnetNotPaired,
  networkWithoutInterface,
  directCableBetweenNetworks,
  oneSwitchForAllStorage,
  nodeCountOutsideS2d,
  moreThan64Nodes,
  serverModelsMixed,
  migrationTransportUnfit,
  migrationWithoutLimit,
  migrationLimitHigh,
  switchlessNotFullMesh,
  switchlessBeyondThree,
  s2dBefore2016,
  loadOnFileServers,
  loadAboveRate,
  loadAfterFailure,
  fastPortInOldSlot,
  slotSlowerThanPorts,
  splitNotDocumented,
  linkDoesNotFit,
  teamOnOneCard,
  portNotOnCard,
  portWithoutCable,
  unknownProduct,
  duplicateOrIllegalName,
  adapterNameTwice,
];

const BOOK = readRules(RULES);

/**
 * Asks every rule; sorted from fail to not applicable, then by rule and subjects. Pure: the same design and plan give
 * the same findings; it keeps the last answers, of which an edit leaves most as they are.
 */
export const runRules = createRuleRunner(BOOK);

/** The same with nothing kept from before. */
export function runFreshRules(input: RulesInput): readonly Finding[] {
  return createRuleRunner(BOOK)(input);
}
