import type { Catalog } from '../catalog/types.ts';
import type { Design } from '../model/index.ts';
import { createPartBook } from './parts.ts';
import type { CableRun, Plan } from './types.ts';

/** Every product the design names or the plan chose, and those nobody knows. */
export function listParts(
  design: Design,
  catalog: Catalog,
  runs: readonly CableRun[],
): Pick<Plan, 'parts' | 'unknownParts'> {
  const book = createPartBook(catalog);
  for (const profile of design.profiles.values()) {
    book.server(profile.serverId, profile.id);
    for (const { partId } of profile.adapters) book.adapter(partId, profile.id);
  }
  for (const { partId, id } of design.switches.values()) book.switch(partId, id);
  // Equal needs share one choice, so thousands of cables name a few products.
  const known = new Set<CableRun['cable']>();
  for (const { cable, links } of runs) {
    for (const { id, record } of links) if (record.cableId !== null) book.cable(record.cableId, id);
    if (known.has(cable)) continue;
    known.add(cable);
    if (cable?.kind === 'assembly') book.use(cable.part);
    if (cable?.kind === 'optical') [cable.transceiverA, cable.transceiverB].forEach(book.use);
  }
  return { parts: book.used(), unknownParts: book.unknown() };
}
