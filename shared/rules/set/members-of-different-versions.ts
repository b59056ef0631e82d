import { defineRule } from '../define.ts';
import type { TeamUse } from '../facts.ts';
import { conclude, count, listNames, notApplicable, violated } from '../results.ts';
import { setTeams, subjectsOf } from './scope.ts';
import { knownSlots, modelsOf } from './symmetry.ts';

function versions(team: TeamUse, what: 'driver' | 'firmware'): readonly string[] {
  const all = knownSlots(team).flatMap(({ adapter }) => adapter.slot[what] ?? []);
  return [...new Set(all)];
}

/** Different models have different versions by nature; SET-04 reports those teams. */
export const membersOfDifferentVersions = defineRule({
  id: 'SET-05',
  area: 'set',
  title: 'Members of a SET team run one driver and one firmware',
  severity: 'fail',
  sources: ['SET', 'S2D', 'VM'],
  check: ({ facts }) => {
    const teams = setTeams(facts).filter(
      (team) =>
        modelsOf(team).length === 1 &&
        versions(team, 'driver').length + versions(team, 'firmware').length > 0,
    );
    if (teams.length === 0)
      return notApplicable('No SET team of one model has driver or firmware versions written down.');
    const reason = 'Members of a team have to match in driver and firmware version as well as in model.';
    const faults = teams.flatMap((team) => {
      const unequal = (['driver', 'firmware'] as const).filter((what) => versions(team, what).length > 1);
      if (unequal.length === 0) return [];
      const found = unequal.map((what) => `${what} ${listNames(versions(team, what))}`);
      return [
        violated([team.subject], {
          message: `${team.label} mixes ${listNames(found)}.`,
          reason,
          fix: 'Bring all members to one driver and one firmware version.',
        }),
      ];
    });
    return conclude(faults, {
      subjects: subjectsOf(teams),
      message: `${count(teams.length, 'SET team')}: the versions written down are equal within each.`,
      reason,
    });
  },
});
