import type { Cage, Catalog } from '../catalog/types.ts';
import { must } from '../lib/assert.ts';
import type { Design, Link, TableName } from '../model/index.ts';
import type { CableAnswer, CableChooser } from './cables.ts';
import { createLengths } from './lengths.ts';
import type { Length } from './link-draft.ts';
import { listParts } from './list-parts.ts';
import { groupCables, countTransceivers } from './totals.ts';
import type { CableRun, Plan, PlanEnd, PlanLink } from './types.ts';

/** A plan with what it was worked out from. */
export interface PlanOf {
  readonly design: Design;
  readonly catalog: Catalog;
  readonly plan: Plan;
}

/** Tables that ports, speeds and rates follow from, beside the links. */
const ELSEWHERE = [
  'fabric',
  'networks',
  'clusters',
  'profiles',
  'nodes',
  'switches',
  'parts',
] as const satisfies TableName[];

/**
 * True when nothing differs but what a cable is bought by: its length, its medium, the product chosen by hand, and the
 * rules for lengths. Who is joined to whom, at which speed and with what tag cannot change by that.
 */
export function onlyCablesDiffer(last: PlanOf, { design, catalog }: Omit<PlanOf, 'plan'>): boolean {
  if (last.catalog !== catalog) return false;
  if (ELSEWHERE.some((table) => last.design[table] !== design[table])) return false;
  const before = last.design.links;
  if (before === design.links) return true;
  if (before.size !== design.links.size) return false;
  for (const [id, link] of design.links) {
    const old = before.get(id);
    if (old !== link && !(old && sameEnds(old, link))) return false;
  }
  return true;
}

/** Records in which an edit leaves a field alone keep it as it is, so that identity tells. */
function sameEnds(old: Link, link: Link): boolean {
  return old.a === link.a && old.b === link.b && old.breakout === link.breakout;
}

/** The last plan with the cables chosen anew where their needs have changed. */
export function chooseAgain(
  last: PlanOf,
  { design, catalog }: Omit<PlanOf, 'plan'>,
  chooseCable: CableChooser,
): Plan {
  const { plan } = last;
  const lengthOf = createLengths(design);
  const runs = plan.runs.map((run) => chooseRun(run, design, plan, lengthOf, chooseCable));
  const links = runs.flatMap((run) => run.links);
  return {
    ...plan,
    runs,
    links,
    linkById: new Map(links.map((link) => [link.id, link])),
    cables: groupCables(runs),
    totals: { ...plan.totals, transceivers: countTransceivers(runs) },
    ...listParts(design, catalog, runs),
  };
}

function chooseRun(
  run: CableRun,
  design: Design,
  plan: Plan,
  lengthOf: (link: Link) => Length,
  chooseCable: CableChooser,
): CableRun {
  const measured = run.links.map((link): PlanLink => {
    const record = must(design.links.get(link.id), 'record of a link');
    const { lengthM, lengthFrom } = lengthOf(record);
    if (record === link.record && lengthM === link.lengthM && lengthFrom === link.lengthFrom) return link;
    return { ...link, record, lengthM, lengthFrom };
  });
  if (measured.every((link, i) => link === run.links[i])) return run;
  const longest = measured.reduce((x, y) => (y.lengthM > x.lengthM ? y : x));
  const { lengthM, lengthFrom } = longest;
  // A link that does not run, or runs into a port of another cable, has no cable whatever its length.
  const running = measured.filter(({ speedGbps }) => speedGbps !== null);
  const answer = running.length === 0 ? null : answerFor(run, running, plan, lengthM, chooseCable);
  const links = measured.map((link) => {
    if (!answer || link.speedGbps === null) return link;
    return { ...link, cable: answer.cable, cableReason: answer.reason, problem: answer.problem };
  });
  const chosen = answer && { cable: answer.cable, cableReason: answer.reason, problem: answer.problem };
  return { ...run, links, lengthM, lengthFrom, ...chosen };
}

function answerFor(
  run: CableRun,
  running: readonly PlanLink[],
  plan: Plan,
  lengthM: number,
  chooseCable: CableChooser,
): CableAnswer {
  const first = must(running[0], 'a running link');
  const { medium, cableId } = first.record;
  const { ways } = run;
  const speedGbps = must(first.speedGbps, 'speed of a running link');
  const common = { ways, speedGbps, lengthM, medium, cableId };
  if (ways === 1) {
    return chooseCable({
      ...common,
      cageA: cageOf(first.a, plan),
      cageB: cageOf(first.b, plan),
      otherCagesB: [],
    });
  }
  const tails = [...new Set(running.map(({ a }) => cageOf(a, plan)))];
  const [cageB, ...otherCagesB] = tails as [Cage, ...Cage[]];
  return chooseCable({ ...common, cageA: cageOf(first.b, plan), cageB, otherCagesB });
}

function cageOf({ portId }: PlanEnd, plan: Plan): Cage {
  return must(portId && plan.portById.get(portId), 'both ends of a running link').cage;
}
