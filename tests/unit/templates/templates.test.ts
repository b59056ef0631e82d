import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adapterPart, catalog, switchPart } from '../../../shared/catalog/index.ts';
import { TABLES, TABLE_NAMES, checkIntegrity, type Design } from '../../../shared/model/index.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { templateById, templates } from '../../../shared/templates/index.ts';
import { SOURCE } from '../../../shared/templates/sources.ts';

const FOLDER = join(import.meta.dirname, '../../../shared/templates');
/** Files of the folder that are no templates but what templates are made of. */
const PARTS = ['converged.ts', 'define.ts', 'index.ts', 'records.ts', 'sources.ts', 'two-computers.ts'];

describe('the list of templates', () => {
  it('holds the nine of the product, in the order of the gallery', () => {
    expect(templates.map(({ id }) => id)).toEqual([
      'two-node-10g',
      'eight-node-dual-10g',
      'two-node-40g',
      'ten-node-two-40g',
      'set-25g',
      'set-100g',
      'switchless-2-node',
      'switchless-3-node',
      'dedicated-2012r2',
    ]);
  });

  it('holds each file of the folder, named by its id', () => {
    const files = readdirSync(FOLDER).filter((file) => !PARTS.includes(file));
    expect(files.sort()).toEqual(templates.map(({ id }) => `${id}.ts`).sort());
  });

  it('finds a template by id and nothing by another name', () => {
    expect(templateById('eight-node-dual-10g')?.name).toBe('Eight computers, dual 10 GbE');
    expect(templateById('eight-node')).toBeNull();
  });

  it('tells them apart by name, in one sentence each, with the page they follow', () => {
    expect(new Set(templates.map(({ name }) => name)).size).toBe(templates.length);
    for (const { summary, source } of templates) {
      expect(summary).toMatch(/^[^.]+\.$/);
      expect(Object.values(SOURCE)).toContain(source);
    }
  });
});

/** All parts a design names. */
function namedParts(design: Design) {
  return [
    ...[...design.profiles.values()].flatMap((profile) => [
      profile.serverId,
      ...profile.adapters.map((card) => card.partId),
    ]),
    ...[...design.switches.values()].map((entry) => entry.partId),
  ];
}

describe.each(templates)('template $id', (template) => {
  const design = template.build();
  const profiles = [...design.profiles.values()];
  const links = [...design.links.values()];

  it('refers only to what it holds', () => {
    expect(checkIntegrity(design)).toEqual([]);
  });

  it('survives its schemas unchanged', () => {
    for (const table of TABLE_NAMES) {
      for (const record of design[table].values()) expect(TABLES[table].parse(record), table).toEqual(record);
    }
  });

  it('is the same on every call', () => {
    expect(template.build()).toEqual(design);
    expect(template.build()).not.toBe(design);
  });

  it('names only products of the catalog and embeds none', () => {
    expect(namedParts(design).filter((part) => !catalog.byId.has(part))).toEqual([]);
    expect(design.parts.size).toBe(0);
  });

  it('uses the protocol and the port speeds its cards have, and each end once', () => {
    for (const slot of profiles.flatMap((profile) => profile.adapters)) {
      const card = adapterPart(catalog, slot.partId);
      if (slot.protocol !== null) expect(card?.rdma).toContain(slot.protocol);
      expect(slot.ports.map(({ port }) => port)).toEqual(
        Array.from({ length: card?.ports ?? 0 }, (_, i) => i + 1),
      );
      for (const { speedGbps } of slot.ports)
        if (speedGbps !== null) expect(card?.speedsGbps).toContain(speedGbps);
    }
    const ends = links.flatMap(({ a, b }) => [a, b]).map((end) => JSON.stringify(end));
    expect(new Set(ends).size).toBe(ends.length);
  });

  it('ends cables on ports the switches have', () => {
    for (const end of links.flatMap(({ a, b }) => [a, b])) {
      if (end.kind === 'node') continue;
      const record = design.switches.get(end.switchId);
      const names = record && switchPart(catalog, record.partId)?.portGroups.flatMap((group) => group.names);
      expect(names).toContain(end.port);
    }
  });

  it('cables every port of every card, over one to three metres', () => {
    const ports = [...design.nodes.values()].flatMap((node) => {
      const slots = design.profiles.get(node.profileId)?.adapters ?? [];
      return slots.flatMap((slot) => slot.ports.map(({ port }) => `${node.id}/${slot.slot}/${port}`));
    });
    const cabled = links.flatMap(({ a, b }) =>
      [a, b].flatMap((end) => (end.kind === 'node' ? [`${end.nodeId}/${end.slot}/${end.port}`] : [])),
    );
    expect(cabled.sort()).toEqual(ports.sort());
    for (const link of links) {
      expect(link.lengthM).toBeGreaterThanOrEqual(1);
      expect(link.lengthM).toBeLessThanOrEqual(3);
    }
  });

  it('gives each storage network a VLAN and a subnet of its own, without gateway', () => {
    const storage = [...design.networks.values()].filter(({ purpose }) => purpose === 'storage');
    expect(storage.length).toBeGreaterThan(0);
    for (const { vlan, gateway, dns } of storage) {
      expect(vlan).toBeGreaterThanOrEqual(1);
      expect({ gateway, dns }).toEqual({ gateway: null, dns: [] });
    }
    expect(new Set(storage.map(({ vlan }) => vlan)).size).toBe(storage.length);
    expect(new Set(storage.map(({ subnet }) => subnet)).size).toBe(storage.length);
  });

  it('reserves 2 % for the cluster up to 10 Gb/s and 1 % above', () => {
    const rdma = profiles.flatMap((profile) => profile.adapters).filter(({ protocol }) => protocol !== null);
    const speeds = rdma.map((slot) => adapterPart(catalog, slot.partId)?.speedsGbps.at(-1) ?? 0);
    expect(computePlan(design, catalog).fabric.clusterShare).toBe(Math.max(...speeds) <= 10 ? 2 : 1);
  });

  it('leaves all places to the drawing', () => {
    expect(design.placements.size).toBe(0);
  });
});

