import type { NetworkId } from '../lib/ids.ts';
import { defaultShare, type FabricPolicy, type Network, type Switch } from '../model/index.ts';
import type { EffectiveFabric, PlanAdapter, PlanPort, SwitchSettings } from './types.ts';

/**
 * Share of the cluster's heartbeats, percent: 2 up to 10 Gb/s, 1 above. Of ports of several speeds the fastest
 * decides, because all follow one policy; while nothing is cabled it is the larger one.
 * Source: Host network requirements, traffic bandwidth allocation; Network ATC's defaults are the same.
 */
export function usualClusterShare(speedsGbps: Iterable<number>): number {
  for (const speed of speedsGbps) if (speed > 10) return 1;
  return 2;
}

/** The speeds of running RDMA ports, Gb/s; whoever has heard enough need not listen to thousands. */
function* rdmaSpeeds(adapters: readonly PlanAdapter[]): Iterable<number> {
  for (const { rdma, ports } of adapters) {
    if (!rdma) continue;
    for (const { speedGbps } of ports) if (speedGbps !== null) yield speedGbps;
  }
}

/** The fabric policy as hosts and switches get it. */
export function effectiveFabric(fabric: FabricPolicy, adapters: readonly PlanAdapter[]): EffectiveFabric {
  return { ...fabric, clusterShare: fabric.clusterShare ?? usualClusterShare(rdmaSpeeds(adapters)) };
}

/** The settings one switch really runs: the fabric policy where it does not depart from it. */
export function effectiveSettings(
  record: Switch,
  ports: readonly PlanPort[],
  fabric: EffectiveFabric,
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
