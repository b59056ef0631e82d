import type { AdapterPart, Catalog } from '../catalog/types.ts';
import type { NetworkId, PartId, ProfileId } from '../lib/ids.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { AdapterSlot, Design, Network, Placement, Profile } from '../model/index.ts';
import { defaultProtocol } from './default-parts.ts';
import { freeSlot } from './fit-slot.ts';
import { storageNetworks, twoStorageNetworks } from './storage-networks.ts';
import type { NewId } from './types.ts';

/** Adapters to add, as the command `add-adapter` takes them. */
export interface PlannedAdapters {
  readonly payload: {
    readonly model: string;
    readonly adapters: { readonly profileId: ProfileId; readonly adapter: AdapterSlot }[];
    readonly networks: Network[];
    /** Filled in by who knows how large the cards are. */
    readonly moves: Placement[];
  };
  readonly told: readonly string[];
}

/** One more card of a product in the profiles of nodes, each in its first free slot that fits. */
export function newAdapter(
  design: Design,
  catalog: Catalog,
  { partId, profileIds }: { readonly partId: PartId; readonly profileIds: readonly ProfileId[] },
  newId: NewId,
): Result<PlannedAdapters, string> {
  const part = catalog.adapters.find((entry) => entry.id === partId);
  if (!part) return err('This adapter is not in the catalog.');
  const storage = storageNetworks(design);
  const profiles = [...new Set(profileIds)].flatMap((id) => design.profiles.get(id) ?? []);
  if (profiles.length === 0) return err('Choose the nodes that get this adapter first.');
  // Ports of a team carry what its virtual adapters carry, and a card without RDMA is not for storage.
  const wantsNetworks = part.rdma.length > 0 && profiles.some((profile) => !isTeamed(profile));
  const made = wantsNetworks && storage.length === 0 ? twoStorageNetworks(design, newId) : [];
  const networks = storage.length > 0 ? storage : made;
  const told: string[] = made.map(networkWords);
  const adapters: PlannedAdapters['payload']['adapters'] = [];
  for (const profile of profiles) {
    const adapter = cardFor(design, catalog, profile, part, networks);
    if (!adapter.ok) return adapter;
    adapters.push({ profileId: profile.id, adapter: adapter.value.adapter });
    told.push(...adapter.value.told);
  }
  return ok({ payload: { model: part.model, adapters, networks: [...made], moves: [] }, told });
}

/** A sentence about a network that was made by itself. */
export function networkWords(network: Network): string {
  return `${network.name} is new: VLAN ${network.vlan}, ${network.subnet ?? 'no subnet'}.`;
}

/** A card in the first free slot of a profile that fits, its ports on the storage networks used least so far. */
export function cardFor(
  design: Design,
  catalog: Catalog,
  profile: Profile,
  part: AdapterPart,
  networks: readonly Network[],
): Result<{ readonly adapter: AdapterSlot; readonly told: readonly string[] }, string> {
  const server = catalog.servers.find((entry) => entry.id === profile.serverId) ?? null;
  const used = new Set(profile.adapters.map(({ slot }) => slot));
  const choice = freeSlot(server, used, part, profile.name);
  if (!choice.ok) return choice;
  const { assumed, ...slot } = choice.value;
  const protocol = defaultProtocol(design, part);
  const dedicated = protocol !== null && !isTeamed(profile);
  const adapter: AdapterSlot = {
    ...slot,
    partId: part.id,
    protocol,
    firmware: null,
    driver: null,
    qos: protocol !== null,
    firmwareLldp: null,
    ports: portNetworks(profile, dedicated ? networks : [], part.ports).map((networkId, i) => ({
      port: i + 1,
      name: null,
      networkId,
      speedGbps: null,
    })),
  };
  const told = assumed === null ? [] : [assumed];
  if (protocol !== null && !dedicated)
    told.push(`The ports of the new adapter are in no team of ${profile.name} yet.`);
  return ok({ adapter, told });
}

/** One network per port, those that carry fewest ports of the profile first; a port beyond the networks has none. */
function portNetworks(
  profile: Profile,
  networks: readonly Network[],
  ports: number,
): readonly (NetworkId | null)[] {
  const uses = profile.adapters.flatMap((adapter) => adapter.ports).map((port) => port.networkId);
  const load = new Map(networks.map(({ id }) => [id, uses.filter((used) => used === id).length]));
  const order = [...networks].sort((a, b) => (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0));
  const least = order.slice(0, ports);
  // The ports keep the order of the networks' names: port 1 to A, port 2 to B.
  const named = networks.filter((network) => least.includes(network));
  return Array.from(
    { length: ports },
    (_, i) => named[networks.length === 0 ? 0 : i % networks.length]?.id ?? null,
  );
}

function isTeamed(profile: Profile): boolean {
  return profile.teams.length > 0;
}
