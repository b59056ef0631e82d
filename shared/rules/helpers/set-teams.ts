import type { Facts, TeamUse } from '../facts.ts';

export const NO_SET = 'No node has a SET team.';

/** The SET teams of a design. */
export function setTeams(facts: Facts): readonly TeamUse[] {
  return facts.teams.filter(({ team }) => team.kind === 'set');
}

/** Subjects of teams, for a pass. */
export function subjectsOf(teams: readonly TeamUse[]): readonly string[] {
  return teams.map(({ subject }) => subject);
}
