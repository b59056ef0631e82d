export { type Acknowledgement } from './acknowledgement.ts';
export { DEFAULT_CABLING, type Cabling } from './cabling.ts';
export { CLUSTER_KINDS, type Cluster, type ClusterKind } from './cluster.ts';
export {
  TABLES,
  TABLE_NAMES,
  cablingOf,
  fabricOf,
  projectOf,
  type Design,
  type RecordOf,
  type Table,
  type TableName,
} from './design.ts';
export { applyDiff, computeDiff, isEmptyDiff, reverseDiff, type DesignDiff } from './diff.ts';
export { withRecords, withoutRecords } from './edit.ts';
export { DEFAULT_FABRIC, defaultShare, mtuSchema, type FabricPolicy } from './fabric.ts';
export { checkIntegrity, type BrokenReference } from './integrity.ts';
export { buildDesign, emptyDesign, type DesignRecords } from './build-design.ts';
export { vmLoadSchema, type ClusterLoad, type VmLoad } from './load.ts';
export { type BreakoutLane, type Link, type LinkEnd, type NodeEnd, type SwitchEnd } from './link.ts';
export { PURPOSES, type Network } from './network.ts';
export { type Node } from './node.ts';
export { type Placement } from './placement.ts';
export {
  OS_VERSIONS,
  adapterSlotSchema,
  isAtLeast,
  osSchema,
  teamSchema,
  type AdapterSlot,
  type HostVnic,
  type OsVersion,
  type PortRef,
  type Profile,
  type Team,
} from './profile.ts';
export { type Project } from './project.ts';
export { type Rack } from './rack.ts';
export { NO_OVERRIDES, type Switch, type SwitchOverrides } from './switch.ts';
