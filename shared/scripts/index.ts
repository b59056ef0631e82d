import type { NodeId } from '../lib/ids.ts';
import type { Design } from '../model/index.ts';
import type { Plan } from '../plan/types.ts';
import { composeFrom } from './compose.ts';
import type { ScriptFile, ScriptStep } from './define.ts';
import { adapterProperties } from './steps/adapter-properties.ts';
import { addresses } from './steps/addresses.ts';
import { dcbAdapters } from './steps/dcb-adapters.ts';
import { dcbFlowControl } from './steps/dcb-flow-control.ts';
import { dcbPolicies } from './steps/dcb-policies.ts';
import { dcbTrafficClasses } from './steps/dcb-traffic-classes.ts';
import { dcbWilling } from './steps/dcb-willing.ts';
import { features } from './steps/features.ts';
import { hostAdapters } from './steps/host-adapters.ts';
import { hostJumbo } from './steps/host-jumbo.ts';
import { hostVlans } from './steps/host-vlans.ts';
import { iwarpFirewall, verifyIwarpFirewall } from './steps/iwarp-firewall.ts';
import { kernelDebugger } from './steps/kernel-debugger.ts';
import { lbfoTeams } from './steps/lbfo-teams.ts';
import { liveMigration } from './steps/live-migration.ts';
import { preCheck } from './steps/pre-check.ts';
import { priorityTags } from './steps/priority-tags.ts';
import { rdma } from './steps/rdma.ts';
import { renameAdapters } from './steps/rename-adapters.ts';
import { teamMapping } from './steps/team-mapping.ts';
import { verifyAdapters } from './steps/verify-adapters.ts';
import { verifyAddresses } from './steps/verify-addresses.ts';
import { verifyDcb } from './steps/verify-dcb.ts';
import { verifyLbfoTeams } from './steps/verify-lbfo-teams.ts';
import { verifyLiveMigration } from './steps/verify-live-migration.ts';
import { verifyPeers } from './steps/verify-peers.ts';
import { verifyRdma } from './steps/verify-rdma.ts';
import { verifyServer } from './steps/verify-server.ts';
import { verifySwitches, verifyTeamMapping } from './steps/verify-switches.ts';
import { virtualSwitches } from './steps/virtual-switches.ts';

export type { ScriptFile, ScriptInput, ScriptStep } from './define.ts';

/** All stages; their order is the order of the scripts. */
export const SCRIPT_STEPS: readonly ScriptStep[] = [
  preCheck,
  features,
  renameAdapters,
  adapterProperties,
  kernelDebugger,
  dcbWilling,
  dcbPolicies,
  dcbFlowControl,
  dcbAdapters,
  dcbTrafficClasses,
  lbfoTeams,
  virtualSwitches,
  hostAdapters,
  hostVlans,
  priorityTags,
  hostJumbo,
  teamMapping,
  rdma,
  iwarpFirewall,
  addresses,
  liveMigration,
  verifyServer,
  verifyAdapters,
  verifyDcb,
  verifyLbfoTeams,
  verifySwitches,
  verifyTeamMapping,
  verifyRdma,
  verifyIwarpFirewall,
  verifyAddresses,
  verifyLiveMigration,
  verifyPeers,
];

/**
 * The scripts of every node, in the plan's order: `configure.ps1` builds the node as designed and can be run
 * again, `verify.ps1` only reads. Same design, same bytes. `designHash` is printed in the header. With `only`,
 * the same two files of that node and no others.
 */
export function composeScripts(
  design: Design,
  plan: Plan,
  designHash = '',
  only: NodeId | null = null,
): ScriptFile[] {
  return composeFrom(SCRIPT_STEPS, design, plan, designHash, only);
}
