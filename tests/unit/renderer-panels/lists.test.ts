import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { applyCommand, type CommandId, type CommandPayload } from '../../../shared/commands/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import type { Design } from '../../../shared/model/index.ts';
import { computeOutcome } from '../../../shared/outcome.ts';
import { computePlan, type Plan } from '../../../shared/plan/index.ts';
import { templateById } from '../../../shared/templates/index.ts';
import { firstScope, scopesOf } from '../../../src-renderer/dialogs/swap/scopes.ts';
import { findingChanges, summaryOf } from '../../../src-renderer/dialogs/swap/summary.ts';
import { addressGroups, addressRows, capacityOf } from '../../../src-renderer/panels/address-rows.ts';
import { parseEnd, recordEnd } from '../../../src-renderer/panels/cable-ends.ts';
import { deviceGroups } from '../../../src-renderer/panels/device-rows.ts';
import { filterRows } from '../../../src-renderer/panels/table.ts';
import { swapTargets } from '../../../src-renderer/state/swap-targets.ts';

function designOf(template: string): Design {
  return must(templateById(template), template).build();
}

function after<C extends CommandId>(design: Design, id: C, payload: CommandPayload<C>): Design {
  let made = 0;
  const result = applyCommand(design, id, payload, { newId: (prefix) => `${prefix}-${++made}` });
  if (!result.ok) throw new Error(result.error);
  return result.value.design;
}

function planOf(design: Design): Plan {
  return computePlan(design, catalog);
}

describe('the address plan', () => {
  const design = designOf('eight-node-dual-10g');

  it('lists every interface under its network, with what is taken', () => {
    const groups = addressGroups(planOf(design), null);
    expect(groups.map(({ rows, note }) => [rows.length, note])).toEqual([
      [8, '8 of 244 from .11 on'],
      [8, '8 of 244 from .11 on'],
    ]);
    expect(addressGroups(planOf(design), 'net-711').map(({ id }) => id)).toEqual(['net-711']);
  });

  it('counts the room of a subnet from its first host', () => {
    const network = must(design.networks.get('net-711' as never), 'network');
    expect(capacityOf({ ...network, subnet: '10.0.0.0/28', firstHost: 3 }, 2)).toEqual({ size: 12, used: 2 });
    expect(capacityOf({ ...network, subnet: null }, 2)).toBeNull();
  });

  it('tells collisions at both ends, and what would be right outside of the subnet', () => {
    const plan = planOf(design);
    const [first, second] = addressRows(plan).filter(({ endpoint }) => endpoint.network.id === 'net-711');
    const pins = (address: string) => [
      { nodeId: must(first, 'a row').endpoint.nodeId, endpoint: must(first, 'a row').endpoint.key, address },
    ];
    const elsewhere = addressRows(planOf(after(design, 'pin-addresses', { pins: pins('10.99.0.5') })));
    expect(elsewhere.filter(({ problem }) => problem !== '').map(({ problem }) => problem)).toEqual([
      'outside of 10.71.1.0/24: 10.71.1.1 to 10.71.1.254 would be right',
    ]);
    const taken = must(must(second, 'a second row').endpoint.address, 'an address');
    const twice = after(after(design, 'pin-addresses', { pins: pins(taken) }), 'pin-addresses', {
      pins: [
        {
          nodeId: must(second, 'a row').endpoint.nodeId,
          endpoint: must(second, 'a row').endpoint.key,
          address: taken,
        },
      ],
    });
    const problems = addressRows(planOf(twice)).filter(({ problem }) => problem !== '');
    expect(problems).toHaveLength(2);
    expect(problems[0]?.problem).toContain(`also used by`);
  });

  it('a released address is automatic again', () => {
    const [row] = addressRows(planOf(design));
    const { nodeId, key } = must(row, 'a row').endpoint;
    const pinned = after(design, 'pin-addresses', {
      pins: [{ nodeId, endpoint: key, address: '10.71.1.200' }],
    });
    const released = after(pinned, 'pin-addresses', { pins: [{ nodeId, endpoint: key, address: null }] });
    expect(released.nodes.get(nodeId)).toEqual(design.nodes.get(nodeId));
  });
});

