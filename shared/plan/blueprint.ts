import type { AdapterPart, Cage } from '../catalog/types.ts';
import { adapterPortTail, type NetworkId } from '../lib/ids.ts';
import { naturalTailKey, sortNatural } from '../lib/natural-order.ts';
import type { AdapterSlot, FabricPolicy, HostVnic, Network, PortRef, Profile, Team } from '../model/index.ts';
import type { PartBook } from './parts.ts';
import { payloadShare } from './payload.ts';
import { pcieRates, trainLink } from './pcie.ts';
import type { PcieRates, PlanAdapter } from './types.ts';

/**
 * What all nodes of a profile have in common, worked out once per profile: a cluster of a thousand nodes has
 * few profiles.
 */
export interface ProfileBlueprint {
  readonly adapters: readonly AdapterBlueprint[];
  /** Place of a slot in `adapters`. */
  readonly slotIndex: ReadonlyMap<string, number>;
  readonly endpoints: readonly EndpointBlueprint[];
}

export interface AdapterBlueprint {
  readonly slot: AdapterSlot;
  readonly part: AdapterPart | null;
  readonly model: string;
  readonly link: PlanAdapter['link'];
  readonly pcie: PcieRates | null;
  readonly rdma: boolean;
  readonly ports: readonly PortBlueprint[];
}

export interface PortBlueprint {
  readonly number: number;
  readonly name: string;
  /** What ids and labels end with, behind the device's. */
  readonly idTail: string;
  readonly labelTail: string;
  /** Natural-order key of the name behind its owner's name. */
  readonly nameKey: string;
  readonly cage: Cage;
  readonly speedsGbps: readonly number[];
  /** The speeds left when the design fixes one. */
  readonly allowedGbps: readonly number[];
  readonly networkIds: readonly NetworkId[];
  /** The networks whose storage traffic can leave here over RDMA. */
  readonly rdmaNetworkIds: readonly NetworkId[];
  readonly team: Team | null;
  /** Share of the data rate that is payload; null for a switch port, which carries what its peer sends. */
  readonly payloadShare: number | null;
}

export interface EndpointBlueprint {
  readonly key: string;
  readonly kind: 'port' | 'vnic';
  readonly name: string;
  readonly vnic: string | null;
  readonly teamName: string | null;
  /** Places in the blueprint's lists. */
  readonly port: { readonly adapter: number; readonly port: number } | null;
  readonly network: Network;
  readonly rdma: boolean;
}

/** The Windows name of an adapter port nobody renamed. */
export function defaultPortName(slot: string, port: number): string {
  return `SLOT ${slot} Port ${port}`;
}

/** Works out the common part of a profile's nodes. `networks` is in the order of the plan. */
export function buildBlueprint(
  profile: Profile,
  book: PartBook,
  fabric: FabricPolicy,
  networks: ReadonlyMap<NetworkId, Network>,
): ProfileBlueprint {
  const slots = sortNatural(
    profile.adapters,
    (slot) => slot.slot,
    (slot) => slot.slot,
  );
  const adapters = slots.map((slot) => buildAdapter(slot, profile, book, fabric, networks));
  const slotIndex = new Map(slots.map((slot, i) => [slot.slot, i]));
  return { adapters, slotIndex, endpoints: buildEndpoints(profile, adapters, slotIndex, networks) };
}

function buildAdapter(
  slot: AdapterSlot,
  profile: Profile,
  book: PartBook,
  fabric: FabricPolicy,
  networks: ReadonlyMap<NetworkId, Network>,
): AdapterBlueprint {
  const part = book.adapter(slot.partId, profile.id);
  if (!part) return { slot, part, model: slot.partId, link: null, pcie: null, rdma: false, ports: [] };
  const link = trainLink(part.pcie, slot);
  const rdma = slot.protocol !== null && part.rdma.includes(slot.protocol);
  const ports = Array.from({ length: part.ports }, (_, i) =>
    buildPort({ slot, part, number: i + 1, rdma }, profile, fabric, networks),
  );
  const pcie = pcieRates(link.gen, link.lanes, fabric.maxPayloadBytes, fabric.maxReadBytes);
  return { slot, part, model: part.model, link, pcie, rdma, ports };
}

interface PortPlace {
  readonly slot: AdapterSlot;
  readonly part: AdapterPart;
  readonly number: number;
  readonly rdma: boolean;
}

