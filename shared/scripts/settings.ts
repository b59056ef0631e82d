import type { PortId } from '../lib/ids.ts';
import { fabricOf, isAtLeast, type HostVnic, type Network, type PortRef, type Team } from '../model/index.ts';
import type { Endpoint, PlanAdapter, PlanPort } from '../plan/types.ts';
import type { ScriptInput } from './define.ts';

/** Value of `*FlowControl`: off, or receive and transmit (Windows standardised keyword). */
type PauseValue = '0' | '3';

/** What the scripts do with one adapter port. Null means: leave it as it is. */
export interface PortSettings {
  readonly port: PlanPort;
  readonly adapter: PlanAdapter;
  /** 12 hexadecimal digits without separators, as Windows stores the permanent address. */
  readonly mac: string | null;
  /** PCI slot number when the slot's label is one. */
  readonly pciSlot: number | null;
  readonly vlan: number | null;
  /** Ethernet frame without FCS: IP MTU plus 14. */
  readonly jumbo: number | null;
  readonly pause: PauseValue | null;
  /** Value of `*NetworkDirectTechnology`: 1 iWARP, 3 RoCE v1, 4 RoCE v2. */
  readonly technology: '1' | '3' | '4' | null;
  readonly rdma: boolean | null;
  readonly qos: boolean;
}

/** A team or virtual switch together with what hangs on it. */
export interface TeamSettings {
  readonly team: Team;
  /** Names of the member ports that exist, in the design's order. */
  readonly members: readonly string[];
  readonly standby: readonly string[];
  readonly vnics: readonly VnicSettings[];
}

/** A host virtual adapter, or a team interface of an LBFO team without a switch. */
export interface VnicSettings {
  readonly vnic: HostVnic;
  readonly team: Team;
  /** Name of the Windows interface. */
  readonly interfaceName: string;
  readonly network: Network | null;
  /** Name of the member it is mapped to. */
  readonly mappedTo: string | null;
  readonly jumbo: number | null;
}

export interface AddressSettings {
  readonly interfaceName: string;
  readonly network: Network;
  readonly address: string;
  readonly prefixLength: number;
  /** No gateway, no DNS, one address only: storage, cluster and live migration networks. */
  readonly internal: boolean;
}

interface NodeSettings {
  readonly ports: readonly PortSettings[];
  readonly teams: readonly TeamSettings[];
  readonly vnics: readonly VnicSettings[];
  readonly addresses: readonly AddressSettings[];
  /** DCB is configured on this node. */
  readonly dcb: boolean;
}

const TECHNOLOGY = { iWARP: '1', RoCEv1: '3', RoCEv2: '4' } as const;
const INTERNAL: ReadonlySet<Network['purpose']> = new Set(['storage', 'live-migration', 'cluster']);

const known = new WeakMap<ScriptInput, NodeSettings>();

/** Everything the steps of one node's scripts need, worked out once per input. */
export function settingsOf(input: ScriptInput): NodeSettings {
  const before = known.get(input);
  if (before) return before;
  const settings = derive(input);
  known.set(input, settings);
  return settings;
}

function derive(input: ScriptInput): NodeSettings {
  const portNames = new Map<string, string>();
  for (const adapter of input.node.adapters)
    for (const port of adapter.ports) portNames.set(`${adapter.slot.slot}/${port.number}`, port.name);
  const nameOf = (ref: PortRef): string | null => portNames.get(`${ref.slot}/${ref.port}`) ?? null;
  const vnics = input.node.profile.vnics.flatMap((vnic) => vnicSettings(input, vnic, nameOf));
  const teams = input.node.profile.teams.map((team) => ({
    team,
    members: namesOf([...team.members, ...team.standby], nameOf),
    standby: namesOf(team.standby, nameOf),
    vnics: vnics.filter((each) => each.team === team),
  }));
  const ports = input.node.adapters.flatMap((adapter) =>
    adapter.ports.map((port) => portSettings(input, adapter, port)),
  );
  return {
    ports,
    teams,
    vnics,
    addresses: addressesOf(input, vnics),
    dcb: fabricOf(input.design).dcb && ports.some((p) => p.qos),
  };
}

function namesOf(refs: readonly PortRef[], nameOf: (ref: PortRef) => string | null): string[] {
  return [...new Set(refs.map(nameOf).filter((name) => name !== null))];
}

