import type { NetworkId, SwitchId } from '../../lib/ids.ts';
import type { PlanLink } from '../types.ts';
import { NO_NETWORK, sameList } from './cabling.ts';
import type { FabricTable } from './fabric-table.ts';
import type { FlowInput, Question, Trunk } from './types.ts';

interface Reader {
  readonly plan: FlowInput;
  readonly lost: Question['lost'];
  readonly table: FabricTable;
}

interface Found extends Trunk {
  readonly links: Pick<PlanLink, 'id' | 'breakout'>[];
  /** The networks it carries. */
  readonly carried: readonly NetworkId[];
}

/** Links between switches carry each storage network that both ends have; these share their capacity. */
export function buildTrunks({ plan, lost, table }: Reader): Trunk[] {
  const trunks: Found[] = [];
  const rows = new Map<SwitchId, Map<SwitchId, Found[]>>();
  const carriedOf = createCarried(table.networks);
  for (const link of plan.links) {
    if (link.kind !== 'switch-switch' || link.speedGbps === null) continue;
    const carried = carriedOf(link.networkIds);
    const capacity = payloadAt(plan, link);
    if (carried.length === 0 || capacity === 0 || lost.has(link.id)) continue;
    const [a, b] = [link.a.ownerId as SwitchId, link.b.ownerId as SwitchId];
    if (lost.has(a) || lost.has(b)) continue;
    const pair = pairAt(rows, a, b);
    const trunk = pair.find((one) => one.capacity === capacity && sameList(one.carried, carried));
    if (trunk) {
      trunk.links.push(link);
      continue;
    }
    const pairs = carried.map((network) => [table.at(a, network), table.at(b, network)] as const);
    const found: Found = { links: [link], switches: [a, b], pairs, capacity, carried };
    pair.push(found);
    trunks.push(found);
  }
  return trunks;
}

/** What a link between switches carries: both of its ports say the same. */
function payloadAt({ switchById }: FlowInput, { a }: PlanLink): number {
  // A panel has few ports, uplinks most often at its end: looking there spares a way to all ports of the plan.
  const port = switchById.get(a.ownerId as SwitchId)?.ports.findLast(({ id }) => id === a.portId);
  return port?.payloadGbps ?? 0;
}

/** Trunks from one switch to another; there is more than one only where cables differ. */
function pairAt(rows: Map<SwitchId, Map<SwitchId, Found[]>>, a: SwitchId, b: SwitchId): Found[] {
  let row = rows.get(a);
  if (!row) rows.set(a, (row = new Map<SwitchId, Found[]>()));
  let pair = row.get(b);
  if (!pair) row.set(b, (pair = []));
  return pair;
}

/** Which of a link's networks carry storage. Links of one kind share their list, so most are known by identity. */
function createCarried(
  networks: ReadonlySet<NetworkId>,
): (list: readonly NetworkId[]) => readonly NetworkId[] {
  const known = new Map<readonly NetworkId[], readonly NetworkId[]>();
  return (list) => {
    let carried = known.get(list);
    if (!carried) {
      const found = list.filter((network) => networks.has(network));
      if (networks.has(NO_NETWORK)) found.push(NO_NETWORK);
      known.set(list, (carried = found));
    }
    return carried;
  };
}
