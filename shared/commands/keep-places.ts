import { withRecords, type Design, type Placement } from '../model/index.ts';

/** The design with places fixed for those of its nodes and switches that have none yet. */
export function keepPlaces(design: Design, keep: readonly Placement[] = []): Design {
  const free = keep.filter(
    ({ id }) =>
      !design.placements.has(id) && (design.nodes.has(id as never) || design.switches.has(id as never)),
  );
  return withRecords(design, 'placements', free);
}
