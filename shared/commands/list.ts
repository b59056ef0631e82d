import { acknowledge } from './acknowledge.ts';
import { addAdapter } from './add-adapter.ts';
import { connectLinks } from './connect-links.ts';
import { connectPorts } from './connect-ports.ts';
import { detachProfile } from './detach-profile.ts';
import { editAdapter } from './edit-adapter.ts';
import { editCluster } from './edit-cluster.ts';
import { editFabric } from './edit-fabric.ts';
import { editLinks } from './edit-links.ts';
import { editNetwork } from './edit-network.ts';
import { editNode } from './edit-node.ts';
import { editNodes } from './edit-nodes.ts';
import { editProfile } from './edit-profile.ts';
import { editProject } from './edit-project.ts';
import { editSwitch } from './edit-switch.ts';
import { editTeam } from './edit-team.ts';
import { insertItems } from './insert-items.ts';
import { moveItems } from './move-items.ts';
import { regroupNodes } from './regroup-nodes.ts';
import { removeAdapter } from './remove-adapter.ts';
import { removeItems } from './remove-items.ts';
import { rewireLink } from './rewire-link.ts';
import { setTeaming } from './set-teaming.ts';
import { ungroupClusters } from './ungroup-clusters.ts';
import { withdrawAcknowledgement } from './withdraw-acknowledgement.ts';

/** Every command of the program; one line each. */
export const commands = [
  acknowledge,
  addAdapter,
  connectLinks,
  connectPorts,
  detachProfile,
  editAdapter,
  editCluster,
  editFabric,
  editLinks,
  editNetwork,
  editNode,
  editNodes,
  editProfile,
  editProject,
  editSwitch,
  editTeam,
  insertItems,
  moveItems,
  regroupNodes,
  removeAdapter,
  removeItems,
  rewireLink,
  setTeaming,
  ungroupClusters,
  withdrawAcknowledgement,
] as const;
