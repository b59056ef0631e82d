import type { AdapterPart, Catalog, ServerPart } from '../catalog/types.ts';
import type { PartId } from '../lib/ids.ts';
import type { AdapterSlot, Design } from '../model/index.ts';
import { plugFits } from '../plan/index.ts';

/** What a first node is made of when nothing in the design says otherwise: current, and 25 Gb/s, the usual storage speed. */
const PREFERRED = {
  server: 'dell-r760',
  adapters: ['nvidia-mcx631102an-adat', 'nvidia-mcx623106an-cdat', 'nvidia-mcx312b-xcct'],
};

/** The server most nodes of the design are, else a current one; null when the catalog has none. */
export function defaultServer(design: Design, catalog: Catalog): ServerPart | null {
  const used = mostUsed([...design.profiles.values()].map((profile) => profile.serverId));
  const known = used === null ? undefined : catalog.servers.find((part) => part.id === used);
  return known ?? catalog.servers.find((part) => part.id === PREFERRED.server) ?? catalog.servers[0] ?? null;
}

/**
 * The RDMA adapter most of the design uses, else a dual-port card that fits a switch of the design, else the usual
 * one; null when the catalog has none.
 */
export function defaultAdapter(design: Design, catalog: Catalog): AdapterPart | null {
  const slots = [...design.profiles.values()].flatMap((profile) => profile.adapters);
  const used = mostUsed(slots.filter((slot) => slot.protocol !== null).map((slot) => slot.partId));
  const candidates = [...(used === null ? [] : [used]), ...PREFERRED.adapters].flatMap(
    (id) => catalog.adapters.find((part) => part.id === id) ?? [],
  );
  const groups = [...design.switches.values()].flatMap(
    ({ partId }) => catalog.switches.find((part) => part.id === partId)?.portGroups ?? [],
  );
  const fits = (part: AdapterPart) =>
    groups.some(
      (group) =>
        (plugFits(part.cage, group.cage) || plugFits(group.cage, part.cage)) &&
        part.speedsGbps.some((speed) => group.speedsGbps.includes(speed)),
    );
  return (
    candidates.find(fits) ?? candidates[0] ?? catalog.adapters.find((part) => part.rdma.length > 0) ?? null
  );
}

/** The protocol the design runs on this card, else RoCE v2 where the card speaks it, else what it speaks. */
export function defaultProtocol(design: Design, part: AdapterPart): AdapterSlot['protocol'] {
  for (const profile of design.profiles.values()) {
    const slot = profile.adapters.find(({ partId, protocol }) => partId === part.id && protocol !== null);
    if (slot) return slot.protocol;
  }
  return part.rdma.includes('RoCEv2') ? 'RoCEv2' : (part.rdma[0] ?? null);
}

/** The value that occurs most often, the first among equals; null for an empty list. */
function mostUsed(ids: readonly PartId[]): PartId | null {
  const counts = new Map<PartId, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  let best: PartId | null = null;
  for (const [id, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = id;
  return best;
}
