import type { SwitchPart } from '../../shared/catalog/index.ts';
import type { ClusterKind, Network, OsVersion } from '../../shared/model/index.ts';
import type { AdapterLimit, PlanLink } from '../../shared/plan/index.ts';

/** Words for the values of records, as the panels show them. */

export const CLUSTER_KIND: Record<ClusterKind, string> = {
  'file-server': 'File server',
  'hyper-v': 'Hyper-V',
  'hyper-converged': 'Hyper-converged',
};

export const OS_NAME: Record<OsVersion, string> = {
  '2012': 'Server 2012',
  '2012r2': 'Server 2012 R2',
  '2016': 'Server 2016',
  '2019': 'Server 2019',
  '2022': 'Server 2022',
  '2025': 'Server 2025',
};

export const PURPOSE: Record<Network['purpose'], string> = {
  storage: 'Storage',
  management: 'Management',
  compute: 'Compute',
  'live-migration': 'Live migration',
  cluster: 'Cluster',
};

/** Network operating systems as their makers write them. */
export const NETWORK_OS: Record<SwitchPart['networkOs'], string> = {
  onyx: 'Onyx',
  'mlnx-os': 'MLNX-OS',
  cumulus: 'Cumulus Linux',
  os10: 'OS10',
  os9: 'OS9',
  'nx-os': 'NX-OS',
  eos: 'EOS',
  sonic: 'SONiC',
  junos: 'Junos',
  other: 'other system',
};

export const LIMIT: Record<AdapterLimit, string> = {
  ports: 'its ports',
  pcie: 'PCIe',
  card: 'the card itself',
  idle: 'no running port',
};

export const MEDIUM: Record<'auto' | 'dac' | 'aoc' | 'multimode' | 'single-mode', string> = {
  auto: 'Automatic',
  dac: 'DAC (copper)',
  aoc: 'AOC (active optical)',
  multimode: 'Multimode fibre',
  'single-mode': 'Single-mode fibre',
};

export const LOAD_BALANCING = {
  HyperVPort: 'Hyper-V port',
  Dynamic: 'Dynamic',
  TransportPorts: 'Transport ports',
  IPAddresses: 'IP addresses',
  MacAddresses: 'MAC addresses',
} as const;

export const TEAM_KIND = { set: 'SET', vswitch: 'Virtual switch', lbfo: 'LBFO' } as const;

/** A VLAN as people say it. */
export function vlanText(vlan: number): string {
  return vlan === 0 ? 'untagged' : `VLAN ${vlan}`;
}

/** Where the length of a cable comes from, null when it is its own. `pair` names its two devices. */
export function lengthOrigin(from: PlanLink['lengthFrom'], pair: string): string | null {
  if (from === 'link') return null;
  return from === 'pair' ? `From the length between ${pair}` : 'From the racks the ends stand in';
}
