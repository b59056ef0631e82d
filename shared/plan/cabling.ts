import { must } from '../lib/assert.ts';
import type { BreakoutId, NetworkId } from '../lib/ids.ts';
import { compareText } from '../lib/stable-json.ts';
import type { Link, Network } from '../model/index.ts';
import { joinLanes } from './breakouts.ts';
import type { CableChooser } from './cables.ts';
import type { Draft } from './draft.ts';
import { compareEnds, type Places } from './ends.ts';
import type { CableDraft, Length, LinkDraft } from './link-draft.ts';
import { connectLink } from './links.ts';
import type { CableRun, PlanLink, PlanPort } from './types.ts';

/** What cables follow from, beside links and ports. */
export interface CablingRules {
  readonly networks: ReadonlyMap<NetworkId, Network>;
  readonly mtu: number;
  readonly chooseCable: CableChooser;
  readonly lengthOf: (link: Link) => Length;
  /** What can be other than before for links that nobody touched. */
  readonly differ: 'nothing' | 'lengths' | 'products';
}

/**
 * Connects links whose ports are free, as cables in no order. No other link may end at one of their ports, and
 * breakout cables must be there with all their lanes.
 */
export function connectCables(records: readonly Link[], places: Places, rules: CablingRules): CableDraft[] {
  const { chooseCable, lengthOf } = rules;
  const breakouts = new Map<BreakoutId, LinkDraft[]>();
  const splits = new Map<PlanPort, BreakoutId>();
  const found: LinkDraft[][] = [];
  for (const record of inIdOrder(records)) {
    const draft = connectLink(record, lengthOf(record), places, splits, chooseCable);
    const lanes = record.breakout && breakouts.get(record.breakout.id);
    if (lanes) {
      lanes.push(draft);
      continue;
    }
    const first = [draft];
    found.push(first);
    if (record.breakout) breakouts.set(record.breakout.id, first);
  }
  for (const lanes of breakouts.values()) lanes.sort((x, y) => laneOf(x) - laneOf(y));
  return found.map((lanes): CableDraft => {
    const { link } = must(lanes[0], 'a link of a cable');
    return { lanes, run: link.breakout ? joinLanes(lanes, link.breakout.ways, chooseCable) : runOf(link) };
  });
}

function inIdOrder(records: readonly Link[]): readonly Link[] {
  const sorted = records.every((link, i) => i === 0 || must(records[i - 1], 'a link before').id < link.id);
  return sorted ? records : [...records].sort((a, b) => compareText(a.id, b.id));
}

function laneOf({ link }: LinkDraft): number {
  return link.breakout?.lane ?? 1;
}

function runOf(link: PlanLink): Draft<CableRun> {
  return {
    links: [link],
    ways: 1,
    lengthM: link.lengthM,
    lengthFrom: link.lengthFrom,
    speedGbps: link.speedGbps,
    cable: link.cable,
    cableReason: link.cableReason,
    problem: link.problem,
    networkIds: link.networkIds,
  };
}

/** All cables in the order of their numbers: by side A, of a breakout by its first lane. `kept` is in order. */
export function orderCables(kept: readonly CableDraft[], made: readonly CableDraft[]): readonly CableDraft[] {
  return mergeInOrder(kept, [...made].sort(compareCables));
}

/** Both lists are in order. Few cables are put into many as a rule, so their places are searched for by halves. */
function mergeInOrder(kept: readonly CableDraft[], made: readonly CableDraft[]): CableDraft[] {
  const merged: CableDraft[] = [];
  let taken = 0;
  for (const cable of made) {
    let [low, high] = [taken, kept.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareCables(must(kept[middle], 'a cable'), cable) < 0) low = middle + 1;
      else high = middle;
    }
    for (; taken < low; taken++) merged.push(must(kept[taken], 'a cable'));
    merged.push(cable);
  }
  return merged.concat(kept.slice(taken));
}

function compareCables(a: CableDraft, b: CableDraft): number {
  const [x, y] = [must(a.lanes[0], 'a link of a cable'), must(b.lanes[0], 'a link of a cable')];
  return compareEnds(x.keyA, y.keyA) || compareEnds(x.keyB, y.keyB) || compareText(x.link.id, y.link.id);
}
