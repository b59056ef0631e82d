import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog, type Catalog } from '../../../shared/catalog/index.ts';
import { parseDesignFile, serializeDesign } from '../../../shared/file/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { id, type LinkId } from '../../../shared/lib/ids.ts';
import { withRecords, type Design, type LinkEnd } from '../../../shared/model/index.ts';
import {
  computeFreshPlan,
  computePlan,
  multichannelOf,
  type Plan,
  type PlanPort,
} from '../../../shared/plan/index.ts';
import { arbitraryDesign } from '../../support/arbitrary-design.ts';
import { aDesign } from '../../support/builders.ts';
import { arbitrarySmall, drawSmall, smallCatalog } from '../../support/small-design.ts';

function endOf({ owner, number, name, id: portId }: PlanPort): LinkEnd {
  if (owner.kind === 'switch') return { kind: 'switch', switchId: owner.switchId, port: name };
  return { kind: 'node', nodeId: owner.nodeId, slot: must(portId.split('/')[1], 'a slot'), port: number };
}

function withCable(design: Design, a: PlanPort, b: PlanPort): Design {
  const facts = { lengthM: 1, medium: 'auto', cableId: null, breakout: null } as const;
  return withRecords(design, 'links', [{ id: id<LinkId>('added'), a: endOf(a), b: endOf(b), ...facts }]);
}

/** The line speed SMB Multichannel works at on the owner of a port; null on a switch, which takes any. */
function classOf(plan: Plan, { owner }: PlanPort): number | null {
  if (owner.kind === 'switch') return null;
  const { adapters } = must(plan.nodeById.get(owner.nodeId), 'a node');
  return Math.max(
    0,
    ...adapters.flatMap(({ rdma, ports }) => (rdma ? ports.map(({ speedGbps }) => speedGbps ?? 0) : [])),
  );
}

/** Two random ports without a cable, one of a node. */
function pickPorts(plan: Plan, near: number, far: number): readonly [PlanPort, PlanPort] | null {
  const free = [...plan.portById.values()].filter((port) => port.linkIds.length === 0);
  const hosts = free.filter(({ owner }) => owner.kind === 'adapter');
  const from = near % 4 === 0 ? free : hosts;
  const [a, b] = [from[near % (from.length || 1)], free[far % (free.length || 1)]];
  return a && b && a !== b ? [a, b] : null;
}

describe('more cables and more speed', () => {
  it('a cable of the speed class in use never lowers the rate', () => {
    let [added, raised] = [0, 0];
    fc.assert(
      fc.property(arbitrarySmall(), fc.nat(1000), fc.nat(1000), (shape, near, far) => {
        const design = drawSmall(shape);
        const before = computePlan(design, smallCatalog);
        const ports = pickPorts(before, near, far);
        if (!ports) return;
        const after = computePlan(withCable(design, ...ports), smallCatalog);
        const { speedGbps } = must(after.linkById.get(id<LinkId>('added')), 'the cable');
        const fits = ports.every((port) => {
          const own = classOf(before, port);
          return own === null || own === 0 || own === speedGbps;
        });
        if (speedGbps === null || !fits) return;
        added += 1;
        expect(after.flow.rateGbps).toBeGreaterThan(before.flow.rateGbps - 1e-5);
        if (after.flow.rateGbps > before.flow.rateGbps + 1) raised += 1;
      }),
      { numRuns: 600 },
    );
    expect(added).toBeGreaterThan(150);
    expect(raised).toBeGreaterThan(30);
  });

  it('a faster cable may: then SMB Multichannel says which ports idle, and why', () => {
    const builder = aDesign()
      .network('a')
      .profile('p', [
        { part: 'nvidia-mcx314a-bcct', slot: '1', networks: ['a', 'a'], speeds: [40, 40] },
        { part: 'nvidia-mcx515a-ccat', slot: '2', lanes: 16, networks: ['a'], speeds: [50] },
      ])
      .cluster('FS', 'file-server', 'p', ['F1'])
      .cluster('HV', 'hyper-v', 'p', ['H1'])
      .link('F1/1/1', 'H1/1/1')
      .link('F1/1/2', 'H1/1/2');
    const before = computePlan(builder.build(), catalog);
    const after = computePlan(builder.link('F1/2/1', 'H1/2/1').build(), catalog);
    expect(after.flow.rateGbps).toBeLessThan(before.flow.rateGbps);
    const said = multichannelOf(must(after.nodes[0], 'F1')).map(({ name, used, reason }) => [
      name,
      used,
      reason,
    ]);
    expect(said).toEqual([
      ['SLOT 1 Port 1', false, 'slower than 50 Gb/s of SLOT 2 Port 1'],
      ['SLOT 1 Port 2', false, 'slower than 50 Gb/s of SLOT 2 Port 1'],
      ['SLOT 2 Port 1', true, 'RDMA at 50 Gb/s, the highest speed of the node'],
    ]);
  });

  it('twice the speed on all links never lowers the rate', () => {
    let raised = 0;
    const fast = twiceAsFast(smallCatalog);
    fc.assert(
      fc.property(arbitrarySmall(), (shape) => {
        const design = drawSmall(shape);
        const before = computePlan(design, smallCatalog);
        const after = computeFreshPlan(twiceTheFixed(design), fast);
        for (const link of before.links) {
          const speed = after.linkById.get(link.id)?.speedGbps ?? null;
          expect(speed).toBe(link.speedGbps && 2 * link.speedGbps);
        }
        expect(after.flow.rateGbps).toBeGreaterThan(before.flow.rateGbps - 1e-5);
        if (after.flow.rateGbps > before.flow.rateGbps + 1) raised += 1;
      }),
      { numRuns: 300 },
    );
    expect(raised).toBeGreaterThan(50);
  });
});

