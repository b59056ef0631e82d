import type { Catalog } from '../catalog/types.ts';
import { id, type PartId, type SwitchId } from '../lib/ids.ts';
import { sortNatural } from '../lib/natural-order.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { cutText } from '../lib/text.ts';
import { NO_OVERRIDES, type Design, type Switch } from '../model/index.ts';
import { LONGEST, TakenNames } from './names.ts';
import { emptyInsertion, type NewId, type Planned } from './types.ts';

/** Switches of one product that follow the fabric policy, named after the last switch: TOR1, TOR2. */
export function newSwitch(
  design: Design,
  catalog: Catalog,
  { partId, count }: { readonly partId: PartId; readonly count: number },
  newId: NewId,
): Result<Planned, string> {
  const part = catalog.switches.find((entry) => entry.id === partId);
  if (!part) return err('This switch is not in the catalog.');
  const all = [...design.switches.values()];
  const names = new TakenNames([...all, ...design.nodes.values()].map((item) => item.name));
  const ordered = sortNatural(
    all,
    (item) => item.name,
    (item) => item.id,
  );
  let name = (ordered.filter((item) => item.partId === partId).at(-1) ?? ordered.at(-1))?.name ?? null;
  const switches = Array.from({ length: count }, (): Switch => {
    name = name === null ? names.take('TOR1', LONGEST.node) : names.next(name, LONGEST.node);
    return {
      id: id<SwitchId>(newId('switch')),
      name,
      partId,
      rackId: null,
      overrides: NO_OVERRIDES,
      pfc: true,
      globalPause: false,
      trunk: true,
      hostPortChannel: false,
    };
  });
  const label =
    switches.length === 1 ? `Add switch ${switches[0]?.name ?? ''}` : `Add ${switches.length} switches`;
  return ok({
    insertion: { ...emptyInsertion(cutText(label, 80)), switches },
    items: switches.map((item) => item.id),
    told: [],
  });
}
