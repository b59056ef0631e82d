import type { AdapterPart, RdmaProtocol } from '../catalog/types.ts';
import { must } from '../lib/assert.ts';
import { nameRanges } from '../lib/name-ranges.ts';
import { withRecords, type AdapterSlot, type PortRef, type Profile } from '../model/index.ts';
import { ask, count, type SwapDraft } from './draft.ts';
import type { NodeGroup } from './groups.ts';
import { linksBySlotPort, moveNodePorts, moveProfilePorts } from './port-refs.ts';

/** Puts a card of another model into the slots of a group: ports first, then what is set on the card. */
export function swapAdapters(draft: SwapDraft, group: NodeGroup, part: AdapterPart): void {
  for (const slot of group.slots) {
    const links = linksBySlotPort(draft.design, group, slot);
    for (const ids of links.values()) ids.forEach((linkId) => draft.touched.add(linkId));
    moveGonePorts(draft, group, slot, part, links);
    editSlot(draft, group, slot, (adapter) => {
      const settled = settle(draft, group, { ...adapter, partId: part.id }, part);
      return settleSpeeds(draft, group, settled, part);
    });
    forgetHardwareAddresses(draft, group, slot);
  }
}

/** `slot 2 of FS01-FS04`. */
function place(draft: SwapDraft, group: NodeGroup, slot: string): string {
  const names = group.nodeIds.map((nodeId) => must(draft.before.nodes.get(nodeId), 'a node').name);
  return `slot ${slot} of ${nameRanges(names, 3)}`;
}

function profileOf(draft: SwapDraft, group: NodeGroup): Profile {
  return must(draft.design.profiles.get(group.profileId), `profile ${group.profileId}`);
}

function editSlot(
  draft: SwapDraft,
  group: NodeGroup,
  slot: string,
  change: (adapter: AdapterSlot) => AdapterSlot,
): void {
  const profile = profileOf(draft, group);
  const adapters = profile.adapters.map((adapter) => (adapter.slot === slot ? change(adapter) : adapter));
  draft.design = withRecords(draft.design, 'profiles', [{ ...profile, adapters }]);
}

/** Ports of a slot that something uses: a name, a network, a fixed speed, a team, a virtual adapter or a cable. */
function usesOf(profile: Profile, slot: string): ReadonlyMap<number, readonly string[]> {
  const uses = new Map<number, string[]>();
  const note = (port: number, what: string): void => void uses.set(port, [...(uses.get(port) ?? []), what]);
  for (const use of profile.adapters.find((adapter) => adapter.slot === slot)?.ports ?? []) {
    if (use.networkId !== null) note(use.port, 'a network');
    else if (use.name !== null || use.speedGbps !== null) note(use.port, 'settings');
  }
  const here = (ref: PortRef): boolean => ref.slot === slot;
  for (const team of profile.teams) {
    for (const ref of [...team.members, ...team.standby].filter(here))
      note(ref.port, `a place in team ${team.name}`);
  }
  for (const { name, mappedTo } of profile.vnics)
    if (mappedTo && here(mappedTo)) note(mappedTo.port, `virtual adapter ${name}`);
  return uses;
}

function moveGonePorts(
  draft: SwapDraft,
  group: NodeGroup,
  slot: string,
  part: AdapterPart,
  links: ReturnType<typeof linksBySlotPort>,
): void {
  const uses = usesOf(profileOf(draft, group), slot);
  const used = new Set([...uses.keys(), ...links.keys()]);
  const gone = [...used].filter((port) => port > part.ports).sort((a, b) => a - b);
  if (gone.length === 0) return;
  const free = Array.from({ length: part.ports }, (_, i) => i + 1).filter((port) => !used.has(port));
  const moves = new Map<number, number | null>();
  for (const port of gone) {
    const to = free.shift();
    const cables = links.get(port) ?? [];
    const carried = [
      ...(uses.get(port) ?? []),
      ...(cables.length > 0 ? [count(cables.length, 'cable')] : []),
    ];
    const chosen = ask(draft, {
      id: `port ${group.key}/${slot}/${port}`,
      topic: 'port',
      severity: 'fail',
      message: `Port ${port} in ${place(draft, group, slot)} is gone: the card has ${count(part.ports, 'port')}. It has ${carried.join(', ')}.`,
      subjects: [...cables, ...group.nodeIds],
      choices: [
        ...(to === undefined ? [] : [{ id: 'move', label: `Move to port ${to}, which is free` }]),
        {
          id: 'drop',
          label:
            cables.length > 0
              ? `Remove ${count(cables.length, 'cable')} and the settings`
              : 'Drop the settings',
        },
        { id: 'keep', label: 'Leave as drawn, to be put right later' },
      ],
      recommended: to === undefined ? 'drop' : 'move',
      ask: true,
    });
    if (chosen === 'move' && to !== undefined) moves.set(port, to);
    else if (chosen === 'drop') moves.set(port, null);
    else cables.forEach((linkId) => draft.explained.add(linkId));
  }
  const move = (ref: PortRef): PortRef | null => {
    const to = ref.slot === slot ? moves.get(ref.port) : undefined;
    if (to === undefined) return ref;
    return to === null ? null : { slot: ref.slot, port: to };
  };
  draft.design = withRecords(draft.design, 'profiles', [moveProfilePorts(profileOf(draft, group), move)]);
  moveNodePorts(draft, group, move);
}

