import { defineRule } from '../define.ts';
import { conclude, count, listNames, notApplicable, violated } from '../results.ts';
import { setTeams, subjectsOf } from './scope.ts';
import { modelsOf } from './symmetry.ts';

/** Cards that neither the catalog nor the design knows are left to CAT-01. */
export const membersOfDifferentModels = defineRule({
  id: 'SET-04',
  area: 'set',
  title: 'Members of a SET team are of one make and model',
  severity: 'fail',
  sources: ['SET', 'HNR', 'S2D'],
  check: ({ facts }) => {
    const teams = setTeams(facts).filter(({ members }) => members.length > 1);
    if (teams.length === 0) return notApplicable('No SET team has two members to compare.');
    const reason = 'SET supports equal adapters only: same maker, same model.';
    const faults = teams.flatMap((team) => {
      const models = modelsOf(team);
      if (models.length < 2) return [];
      return [
        violated([team.subject], {
          message: `${team.label} mixes ${listNames(models)}.`,
          reason,
          fix: 'Use one model for all members of the team.',
        }),
      ];
    });
    return conclude(faults, {
      subjects: subjectsOf(teams),
      message: `${count(teams.length, 'SET team')}: the members of each are of one model.`,
      reason,
    });
  },
});