describe('networks', () => {
  it('follow the ones there are when nothing is said of them', () => {
    const design = designOf('eight-node-dual-10g');
    const added = [...after(design, 'add-network', { network: {} }).networks.values()];
    expect(added.find(({ id }) => !design.networks.has(id))).toMatchObject({
      name: 'Storage C',
      vlan: 713,
      subnet: '10.71.3.0/24',
    });
    const management = after(design, 'add-network', { network: { purpose: 'management' } });
    expect([...management.networks.values()].find(({ purpose }) => purpose === 'management')).toMatchObject({
      name: 'Management',
      vlan: 10,
    });
  });

  it('leave ports, virtual adapters and pins when they are removed', () => {
    const design = designOf('set-25g');
    const removed = after(design, 'remove-network', { id: 'net-711' as never });
    expect(removed.networks.size).toBe(design.networks.size - 1);
    const [profile] = [...removed.profiles.values()];
    expect(profile?.vnics.map(({ name }) => name)).toEqual(['Mgmt', 'SMB2']);
  });
});

describe('racks', () => {
  const racked = (): Design => {
    const design = designOf('eight-node-dual-10g');
    const racks = [
      ['r1', 'Near', 1],
      ['r2', 'Next', 2],
      ['r3', 'Far', 9],
    ].map(([id, name, position]) => [id, { id, name, position }] as const);
    return { ...design, racks: new Map(racks) } as unknown as Design;
  };

  it('give the lengths of cables that have none of their own, by their distance', () => {
    let design = racked();
    design = after(design, 'edit-links', { ids: [...design.links.keys()], changes: { lengthM: null } });
    design = after(design, 'assign-rack', { ids: ['tor1', 'fs01'], rackId: 'r1' as never });
    design = after(design, 'assign-rack', { ids: ['hv01'], rackId: 'r2' as never });
    design = after(design, 'assign-rack', { ids: ['hv02'], rackId: 'r3' as never });
    const lengths = new Map(planOf(design).links.map(({ a, lengthM }) => [a.ownerId, lengthM]));
    // Same rack 2 m, the next 5 m, eight places away 5 m and seven times 2 m, without a rack 3 m.
    expect(['fs01', 'hv01', 'hv02', 'hv03'].map((id) => lengths.get(id as never))).toEqual([2, 5, 19, 3]);
  });

  it('swap places and keep the gaps of the row', () => {
    const ordered = after(racked(), 'order-racks', { ids: ['r3', 'r1', 'r2'] as never[] });
    expect([...ordered.racks.values()].map(({ name, position }) => `${name} ${position}`)).toEqual([
      'Near 2',
      'Next 9',
      'Far 1',
    ]);
  });

  it('are counted when they are added', () => {
    const design = after(racked(), 'add-rack', {});
    expect(
      [...design.racks.values()].find(({ id }) => !id.startsWith('r1') && id.startsWith('rack')),
    ).toMatchObject({
      name: 'Rack 4',
      position: 10,
    });
  });

  it('let go of what stands in them when they are removed', () => {
    const design = after(designOf('eight-node-dual-10g'), 'add-rack', {});
    const [rack] = [...design.racks.values()];
    const id = must(rack, 'a rack').id;
    const standing = after(design, 'assign-rack', {
      ids: [...design.nodes.keys(), ...design.switches.keys()],
      rackId: id,
    });
    expect(planOf(standing).nodes.every(({ record }) => record.rackId === id)).toBe(true);
    const removed = after(standing, 'remove-rack', { id });
    expect(
      [...removed.nodes.values(), ...removed.switches.values()].every(({ rackId }) => rackId === null),
    ).toBe(true);
  });

  it('a length by pair or racks shows at once in the plan', () => {
    let design = designOf('eight-node-dual-10g');
    design = after(design, 'edit-links', { ids: [...design.links.keys()], changes: { lengthM: null } });
    expect(new Set(planOf(design).links.map(({ lengthM }) => lengthM))).toEqual(new Set([3]));
    design = after(design, 'edit-cabling', { changes: { noRackM: 7 } });
    expect(new Set(planOf(design).links.map(({ lengthM }) => lengthM))).toEqual(new Set([7]));
    design = after(design, 'set-pair-length', { a: 'fs01' as never, b: 'tor1' as never, lengthM: 9 });
    const paired = planOf(design).links.filter(({ lengthFrom }) => lengthFrom === 'pair');
    expect(paired.map(({ lengthM }) => lengthM)).toEqual([9, 9]);
    const dropped = after(design, 'set-pair-length', {
      a: 'tor1' as never,
      b: 'fs01' as never,
      lengthM: null,
    });
    expect(planOf(dropped).links.every(({ lengthM }) => lengthM === 7)).toBe(true);
  });
});

