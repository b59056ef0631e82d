import { tagOf } from '../plan/index.ts';
import type { Plan, PlanEnd, PlanLink } from '../plan/types.ts';
import { compareSides, matchRecords } from './match.ts';
import type { CableChange, FieldChange } from './types.ts';
import type { NameOf } from './words.ts';

/** Every cable of two designs: by its record, else by the ports it joins. A device that was renamed is the same device. */
export function compareCables(
  before: Plan,
  after: Plan,
  /** The device of the earlier design that a device of the later one is. */
  earlier: ReadonlyMap<string, string>,
  names: { readonly before: NameOf; readonly after: NameOf },
): readonly CableChange[] {
  const same = (id: string) => id;
  const original = (id: string) => earlier.get(id) ?? id;
  const keys = new Map<PlanLink, string>([
    ...before.links.map((link) => [link, endsKey(link, same)] as const),
    ...after.links.map((link) => [link, endsKey(link, original)] as const),
  ]);
  const keyOf = (link: PlanLink) => keys.get(link) ?? '';
  return matchRecords(before.links, after.links, keyOf)
    .map(({ before: was, after: is }): CableChange => {
      const what = was && is ? differences(was, is, keyOf(was) === keyOf(is), names) : [];
      return {
        kind: !was ? 'added' : !is ? 'removed' : what.length > 0 ? 'changed' : 'same',
        ids: { before: was?.id ?? null, after: is?.id ?? null },
        tags: { before: was ? tagOf(was.id, before) : '', after: is ? tagOf(is.id, after) : '' },
        routes: { before: was ? routeOf(was) : '', after: is ? routeOf(is) : '' },
        what: was && is ? what : [only(was, is)],
      };
    })
    .sort((p, q) => compareSides({ names: p.routes, ids: p.ids }, { names: q.routes, ids: q.ids }));
}

function endsKey({ a, b }: PlanLink, deviceOf: (id: string) => string): string {
  return [a, b]
    .map((end) => `${deviceOf(end.ownerId)}\n${portOf(end)}`)
    .sort()
    .join('\n');
}

/** What of the end is its port: the id without its owner, or the label where the port does not exist. */
function portOf({ portId, ownerId, label }: PlanEnd): string {
  return portId === null ? label : portId.slice(ownerId.length);
}

function routeOf({ a, b }: PlanLink): string {
  return `${a.label} to ${b.label}`;
}

function differences(
  was: PlanLink,
  is: PlanLink,
  sameEnds: boolean,
  names: { readonly before: NameOf; readonly after: NameOf },
): readonly FieldChange[] {
  const fields: readonly (readonly [string, string, string])[] = [
    ...(sameEnds ? [] : [['Ends', routeOf(was), routeOf(is)] as const]),
    ['Cable', cableOf(was), cableOf(is)],
    ['Length', `${was.lengthM} m`, `${is.lengthM} m`],
    ['Length from', FROM[was.lengthFrom], FROM[is.lengthFrom]],
    ['Speed', speedOf(was), speedOf(is)],
    ['Medium', was.record.medium, is.record.medium],
    ['Chosen by hand', chosen(was, names.before), chosen(is, names.after)],
    ['Breakout', laneOf(was), laneOf(is)],
  ];
  return fields.flatMap(([field, before, after]) => (before === after ? [] : [{ field, before, after }]));
}

const FROM = { link: 'the cable itself', pair: 'the pair of devices', racks: 'the racks' } as const;

/** The one side of a cable that is in one design only. */
function only(was: PlanLink | null, is: PlanLink | null): FieldChange {
  const words = (link: PlanLink | null) => (link ? `${cableOf(link)}, ${link.lengthM} m` : '');
  return { field: 'Cable', before: words(was), after: words(is) };
}

function cableOf({ cable, cableReason }: PlanLink): string {
  if (cable === null) return `none: ${cableReason}`;
  if (cable.kind === 'assembly') return cable.part.partNumber ?? cable.part.model;
  const { fibre, transceiverA, transceiverB } = cable;
  const model = (part: typeof transceiverA) => part.partNumber ?? part.model;
  return `${model(transceiverA)}, fibre ${fibre.type} ${fibre.connector} ${fibre.lengthM} m, ${model(transceiverB)}`;
}

function speedOf({ speedGbps }: PlanLink): string {
  return speedGbps === null ? 'none' : `${speedGbps} Gb/s`;
}

function chosen({ record }: PlanLink, nameOf: NameOf): string {
  return record.cableId === null ? 'no' : nameOf(record.cableId);
}

function laneOf({ breakout }: PlanLink): string {
  return breakout === null ? 'no' : `lane ${breakout.lane} of ${breakout.ways}`;
}
