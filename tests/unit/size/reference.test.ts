import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { computeFreshOutcome } from '../../../shared/outcome.ts';
import { searchDesigns, sizeRequestSchema, type SizeRequestInput } from '../../../shared/size/index.ts';

interface Page {
  readonly what: string;
  readonly request: SizeRequestInput;
  /** The row that is built as on the page. */
  readonly row: { readonly speedGbps: number; readonly topology: string; readonly shape: string };
  readonly adapters: number;
  readonly portsPerCard: number;
  readonly cabled: number;
  readonly switchPorts: number;
  readonly cables: number;
  readonly plug: string;
}

// PRODUCT 2, from Microsoft's "Deploy SMB Direct with RoCE Network Adapters": counts, and what each is good for.
const PAGES: readonly Page[] = [
  {
    what: 'two computers at 10 Gb/s',
    request: { nodes: { fileServers: 1, hyperV: 1 }, target: { gigabytesPerServer: 1 }, os: '2012r2' },
    row: { speedGbps: 10, topology: 'direct', shape: '1x1' },
    adapters: 2,
    portsPerCard: 1,
    cabled: 2,
    switchPorts: 0,
    cables: 1,
    plug: 'SFP+',
  },
  {
    what: 'eight computers with two ports of 10 Gb/s each',
    request: { nodes: { fileServers: 2, hyperV: 6 }, target: { gigabytesPerServer: 2 }, os: '2012r2' },
    row: { speedGbps: 10, topology: 'one-switch', shape: '1x2' },
    adapters: 8,
    portsPerCard: 2,
    cabled: 16,
    switchPorts: 16,
    cables: 16,
    plug: 'SFP+',
  },
  {
    what: 'two computers at 56 Gb/s',
    request: { nodes: { fileServers: 1, hyperV: 1 }, target: { gigabytesPerServer: 6 }, os: '2012r2' },
    row: { speedGbps: 56, topology: 'direct', shape: '1x1' },
    adapters: 2,
    portsPerCard: 1,
    cabled: 2,
    switchPorts: 0,
    cables: 1,
    plug: 'QSFP+',
  },
  {
    what: 'ten computers with two cards of 40 Gb/s each',
    request: {
      nodes: { fileServers: 2, hyperV: 8 },
      target: { gigabytesPerServer: 4 },
      survive: { adapter: true },
      os: '2012r2',
    },
    row: { speedGbps: 40, topology: 'one-switch', shape: '2x1' },
    adapters: 20,
    portsPerCard: 1,
    cabled: 20,
    switchPorts: 20,
    cables: 20,
    plug: 'QSFP+',
  },
];

describe.each(PAGES)('$what', (page) => {
  const { rows } = searchDesigns(sizeRequestSchema.parse(page.request), catalog);
  const { speedGbps, topology, shape } = page.row;
  const row = must(
    rows.find(({ id }) => id.startsWith(`${speedGbps}-${topology}-${shape}-`)),
    'a row built as on the page',
  );

  it('is among the rows, holds and is not folded away', () => {
    expect(row.reasons).toEqual([]);
    expect(row.dominatedBy).toBeNull();
    expect(row.figures?.findings.fail).toBe(0);
  });

  it('has the counts of the page', () => {
    expect(row.figures).toMatchObject({
      adapters: page.adapters,
      portsCabled: page.cabled,
      switchPortsUsed: page.switchPorts,
      cables: page.cables,
    });
    const { plan } = computeFreshOutcome(must(row.design, 'a design'), catalog);
    expect(plan.totals.nodes).toBe(Object.values(page.request.nodes).reduce((sum, count) => sum + count, 0));
    expect(new Set(plan.adapters.map(({ part }) => part?.ports))).toEqual(new Set([page.portsPerCard]));
    expect(new Set(plan.cables.flatMap(({ connectorA, connectorB }) => [connectorA, connectorB]))).toEqual(
      new Set([page.plug]),
    );
    expect(plan.links.map((link) => link.speedGbps)).toEqual(plan.links.map(() => speedGbps));
  });
});

describe('a Gen3 x8 slot', () => {
  it('holds one port of 56 Gb/s at 52.9 Gb/s, so that 7 GB/s are out of reach of one card', () => {
    const { rows } = searchDesigns(
      sizeRequestSchema.parse({
        nodes: { fileServers: 1, hyperV: 1 },
        target: { gigabytesPerServer: 7 },
        os: '2012r2',
        limits: { speedsGbps: [56], adaptersPerNode: 1, topologies: ['direct'] },
      }),
      catalog,
    );
    const [row] = rows;
    expect(rows).toHaveLength(1);
    expect(row?.figures?.perServerGBps).toBeCloseTo(52.9 / 8, 1);
    expect(row?.reasons[0]).toMatch(/PCIe|Gen3 x8/);
    expect(row?.reasons[0]).toContain('6.6 of 7.0 GB/s per file server');
  });
});