describe('what single templates promise', () => {
  const build = (id: string) => templateById(id)?.build() as Design;

  it.each(['set-25g', 'set-100g'])(
    '%s maps one SMB adapter to each member of its SET team, a storage network per switch',
    (id) => {
      const design = build(id);
      for (const profile of design.profiles.values()) {
        const [team, ...others] = profile.teams;
        expect(others).toEqual([]);
        expect(team).toMatchObject({
          kind: 'set',
          mode: 'SwitchIndependent',
          loadBalancing: 'HyperVPort',
          standby: [],
        });
        const smb = profile.vnics.filter(({ rdma }) => rdma);
        expect(smb.map(({ mappedTo }) => mappedTo)).toEqual(team?.members);
        expect(smb.every(({ priorityTag }) => priorityTag)).toBe(true);
        expect(new Set(smb.map(({ networkId }) => networkId)).size).toBe(smb.length);
        expect(profile.vnics.filter(({ rdma }) => !rdma).map(({ name }) => name)).toEqual(['Mgmt']);
        expect(profile.adapters.flatMap(({ ports }) => ports.map(({ networkId }) => networkId))).toEqual([
          null,
          null,
        ]);
      }
      const vlans = [...design.switches.values()].map(({ overrides }) => overrides.vlans);
      expect(vlans).toEqual([
        [10, 711, 712],
        [10, 711, 712],
      ]);
    },
  );

  it('switchless templates give each pair of nodes two cables, each a network both its ends are in', () => {
    for (const id of ['switchless-2-node', 'switchless-3-node']) {
      const design = build(id);
      const pairs = new Map<string, Set<string>>();
      const networkOf = (end: { nodeId: never; slot: string; port: number }) => {
        const profile = design.profiles.get(design.nodes.get(end.nodeId)?.profileId as never);
        const slot = profile?.adapters.find((card) => card.slot === end.slot);
        return slot?.ports.find(({ port }) => port === end.port)?.networkId;
      };
      for (const { a, b } of design.links.values()) {
        if (a.kind !== 'node' || b.kind !== 'node') throw new Error('a switchless template has no switch');
        const network = networkOf(a as never);
        expect(network).toBe(networkOf(b as never));
        const pair = [a.nodeId, b.nodeId].sort().join(' ');
        pairs.set(pair, (pairs.get(pair) ?? new Set()).add(network as string));
      }
      const count = design.nodes.size;
      expect(pairs.size).toBe((count * (count - 1)) / 2);
      for (const networks of pairs.values()) expect(networks.size).toBe(2);
    }
  });

  it('dedicated-2012r2 keeps the RDMA card out of the LBFO team', () => {
    for (const profile of build('dedicated-2012r2').profiles.values()) {
      const teamed = new Set(profile.teams.flatMap(({ members }) => members.map(({ slot }) => slot)));
      expect(profile.os).toBe('2012r2');
      expect(profile.teams.map(({ kind }) => kind)).toEqual(['lbfo']);
      for (const slot of profile.adapters) expect(teamed.has(slot.slot)).toBe(slot.protocol === null);
    }
  });
});
