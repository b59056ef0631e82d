import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, teamSchema, withRecords, type Profile } from '../model/index.ts';
import { defineCommand } from './define.ts';
import { mergeChanges } from './edit-record.ts';

/** Changes a team or virtual switch of a profile; a new name is followed by its virtual adapters. */
export const editTeam = defineCommand({
  id: 'edit-team',
  payload: z.strictObject({
    profileId: TABLES.profiles.shape.id,
    team: z.string(),
    changes: teamSchema.partial(),
  }),
  label: ({ team }) => `Edit team ${team}`,
  apply: (design, { profileId, team, changes }) => {
    const profile = design.profiles.get(profileId);
    if (!profile) return err(`There is no profile "${profileId}".`);
    const before = profile.teams.find(({ name }) => name === team);
    if (!before) return err(`${profile.name} has no team "${team}".`);
    const after = mergeChanges(before, changes);
    const next: Profile = {
      ...profile,
      teams: profile.teams.map((other) => (other === before ? after : other)),
      vnics: profile.vnics.map((vnic) => (vnic.team === team ? { ...vnic, team: after.name } : vnic)),
    };
    return ok(withRecords(design, 'profiles', [next]));
  },
});