/** Every port of the catalog at twice its speeds; slots and what switches forward stay. */
function twiceAsFast(known: Catalog): Catalog {
  const twice = (speeds: readonly number[]) => speeds.map((speed) => 2 * speed);
  const adapters = known.adapters.map((part) => ({ ...part, speedsGbps: twice(part.speedsGbps) }));
  const switches = known.switches.map((part) => ({
    ...part,
    portGroups: part.portGroups.map((group) => ({ ...group, speedsGbps: twice(group.speedsGbps) })),
  }));
  const byId = new Map([
    ...known.byId,
    ...[...adapters, ...switches].map((part) => [part.id, part] as const),
  ]);
  return { ...known, adapters, switches, byId };
}

function twiceTheFixed(design: Design): Design {
  const profiles = [...design.profiles.values()].map((profile) => ({
    ...profile,
    adapters: profile.adapters.map((slot) => ({
      ...slot,
      ports: slot.ports.map((port) => ({ ...port, speedGbps: port.speedGbps && 2 * port.speedGbps })),
    })),
  }));
  return withRecords(design, 'profiles', profiles);
}

describe('the order of records in a file', () => {
  it('does not matter to the plan', () => {
    let moved = 0;
    fc.assert(
      fc.property(
        fc.oneof(arbitraryDesign(), arbitrarySmall().map(drawSmall)),
        fc.array(fc.nat(1e6), { minLength: 31, maxLength: 31 }),
        (design, keys) => {
          const file = JSON.parse(serializeDesign(design, '1')) as { records: Record<string, unknown> };
          for (const [name, list] of Object.entries(file.records)) {
            if (!Array.isArray(list)) continue;
            const keyed = list.map((record: unknown, i) => ({ record, key: keys[i % keys.length] ?? 0 }));
            const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ record }) => record);
            if (shuffled.some((record, i) => record !== list[i])) moved += 1;
            file.records[name] = shuffled;
          }
          const opened = parseDesignFile(JSON.stringify(file));
          if (!opened.ok) throw new Error(JSON.stringify(opened.error));
          const [asDrawn, asOpened] = [
            computeFreshPlan(design, smallCatalog),
            computeFreshPlan(opened.value, smallCatalog),
          ];
          expect(isDeepStrictEqual(asOpened, asDrawn)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
    expect(moved).toBeGreaterThan(200);
  });
});
