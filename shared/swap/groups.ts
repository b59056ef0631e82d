import { must } from '../lib/assert.ts';
import { id, type NodeId, type ProfileId } from '../lib/ids.ts';
import { compareText } from '../lib/stable-json.ts';
import { cutText } from '../lib/text.ts';
import { withRecords, type Profile } from '../model/index.ts';
import type { SwapDraft } from './draft.ts';

/** Nodes of one profile in which the same is swapped. */
export interface NodeGroup {
  /** The same each time this swap is planned: part of the ids of misfits. */
  readonly key: string;
  /** The profile to change: the one they share, or a new one when other nodes keep theirs. */
  readonly profileId: ProfileId;
  readonly nodeIds: readonly NodeId[];
  /** Slots whose adapters are swapped; empty for a server. */
  readonly slots: readonly string[];
}

/**
 * Sorts nodes by profile and by what is swapped in them. Where other nodes keep the profile, the group gets a
 * copy of it in the draft.
 */
export function groupNodes(
  draft: SwapDraft,
  places: readonly { readonly nodeId: NodeId; readonly slot: string | null }[],
  model: string,
): NodeGroup[] {
  const slotsOf = new Map<NodeId, Set<string>>();
  for (const { nodeId, slot } of places) {
    const slots = slotsOf.get(nodeId) ?? new Set();
    if (slot !== null) slots.add(slot);
    slotsOf.set(nodeId, slots);
  }
  const sharing = new Map<ProfileId, number>();
  for (const { profileId } of draft.before.nodes.values()) {
    sharing.set(profileId, (sharing.get(profileId) ?? 0) + 1);
  }
  const groups = new Map<string, { profileId: ProfileId; nodeIds: NodeId[]; slots: string[] }>();
  for (const [nodeId, slots] of slotsOf) {
    const { profileId } = must(draft.before.nodes.get(nodeId), `node ${nodeId}`);
    const sorted = [...slots].sort(compareText);
    const key = `${profileId} ${sorted.join(' ')}`;
    const group = groups.get(key) ?? { profileId, nodeIds: [], slots: sorted };
    group.nodeIds.push(nodeId);
    groups.set(key, group);
  }
  return [...groups].map(([key, { profileId, nodeIds, slots }]) => {
    const whole = sharing.get(profileId) === nodeIds.length;
    const target = whole ? profileId : splitProfile(draft, profileId, nodeIds, model);
    return { key, profileId: target, nodeIds, slots };
  });
}

function splitProfile(
  draft: SwapDraft,
  profileId: ProfileId,
  nodeIds: readonly NodeId[],
  model: string,
): ProfileId {
  const profile = must(draft.design.profiles.get(profileId), `profile ${profileId}`);
  const own: Profile = {
    ...profile,
    id: id<ProfileId>(draft.newId('profile')),
    name: unusedName(draft, `${cutText(profile.name, 28)}, ${cutText(model, 26)}`),
  };
  draft.design = withRecords(draft.design, 'profiles', [own]);
  draft.design = withRecords(
    draft.design,
    'nodes',
    nodeIds.map((nodeId) => ({
      ...must(draft.design.nodes.get(nodeId), `node ${nodeId}`),
      profileId: own.id,
    })),
  );
  return own.id;
}

function unusedName(draft: SwapDraft, wanted: string): string {
  const taken = new Set(Array.from(draft.design.profiles.values(), ({ name }) => name));
  let name = wanted;
  for (let i = 2; taken.has(name); i++) name = `${wanted} ${i}`;
  return name;
}
