import type { NetworkId } from '../lib/ids.ts';
import { defaultShare, type FabricPolicy, type Network, type Switch } from '../model/index.ts';
import type { PlanPort, SwitchSettings } from './types.ts';

/** The settings one switch really runs: the fabric policy where it does not depart from it. */
export function effectiveSettings(
  record: Switch,
  ports: readonly PlanPort[],
  fabric: FabricPolicy,
  networks: ReadonlyMap<NetworkId, Network>,
): SwitchSettings {
  const own = record.overrides;
  return {
    smbPriority: own.smbPriority ?? fabric.smbPriority,
    losslessPriorities: own.losslessPriorities ?? fabric.losslessPriorities,
    shares: own.shares ?? {
      smb: fabric.smbShare,
      cluster: fabric.clusterShare,
      default: defaultShare(fabric),
    },
    dcbxWilling: own.dcbxWilling ?? fabric.dcbxWilling,
    mtu: own.mtu ?? fabric.switchMtu,
    ecn: own.ecn ?? fabric.ecn,
    vlans: ascending(own.vlans ?? cabledVlans(ports, networks)),
  };
}

function cabledVlans(
  ports: readonly PlanPort[],
  networks: ReadonlyMap<NetworkId, Network>,
): Iterable<number> {
  const ids = new Set<NetworkId>();
  for (const port of ports) for (const id of port.networkIds) ids.add(id);
  return [...ids].map((id) => networks.get(id)?.vlan ?? 0).filter((vlan) => vlan > 0);
}

function ascending(values: Iterable<number>): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
