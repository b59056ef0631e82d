import { id } from '../lib/ids.ts';
import type { PartId } from '../lib/ids.ts';
import type { AdapterPart, CablePart, ServerPart, SwitchPart, TransceiverPart } from './types.ts';

/** What a part file states: everything but the kind, with the id as plain text. */
type Facts<P> = Omit<P, 'kind' | 'id'> & { readonly id: string };

/** An adapter. A malformed id is a bug and stops the program. */
export function defineAdapterPart(facts: Facts<AdapterPart>): AdapterPart {
  return { ...facts, kind: 'adapter', id: id<PartId>(facts.id) };
}

/** A switch. A malformed id is a bug and stops the program. */
export function defineSwitchPart(facts: Facts<SwitchPart>): SwitchPart {
  return { ...facts, kind: 'switch', id: id<PartId>(facts.id) };
}

/** A server. A malformed id is a bug and stops the program. */
export function defineServerPart(facts: Facts<ServerPart>): ServerPart {
  return { ...facts, kind: 'server', id: id<PartId>(facts.id) };
}

/** A transceiver. A malformed id is a bug and stops the program. */
export function defineTransceiverPart(facts: Facts<TransceiverPart>): TransceiverPart {
  return { ...facts, kind: 'transceiver', id: id<PartId>(facts.id) };
}

/** One length of a cable family. */
interface StockLength {
  readonly lengthM: number;
  readonly partNumber: string;
  /** Doubts about this length alone, beside those of the family. */
  readonly unverified?: readonly string[];
}

/** What all lengths of a cable family share. */
type CableFamily = Omit<CablePart, 'kind' | 'id' | 'partNumber' | 'lengthM'> & {
  readonly stock: readonly StockLength[];
};

/** One part per stock length; its id is made of the maker's first name and the part number. */
export function defineCableFamily({ stock, ...family }: CableFamily): readonly CablePart[] {
  const maker = family.manufacturer.split(' ')[0] ?? '';
  return stock.map(({ lengthM, partNumber, unverified = [] }) => ({
    ...family,
    kind: 'cable',
    id: id<PartId>(`${maker}-${partNumber}`.toLowerCase()),
    model: `${family.model}, ${lengthM} m`,
    partNumber,
    lengthM,
    unverified: [...family.unverified, ...unverified],
  }));
}
