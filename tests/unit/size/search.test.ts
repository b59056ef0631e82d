import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { parseDesignFile, serializeDesign } from '../../../shared/file/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { checkIntegrity } from '../../../shared/model/index.ts';
import { computeFreshOutcome, type Outcome } from '../../../shared/outcome.ts';
import { embedParts, failuresOf, loadOf, remainingWithout, serverRates } from '../../../shared/plan/index.ts';
import { countFindings } from '../../../shared/rules/index.ts';
import {
  createSearch,
  searchDesigns,
  sizeRequestSchema,
  type SizeFigures,
  type SizeRequest,
  type SizeRow,
} from '../../../shared/size/index.ts';
import { arbitrarySizeRequest } from '../../support/arbitrary-size-request.ts';
import { prepared } from '../../support/prepared.ts';

const holds = ({ reasons }: SizeRow) => reasons.length === 0;

/** What one giving node delivers when any one component of a kind is lost: every component tried on its own. */
function bruteForce({ plan }: Outcome, request: SizeRequest): number {
  const giving = plan.nodes.filter(({ cluster }) => cluster.kind !== 'hyper-v');
  const whole = Math.min(...[...serverRates(plan).values()].map(({ together }) => together));
  const rates = failuresOf(plan).flatMap(({ kind, ids }) => {
    const of = kind === 'inter-switch-cable' ? 'cable' : kind;
    if (!request.survive[of]) return [];
    const lost = giving.some(({ id }) => ids.includes(id));
    if (of === 'node' && !lost) return [];
    if (lost && giving.length === 2 && 'hyperConverged' in request.nodes) return [];
    const left = remainingWithout(plan, new Set(ids));
    if (left.cutOff.length > 0) return [0];
    return [lost ? left.rateGbps / giving.length : Math.min(...left.servers.values())];
  });
  return Math.min(whole, ...rates) / 8;
}

function expectFigures(figures: SizeFigures, outcome: Outcome, request: SizeRequest): void {
  const { plan, findings } = outcome;
  const { totals, flow } = plan;
  const { fail, warn, info } = countFindings(findings);
  expect(figures).toMatchObject({
    adapters: totals.adapters,
    portsCabled: totals.portsCabled,
    switches: totals.switches,
    switchPortsUsed: totals.switchPortsUsed,
    switchPortsFree: totals.switchPortsFree,
    cables: totals.cables,
    transceivers: totals.transceivers,
    rackUnits: totals.rackUnits,
    clusterGBps: flow.rateGbps / 8,
    worstClusterGBps: flow.worstCase.rateGbps / 8,
    worstFailed: flow.worstCase.failed,
    oversubscription: flow.oversubscription,
    findings: { fail, warn, info },
  });
  const survived = bruteForce(outcome, request);
  expect(figures.survivedPerServerGBps).toBeCloseTo(survived, 6);
  expect(figures.headroomPercent).toBeCloseTo((survived / figures.neededGBps - 1) * 100, 3);
  const bought = outcome.bom.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const priced = outcome.bom.lines.flatMap((line) =>
    request.prices.flatMap(({ partId, price }) => (partId === line.partId ? [{ line, price }] : [])),
  );
  expect(figures.price).toBe(priced.reduce((sum, { line, price }) => sum + price * line.quantity, 0));
  expect(figures.priceUnknown).toBe(bought - priced.reduce((sum, { line }) => sum + line.quantity, 0));
  // What is plugged into the wall or a slot for the network: no servers, no passive copper, no fibre.
  const [known, unknown] = [...outcome.plan.parts.values()].reduce<readonly [number, number]>(
    ([sum, missing], part) => {
      const own = outcome.bom.lines.filter(({ partId }) => partId === part.id);
      const quantity = own.reduce((total, line) => total + line.quantity, 0);
      const draws = part.kind !== 'server' && !(part.kind === 'cable' && part.medium === 'dac');
      if (!draws) return [sum, missing];
      return part.maxWatts === null ? [sum, missing + quantity] : [sum + part.maxWatts * quantity, missing];
    },
    [0, 0],
  );
  expect(figures.watts).toBeCloseTo(known, 6);
  expect(figures.wattsUnknown).toBe(unknown);
}