/** IP MTU plus Ethernet header: the unit `*JumboPacket` counts in. */
function jumboOf(input: ScriptInput): number {
  return fabricOf(input.design).mtu + 14;
}

function vnicSettings(
  input: ScriptInput,
  vnic: HostVnic,
  nameOf: (ref: PortRef) => string | null,
): VnicSettings[] {
  const team = input.node.profile.teams.find((each) => each.name === vnic.team);
  if (!team) return [];
  const network = input.design.networks.get(vnic.networkId) ?? null;
  return [
    {
      vnic,
      team,
      interfaceName: onSwitch(team) ? `vEthernet (${vnic.name})` : vnic.name,
      network,
      mappedTo: vnic.mappedTo && team.kind === 'set' ? nameOf(vnic.mappedTo) : null,
      jumbo: onSwitch(team) && (vnic.rdma || network?.purpose === 'storage') ? jumboOf(input) : null,
    },
  ];
}

/** True when the team's virtual adapters hang on a Hyper-V switch. */
export function onSwitch(team: Team): boolean {
  return team.kind !== 'lbfo' || team.virtualSwitch;
}

function addressesOf(input: ScriptInput, vnics: readonly VnicSettings[]): AddressSettings[] {
  const interfaces = new Map(vnics.map((each) => [each.vnic.name, each.interfaceName]));
  return input.node.endpoints.flatMap((endpoint) => {
    if (endpoint.address === null || endpoint.prefixLength === null) return [];
    const interfaceName =
      (endpoint.vnic === null ? undefined : interfaces.get(endpoint.vnic)) ?? endpoint.name;
    const { network, address, prefixLength } = endpoint;
    return [{ interfaceName, network, address, prefixLength, internal: INTERNAL.has(network.purpose) }];
  });
}

function portSettings(input: ScriptInput, adapter: PlanAdapter, port: PlanPort): PortSettings {
  const fabric = fabricOf(input.design);
  const own = endpointOf(input, port.id);
  const team = port.team;
  const used = own !== null || team !== null;
  const behind = team === null ? [] : input.node.profile.vnics.filter((vnic) => vnic.team === team.name);
  const carriesRdma = own ? own.rdma : behind.some((vnic) => vnic.rdma);
  const carriesStorage = own
    ? own.network.purpose === 'storage'
    : behind.some((vnic) => vnic.rdma || input.design.networks.get(vnic.networkId)?.purpose === 'storage');
  const slot = adapter.slot.slot;
  return {
    port,
    adapter,
    mac: macOf(input, slot, port.number),
    pciSlot: /^[0-9]{1,5}$/.test(slot) ? Number(slot) : null,
    vlan: team !== null ? 0 : (own?.network.vlan ?? null),
    jumbo: carriesStorage ? jumboOf(input) : null,
    pause: carriesStorage ? (fabric.hostFlowControl ? '3' : '0') : null,
    technology:
      carriesRdma && adapter.slot.protocol !== null && isAtLeast(input.os, '2016')
        ? TECHNOLOGY[adapter.slot.protocol]
        : null,
    rdma: rdmaOf(input, adapter, team, own, carriesRdma),
    qos: fabric.dcb && adapter.slot.qos && used,
  };
}

function endpointOf(input: ScriptInput, port: PortId): Endpoint | null {
  return (
    input.node.endpoints.find((endpoint) => endpoint.kind === 'port' && endpoint.portId === port) ?? null
  );
}

function macOf(input: ScriptInput, slot: string, port: number): string | null {
  const entry = input.node.record.macs.find((each) => each.slot === slot && each.port === port);
  return entry ? entry.mac.replaceAll('-', '') : null;
}

/** RDMA wanted on a physical port; null where there is nothing to decide. */
function rdmaOf(
  input: ScriptInput,
  adapter: PlanAdapter,
  team: Team | null,
  own: Endpoint | null,
  carriesRdma: boolean,
): boolean | null {
  if (team !== null) {
    // Before Windows Server 2016 an adapter under a team or a virtual switch has no RDMA to switch on.
    const possible = team.kind !== 'lbfo' && isAtLeast(input.os, '2016');
    return possible && carriesRdma && adapter.rdma ? true : null;
  }
  if (own === null) return null;
  if (own.rdma) return true;
  return (adapter.part?.rdma.length ?? 0) > 0 ? false : null;
}
