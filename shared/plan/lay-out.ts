import type { Catalog } from '../catalog/types.ts';
import { must } from '../lib/assert.ts';
import type { NetworkId, NodeId, PartId, ProfileId, SwitchId } from '../lib/ids.ts';
import type { Design, FabricPolicy, Network, Profile } from '../model/index.ts';
import { buildBlueprint, type ProfileBlueprint } from './blueprint.ts';
import type { Places } from './ends.ts';
import { buildSwitchBlueprint, expandNode, expandSwitch } from './expand.ts';
import type { NodeDraft, SwitchBlueprint, SwitchDraft } from './expand.ts';
import { keep } from './keep.ts';
import { createPartBook } from './parts.ts';

/** What profiles and models have in common for all their nodes and switches. */
interface Prints {
  readonly from: Surroundings;
  readonly ofProfiles: ReadonlyMap<
    ProfileId,
    { readonly profile: Profile; readonly print: ProfileBlueprint }
  >;
  readonly ofParts: ReadonlyMap<PartId, SwitchBlueprint>;
}

/** Nodes and switches with their ports, as far as they are there without any cable. */
export interface Layout extends Places {
  readonly prints: Prints;
  /** Those whose ports are laid out anew, free of cables. */
  readonly anew: ReadonlySet<NodeId | SwitchId>;
  /** True when a device stands in another rack than before. */
  readonly moved: boolean;
}

interface Surroundings {
  readonly catalog: Catalog;
  readonly fabric: FabricPolicy;
  /** In the order of the plan. */
  readonly networks: ReadonlyMap<NetworkId, Network>;
}

/** Lays out what the design has; devices whose ports are as before are taken over with their cables in. */
export function layOut(
  design: Design,
  surroundings: Surroundings,
  before: (Places & Pick<Layout, 'prints'>) | null,
): Layout {
  const book = createPartBook(surroundings.catalog);
  const anew = new Set<NodeId | SwitchId>();
  let moved = false;
  const sameSurroundings = before !== null && isSame(before.prints.from, surroundings);
  const profiles = new Map<ProfileId, { readonly profile: Profile; readonly print: ProfileBlueprint }>();
  for (const profile of design.profiles.values()) {
    const old = before?.prints.ofProfiles.get(profile.id);
    const same = sameSurroundings && old?.profile === profile ? old : null;
    profiles.set(profile.id, same ?? { profile, print: keep(old?.print, printOf(profile)) });
  }

  const nodes = new Map<NodeId, NodeDraft>();
  for (const record of design.nodes.values()) {
    const { print } = must(profiles.get(record.profileId), `profile ${record.profileId}`);
    const old = before?.nodes.get(record.id);
    if (old?.record.rackId !== record.rackId) moved = true;
    if (old?.print === print && old.record.name === record.name) {
      nodes.set(record.id, old.record === record ? old : { ...old, record });
      continue;
    }
    nodes.set(record.id, expandNode(record, print));
    anew.add(record.id);
  }

  const parts = new Map<PartId, SwitchBlueprint>();
  const switches = new Map<SwitchId, SwitchDraft>();
  for (const record of design.switches.values()) {
    const print = switchPrintOf(record.partId, record.id);
    const old = before?.switches.get(record.id);
    if (old?.record.rackId !== record.rackId) moved = true;
    if (old?.print === print && old.record.name === record.name && old.record.partId === record.partId) {
      switches.set(record.id, old.record === record ? old : { ...old, record });
      continue;
    }
    switches.set(record.id, expandSwitch(record, print));
    anew.add(record.id);
  }
  return {
    nodes,
    switches,
    anew,
    moved,
    prints: { from: surroundings, ofProfiles: profiles, ofParts: parts },
  };

  function printOf(profile: Profile): ProfileBlueprint {
    return buildBlueprint(profile, book, surroundings.fabric, surroundings.networks);
  }

  function switchPrintOf(partId: PartId, id: SwitchId): SwitchBlueprint | null {
    const known = parts.get(partId);
    if (known) return known;
    const part = book.switch(partId, id);
    if (!part) return null;
    const old = before?.prints.ofParts.get(partId);
    const print = old?.part === part ? old : buildSwitchBlueprint(part);
    parts.set(partId, print);
    return print;
  }
}

function isSame(a: Surroundings, b: Surroundings): boolean {
  return a.catalog === b.catalog && a.fabric === b.fabric && a.networks === b.networks;
}
