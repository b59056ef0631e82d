import type { Part } from '../catalog/types.ts';
import { must } from '../lib/assert.ts';
import type { PartId } from '../lib/ids.ts';
import type { CableRun, Plan } from '../plan/types.ts';
import { describePart } from './describe.ts';
import type { BomLine, BomSection } from './types.ts';

/** A line before equal ones are merged. */
export type RawLine = Omit<BomLine, 'line' | 'usedBy' | 'designators'> & {
  /** In any order; who uses several is there several times, or once. */
  readonly usedBy: readonly string[];
};

const SECTION: Readonly<Record<Part['kind'], BomSection>> = {
  server: 'Servers',
  adapter: 'Adapters',
  switch: 'Switches',
  transceiver: 'Transceivers',
  cable: 'Cables',
};

/** The servers, adapters and switches to buy: a line per product, with its users. */
export function collectHardware(plan: Plan): RawLine[] {
  const tally = new Tally();
  for (const node of plan.nodes) {
    tally.product(node.server, 'server', node.profile.serverId, node.record.name);
    for (const adapter of node.adapters) {
      tally.product(adapter.part, 'adapter', adapter.slot.partId, node.record.name);
    }
  }
  for (const device of plan.switches) {
    tally.product(device.part, 'switch', device.record.partId, device.record.name);
  }
  return tally.lines();
}

/** The cables and transceivers to buy: a line per product or need, with the numbers of the cables. */
export function collectCables(plan: Plan): RawLine[] {
  const tally = new Tally();
  plan.runs.forEach((run, i) => {
    tallyRun(tally, run, must(plan.runTags[i], 'the number of a cable'));
  });
  return tally.lines();
}

function tallyRun(tally: Tally, run: CableRun, tag: string): void {
  const { cable } = run;
  if (cable === null) {
    tally.count(`no cable|${run.ways}|${run.cableReason}`, tag, () => missingCable(run));
  } else if (cable.kind === 'assembly') {
    tally.product(cable.part, 'cable', cable.part.id, tag);
  } else {
    tally.product(cable.transceiverA, 'transceiver', cable.transceiverA.id, tag);
    tally.product(cable.transceiverB, 'transceiver', cable.transceiverB.id, tag);
    const { type, connector, lengthM } = cable.fibre;
    tally.count(`fibre|${type}|${connector}|${lengthM}`, tag, () => ({
      ...NOTHING,
      section: 'Cables',
      description: `Fibre patch cord ${type}, ${connector} - ${connector}, ${lengthM} m`,
      status: 'generic',
      note: 'Any maker: only the class is fixed',
    }));
  }
}

type Fixed = Omit<RawLine, 'quantity' | 'usedBy'>;

const NOTHING = { partId: null, manufacturer: '', partNumber: '', unit: 'pcs' } as const;

function missingCable({ ways, speedGbps, cableReason }: CableRun): Fixed {
  const kind = ways === 1 ? 'Cable' : 'Breakout cable';
  const speed = speedGbps === null ? '' : `, ${ways === 1 ? '' : `${ways} x `}${speedGbps} Gb/s`;
  const description = `${kind} to be decided${speed}`;
  return { ...NOTHING, section: 'Cables', description, status: 'incomplete', note: cableReason };
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

interface Row {
  readonly fixed: Fixed;
  quantity: number;
  readonly usedBy: string[];
}

/** Counts uses per product, so that a product used ten thousand times is described once. */
class Tally {
  private readonly rows: Row[] = [];
  private readonly byKey = new Map<string, Row>();
  private readonly byPart = new Map<Part, Row>();

  product(part: Part | null, kind: Part['kind'], partId: PartId, user: string): void {
    const row = part && this.byPart.get(part);
    if (row) {
      note(row, user);
      return;
    }
    const found = this.row(`${kind}|${partId}`, () => productLine(part, kind, partId));
    if (part) this.byPart.set(part, found);
    note(found, user);
  }

  count(key: string, user: string, describe: () => Fixed): void {
    note(this.row(key, describe), user);
  }

  lines(): RawLine[] {
    return this.rows.map(({ fixed, quantity, usedBy }) => ({ ...fixed, quantity, usedBy }));
  }

  private row(key: string, describe: () => Fixed): Row {
    let row = this.byKey.get(key);
    if (!row) {
      row = { fixed: describe(), quantity: 0, usedBy: [] };
      this.byKey.set(key, row);
      this.rows.push(row);
    }
    return row;
  }
}

function note(row: Row, user: string): void {
  row.quantity += 1;
  if (row.usedBy.at(-1) !== user) row.usedBy.push(user);
}
