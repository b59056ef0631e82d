import type { AdapterPart, Catalog, ServerPart } from '../catalog/types.ts';
import { freeSlot, type SlotChoice } from '../fragment/index.ts';
import type { OsVersion } from '../model/index.ts';
import type { SizeRequest } from './request.ts';

/** What a node is for. */
type Role = 'fileServer' | 'hyperV' | 'hyperConverged';

interface Preferred {
  /** Room for disks and cards. */
  readonly storing: readonly string[];
  /** Less height, and the roomier model where its slots do not hold all adapters. */
  readonly computing: readonly string[];
}

/** Models of the time of each operating system, the preferred first. */
const OF_ITS_TIME: Readonly<Record<OsVersion, Preferred>> = {
  '2012': { storing: ['dell-r730xd'], computing: ['dell-r630', 'dell-r730xd'] },
  '2012r2': { storing: ['dell-r730xd'], computing: ['dell-r630', 'dell-r730xd'] },
  '2016': { storing: ['dell-r740'], computing: ['dell-r640', 'dell-r740'] },
  '2019': { storing: ['dell-r740'], computing: ['dell-r640', 'dell-r740'] },
  '2022': { storing: ['dell-r750'], computing: ['dell-r650', 'dell-r750'] },
  '2025': { storing: ['dell-r760'], computing: ['dell-r760'] },
};

/** A server with a slot for each adapter. */
interface Housing {
  readonly server: ServerPart;
  readonly slots: readonly SlotChoice[];
}

/** The servers a role may be, best first: the one the user wants, else those of the system's time. */
export function serversFor(request: SizeRequest, role: Role, catalog: Catalog): readonly ServerPart[] {
  const wanted = request.servers[role];
  const preferred = OF_ITS_TIME[request.os][role === 'hyperV' ? 'computing' : 'storing'];
  const named = (wanted === null ? preferred : [wanted]).flatMap(
    (name) => catalog.servers.find(({ id }) => id === name) ?? [],
  );
  if (named.length > 0 || wanted !== null) return named;
  // A catalog without the models we know: the newest platforms first.
  return [...catalog.servers].sort((a, b) => (b.platformGen ?? 0) - (a.platformGen ?? 0));
}

/** Finds room for adapters: in the first of these servers with a slot for each; null when none has as many. */
export type House = (servers: readonly ServerPart[], adapter: AdapterPart, count: number) => Housing | null;

/** Finds room for adapters and remembers it: a search asks the same again for every shape and topology. */
export function createHouse(): House {
  const known = new Map<string, Housing | null>();
  return (servers, adapter, count) => {
    const key = `${servers.map(({ id }) => id).join(' ')} ${adapter.id} ${count}`;
    let housing = known.get(key);
    if (housing === undefined) known.set(key, (housing = houseAdapters(servers, adapter, count)));
    return housing;
  };
}

function houseAdapters(servers: readonly ServerPart[], adapter: AdapterPart, count: number): Housing | null {
  for (const server of servers) {
    const slots: SlotChoice[] = [];
    const used = new Set<string>();
    while (slots.length < count) {
      const found = freeSlot(server, used, adapter, server.model);
      if (!found.ok) break;
      slots.push(found.value);
      used.add(found.value.slot);
    }
    if (slots.length === count) return { server, slots };
  }
  return null;
}
