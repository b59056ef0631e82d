import type { Cage, SwitchPart } from '../catalog/types.ts';
import { must } from '../lib/assert.ts';
import { switchPortId, type LinkId, type SwitchId } from '../lib/ids.ts';
import { withRecords, type Link } from '../model/index.ts';
import type { Plan, PlanPort } from '../plan/index.ts';
import { editLinks, withEnds, type SwapDraft } from './draft.ts';

type Group = SwitchPart['portGroups'][number];

/** A port of the new panel. */
interface Place {
  readonly name: string;
  readonly group: Group;
  /** How many ports of the same family stand before it. */
  readonly rank: number;
}

/** A port of the old panel with a cable, and what a new one has to do. */
interface Need {
  readonly port: string;
  readonly links: readonly Link[];
  readonly family: string | null;
  readonly rank: number;
  /** Speeds the far end runs at; null when any will do or the far end is not known. */
  readonly speeds: readonly number[] | null;
  readonly ways: number | null;
}

/** Cages a plug of one family goes into. */
export function familyOf(cage: Cage): string {
  return cage.startsWith('QSFP') ? 'QSFP' : cage.startsWith('SFP') ? 'SFP' : cage;
}

/**
 * Gives a switch another product. Each cable keeps its port where the new panel has one of that name that fits;
 * else it goes to the fitting port nearest in order. A cable without a fitting port stays where it was drawn: what
 * is wrong with it is found afterwards.
 */
export function swapSwitch(
  draft: SwapDraft,
  plan: Plan,
  switchId: SwitchId,
  part: SwitchPart,
  swapped: ReadonlySet<string>,
): void {
  const device = must(draft.design.switches.get(switchId), `switch ${switchId}`);
  const needs = needsOf(draft, plan, switchId, swapped);
  draft.design = withRecords(draft.design, 'switches', [{ ...device, partId: part.id }]);
  const places = placesOf(part);
  const assigned = assign(needs, places);
  for (const { port, links } of needs) {
    const to = assigned.get(port);
    links.forEach(({ id }) => draft.touched.add(id));
    if (to === undefined || to === port) continue;
    editLinks(
      draft,
      links.map(({ id }) => id),
      (link) =>
        withEnds(link, (end) =>
          // Both ends of a cable can be on this switch: only the one at the old port moves, and only once.
          end.kind === 'switch' &&
          end.switchId === switchId &&
          end.port === port &&
          isOld(draft, link.id, end.port)
            ? { ...end, port: to }
            : end,
        ),
    );
  }
}

/** True while the design before had the cable at that port: an end that moved already is left alone. */
function isOld(draft: SwapDraft, linkId: LinkId, port: string): boolean {
  const before = draft.before.links.get(linkId);
  return [before?.a, before?.b].some((end) => end?.kind === 'switch' && end.port === port);
}

function placesOf(part: SwitchPart): Place[] {
  const ranks = new Map<string, number>();
  return part.portGroups.flatMap((group) =>
    group.names.map((name) => {
      const family = familyOf(group.cage);
      const rank = ranks.get(family) ?? 0;
      ranks.set(family, rank + 1);
      return { name, group, rank };
    }),
  );
}

function needsOf(draft: SwapDraft, plan: Plan, switchId: SwitchId, swapped: ReadonlySet<string>): Need[] {
  const byPort = new Map<string, Link[]>();
  for (const link of draft.before.links.values()) {
    for (const end of [link.a, link.b]) {
      if (end.kind !== 'switch' || end.switchId !== switchId) continue;
      byPort.set(end.port, [...(byPort.get(end.port) ?? []), link]);
    }
  }
  const panel = plan.switchById.get(switchId)?.ports ?? [];
  const ranks = rankPorts(panel);
  const order = new Map(panel.map((port, i) => [port.name, i]));
  return [...byPort]
    .sort(([a], [b]) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity))
    .map(([port, links]) => {
      const own = plan.portById.get(switchPortId(switchId, port));
      const far = own?.peerId ? plan.portById.get(own.peerId) : undefined;
      const farSwapped = far?.owner.kind === 'switch' && swapped.has(far.owner.switchId);
      const ways = links[0]?.breakout?.ways ?? null;
      const guide = far && !farSwapped && ways === null ? far : own;
      return {
        port,
        links,
        family: guide ? familyOf(guide.cage) : null,
        rank: ranks.get(port) ?? 0,
        speeds: farSwapped ? null : (far?.speedsGbps ?? null),
        ways,
      };
    });
}

function rankPorts(panel: readonly PlanPort[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  return new Map(
    panel.map((port) => {
      const family = familyOf(port.cage);
      const rank = counts.get(family) ?? 0;
      counts.set(family, rank + 1);
      return [port.name, rank];
    }),
  );
}

function assign(needs: readonly Need[], places: readonly Place[]): ReadonlyMap<string, string> {
  const assigned = new Map<string, string>();
  const taken = new Set<string>();
  for (const need of needs) {
    const same = places.find(({ name }) => name === need.port);
    if (!same || bestSpeed(need, same) === null) continue;
    assigned.set(need.port, same.name);
    taken.add(same.name);
  }
  const rest = needs.filter(({ port }) => !assigned.has(port));
  // A cable that finds no place stays at its old name: no other one may be put there.
  for (const { port } of rest) taken.add(port);
  for (const need of rest) {
    const open = places.filter(({ name }) => !taken.has(name));
    const best = nearest(need, open);
    if (!best) continue;
    assigned.set(need.port, best.name);
    taken.add(best.name);
  }
  return assigned;
}

/** The open place that runs fastest, of those the one nearest in order. */
function nearest(need: Need, open: readonly Place[]): Place | null {
  let best: { readonly place: Place; readonly speed: number; readonly distance: number } | null = null;
  for (const place of open) {
    const speed = bestSpeed(need, place);
    if (speed === null) continue;
    const distance = Math.abs(place.rank - need.rank);
    if (!best || speed > best.speed || (speed === best.speed && distance < best.distance))
      best = { place, speed, distance };
  }
  return best?.place ?? null;
}

/** The speed a cable would run at in this place, null when it does not fit there. */
function bestSpeed(need: Need, { group }: Place): number | null {
  if (need.family !== null && familyOf(group.cage) !== need.family) return null;
  const { ways, speeds } = need;
  if (ways !== null) {
    const lanes = group.splits.filter((split) => split.ways === ways).map(({ laneGbps }) => laneGbps);
    const shared = speeds === null ? lanes : lanes.filter((speed) => speeds.includes(speed));
    return shared.length > 0 ? Math.max(...shared) : null;
  }
  const shared =
    speeds === null ? group.speedsGbps : group.speedsGbps.filter((speed) => speeds.includes(speed));
  return shared.at(-1) ?? null;
}
