import type { RdmaProtocol } from '../catalog/types.ts';
import type { NetworkId, ProfileId, SubjectId } from '../lib/ids.ts';
import type { Network } from '../model/index.ts';
import type { PlanNode } from '../plan/types.ts';
import { isRoce, nodeNames, partOfProfile, portKey } from './facts.ts';
import type {
  Carrier,
  Facts,
  NodeSample,
  ProfileUse,
  SampleAdapter,
  SamplePort,
  SlotUse,
  TeamUse,
} from './facts.ts';
import { isAlike } from './keep-traits.ts';

/** Makes the function that lists the profiles in use. A profile is the same as before while its cables alone differ. */
export function createProfileReader(): (nodes: readonly PlanNode[]) => Pick<Facts, 'byProfile' | 'profiles'> {
  let last: readonly ProfileUse[] = [];
  return (nodes) => {
    const byProfile = groupByProfile(nodes);
    const known = new Map(last.map((use) => [use.profile, use]));
    const profiles: ProfileUse[] = [];
    for (const group of byProfile.values()) {
      const [sample] = group;
      if (!sample) continue;
      const { profile } = sample;
      const names = nodeNames(group);
      const old = known.get(profile);
      const same = old?.names === names && isSameSample(old.sample, sample);
      profiles.push(same ? old : { profile, sample, names });
    }
    if (!isAlike(last, profiles)) last = profiles;
    return { byProfile, profiles: last };
  };
}

function groupByProfile(nodes: readonly PlanNode[]): ReadonlyMap<ProfileId, readonly PlanNode[]> {
  const groups = new Map<ProfileId, PlanNode[]>();
  let [id, group]: [ProfileId | null, PlanNode[]] = [null, []];
  for (const node of nodes) {
    // Nodes beside each other often share their profile.
    if (node.profile.id !== id) {
      ({ id } = node.profile);
      const known = groups.get(id);
      group = known ?? [];
      if (!known) groups.set(id, group);
    }
    group.push(node);
  }
  return groups;
}

const ADAPTER_TRAITS: readonly (keyof SampleAdapter)[] = [
  'id',
  'slot',
  'part',
  'model',
  'rdma',
  'pcie',
  'link',
];
const PORT_TRAITS: readonly (keyof SamplePort)[] = ['id', 'number', 'name', 'team'];

function isSameSample(before: NodeSample, now: NodeSample): boolean {
  if (before === now) return true;
  return (
    before.id === now.id &&
    before.endpoints === now.endpoints &&
    isAlike(before.adapters, now.adapters, ADAPTER_TRAITS) &&
    before.adapters.every(({ ports }, i) => isAlike(ports, now.adapters[i]?.ports ?? [], PORT_TRAITS))
  );
}

/** Slots, teams and interfaces of the profiles in use. */
export function interfacesOf(
  profiles: readonly ProfileUse[],
  list: readonly Network[],
): Pick<Facts, 'slots' | 'teams' | 'carriers' | 'roceSlots' | 'iwarpSlots' | 'mixedNetworks'> {
  const slots = profiles.flatMap(slotsOf);
  const slotBy = new Map(slots.map((slot) => [slot.subject, slot]));
  const networks = new Map(list.map((network) => [network.id, network]));
  const teams = profiles.flatMap((use) => teamsOf(use, slotBy, networks));
  const carriers = [
    ...profiles.flatMap((use) => portCarriers(use, slotBy, networks)),
    ...teams.flatMap(vnicCarriers),
  ];
  return {
    slots,
    teams,
    carriers,
    roceSlots: slots.filter(({ adapter }) => adapter.rdma && isRoce(adapter.slot.protocol)),
    iwarpSlots: slots.filter(({ adapter }) => adapter.rdma && adapter.slot.protocol === 'iWARP'),
    mixedNetworks: mixedNetworks(carriers),
  };
}

