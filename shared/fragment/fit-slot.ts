import type { AdapterPart, ServerPart } from '../catalog/types.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { AdapterSlot } from '../model/index.ts';

/** A place for a card in a server, with what had to be assumed of it. */
export interface SlotChoice {
  readonly slot: string;
  readonly gen: number;
  readonly lanes: AdapterSlot['lanes'];
  /** A sentence, null when a source gives everything. */
  readonly assumed: string | null;
}

/** A card and what its slot must offer. */
type Card = Pick<AdapterPart, 'pcie' | 'model'>;

/**
 * The first free slot of a server that lets the card run as fast as it can, else the fastest free one. Lanes and
 * generation that no source gives are taken as those of the card and of the server's platform.
 */
export function freeSlot(
  server: ServerPart | null,
  used: ReadonlySet<string>,
  card: Card,
  owner: string,
): Result<SlotChoice, string> {
  if (!server || server.slots.length === 0) return ok(numbered(server, used, card));
  const free = server.slots
    .map((slot) => ({
      slot: slotName(slot.name),
      gen: slot.gen ?? server.platformGen ?? card.pcie.gen,
      lanes: slot.lanes ?? card.pcie.lanes,
      known: slot.lanes !== null && (slot.gen ?? server.platformGen) !== null,
    }))
    .filter(({ slot }) => !used.has(slot));
  const speed = ({ gen, lanes }: { gen: number; lanes: number }) =>
    2 ** Math.min(gen, card.pcie.gen) * Math.min(lanes, card.pcie.lanes);
  const wanted = speed(card.pcie);
  const [fastest] = [...free].sort((a, b) => speed(b) - speed(a));
  const best = free.find((slot) => speed(slot) >= wanted) ?? fastest;
  if (!best) return err(`Every slot of ${owner} (${server.model}) holds an adapter.`);
  const { known, ...choice } = best;
  const assumed = known
    ? null
    : `Slot ${choice.slot} of the ${server.model} is taken as Gen${choice.gen} x${choice.lanes}: no source gives all of it.`;
  return ok({ ...choice, assumed });
}

/** Nobody lists the slots of this server: they are numbered as they are used. */
function numbered(server: ServerPart | null, used: ReadonlySet<string>, card: Card): SlotChoice {
  let number = 1;
  while (used.has(String(number))) number += 1;
  const gen = server?.platformGen ?? card.pcie.gen;
  const { lanes } = card.pcie;
  const name = server ? `the ${server.model}` : 'the server';
  return {
    slot: String(number),
    gen,
    lanes,
    assumed: `Slot ${number} of ${name} is taken as Gen${gen} x${lanes}: its slots are not in the catalog.`,
  };
}

/** A slot's name as a profile may hold it. */
function slotName(name: string): string {
  return name.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 16);
}
