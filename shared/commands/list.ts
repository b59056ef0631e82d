import { acknowledge } from './acknowledge.ts';
import { addAdapter } from './add-adapter.ts';
import { addNetwork } from './add-network.ts';
import { addRack } from './add-rack.ts';
import { assignRack } from './assign-rack.ts';
import { connectLinks } from './connect-links.ts';
import { connectPorts } from './connect-ports.ts';
import { detachProfile } from './detach-profile.ts';
import { editAdapter } from './edit-adapter.ts';
import { editCabling } from './edit-cabling.ts';
import { editCluster } from './edit-cluster.ts';
import { editClusters } from './edit-clusters.ts';
import { editFabric } from './edit-fabric.ts';
import { editLinks } from './edit-links.ts';
import { editNetwork } from './edit-network.ts';
import { editNetworks } from './edit-networks.ts';
import { editNode } from './edit-node.ts';
import { editNodes } from './edit-nodes.ts';
import { editProfile } from './edit-profile.ts';
import { editProfiles } from './edit-profiles.ts';
import { editProject } from './edit-project.ts';
import { editRack } from './edit-rack.ts';
import { editSwitch } from './edit-switch.ts';
import { editSwitches } from './edit-switches.ts';
import { editTeam } from './edit-team.ts';
import { insertItems } from './insert-items.ts';
import { moveItems } from './move-items.ts';
import { orderRacks } from './order-racks.ts';
import { pinAddresses } from './pin-addresses.ts';
import { placeItems } from './place-items.ts';
import { regroupNodes } from './regroup-nodes.ts';
import { removeAdapter } from './remove-adapter.ts';
import { removeItems } from './remove-items.ts';
import { removeNetwork } from './remove-network.ts';
import { removeRack } from './remove-rack.ts';
import { rewireLink } from './rewire-link.ts';
import { setPairLength } from './set-pair-length.ts';
import { setTeaming } from './set-teaming.ts';
import { swapProducts } from './swap-products.ts';
import { ungroupClusters } from './ungroup-clusters.ts';
import { withdrawAcknowledgement } from './withdraw-acknowledgement.ts';

/** Every command of the program; one line each. */
export const commands = [
  acknowledge,
  addAdapter,
  addNetwork,
  addRack,
  assignRack,
  connectLinks,
  connectPorts,
  detachProfile,
  editAdapter,
  editCabling,
  editCluster,
  editClusters,
  editFabric,
  editLinks,
  editNetwork,
  editNetworks,
  editNode,
  editNodes,
  editProfile,
  editProfiles,
  editProject,
  editRack,
  editSwitch,
  editSwitches,
  editTeam,
  insertItems,
  moveItems,
  orderRacks,
  pinAddresses,
  placeItems,
  regroupNodes,
  removeAdapter,
  removeItems,
  removeNetwork,
  removeRack,
  rewireLink,
  setPairLength,
  setTeaming,
  swapProducts,
  ungroupClusters,
  withdrawAcknowledgement,
] as const;
