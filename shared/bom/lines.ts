import type { Part } from '../catalog/types.ts';
import { must } from '../lib/assert.ts';
import type { PartId } from '../lib/ids.ts';
import { sortedRanges } from '../lib/name-ranges.ts';
import { sortNatural } from '../lib/natural-order.ts';
import type { Profile } from '../model/index.ts';
import type { CableChoice, CableRun, Plan, PlanNode } from '../plan/types.ts';
import { describePart } from './describe.ts';
import type { BomLine, BomSection } from './types.ts';

/** A line before equal ones are merged. Its users are in natural order, each once. */
export type RawLine = Omit<BomLine, 'line' | 'designators'> & {
  /** The users as ranges, put into words on need. */
  readonly designators: () => string;
};

const SECTION: Readonly<Record<Part['kind'], BomSection>> = {
  server: 'Servers',
  adapter: 'Adapters',
  switch: 'Switches',
  transceiver: 'Transceivers',
  cable: 'Cables',
};

/** The servers, adapters and switches to buy: a line per product, with its users. */
export function collectHardware({ nodes, switches }: Plan): RawLine[] {
  const tally = new Tally<string>();
  // What a node is made of follows from its profile, so products are looked up once per profile.
  const known = new Map<Profile, readonly Row<string>[]>();
  const sorted = sortNatural(
    nodes,
    ({ record }) => record.name,
    ({ id }) => id,
  );
  for (const node of sorted) {
    let rows = known.get(node.profile);
    if (!rows) known.set(node.profile, (rows = productsOf(node, tally)));
    for (const row of rows) note(row, node.record.name);
  }
  // The plan has its switches in natural order of their names.
  for (const { part, record } of switches) note(tally.product(part, 'switch', record.partId), record.name);
  return tally.rows.map(({ fixed, quantity, users }) => ({
    ...fixed,
    quantity,
    usedBy: users,
    designators: () => sortedRanges(users),
  }));
}

/** The products of a node; one that it has twice is there twice. */
function productsOf({ server, profile, adapters }: PlanNode, tally: Tally<string>): readonly Row<string>[] {
  return [
    tally.product(server, 'server', profile.serverId),
    ...adapters.map(({ part, slot }) => tally.product(part, 'adapter', slot.partId)),
  ];
}

/** The cables and transceivers to buy: a line per product or need, with the numbers of the cables. */
export function collectCables({ runs, runTags }: Plan): RawLine[] {
  const tally = new Tally<number>();
  // Equal needs share one choice, so thousands of cables are of a few kinds.
  const known = new Map<NonNullable<CableRun['cable']>, readonly Row<number>[]>();
  runs.forEach((run, place) => {
    const { cable } = run;
    if (cable === null) {
      note(missingCable(run, tally), place);
      return;
    }
    let rows = known.get(cable);
    if (!rows) known.set(cable, (rows = productsOfCable(cable, tally)));
    for (const row of rows) note(row, place);
  });
  return tally.rows.map(({ fixed, quantity, users }) => ({
    ...fixed,
    quantity,
    usedBy:
      users.length === runs.length ? runTags : users.map((place) => must(runTags[place], 'a cable number')),
    designators: () => rangesOfPlaces(users, runTags),
  }));
}

/** The numbers of cables as ranges: they count up from place to place. */
function rangesOfPlaces(places: readonly number[], tags: readonly string[]): string {
  const ranges: string[] = [];
  let first = 0;
  places.forEach((place, i) => {
    if (places[i + 1] === place + 1) return;
    const [from, to] = [tags[places[first] ?? place] ?? '', tags[place] ?? ''];
    ranges.push(from === to ? from : `${from}-${to}`);
    first = i + 1;
  });
  return ranges.join(', ');
}

function productsOfCable(cable: CableChoice, tally: Tally<number>): readonly Row<number>[] {
  if (cable.kind === 'assembly') return [tally.product(cable.part, 'cable', cable.part.id)];
  const { type, connector, lengthM } = cable.fibre;
  return [
    tally.product(cable.transceiverA, 'transceiver', cable.transceiverA.id),
    tally.product(cable.transceiverB, 'transceiver', cable.transceiverB.id),
    tally.row(`fibre|${type}|${connector}|${lengthM}`, () => ({
      ...NOTHING,
      section: 'Cables',
      description: `Fibre patch cord ${type}, ${connector} - ${connector}, ${lengthM} m`,
      status: 'generic',
      note: 'Any maker: only the class is fixed',
    })),
  ];
}

type Fixed = Omit<RawLine, 'quantity' | 'usedBy' | 'designators'>;

const NOTHING = { partId: null, manufacturer: '', partNumber: '', unit: 'pcs' } as const;

function missingCable({ ways, speedGbps, cableReason }: CableRun, tally: Tally<number>): Row<number> {
  return tally.row(`no cable|${ways}|${cableReason}`, () => {
    const kind = ways === 1 ? 'Cable' : 'Breakout cable';
    const speed = speedGbps === null ? '' : `, ${ways === 1 ? '' : `${ways} x `}${speedGbps} Gb/s`;
    const description = `${kind} to be decided${speed}`;
    return { ...NOTHING, section: 'Cables', description, status: 'incomplete', note: cableReason };
  });
}

function productLine(part: Part | null, kind: Part['kind'], partId: PartId): Fixed {
  if (part === null) {
    return {
      ...NOTHING,
      section: SECTION[kind],
      partId,
      description: `Unknown ${kind} "${partId}"`,
      status: 'incomplete',
      note: 'Neither the catalog nor the file knows this product',
    };
  }
  return {
    section: SECTION[kind],
    partId,
    manufacturer: part.manufacturer,
    partNumber: part.partNumber ?? '',
    description: describePart(part),
    unit: 'pcs',
    status: part.partNumber === null ? 'generic' : 'resolved',
    note: orderNote(part),
  };
}

/** What to settle before ordering; a product without a part number always says something. */
function orderNote({ partNumber, orderNotes }: Part): string {
  if (partNumber === null && orderNotes.length === 0) return 'Ask the maker for the part number';
  return orderNotes.join('; ');
}

/** A line as it is counted; its users by name, or by their place in an order. */
interface Row<User> {
  readonly fixed: Fixed;
  quantity: number;
  readonly users: User[];
}

/** Counts uses per product, so that a product used ten thousand times is described once. */
class Tally<User> {
  readonly rows: Row<User>[] = [];
  private readonly byKey = new Map<string, Row<User>>();

  product(part: Part | null, kind: Part['kind'], partId: PartId): Row<User> {
    return this.row(`${kind}|${partId}`, () => productLine(part, kind, partId));
  }

  row(key: string, describe: () => Fixed): Row<User> {
    let row = this.byKey.get(key);
    if (!row) {
      row = { fixed: describe(), quantity: 0, users: [] };
      this.byKey.set(key, row);
      this.rows.push(row);
    }
    return row;
  }
}

/** Users come in their order, so one that has been there is the last. */
function note<User>(row: Row<User>, user: User): void {
  row.quantity += 1;
  if (row.users.at(-1) !== user) row.users.push(user);
}
