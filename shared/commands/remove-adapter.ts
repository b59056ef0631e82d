import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, withRecords, withoutRecords, type LinkEnd, type Profile } from '../model/index.ts';
import { defineCommand } from './define.ts';

/** Takes the adapter out of one slot of a profile, with its cables and all that its nodes and teams say of it. */
export const removeAdapter = defineCommand({
  id: 'remove-adapter',
  payload: z.strictObject({ profileId: TABLES.profiles.shape.id, slot: z.string() }),
  label: ({ slot }) => `Remove the adapter in slot ${slot}`,
  apply: (design, { profileId, slot }) => {
    const profile = design.profiles.get(profileId);
    if (!profile?.adapters.some((adapter) => adapter.slot === slot))
      return err(`Slot ${slot} of ${profile?.name ?? profileId} is empty already.`);
    const nodes = [...design.nodes.values()].filter((node) => node.profileId === profileId);
    const ids: ReadonlySet<string> = new Set(nodes.map((node) => node.id));
    const ends = (end: LinkEnd) => end.kind === 'node' && end.slot === slot && ids.has(end.nodeId);
    const cut = [...design.links.values()].filter((link) => ends(link.a) || ends(link.b));
    const bare = withRecords(design, 'profiles', [withoutSlot(profile, slot)]);
    const tidy = withRecords(
      bare,
      'nodes',
      nodes.map((node) => ({
        ...node,
        pins: node.pins.filter((pin) => !pin.endpoint.startsWith(`${slot}/`)),
        macs: node.macs.filter((mac) => mac.slot !== slot),
      })),
    );
    return ok(withoutRecords(tidy, 'links', new Set(cut.map((link) => link.id))));
  },
});

function withoutSlot(profile: Profile, slot: string): Profile {
  return {
    ...profile,
    adapters: profile.adapters.filter((adapter) => adapter.slot !== slot),
    teams: profile.teams.map((team) => ({
      ...team,
      members: team.members.filter((member) => member.slot !== slot),
      standby: team.standby.filter((member) => member.slot !== slot),
    })),
    vnics: profile.vnics.map((vnic) => (vnic.mappedTo?.slot === slot ? { ...vnic, mappedTo: null } : vnic)),
  };
}