function buildPort(
  { slot, part, number, rdma }: PortPlace,
  profile: Profile,
  fabric: FabricPolicy,
  networks: ReadonlyMap<NetworkId, Network>,
): PortBlueprint {
  const use = slot.ports.find((entry) => entry.port === number);
  const name = use?.name ?? defaultPortName(slot.slot, number);
  const fixed = use?.speedGbps ?? null;
  const ref = { slot: slot.slot, port: number };
  const team =
    profile.teams.find((entry) => [...entry.members, ...entry.standby].some((member) => same(member, ref))) ??
    null;
  const vnics = team ? carriedVnics(profile.vnics, team, ref) : [];
  const own = use?.networkId ?? null;
  const wanted = new Set([...(own === null ? [] : [own]), ...vnics.map((vnic) => vnic.networkId)]);
  const viaRdma = new Set([
    ...(own !== null && rdma ? [own] : []),
    ...vnics.filter((vnic) => vnic.rdma).map((vnic) => vnic.networkId),
  ]);
  const carried = [...networks.values()].filter((network) => wanted.has(network.id));
  return {
    number,
    name,
    idTail: adapterPortTail(slot.slot, number),
    labelTail: ` ${name}`,
    nameKey: naturalTailKey(name),
    cage: part.cage,
    speedsGbps: part.speedsGbps,
    allowedGbps: fixed === null ? part.speedsGbps : part.speedsGbps.filter((speed) => speed === fixed),
    networkIds: carried.map((network) => network.id),
    rdmaNetworkIds: carried.filter((network) => viaRdma.has(network.id)).map((network) => network.id),
    team,
    payloadShare: payloadShare(
      rdma ? slot.protocol : null,
      fabric.mtu,
      carried.some((network) => network.vlan > 0),
    ),
  };
}

function same(a: PortRef, b: PortRef): boolean {
  return a.slot === b.slot && a.port === b.port;
}

/**
 * The vNICs whose frames may cross one member of their team: those mapped to it and those mapped to none.
 * A member that all mappings pass by stands in for the others, so it carries the whole team.
 */
function carriedVnics(vnics: readonly HostVnic[], team: Team, member: PortRef): readonly HostVnic[] {
  const ofTeam = vnics.filter((vnic) => vnic.team === team.name);
  const here = ofTeam.filter((vnic) => vnic.mappedTo === null || same(vnic.mappedTo, member));
  return here.length > 0 ? here : ofTeam;
}

function buildEndpoints(
  profile: Profile,
  adapters: readonly AdapterBlueprint[],
  slotIndex: ReadonlyMap<string, number>,
  networks: ReadonlyMap<NetworkId, Network>,
): EndpointBlueprint[] {
  const endpoints: EndpointBlueprint[] = [];
  adapters.forEach((adapter, a) => {
    adapter.ports.forEach((port, p) => {
      const use = adapter.slot.ports.find((entry) => entry.port === port.number);
      const network = use?.networkId ? networks.get(use.networkId) : undefined;
      if (!network) return;
      endpoints.push({
        key: `${adapter.slot.slot}/${port.number}`,
        kind: 'port',
        name: port.name,
        vnic: null,
        teamName: null,
        port: { adapter: a, port: p },
        network,
        rdma: adapter.rdma,
      });
    });
  });
  for (const vnic of profile.vnics) {
    const network = networks.get(vnic.networkId);
    if (!network) continue;
    endpoints.push({
      key: vnic.name,
      kind: 'vnic',
      name: interfaceName(vnic, profile.teams),
      vnic: vnic.name,
      teamName: vnic.team,
      port: vnic.mappedTo && findPort(vnic.mappedTo, adapters, slotIndex),
      network,
      rdma: vnic.rdma,
    });
  }
  return endpoints;
}

/** The interface of an LBFO team without a virtual switch has the plain name; Hyper-V wraps a host vNIC's. */
function interfaceName(vnic: HostVnic, teams: readonly Team[]): string {
  const team = teams.find((entry) => entry.name === vnic.team);
  return team?.virtualSwitch === false ? vnic.name : `vEthernet (${vnic.name})`;
}

function findPort(
  ref: PortRef,
  adapters: readonly AdapterBlueprint[],
  slotIndex: ReadonlyMap<string, number>,
): EndpointBlueprint['port'] {
  const adapter = slotIndex.get(ref.slot);
  if (adapter === undefined) return null;
  const port = adapters[adapter]?.ports.findIndex((entry) => entry.number === ref.port) ?? -1;
  return port < 0 ? null : { adapter, port };
}
