import { defineRule } from '../define.ts';
import type { TeamUse } from '../facts.ts';
import { judgeEach } from '../results.ts';
import { listNames } from '../words.ts';
import { setTeams } from '../helpers/set-teams.ts';
import { knownSlots, modelsOf } from '../helpers/symmetry.ts';

function versions(team: TeamUse, what: 'driver' | 'firmware'): readonly string[] {
  return [...new Set(knownSlots(team).flatMap(({ adapter }) => adapter.slot[what] ?? []))];
}

/** Different models have different versions by nature; SET-04 reports those teams. */
export const membersOfDifferentVersions = defineRule({
  id: 'SET-05',
  area: 'set',
  title: 'Members of a SET team run one driver and one firmware',
  severity: 'fail',
  sources: ['SET', 'S2D', 'VM'],
  check: ({ facts }) =>
    judgeEach(
      setTeams(facts).filter(
        (team) =>
          modelsOf(team).length === 1 &&
          versions(team, 'driver').length + versions(team, 'firmware').length > 0,
      ),
      {
        absent: 'No SET team of one model has driver or firmware versions written down.',
        reason: 'Members of a team have to match in driver and firmware version as well as in model.',
        held: 'The driver and firmware versions written down are equal within each SET team.',
        fault: (team) => {
          const unequal = (['driver', 'firmware'] as const).filter((what) => versions(team, what).length > 1);
          if (unequal.length === 0) return null;
          const found = unequal.map((what) => `${what} ${listNames(versions(team, what))}`);
          return {
            message: `${team.label} mixes ${found.join('; ')}.`,
            fix: 'Bring all members to one driver and one firmware version.',
          };
        },
      },
    ),
});
