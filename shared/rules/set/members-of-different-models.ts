import { defineRule } from '../define.ts';
import { judgeEach } from '../results.ts';
import { listNames } from '../words.ts';
import { setTeams } from '../helpers/set-teams.ts';
import { modelsOf } from '../helpers/symmetry.ts';

/** Cards that neither the catalog nor the design knows are left to CAT-01. */
export const membersOfDifferentModels = defineRule({
  id: 'SET-04',
  area: 'set',
  title: 'Members of a SET team are of one make and model',
  severity: 'fail',
  sources: ['SET', 'HNR', 'S2D'],
  check: ({ facts }) =>
    judgeEach(
      setTeams(facts).filter(({ members }) => members.length > 1),
      {
        absent: 'No SET team has two members to compare.',
        reason: 'SET supports equal adapters only: same maker, same model.',
        held: 'The members of each SET team are of one model.',
        fault: (team) => {
          const models = modelsOf(team);
          if (models.length < 2) return null;
          return {
            message: `${team.label} mixes ${listNames(models)}.`,
            fix: 'Use one model for all members of the team.',
          };
        },
      },
    ),
});
