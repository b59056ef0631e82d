import type { PartId } from '../../lib/ids.ts';
import { sameData } from '../../lib/same-data.ts';
import { tagOf } from '../../plan/index.ts';
import type { CableRun, LinkProblem, Plan, PlanLink } from '../../plan/types.ts';
import { unreachable } from '../../lib/assert.ts';
import { defineRule, type RuleResult } from '../define.ts';
import { conclude, notApplicable, violated } from '../results.ts';
import { count, listNames } from '../words.ts';

interface Trouble {
  readonly what: string;
  readonly fix: string;
}

function speeds(list: readonly number[]): string {
  return `${listNames(list.map(String))} Gb/s`;
}

/** What a problem says of its link; null for a product nobody knows, which is CAT-01's. */
function troubleOf(problem: LinkProblem, plan: Plan): Trouble | null {
  switch (problem.code) {
    case 'end-missing':
      return {
        what: `ends at ${problem.label}, a port that does not exist`,
        fix: 'Connect it to a port the product has, or choose a product with more ports.',
      };
    case 'port-taken': {
      const port = plan.portById.get(problem.portId);
      return {
        what: `ends at ${port?.label ?? problem.portId}, where cable ${plan.tags.get(problem.otherLinkId) ?? problem.otherLinkId} is plugged in already`,
        fix: 'Move one of the two cables to a free port, or choose a switch with more ports.',
      };
    }
    case 'same-port':
      return { what: 'begins and ends at the same port', fix: 'Connect one end to another port.' };
    case 'no-common-speed':
      return {
        what: `joins ports that share no speed (${speeds(problem.a)} and ${speeds(problem.b)})`,
        fix: 'Choose ports, or products, that share a speed, and check fixed speeds in the profile.',
      };
    case 'lanes-differ': {
      const ends = problem.ends.map(({ label, speedsGbps }) => `${label} at ${speeds(speedsGbps)}`);
      return {
        what: `has lanes that share no speed (${listNames(ends)})`,
        fix: 'Let the lanes of one cable end at ports of one speed, and check fixed speeds in the profile.',
      };
    }
    case 'no-cable': {
      const { cageA, cageB, ways, speedGbps, lengthM } = problem;
      if (ways > 1) {
        return {
          what: `needs a breakout cable of ${lengthM} m from ${cageA} to ${ways} x ${cageB} at ${speedGbps} Gb/s each, which the catalog does not have`,
          fix: 'Shorten the route, split the port in another way, or use a cable per port.',
        };
      }
      return {
        what: `needs ${lengthM} m from ${cageA} to ${cageB} at ${speedGbps} Gb/s, for which the catalog has no cable and no pair of transceivers`,
        fix: 'Shorten the route, allow another medium, use ports of one form factor, or fix the ports at a lower speed they share.',
      };
    }
    case 'pinned-unfit':
      return {
        what: `is to use ${partName(problem.partId, plan)}, which does not fit: ${problem.why}`,
        fix: 'Choose another cable, or let it be chosen.',
      };
    case 'part-unknown':
      return null;
    default:
      return unreachable(problem);
  }
}

/** Faults of one lane of a breakout cable; all others are faults of the cable. */
const OWN_FAULTS: ReadonlySet<LinkProblem['code']> = new Set(['end-missing', 'port-taken', 'same-port']);

/**
 * True for a link that its whole cable's fault is told of. A lane with a fault of its own is told alone, also the
 * first one, whose fault that of the cable is when no lane is sound.
 */
function isHit(link: PlanLink, { links, problem }: CableRun): boolean {
  if (problem === null || link.problem === null) return false;
  return OWN_FAULTS.has(problem.code) ? link === links[0] : sameData(link.problem, problem);
}

/** What is wrong with the whole cable, and with single lanes of a breakout. */
function faultsOf(run: CableRun, plan: Plan, reason: string): RuleResult[] {
  const { links, ways, problem } = run;
  const trouble = problem && troubleOf(problem, plan);
  const alone = links.flatMap((link) => {
    const own = isHit(link, run) ? null : link.problem && troubleOf(link.problem, plan);
    if (!own) return [];
    const name = `Lane ${link.breakout?.lane ?? 1} of cable ${tagOf(link.id, plan)} (${link.a.label} to ${link.b.label})`;
    return [violated([link.id], { message: `${name} ${own.what}.`, reason, fix: own.fix })];
  });
  const hit = links.filter((link) => isHit(link, run));
  const [first] = hit;
  if (!trouble || !first) return alone;
  const ends =
    ways > 1 ? `${count(hit.length, 'lane')}, ${first.b.label}` : `${first.a.label} to ${first.b.label}`;
  const message = `Cable ${tagOf(first.id, plan)} (${ends}) ${trouble.what}.`;
  const ids = hit.map(({ id }) => id);
  return [violated(ids, { message, reason, fix: trouble.fix }), ...alone];
}

function partName(partId: PartId, plan: Plan): string {
  const part = plan.parts.get(partId);
  return part ? `${part.manufacturer} ${part.model}` : partId;
}

export const linkDoesNotFit = defineRule({
  id: 'HW-03',
  area: 'hardware',
  title: 'Ports and cables fit together',
  severity: 'fail',
  sources: ['SEED0'],
  check: ({ plan, facts }) => {
    if (facts.cables === 0) return notApplicable('Nothing is cabled.');
    const reason = 'A cable that does not fit both ends cannot be plugged in, or does not come up.';
    const isFaulty = ({ links }: CableRun) => links.some(({ problem }) => problem !== null);
    const faults = (facts.faulty.length === 0 ? [] : plan.runs)
      .filter(isFaulty)
      .flatMap((run) => faultsOf(run, plan, reason));
    return conclude(faults, {
      subjects: [
        ...new Set(facts.clusterRecords.map(({ id }) => id as string)),
        ...facts.switches.map(({ id }) => id as string),
      ],
      message: `${count(facts.cables, 'cable')}: each fits both of its ends.`,
      reason,
    });
  },
});
