import { id } from '../lib/ids.ts';
import type { PartId } from '../lib/ids.ts';
import { ORDER } from './sources.ts';
import type { AdapterPart, CablePart, ServerPart, SwitchPart, TransceiverPart } from './types.ts';

/** What a part file states: everything but the kind, with the id as plain text. Order notes only beyond the usual. */
type Facts<P> = Omit<P, 'kind' | 'id' | 'orderNotes'> & {
  readonly id: string;
  readonly orderNotes?: string[];
};

/** An adapter. A malformed id is a bug and stops the program. */
export function defineAdapterPart(facts: Facts<AdapterPart>): AdapterPart {
  return { orderNotes: [], ...facts, kind: 'adapter', id: id<PartId>(facts.id) };
}

type PortGroup = SwitchPart['portGroups'][number];

/** A port group as a part file states it: no splits where no source names any. */
type GroupFacts = Omit<PortGroup, 'splits'> & { readonly splits?: PortGroup['splits'] };

/** A switch; the usual order note is on its variants. A malformed id is a bug and stops the program. */
export function defineSwitchPart(
  facts: Omit<Facts<SwitchPart>, 'portGroups' | 'forwardGbps'> & {
    readonly portGroups: readonly GroupFacts[];
    readonly forwardGbps?: number;
  },
): SwitchPart {
  const portGroups = facts.portGroups.map((group) => ({ splits: [], ...group }));
  return {
    orderNotes: [ORDER.airflow],
    forwardGbps: null,
    ...facts,
    portGroups,
    kind: 'switch',
    id: id<PartId>(facts.id),
  };
}

/** A server; without a part number it is sold configured to order. A malformed id is a bug and stops the program. */
export function defineServerPart(facts: Facts<ServerPart>): ServerPart {
  const orderNotes = facts.partNumber === null ? [ORDER.configured] : [];
  return { orderNotes, ...facts, kind: 'server', id: id<PartId>(facts.id) };
}

/** A transceiver. A malformed id is a bug and stops the program. */
export function defineTransceiverPart(facts: Facts<TransceiverPart>): TransceiverPart {
  return { orderNotes: [], ...facts, kind: 'transceiver', id: id<PartId>(facts.id) };
}

/** One length of a cable family. */
interface StockLength {
  readonly lengthM: number;
  readonly partNumber: string;
  /** What a buyer must settle about this length alone, beside what holds for the family. */
  readonly orderNotes?: readonly string[];
}

/** What all lengths of a cable family share. */
type CableFamily = Omit<CablePart, 'kind' | 'id' | 'partNumber' | 'lengthM' | 'orderNotes' | 'ways'> & {
  /** Plugs at end B where there are several. */
  readonly ways?: CablePart['ways'];
  readonly orderNotes?: readonly string[];
  readonly stock: readonly StockLength[];
};

/** One part per stock length; its id is made of the maker's first name and the part number. */
export function defineCableFamily({
  stock,
  orderNotes: common = [],
  ...family
}: CableFamily): readonly CablePart[] {
  const maker = family.manufacturer.split(' ')[0] ?? '';
  return stock.map(({ lengthM, partNumber, orderNotes = [] }) => ({
    ways: 1,
    ...family,
    kind: 'cable',
    id: id<PartId>(`${maker}-${partNumber}`.toLowerCase()),
    model: `${family.model}, ${lengthM} m`,
    partNumber,
    lengthM,
    orderNotes: [...common, ...orderNotes],
  }));
}
