import { z } from 'zod';
import { id, type ProfileId } from '../lib/ids.ts';
import { err, ok } from '../lib/result.ts';
import { cutText } from '../lib/text.ts';
import { TABLES, withRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';

/** Gives one node a profile of its own, equal to the one it shared. */
export const detachProfile = defineCommand({
  id: 'detach-profile',
  payload: z.strictObject({ nodeId: TABLES.nodes.shape.id }),
  label: ({ nodeId }, design) => `Give ${design.nodes.get(nodeId)?.name ?? nodeId} its own profile`,
  apply: (design, { nodeId }, context) => {
    const node = design.nodes.get(nodeId);
    const profile = node && design.profiles.get(node.profileId);
    if (!node || !profile) return err(`There is no node "${nodeId}".`);
    const sharing = [...design.nodes.values()].filter(({ profileId }) => profileId === profile.id);
    if (sharing.length === 1) return err(`${node.name} is the only node of ${profile.name} already.`);
    const own = {
      ...profile,
      id: id<ProfileId>(context.newId('profile')),
      name: cutText(`${cutText(profile.name, 40)} ${node.name}`, 60),
    };
    const withProfile = withRecords(design, 'profiles', [own]);
    return ok(withRecords(withProfile, 'nodes', [{ ...node, profileId: own.id }]));
  },
});
