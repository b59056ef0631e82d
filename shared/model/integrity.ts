import type { Design, RecordOf, TableName } from './design.ts';
import { stableJson } from '../lib/stable-json.ts';
import type { Link, LinkEnd } from './link.ts';
import type { Profile } from './profile.ts';

/** A record that names another one which is not there, with its place in the file. */
export interface BrokenReference {
  /** For example `nodes/fs01/profileId`. */
  readonly path: string;
  /** What the record names, in words. */
  readonly names: string;
}

/** Ids of these tables name subjects of findings and items of the drawing: no two records share one. */
const TABLES_OF_ONE_NAMESPACE = [
  'networks',
  'clusters',
  'racks',
  'profiles',
  'nodes',
  'switches',
  'links',
] as const;

/**
 * Checks every reference between records. Parts are not among them: a product that is not known is a finding.
 * Returns all broken references in file order; an empty list means the design is whole.
 */
export function checkIntegrity(design: Design): BrokenReference[] {
  const broken: BrokenReference[] = [];
  const expect = (found: boolean, path: string, names: string) => {
    if (!found) broken.push({ path, names });
  };
  expect(design.project.size === 1, 'project', 'the project details');
  expect(design.fabric.size === 1, 'fabric', 'the fabric policy');
  expect(design.cabling.size === 1, 'cabling', 'the lengths of cables');
  const owners = new Map<string, TableName>();
  for (const table of TABLES_OF_ONE_NAMESPACE) {
    for (const id of design[table].keys()) {
      expect(!owners.has(id), `${table}/${id}`, `an id that ${owners.get(id) ?? ''} uses as well`);
      owners.set(id, table);
    }
  }
  for (const node of design.nodes.values()) {
    expect(design.clusters.has(node.clusterId), `nodes/${node.id}/clusterId`, `cluster "${node.clusterId}"`);
    expect(design.profiles.has(node.profileId), `nodes/${node.id}/profileId`, `profile "${node.profileId}"`);
    checkRack(node.rackId, `nodes/${node.id}/rackId`, design, expect);
  }
  for (const item of design.switches.values()) {
    checkRack(item.rackId, `switches/${item.id}/rackId`, design, expect);
  }
  for (const profile of design.profiles.values()) checkProfile(profile, design, expect);
  for (const link of design.links.values()) {
    checkEnd(link.a, `links/${link.id}/a`, design, expect);
    checkEnd(link.b, `links/${link.id}/b`, design, expect);
  }
  checkBreakouts(design, expect);
  for (const { id } of design.placements.values()) {
    expect(isDevice(design, id), `placements/${id}`, `node or switch "${id}"`);
  }
  for (const { pairs } of design.cabling.values()) {
    pairs.forEach((pair, i) => {
      for (const end of ['a', 'b'] as const) {
        expect(isDevice(design, pair[end]), `cabling/pairs/${i}/${end}`, `node or switch "${pair[end]}"`);
      }
    });
  }
  return broken;
}

function isDevice(design: Design, id: string): boolean {
  return (
    design.nodes.has(id as RecordOf<'nodes'>['id']) || design.switches.has(id as RecordOf<'switches'>['id'])
  );
}

function checkRack(rackId: RecordOf<'racks'>['id'] | null, at: string, design: Design, expect: Expect): void {
  expect(rackId === null || design.racks.has(rackId), at, `rack "${rackId ?? ''}"`);
}

/** Lanes of one breakout cable leave one switch port, agree in what the cable is, and each is there once. */
function checkBreakouts(design: Design, expect: Expect): void {
  const first = new Map<string, Link>();
  const lanes = new Set<string>();
  for (const link of design.links.values()) {
    const { breakout } = link;
    if (!breakout) continue;
    const at = `links/${link.id}/breakout`;
    const lane = `${breakout.id} ${breakout.lane}`;
    expect(link.b.kind === 'switch', at, 'a switch port as the end that is split');
    expect(breakout.lane <= breakout.ways, `${at}/lane`, `lane ${breakout.lane} of ${breakout.ways}`);
    expect(!lanes.has(lane), `${at}/lane`, `lane ${breakout.lane} a second time`);
    lanes.add(lane);
    const other = first.get(breakout.id);
    if (!other) first.set(breakout.id, link);
    else expect(sameCable(other, link), at, `a cable that is not the same as in lane "${other.id}"`);
  }
}

function sameCable(one: Link, other: Link): boolean {
  return (
    stableJson(one.b) === stableJson(other.b) &&
    one.breakout?.ways === other.breakout?.ways &&
    one.lengthM === other.lengthM &&
    one.medium === other.medium &&
    one.cableId === other.cableId
  );
}

type Expect = (found: boolean, path: string, names: string) => void;

function checkProfile(profile: Profile, design: Design, expect: Expect): void {
  const at = `profiles/${profile.id}`;
  const slots = new Set<string>();
  profile.adapters.forEach((adapter, i) => {
    expect(!slots.has(adapter.slot), `${at}/adapters/${i}/slot`, `slot "${adapter.slot}" a second time`);
    slots.add(adapter.slot);
    const ports = new Set<number>();
    adapter.ports.forEach((port, j) => {
      expect(!ports.has(port.port), `${at}/adapters/${i}/ports/${j}/port`, `port ${port.port} a second time`);
      ports.add(port.port);
      const known = port.networkId === null || design.networks.has(port.networkId);
      expect(known, `${at}/adapters/${i}/ports/${j}/networkId`, `network "${port.networkId ?? ''}"`);
    });
  });
  const teams = new Set<string>();
  profile.teams.forEach((team, i) => {
    expect(!teams.has(team.name), `${at}/teams/${i}/name`, `team "${team.name}" a second time`);
    teams.add(team.name);
    for (const list of ['members', 'standby'] as const) {
      team[list].forEach((member, j) =>
        expect(slots.has(member.slot), `${at}/teams/${i}/${list}/${j}`, `slot "${member.slot}"`),
      );
    }
  });
  const names = new Set<string>();
  profile.vnics.forEach((vnic, i) => {
    expect(!names.has(vnic.name), `${at}/vnics/${i}/name`, `virtual adapter "${vnic.name}" a second time`);
    names.add(vnic.name);
    expect(teams.has(vnic.team), `${at}/vnics/${i}/team`, `team "${vnic.team}"`);
    expect(design.networks.has(vnic.networkId), `${at}/vnics/${i}/networkId`, `network "${vnic.networkId}"`);
    const mapped = vnic.mappedTo;
    expect(
      mapped === null || slots.has(mapped.slot),
      `${at}/vnics/${i}/mappedTo`,
      `slot "${mapped?.slot ?? ''}"`,
    );
  });
}

function checkEnd(end: LinkEnd, at: string, design: Design, expect: Expect): void {
  if (end.kind === 'switch') {
    expect(design.switches.has(end.switchId), `${at}/switchId`, `switch "${end.switchId}"`);
    return;
  }
  const node = design.nodes.get(end.nodeId);
  expect(node !== undefined, `${at}/nodeId`, `node "${end.nodeId}"`);
  const profile = node && design.profiles.get(node.profileId);
  if (profile) {
    const known = profile.adapters.some((adapter) => adapter.slot === end.slot);
    expect(known, `${at}/slot`, `slot "${end.slot}" of profile "${profile.id}"`);
  }
}
