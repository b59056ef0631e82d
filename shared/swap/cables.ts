import { must } from '../lib/assert.ts';
import { switchPortId, type LinkId, type PortId } from '../lib/ids.ts';
import { withRecords, type Link, type SwitchEnd } from '../model/index.ts';
import { tagOf, type Plan, type PlanLink, type PlanPort } from '../plan/index.ts';
import { ask, editLinks, withEnds, type SwapDraft } from './draft.ts';
import { familyOf } from './switches.ts';
import type { SwapChoice } from './types.ts';

type PlanOf = (draft: SwapDraft) => Plan;

/**
 * Finds the cables that could be built before and cannot be now, and what can be done about each. Lanes of one
 * breakout cable are one matter. `planOf` works out the plan of a draft.
 */
export function settleCables(draft: SwapDraft, before: Plan, planOf: PlanOf): void {
  const plan = planOf(draft);
  const broken = brokenCables(draft, before, plan);
  if (broken.length === 0) return;
  const relaxed = planOf(trial(draft, (link) => relax(link), broken));
  const plugs = freePlugs(plan, broken);
  const plugged = planOf(trial(draft, (link) => withPlug(link, plugs.get(link.id)), broken));
  for (const lanes of broken) {
    const worksIn = (tried: Plan): boolean =>
      lanes.every(({ id }) => tried.linkById.get(id)?.problem === null);
    const [first] = lanes;
    const plug = first && worksIn(plugged) ? plugs.get(first.id) : undefined;
    askAbout(draft, plan, lanes, { helps: worksIn(relaxed), plug: plug ?? null });
  }
}

/** The draft with the broken cables changed, to see whether that helps. */
function trial(draft: SwapDraft, change: (link: Link) => Link, broken: readonly PlanLink[][]): SwapDraft {
  const links = broken.flat().map(({ record }) => change(record));
  return { ...draft, design: withRecords(draft.design, 'links', links) };
}

/** Cables with a problem they did not have, lanes of one cable together. */
function brokenCables(draft: SwapDraft, before: Plan, after: Plan): PlanLink[][] {
  const groups = new Map<string, PlanLink[]>();
  for (const id of draft.touched) {
    const link = after.linkById.get(id);
    if (!link?.problem || before.linkById.get(id)?.problem || draft.explained.has(id)) continue;
    const key = link.breakout?.id ?? id;
    groups.set(key, [...(groups.get(key) ?? []), link]);
  }
  return [...groups.values()];
}

/** True when the user restricted which cable is taken. */
function isPicky({ cableId, medium }: Link): boolean {
  return cableId !== null || medium !== 'auto';
}

function relax(link: Link): Link {
  return isPicky(link) ? { ...link, cableId: null, medium: 'auto' } : link;
}

/** For each cable of two ends a free port it could move to, no port for two of them. */
function freePlugs(plan: Plan, broken: readonly PlanLink[][]): ReadonlyMap<LinkId, PlanPort> {
  const plugs = new Map<LinkId, PlanPort>();
  const given = new Set<PortId>();
  for (const lanes of broken) {
    const [link] = lanes;
    const plug = link && lanes.length === 1 && !link.breakout ? freePlug(plan, link, given) : null;
    if (!link || !plug) continue;
    plugs.set(link.id, plug);
    given.add(plug.id);
  }
  return plugs;
}

function withPlug(link: Link, plug: PlanPort | undefined): Link {
  if (!plug) return link;
  return withEnds(link, (end) => (end.kind === 'switch' ? { ...end, port: plug.name } : end));
}

/** A free port of the same switch that shares cage family and speed with the other end. */
function freePlug(plan: Plan, link: PlanLink, given: ReadonlySet<PortId>): PlanPort | null {
  const end = switchEndOf(link.record);
  const device = end && plan.switchById.get(end.switchId);
  if (!end || !device) return null;
  const other = [link.a, link.b].find(
    ({ portId }) => portId !== null && portId !== switchPortId(end.switchId, end.port),
  );
  const near = other?.portId ? plan.portById.get(other.portId) : undefined;
  if (!near) return null;
  const fitting = device.ports.filter(
    (port) =>
      port.linkIds.length === 0 &&
      !given.has(port.id) &&
      familyOf(port.cage) === familyOf(near.cage) &&
      port.speedsGbps.some((speed) => near.speedsGbps.includes(speed)),
  );
  return fitting[0] ?? null;
}

/** The one end that is on a switch; null for a cable between nodes or between switches. */
function switchEndOf({ a, b }: Link): SwitchEnd | null {
  const ends = [a, b].flatMap((end) => (end.kind === 'switch' ? [end] : []));
  return ends.length === 1 ? (ends[0] ?? null) : null;
}

/** `helps`: letting the program choose the cable again makes it fit. */
function askAbout(
  draft: SwapDraft,
  plan: Plan,
  lanes: readonly PlanLink[],
  { helps, plug }: { readonly helps: boolean; readonly plug: PlanPort | null },
): void {
  const first = must(lanes[0], 'a lane');
  const ids = lanes.map(({ id }) => id);
  const choices: SwapChoice[] = [
    ...(helps
      ? [
          {
            id: 'automatic',
            label: first.record.cableId === null ? 'Allow any medium' : 'Choose the cable automatically',
          },
        ]
      : []),
    ...(plug ? [{ id: 'replug', label: `Move to ${plug.label}, which is free` }] : []),
    { id: 'remove', label: 'Remove the cable' },
    { id: 'keep', label: 'Keep it, to be put right later' },
  ];
  const chosen = ask(draft, {
    id: `cable ${first.breakout?.id ?? first.id}`,
    topic: 'cable',
    severity: 'fail',
    message: `${tagOf(first.id, plan)}, ${first.a.label} to ${first.b.label}: ${first.cableReason}.`,
    subjects: ids,
    choices,
    recommended: must(choices[0], 'a choice').id,
    ask: true,
  });
  if (chosen === 'automatic') editLinks(draft, ids, relax);
  else if (chosen === 'remove') editLinks(draft, ids, () => null);
  else if (chosen === 'replug' && plug) editLinks(draft, ids, (link) => withPlug(link, plug));
}
