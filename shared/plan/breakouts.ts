import type { Cage } from '../catalog/types.ts';
import { must } from '../lib/assert.ts';
import type { BreakoutLane } from '../model/index.ts';
import type { CableAnswer, CableChooser } from './cables.ts';
import type { PortDraft } from './expand.ts';
import type { Draft } from './draft.ts';
import { describeSpeeds, networksOf, runLaneAt, type LinkDraft } from './link-draft.ts';
import type { CableRun, LinkProblem, PlanLink } from './types.ts';

/** A lane whose two ends are there and free. */
interface SoundLane {
  readonly draft: LinkDraft;
  readonly tail: PortDraft;
  readonly split: PortDraft;
}

/**
 * Makes one cable of the lanes of a breakout, in the order of their numbers. All lanes run at the greatest speed
 * that every far port has and that the split port reaches with all of them together (100 Gb/s are 4 x 25). Lanes
 * with a fault of their own are left out of that, and keep their fault.
 */
export function joinLanes(
  lanes: readonly LinkDraft[],
  ways: BreakoutLane['ways'],
  chooseCable: CableChooser,
): Draft<CableRun> {
  const sound = lanes.flatMap((draft): SoundLane[] => {
    const { link, a, b } = draft;
    return a && b && link.problem === null ? [{ draft, tail: a, split: b }] : [];
  });
  const longest = lanes.map(({ link }) => link).reduce((x, y) => (y.lengthM > x.lengthM ? y : x));
  const [first] = sound;
  const speedGbps = first ? greatestShared(sound, laneSpeeds(first.split, ways)) : null;
  const answer = first ? answerFor(sound, first, ways, speedGbps, longest.lengthM, chooseCable) : null;
  for (const { draft, tail, split } of sound) {
    const { link } = draft;
    link.speedGbps = speedGbps;
    link.cable = answer?.cable ?? null;
    link.cableReason = answer?.reason ?? '';
    link.problem = answer?.problem ?? null;
    if (speedGbps !== null) runLaneAt(tail, split, speedGbps, ways);
  }
  return describeRun(lanes, { ways, longest, speedGbps, answer });
}

function describeRun(
  lanes: readonly LinkDraft[],
  run: {
    readonly ways: BreakoutLane['ways'];
    readonly longest: PlanLink;
    readonly speedGbps: number | null;
    readonly answer: CableAnswer | null;
  },
): Draft<CableRun> {
  const links = lanes.map(({ link }) => link);
  const { cableReason, problem } = must(links[0], 'a lane of a breakout');
  return {
    links,
    ways: run.ways,
    lengthM: run.longest.lengthM,
    lengthFrom: run.longest.lengthFrom,
    speedGbps: run.speedGbps,
    cable: run.answer?.cable ?? null,
    cableReason: run.answer?.reason ?? cableReason,
    problem: run.answer ? run.answer.problem : problem,
    networkIds: networksOf(links),
  };
}

/** What one lane can run at: the split port must reach all lanes together. */
function laneSpeeds(split: PortDraft, ways: number): readonly number[] {
  return split.print.allowedGbps.map((speed) => speed / ways);
}

function greatestShared(sound: readonly SoundLane[], speeds: readonly number[]): number | null {
  return (
    speeds.findLast((speed) => sound.every(({ tail }) => tail.print.allowedGbps.includes(speed))) ?? null
  );
}

function answerFor(
  sound: readonly SoundLane[],
  first: SoundLane,
  ways: BreakoutLane['ways'],
  speedGbps: number | null,
  lengthM: number,
  chooseCable: CableChooser,
): CableAnswer {
  if (speedGbps === null) return withoutSpeed(sound, first, ways);
  const cages = [...new Set(sound.map(({ tail }) => tail.print.cage))];
  const [cageB, ...otherCagesB] = cages as [Cage, ...Cage[]];
  const { medium, cableId } = first.draft.link.record;
  const cageA = first.split.print.cage;
  return chooseCable({ cageA, cageB, otherCagesB, ways, speedGbps, lengthM, medium, cableId });
}

function withoutSpeed(
  sound: readonly SoundLane[],
  first: SoundLane,
  ways: BreakoutLane['ways'],
): CableAnswer {
  const speeds = laneSpeeds(first.split, ways);
  const unfit = sound.find(({ tail }) => greatestShared([{ ...first, tail }], speeds) === null);
  const label = first.split.port.label;
  if (unfit) {
    const own = unfit.tail.print.allowedGbps;
    return refused(
      `${unfit.tail.port.label} runs at ${describeSpeeds(own)}, a lane of ${label} split in ${ways} at ${describeSpeeds(speeds)}`,
      { code: 'no-common-speed', a: own, b: speeds },
    );
  }
  const ends = sound.map(({ tail }) => ({
    label: tail.port.label,
    speedsGbps: tail.print.allowedGbps.filter((speed) => speeds.includes(speed)),
  }));
  const listed = ends.map((end) => `${end.label} at ${describeSpeeds(end.speedsGbps)}`).join(', ');
  return refused(`the lanes of ${label} must run at one speed: ${listed}`, { code: 'lanes-differ', ends });
}

function refused(reason: string, problem: LinkProblem): CableAnswer {
  return { cable: null, reason, problem };
}