/** Protocols from the one most like another to the least. */
const NEAREST: Readonly<Record<RdmaProtocol, readonly RdmaProtocol[]>> = {
  RoCEv2: ['RoCEv2', 'RoCEv1', 'iWARP'],
  RoCEv1: ['RoCEv1', 'RoCEv2', 'iWARP'],
  iWARP: ['iWARP', 'RoCEv2', 'RoCEv1'],
};

function settle(draft: SwapDraft, group: NodeGroup, adapter: AdapterSlot, part: AdapterPart): AdapterSlot {
  const protocol = settleProtocol(draft, group, adapter, part);
  const versions = [adapter.firmware, adapter.driver].filter((text) => text !== null);
  if (versions.length === 0) return { ...adapter, protocol };
  const chosen = ask(draft, {
    id: `versions ${group.key}/${adapter.slot}`,
    topic: 'setting',
    severity: 'info',
    message: `Firmware and driver (${versions.join(', ')}) in ${place(draft, group, adapter.slot)} are those of the old card.`,
    subjects: group.nodeIds,
    choices: [
      { id: 'forget', label: 'Forget them' },
      { id: 'keep', label: 'Keep them' },
    ],
    recommended: 'forget',
    ask: false,
  });
  return chosen === 'forget'
    ? { ...adapter, protocol, firmware: null, driver: null }
    : { ...adapter, protocol };
}

function settleProtocol(
  draft: SwapDraft,
  group: NodeGroup,
  { protocol, slot }: AdapterSlot,
  part: AdapterPart,
): RdmaProtocol | null {
  if (protocol === null || part.rdma.includes(protocol)) return protocol;
  const offered = NEAREST[protocol].filter((other) => part.rdma.includes(other));
  const chosen = ask(draft, {
    id: `protocol ${group.key}/${slot}`,
    topic: 'setting',
    severity: offered.length > 0 ? 'warn' : 'fail',
    message: `${protocol} in ${place(draft, group, slot)} is not spoken by the new card: it has ${offered.length > 0 ? offered.join(' and ') : 'no RDMA'}.`,
    subjects: group.nodeIds,
    choices: [
      ...offered.map((other) => ({ id: other, label: `Use ${other}` })),
      { id: 'off', label: 'Switch RDMA off' },
    ],
    recommended: offered[0] ?? 'off',
    ask: false,
  });
  return offered.find((other) => other === chosen) ?? null;
}

/** A speed fixed on a port may be one the new card lacks, or one that holds it back. */
function settleSpeeds(
  draft: SwapDraft,
  group: NodeGroup,
  adapter: AdapterSlot,
  part: AdapterPart,
): AdapterSlot {
  const greatest = must(part.speedsGbps.at(-1), 'a speed');
  const ports = adapter.ports.map((use) => {
    const fixed = use.speedGbps;
    if (fixed === null || fixed === greatest || use.port > part.ports) return use;
    const known = part.speedsGbps.includes(fixed);
    const chosen = ask(draft, {
      id: `speed ${group.key}/${adapter.slot}/${use.port}`,
      topic: 'setting',
      severity: known ? 'info' : 'warn',
      message: `Port ${use.port} in ${place(draft, group, adapter.slot)} is fixed at ${fixed} Gb/s; the new card ${known ? `goes up to ${greatest}` : `runs at ${part.speedsGbps.join(', ')}`} Gb/s.`,
      subjects: group.nodeIds,
      choices: [
        { id: 'automatic', label: 'Take the greatest both ends share' },
        { id: 'keep', label: `Stay at ${fixed} Gb/s` },
      ],
      recommended: known ? 'keep' : 'automatic',
      ask: false,
    });
    return chosen === 'automatic' ? { ...use, speedGbps: null } : use;
  });
  return { ...adapter, ports };
}

function forgetHardwareAddresses(draft: SwapDraft, group: NodeGroup, slot: string): void {
  const nodes = group.nodeIds.map((nodeId) => must(draft.design.nodes.get(nodeId), 'a node'));
  const old = nodes.reduce((sum, { macs }) => sum + macs.filter((entry) => entry.slot === slot).length, 0);
  if (old === 0) return;
  const chosen = ask(draft, {
    id: `macs ${group.key}/${slot}`,
    topic: 'setting',
    severity: 'warn',
    message: `${count(old, 'hardware address', 'hardware addresses')} in ${place(draft, group, slot)} ${old === 1 ? 'is that of an old card' : 'are those of the old cards'}.`,
    subjects: group.nodeIds,
    choices: [
      { id: 'forget', label: 'Forget them' },
      { id: 'keep', label: 'Keep them' },
    ],
    recommended: 'forget',
    ask: false,
  });
  if (chosen !== 'forget') return;
  draft.design = withRecords(
    draft.design,
    'nodes',
    nodes
      .filter(({ macs }) => macs.some((entry) => entry.slot === slot))
      .map((node) => ({ ...node, macs: node.macs.filter((entry) => entry.slot !== slot) })),
  );
}
