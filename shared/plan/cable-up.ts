import type { LinkId } from '../lib/ids.ts';
import type { Design, Link } from '../model/index.ts';
import { findAffected, freeAffected } from './affected.ts';
import { connectCables, orderCables, type CablingRules } from './cabling.ts';
import { keep, keepList } from './keep.ts';
import type { Layout } from './lay-out.ts';
import { networksOf, type CableDraft, type LinkDraft } from './link-draft.ts';
import { sharedPayload } from './rates.ts';
import { joinAtSwitches, NOTHING_JOINED, spreadNetworks, type Joined } from './switch-networks.ts';
import type { PlanLink } from './types.ts';

/** The cables of a plan, plugged into the ports of its layout. */
export interface Cabled extends Joined {
  readonly layout: Layout;
  /** In the order of their numbers. */
  readonly cables: readonly CableDraft[];
  /** Share of the data rate that counts between switches; null when no cable joins two. */
  readonly share: number | null;
}

/** The cables of the plan before, and the records they were made of. */
export interface CabledBefore extends Cabled {
  readonly links: Design['links'];
}

/** Plugs in all cables of a design. Those of the plan before are taken over where nothing that they follow from has changed. */
export function cableUp(
  links: Design['links'],
  layout: Layout,
  rules: CablingRules,
  before: CabledBefore | null,
): Cabled {
  if (!before) return plugIn([...links.values()], layout, NOTHING_LEFT, rules, null).cabled;
  const affected = findAffected(links, before, layout, rules);
  if (affected.size === 0 && before.share === null) {
    return { layout, cables: before.cables, between: before.between, hosts: before.hosts, share: null };
  }
  for (;;) {
    const freed = freeAffected(affected, links, before, layout);
    const [kept, gone]: [CableDraft[], CableDraft[]] = [[], []];
    for (const cable of before.cables) {
      (reaches(affected, cable) ? gone : kept).push(cable);
    }
    const records = [...affected].flatMap((id) => links.get(id) ?? []);
    const { cabled, stale } = plugIn(records, freed, { kept, gone }, rules, before);
    if (stale.length === 0) return cabled;
    // Cables between switches carry something else now: they are plugged in anew with the others.
    for (const id of stale) affected.add(id);
  }
}

function reaches(affected: ReadonlySet<LinkId>, { lanes }: CableDraft): boolean {
  for (const { link } of lanes) if (affected.has(link.id)) return true;
  return false;
}

/** Cables of the plan before: those that stay as they are, and those that go or are plugged in anew. */
interface Left {
  readonly kept: readonly CableDraft[];
  readonly gone: readonly CableDraft[];
}

const NOTHING_LEFT: Left = { kept: [], gone: [] };

function plugIn(
  records: readonly Link[],
  layout: Layout,
  { kept, gone }: Left,
  rules: CablingRules,
  before: CabledBefore | null,
): { readonly cabled: Cabled; readonly stale: readonly LinkId[] } {
  const { networks, mtu } = rules;
  const made = connectCables(records, layout, rules);
  const cables = orderCables(kept, made);
  const joined = joinAtSwitches(before ?? NOTHING_JOINED, gone, made);
  const { share, stale } = spreadNetworks(joined, made, {
    networks,
    share: () => sharedPayload(layout, mtu),
    shareBefore: before?.share ?? null,
  });
  if (stale.length === 0) finish(made, gone, before !== null);
  return { cabled: { layout, cables, ...joined, share }, stale };
}

/** Networks of the cables, now that those between switches are known; and what is as it was stays the same object. */
function finish(made: readonly CableDraft[], gone: readonly CableDraft[], follows: boolean): void {
  const [links, runs] = [linksById(gone), runsByLink(gone)];
  for (const cable of made) {
    const { lanes, run } = cable;
    run.networkIds = networksOf(run.links);
    if (!follows) continue;
    for (const draft of lanes) draft.link = keepLink(links.get(draft.link.id), draft.link);
    run.links = lanes.map(({ link }) => link);
    const [first] = run.links;
    const old = first && runs.get(first.id);
    // With links of its own a run is another one, or equal records of a file opened anew would never come in.
    if (old && keepList(old.links, run.links) === old.links) cable.run = keep(old, run);
  }
}

/** A record put in place of an equal one is taken over, or its link would be looked at in every edit to come. */
function keepLink(before: PlanLink | undefined, now: LinkDraft['link']): LinkDraft['link'] {
  return before?.record === now.record ? keep(before, now) : now;
}

function linksById(cables: readonly CableDraft[]): ReadonlyMap<LinkId, PlanLink> {
  const links = new Map<LinkId, PlanLink>();
  for (const { lanes } of cables) for (const { link } of lanes) links.set(link.id, link);
  return links;
}

function runsByLink(cables: readonly CableDraft[]): ReadonlyMap<LinkId, CableDraft['run']> {
  const runs = new Map<LinkId, CableDraft['run']>();
  for (const { run } of cables) for (const { id } of run.links) runs.set(id, run);
  return runs;
}