describe('the list of devices', () => {
  it('has nodes under their clusters and switches apart, and finds by any word', () => {
    const design = designOf('eight-node-dual-10g');
    const { plan, findings } = computeOutcome(design, catalog);
    const groups = deviceGroups(design, plan, findings);
    expect(groups.map(({ label, rows }) => [label, rows.length])).toEqual([
      ['SOFS-CL1, File server', 2],
      ['HV-CL1, Hyper-V', 6],
      ['Switches', 1],
    ]);
    const rows = groups.flatMap((group) => group.rows);
    const byName = [{ id: 'name', label: 'Name', value: ({ name }: (typeof rows)[number]) => name }];
    expect(filterRows(rows, byName, 'hv 03').map(({ name }) => name)).toEqual(['HV03']);
    expect(filterRows(rows, byName, '')).toBe(rows);
  });
});

describe('ends typed into the cable schedule', () => {
  const plan = planOf(designOf('eight-node-dual-10g'));
  const link = must(plan.links[0], 'a link');

  it('are found by name, by slot and port, or with the device in front', () => {
    expect(parseEnd(plan, link.a.ownerId, '2/2')).toEqual({
      ok: true,
      value: { kind: 'node', nodeId: link.a.ownerId, slot: '2', port: 2 },
    });
    expect(parseEnd(plan, link.b.ownerId, 'Ethernet1/1/20')).toMatchObject({
      ok: true,
      value: { port: 'ethernet1/1/20' },
    });
    expect(parseEnd(plan, link.a.ownerId, 'TOR1 ethernet1/1/20')).toMatchObject({
      ok: true,
      value: { kind: 'switch' },
    });
    const wrong = parseEnd(plan, link.b.ownerId, 'swp99');
    expect(wrong.ok ? '' : wrong.error).toMatch(/no port "swp99"; free are ethernet1\/1\/17/);
  });

  it('belong to the end of the record that stands on that side', () => {
    const turned = { ...link, record: { ...link.record, a: link.record.b, b: link.record.a } };
    expect([recordEnd(link, 'a'), recordEnd(link, 'b')]).toEqual(['a', 'b']);
    expect([recordEnd(turned, 'a'), recordEnd(turned, 'b')]).toEqual(['b', 'a']);
  });
});

describe('the swap dialog', () => {
  const design = designOf('ten-node-two-40g');
  const plan = planOf(design);

  it('begins with what is selected, or with the most frequent model', () => {
    expect(swapTargets(plan, new Set(), 'adapter')).toHaveLength(20);
    expect(swapTargets(plan, new Set([must(plan.adapters[3], 'adapter').id]), 'adapter')).toHaveLength(1);
    expect(swapTargets(plan, new Set([must(plan.nodes[0], 'node').id]), 'adapter')).toHaveLength(2);
    expect(swapTargets(plan, new Set(), 'switch')).toHaveLength(plan.switches.length);
    expect(swapTargets(plan, new Set([must(plan.clusters[0], 'cluster').record.id]), 'server')).toHaveLength(
      must(plan.clusters[0], 'cluster').nodes.length,
    );
  });

  it('offers the piece, its profile and its model, each once', () => {
    const adapter = must(plan.adapters[0], 'adapter');
    const scopes = scopesOf(plan, 'adapter', [adapter.id]);
    expect(scopes.map(({ id, ids }) => [id, ids.length])).toEqual([
      ['chosen', 1],
      ['profile', 2],
      ['model', 20],
    ]);
    expect(firstScope(scopes, 1)).toBe('profile');
    expect(
      scopesOf(
        plan,
        'adapter',
        plan.adapters.map(({ id }) => id),
      ),
    ).toHaveLength(1);
  });

  it('tells before and after in words and numbers', () => {
    const before = computeOutcome(design, catalog);
    expect(summaryOf(before, before).every(({ change }) => change === 'same')).toBe(true);
    expect(findingChanges(before, before)).toEqual([]);
    const fewer = computeOutcome(
      after(design, 'remove-items', { ids: [must(plan.links[0], 'link').id] }),
      catalog,
    );
    const rows = summaryOf(before, fewer);
    expect(rows.find(({ label }) => label === 'Cables')).toMatchObject({
      before: '20 x 40G',
      after: '19 x 40G',
    });
    expect(findingChanges(before, fewer).some(({ kind }) => kind === 'new')).toBe(true);
  });
});
