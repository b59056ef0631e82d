import type { ServerPart } from '../catalog/types.ts';
import { must } from '../lib/assert.ts';
import { compareNatural } from '../lib/stable-json.ts';
import { withRecords, type AdapterSlot, type PortRef, type Profile } from '../model/index.ts';
import { ask, count, ownerOf, tell, type SwapDraft } from './draft.ts';
import type { NodeGroup } from './groups.ts';
import { moveNodePorts, moveProfilePorts } from './port-refs.ts';

type Slot = ServerPart['slots'][number];

/** Gives the nodes of a group another server: cards stay in slots of the same name, or move to free ones. */
export function swapServer(draft: SwapDraft, group: NodeGroup, part: ServerPart): void {
  const nodeIds = new Set<string>(group.nodeIds);
  for (const link of draft.design.links.values()) {
    if (nodeIds.has(ownerOf(link.a)) || nodeIds.has(ownerOf(link.b))) draft.touched.add(link.id);
  }
  const profile = { ...profileOf(draft, group), serverId: part.id };
  draft.design = withRecords(draft.design, 'profiles', [profile]);
  if (part.slots.length === 0) {
    tell(draft, {
      id: `slots ${group.key}`,
      topic: 'slot',
      severity: 'info',
      message: `The catalog does not list the slots of ${part.model}: generation and lanes stay as drawn.`,
      subjects: group.nodeIds,
    });
    return;
  }
  const moved = moveToFreeSlots(draft, group, part, profile);
  for (const [from, to] of moved) renameSlot(draft, group, from, to.name);
  for (const adapter of profileOf(draft, group).adapters) {
    const slot = part.slots.find(({ name }) => name === adapter.slot);
    if (slot) settleSlot(draft, group, part, adapter, slot);
  }
}

function profileOf(draft: SwapDraft, group: NodeGroup): Profile {
  return must(draft.design.profiles.get(group.profileId), `profile ${group.profileId}`);
}

/** What a slot name must be so that a design can use it. */
const USABLE = /^[A-Za-z0-9-]{1,16}$/;

function moveToFreeSlots(
  draft: SwapDraft,
  group: NodeGroup,
  part: ServerPart,
  profile: Profile,
): ReadonlyMap<string, Slot> {
  const taken = new Set(profile.adapters.map(({ slot }) => slot));
  const free = part.slots.filter(({ name }) => USABLE.test(name) && !taken.has(name));
  const lost = profile.adapters
    .filter(({ slot }) => !part.slots.some(({ name }) => name === slot))
    .sort((a, b) => compareNatural(a.slot, b.slot));
  const moves = new Map<string, Slot>();
  const given = new Set<Slot>();
  for (const adapter of lost) {
    const open = free.filter((slot) => !given.has(slot));
    const best = open.find((slot) => carries(slot, adapter)) ?? open[0];
    const chosen = ask(draft, {
      id: `slot ${group.key}/${adapter.slot}`,
      topic: 'slot',
      severity: 'fail',
      message: `${part.model} has no slot ${adapter.slot}${open.length === 0 ? ', and none of its slots is free' : ''}.`,
      subjects: group.nodeIds,
      choices: [
        ...open.map((slot) => ({ id: slot.name, label: `Move the card to slot ${slot.name}${width(slot)}` })),
        { id: 'keep', label: 'Leave as drawn, to be put right later' },
      ],
      recommended: best?.name ?? 'keep',
      ask: true,
    });
    const to = open.find((slot) => slot.name === chosen);
    // A slot that is proposed here is not proposed to the next card, decided or not.
    if (to ?? best) given.add(must(to ?? best, 'a slot'));
    if (to) moves.set(adapter.slot, to);
  }
  return moves;
}

function carries(slot: Slot, adapter: AdapterSlot): boolean {
  return (slot.gen ?? adapter.gen) >= adapter.gen && (slot.lanes ?? adapter.lanes) >= adapter.lanes;
}

function width({ gen, lanes }: Slot): string {
  if (gen !== null && lanes !== null) return ` (Gen${gen} x${lanes})`;
  return gen === null ? '' : ` (Gen${gen})`;
}

function renameSlot(draft: SwapDraft, group: NodeGroup, from: string, to: string): void {
  const move = (ref: PortRef): PortRef => (ref.slot === from ? { slot: to, port: ref.port } : ref);
  const profile = moveProfilePorts(profileOf(draft, group), move);
  const adapters = profile.adapters.map((adapter) =>
    adapter.slot === from ? { ...adapter, slot: to } : adapter,
  );
  draft.design = withRecords(draft.design, 'profiles', [{ ...profile, adapters }]);
  moveNodePorts(draft, group, move);
}

/** What the slot offers: as the catalog knows it, the platform's generation where it lists none for the slot. */
function settleSlot(
  draft: SwapDraft,
  group: NodeGroup,
  part: ServerPart,
  adapter: AdapterSlot,
  slot: Slot,
): void {
  const gen = slot.gen ?? part.platformGen ?? adapter.gen;
  const lanes = slot.lanes ?? adapter.lanes;
  if (gen === adapter.gen && lanes === adapter.lanes) return;
  const narrower = gen < adapter.gen || lanes < adapter.lanes;
  const source =
    slot.gen === null
      ? `${part.model} is a Gen${gen} platform`
      : `In ${part.model} it is Gen${gen} x${lanes}`;
  const chosen = ask(draft, {
    id: `width ${group.key}/${adapter.slot}`,
    topic: 'slot',
    severity: narrower ? 'warn' : 'info',
    message: `Slot ${adapter.slot} of ${count(group.nodeIds.length, 'node')} is drawn as Gen${adapter.gen} x${adapter.lanes}. ${source}.`,
    subjects: group.nodeIds,
    choices: [
      { id: 'take', label: `Take Gen${gen} x${lanes}` },
      { id: 'keep', label: `Stay at Gen${adapter.gen} x${adapter.lanes}` },
    ],
    recommended: 'take',
    ask: false,
  });
  if (chosen !== 'take') return;
  const profile = profileOf(draft, group);
  const adapters = profile.adapters.map((other) =>
    other.slot === adapter.slot ? { ...other, gen, lanes } : other,
  );
  draft.design = withRecords(draft.design, 'profiles', [{ ...profile, adapters }]);
}
