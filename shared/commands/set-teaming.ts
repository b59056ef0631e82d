import { z } from 'zod';
import type { NetworkId } from '../lib/ids.ts';
import { err, ok, type Result } from '../lib/result.ts';
import {
  TABLES,
  withRecords,
  type Design,
  type HostVnic,
  type PortRef,
  type Profile,
  type Team,
} from '../model/index.ts';
import { defineCommand } from './define.ts';

/**
 * Turns dedicated RDMA ports into one SET team with a virtual adapter per member, or back. Each port keeps its
 * network: under SET the virtual adapter mapped to it carries it.
 */
export const setTeaming = defineCommand({
  id: 'set-teaming',
  payload: z.strictObject({ profileId: TABLES.profiles.shape.id, teaming: z.enum(['dedicated', 'set']) }),
  label: ({ teaming }) => (teaming === 'set' ? 'Team the adapters with SET' : 'Use dedicated adapters'),
  apply: (design, { profileId, teaming }) => {
    const profile = design.profiles.get(profileId);
    if (!profile) return err(`There is no profile "${profileId}".`);
    const next = teaming === 'set' ? toSet(profile, design) : toDedicated(profile);
    return next.ok ? ok(withRecords(design, 'profiles', [next.value])) : next;
  },
});

const SWITCH_NAME = 'SETswitch';

function toSet(profile: Profile, design: Design): Result<Profile, string> {
  if (profile.teams.some(({ kind }) => kind === 'set')) return err(`${profile.name} has a SET team already.`);
  const ports = profile.adapters.flatMap((adapter) =>
    adapter.ports.flatMap(({ port, networkId }) => {
      const storage = networkId !== null && design.networks.get(networkId)?.purpose === 'storage';
      return storage ? [{ ref: { slot: adapter.slot, port }, networkId }] : [];
    }),
  );
  if (ports.length === 0)
    return err(
      `No port of ${profile.name} carries a storage network that a virtual adapter could take over.`,
    );
  const name = unusedName(
    SWITCH_NAME,
    profile.teams.map((team) => team.name),
  );
  const team: Team = {
    name,
    kind: 'set',
    members: ports.map(({ ref }) => ref),
    standby: [],
    mode: 'SwitchIndependent',
    loadBalancing: 'HyperVPort',
    iov: false,
    packetDirect: false,
    features: [],
    virtualSwitch: true,
  };
  const vnics = ports.map(({ ref, networkId }, i) => smbVnic(profile, i, name, networkId, ref));
  return ok({
    ...profile,
    adapters: withPortNetworks(profile, new Map(ports.map(({ ref }) => [keyOf(ref), null]))),
    teams: [...profile.teams, team],
    vnics: [...profile.vnics, ...vnics, ...managementVnic(profile, design, name)],
  });
}

function smbVnic(
  profile: Profile,
  index: number,
  team: string,
  networkId: NetworkId,
  mappedTo: PortRef,
): HostVnic {
  const name = unusedName(
    `SMB${index + 1}`,
    profile.vnics.map((vnic) => vnic.name),
  );
  return { name, team, networkId, rdma: true, priorityTag: true, mappedTo };
}

/** The host needs a way in once its ports belong to the switch; only when the design has such a network. */
function managementVnic(profile: Profile, design: Design, team: string): HostVnic[] {
  const network = [...design.networks.values()].find(({ purpose }) => purpose === 'management');
  if (!network || profile.vnics.some(({ networkId }) => networkId === network.id)) return [];
  const name = unusedName(
    'Mgmt',
    profile.vnics.map((vnic) => vnic.name),
  );
  return [{ name, team, networkId: network.id, rdma: false, priorityTag: false, mappedTo: null }];
}

function toDedicated(profile: Profile): Result<Profile, string> {
  const sets = new Set(profile.teams.filter(({ kind }) => kind === 'set').map(({ name }) => name));
  if (sets.size === 0) return err(`${profile.name} has no SET team.`);
  const networks = new Map<string, NetworkId | null>();
  for (const vnic of profile.vnics) {
    if (sets.has(vnic.team) && vnic.mappedTo) networks.set(keyOf(vnic.mappedTo), vnic.networkId);
  }
  return ok({
    ...profile,
    adapters: withPortNetworks(profile, networks),
    teams: profile.teams.filter(({ name }) => !sets.has(name)),
    vnics: profile.vnics.filter(({ team }) => !sets.has(team)),
  });
}

function withPortNetworks(
  profile: Profile,
  networks: ReadonlyMap<string, NetworkId | null>,
): Profile['adapters'] {
  return profile.adapters.map((adapter) => {
    const mine = [1, 2, 3, 4].filter((port) => networks.has(keyOf({ slot: adapter.slot, port })));
    if (mine.length === 0) return adapter;
    const others = adapter.ports.filter(({ port }) => !mine.includes(port));
    const changed = mine.map((port) => {
      const before = adapter.ports.find((use) => use.port === port) ?? {
        port,
        name: null,
        networkId: null,
        speedGbps: null,
      };
      return { ...before, networkId: networks.get(keyOf({ slot: adapter.slot, port })) ?? null };
    });
    return { ...adapter, ports: [...others, ...changed].sort((a, b) => a.port - b.port) };
  });
}

function keyOf(ref: PortRef): string {
  return `${ref.slot}/${ref.port}`;
}

function unusedName(wanted: string, taken: readonly string[]): string {
  let name = wanted;
  for (let i = 2; taken.includes(name); i++) name = `${wanted}-${i}`;
  return name;
}