function slotsOf(use: ProfileUse): SlotUse[] {
  return use.sample.adapters.map((adapter, index) => ({
    use,
    index,
    adapter,
    subject: partOfProfile(use.profile, adapter.slot.slot),
    label: `slot ${adapter.slot.slot} (${adapter.model}) of ${use.names}`,
  }));
}

type SlotIndex = ReadonlyMap<SubjectId, SlotUse>;
type NetworkIndex = ReadonlyMap<NetworkId, Network>;

const TEAM_WORD = { set: 'SET team', vswitch: 'Virtual switch', lbfo: 'LBFO team' } as const;

function teamsOf(use: ProfileUse, slotBy: SlotIndex, networks: NetworkIndex): TeamUse[] {
  return use.profile.teams.map((team) => ({
    use,
    team,
    members: team.members.map((ref) => ({ ref, slot: slotBy.get(partOfProfile(use.profile, ref.slot)) })),
    vnics: use.profile.vnics.flatMap((vnic) => {
      const network = vnic.team === team.name ? networks.get(vnic.networkId) : undefined;
      return network ? [{ vnic, network }] : [];
    }),
    subject: partOfProfile(use.profile, team.name),
    label: `${TEAM_WORD[team.kind]} "${team.name}" of ${use.names}`,
  }));
}

function portCarriers(use: ProfileUse, slotBy: SlotIndex, networks: NetworkIndex): Carrier[] {
  const teamed = new Set(use.profile.teams.flatMap((team) => team.members.map(portKey)));
  return use.profile.adapters.flatMap((record) =>
    record.ports.flatMap((port) => {
      const network = port.networkId === null ? undefined : networks.get(port.networkId);
      const slot = slotBy.get(partOfProfile(use.profile, record.slot));
      const key = portKey({ slot: record.slot, port: port.port });
      if (!network || !slot || teamed.has(key)) return [];
      const name = slot.adapter.ports[port.port - 1]?.name ?? `port ${port.port} of slot ${record.slot}`;
      return [
        {
          use,
          subject: partOfProfile(use.profile, key),
          label: `${name} of ${use.names}`,
          network,
          slots: [slot],
          protocols: protocolsOf([slot]),
          team: null,
          vnic: null,
        },
      ];
    }),
  );
}

function vnicCarriers(team: TeamUse): Carrier[] {
  return team.vnics.map(({ vnic, network }) => {
    const mapped = vnic.mappedTo;
    const here = team.members.filter(({ ref }) => mapped === null || portKey(ref) === portKey(mapped));
    // A mapping that meets no member has no effect: the vNIC may leave by any of them.
    const members = here.length > 0 ? here : team.members;
    const slots = members.flatMap(({ slot }) => (slot ? [slot] : []));
    return {
      use: team.use,
      subject: partOfProfile(team.use.profile, vnic.name),
      label: `vNIC "${vnic.name}" of ${team.use.names}`,
      network,
      slots,
      protocols: vnic.rdma ? protocolsOf(slots) : new Set<RdmaProtocol>(),
      team,
      vnic,
    };
  });
}

function protocolsOf(slots: readonly SlotUse[]): ReadonlySet<RdmaProtocol> {
  return new Set(
    slots.flatMap(({ adapter }) =>
      adapter.rdma && adapter.slot.protocol !== null ? [adapter.slot.protocol] : [],
    ),
  );
}

function mixedNetworks(carriers: readonly Carrier[]): ReadonlyMap<NetworkId, readonly RdmaProtocol[]> {
  const seen = new Map<NetworkId, Set<RdmaProtocol>>();
  for (const { network, protocols } of carriers) {
    const all = seen.get(network.id) ?? new Set();
    for (const protocol of protocols) all.add(protocol);
    seen.set(network.id, all);
  }
  return new Map([...seen].filter(([, all]) => all.size > 1).map(([id, all]) => [id, [...all].sort()]));
}