describe('whatever is asked', () => {
  it('each row that holds is a whole design that passes the checks, reaches the target, and has its own figures', () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitrarySizeRequest, (request) => {
        const { rows } = searchDesigns(request, catalog);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        for (const row of rows) {
          if (!row.design || !row.figures) {
            expect(row.reasons.length, row.id).toBeGreaterThan(0);
            continue;
          }
          expect(checkIntegrity(row.design)).toEqual([]);
          const outcome = computeFreshOutcome(row.design, catalog);
          expectFigures(row.figures, outcome, request);
          const faults = outcome.findings.filter(({ status }) => status === 'fail');
          const reaches = row.figures.survivedPerServerGBps >= row.figures.neededGBps - 1e-6;
          const overloads = outcome.findings.filter(
            ({ rule, status }) => rule === 'LOAD-02' && status === 'warn',
          );
          expect([row.id, holds(row)]).toEqual([
            row.id,
            reaches && faults.length === 0 && overloads.length === 0,
          ]);
          if (!holds(row)) continue;
          seen += 1;
          expect(
            outcome.plan.links.filter(({ problem, cable }) => problem !== null || cable === null),
          ).toEqual([]);
          expect(
            outcome.plan.adapters.flatMap(({ ports }) =>
              ports.map((port) => port.speedGbps ?? row.speedGbps),
            ),
          ).toEqual(outcome.plan.adapters.flatMap(({ ports }) => ports.map(() => row.speedGbps)));
          const saved = serializeDesign(embedParts(row.design, outcome.plan), '1.2.3');
          const opened = parseDesignFile(saved);
          expect(opened.ok && serializeDesign(opened.value, '1.2.3')).toBe(saved);
        }
      }),
      { numRuns: 15 },
    );
    expect(seen).toBeGreaterThan(40);
  });

  it('free ports stay free, and limits are kept', () => {
    fc.assert(
      fc.property(arbitrarySizeRequest, (request) => {
        const { limits } = request;
        for (const row of searchDesigns(request, catalog).rows.filter(holds)) {
          expect(limits.speedsGbps).toContain(row.speedGbps);
          if (limits.topologies.length > 0) expect(limits.topologies).toContain(row.topology);
          if (limits.adapterMakers.length > 0)
            expect(limits.adapterMakers).toContain(row.adapter.manufacturer);
          if (limits.switchMakers.length > 0 && row.switch)
            expect(limits.switchMakers).toContain(row.switch.manufacturer);
          expect(row.adaptersPerNode).toBeLessThanOrEqual(limits.adaptersPerNode);
          const { plan } = computeFreshOutcome(must(row.design, 'a design'), catalog);
          for (const { ports } of plan.switches) {
            const cabled = ports.filter(
              ({ peerId }) => peerId !== null && plan.portById.get(peerId)?.owner.kind === 'adapter',
            );
            const cages = new Set(cabled.map(({ cage }) => cage));
            const alike = ports.filter(
              ({ cage, speedsGbps, linkIds }) =>
                linkIds.length === 0 && cages.has(cage) && speedsGbps.includes(row.speedGbps),
            );
            expect(alike.length).toBeGreaterThanOrEqual(
              Math.floor(((alike.length + cabled.length) * limits.freePortsPercent) / 100),
            );
          }
        }
      }),
      { numRuns: 8 },
    );
  });

  it('the answer is the same again, and does not depend on what was asked before', () => {
    const search = createSearch(catalog);
    fc.assert(
      fc.property(arbitrarySizeRequest, (request) => {
        const answer = searchDesigns(request, catalog);
        expect(search(request)).toEqual(answer);
        expect(search(structuredClone(request))).toEqual(answer);
      }),
      { numRuns: 6 },
    );
  });

  it('a higher target makes nothing hold that did not, and more growth never raises headroom', () => {
    const search = createSearch(catalog);
    fc.assert(
      fc.property(arbitrarySizeRequest, fc.integer({ min: 5, max: 300 }), (request, more) => {
        const before = search(request).rows;
        const grown = search({
          ...request,
          growthPercent: Math.min(1000, request.growthPercent + more),
        }).rows;
        const byId = new Map(before.map((row) => [row.id, row]));
        for (const row of grown) {
          const same = byId.get(row.id);
          if (!same) continue;
          if (holds(row)) expect([row.id, holds(same)]).toEqual([row.id, true]);
          if (row.figures && same.figures)
            expect(row.figures.headroomPercent).toBeLessThan(same.figures.headroomPercent + 1e-9);
        }
        if (!before.some(holds)) expect(grown.filter(holds)).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it('what a row is folded under is there, holds, and is no worse in anything', () => {
    fc.assert(
      fc.property(arbitrarySizeRequest, (request) => {
        const { rows } = searchDesigns(request, catalog);
        for (const row of rows) {
          if (row.dominatedBy === null) continue;
          const better = must(
            rows.find(({ id }) => id === row.dominatedBy),
            'the row it is folded under',
          );
          expect([holds(better), better.dominatedBy]).toEqual([true, null]);
          const [a, b] = [must(better.figures, 'figures'), must(row.figures, 'figures')];
          expect(a.headroomPercent).toBeGreaterThanOrEqual(b.headroomPercent - 1e-5);
          expect(a.rackUnits ?? Infinity).toBeLessThanOrEqual(b.rackUnits ?? Infinity);
          // Cheaper or thriftier in what is known, with no more that is not: that is better in something.
          const isSurelyLess = (one: number, other: number, unknownOne: number, unknownOther: number) =>
            unknownOne <= unknownOther && one < other;
          expect(isSurelyLess(b.price, a.price, b.priceUnknown, a.priceUnknown)).toBe(false);
          expect(isSurelyLess(b.watts, a.watts, b.wattsUnknown, a.wattsUnknown)).toBe(false);
        }
      }),
      { numRuns: 10 },
    );
  });
});

describe('prices of a few products', () => {
  it('keep the row that is cheaper in them from being folded under a dearer one', () => {
    const { rows } = searchDesigns(
      sizeRequestSchema.parse({
        nodes: { hyperConverged: 2 },
        target: { gigabytesPerServer: 1 },
        rankBy: 'price',
        limits: { topologies: ['direct'], speedsGbps: [10] },
        prices: [
          { partId: 'chelsio-t520-cr', price: 900 },
          { partId: 'nvidia-mcx512a-acat', price: 300 },
        ],
      }),
      catalog,
    );
    // Two cards of 300 each; servers and cables have no price.
    expect(rows[0]).toMatchObject({ dominatedBy: null, figures: { price: 600 } });
  });
});

describe('what a search remembers', () => {
  const request = sizeRequestSchema.parse({
    nodes: { fileServers: 2, hyperV: 6 },
    target: { gigabytesPerServer: 3 },
    survive: { switch: true },
  });
  /** Tables of a design keep their identity while its outcome is not worked out anew. */
  const drawings = (rows: readonly SizeRow[]) => new Map(rows.map(({ id, design }) => [id, design?.links]));

  it.each([
    ['target', { target: { gigabytesPerServer: 3.1 } }],
    ['growth', { growthPercent: 1 }],
    ['name', { name: 'Another' }],
    ['ranking', { rankBy: 'rack-units' as const }],
    ['failures to survive', { survive: { adapter: false, cable: true, switch: true, node: false } }],
  ])('a nudge of the %s draws no row anew that was there', (_, nudge) => {
    const search = createSearch(catalog);
    const before = drawings(search(request).rows);
    const after = [...drawings(search({ ...request, ...nudge }).rows)].filter(([id]) => before.has(id));
    expect(after.length).toBeGreaterThan(5);
    for (const [id, links] of after) expect(links).toBe(before.get(id));
  });
});

describe('virtual machines as the target', () => {
  it.each([100, 70, 20, 0])(
    'with %i percent reads the Rates panel finds the headroom that the row promises',
    (readShare) => {
      const request = sizeRequestSchema.parse({
        nodes: { fileServers: 2, hyperV: 6 },
        target: { vms: [{ name: 'SQL', count: 120, iops: 1500, blockKiB: 64, readShare }] },
        growthPercent: 10,
      });
      const rows = searchDesigns(request, catalog).rows.filter(holds);
      expect(rows.length).toBeGreaterThan(5);
      for (const row of rows) {
        const { plan } = computeFreshOutcome(must(row.design, 'a design'), catalog);
        const [load] = loadOf(plan);
        // A slot receives a little less than it sends.
        const promised = must(row.figures, 'figures').headroomPercent;
        expect(
          Math.abs(must(load, 'a load').headroomPercent.grown - promised) / (100 + promised),
        ).toBeLessThan(0.02);
      }
    },
  );
});

describe('rows in every output', () => {
  it.each([
    { nodes: { fileServers: 2, hyperV: 4 }, target: { gigabytesPerServer: 5 }, survive: { switch: true } },
    { nodes: { hyperConverged: 4 }, target: { gigabytesPerServer: 4 }, os: '2025' as const },
    { nodes: { hyperConverged: 2 }, target: { gigabytesPerServer: 4 }, cables: { lengthM: 60 } },
  ])('diagram, purchase list, schedule and scripts agree: %o', (input) => {
    const { rows } = searchDesigns(sizeRequestSchema.parse(input), catalog);
    expect(rows.filter(holds).length).toBeGreaterThan(3);
    for (const row of rows.filter(holds))
      expect(() => prepared(must(row.design, 'a design')), row.id).not.toThrow();
  });
});
