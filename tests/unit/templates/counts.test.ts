import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { runRules } from '../../../shared/rules/index.ts';
import { templateById, templates } from '../../../shared/templates/index.ts';

function outcomeOf(id: string) {
  const design = must(templateById(id), id).build();
  const plan = computePlan(design, catalog);
  return { design, plan };
}

// The deployments of Microsoft's page "Deploy SMB Direct with RoCE Network Adapters".
describe.each([
  {
    id: 'two-node-10g',
    files: 1,
    hyperV: 1,
    adapters: 2,
    portsPerCard: 1,
    cabled: 2,
    switchPorts: 0,
    cables: 1,
    plug: 'SFP+',
  },
  {
    id: 'eight-node-dual-10g',
    files: 2,
    hyperV: 6,
    adapters: 8,
    portsPerCard: 2,
    cabled: 16,
    switchPorts: 16,
    cables: 16,
    plug: 'SFP+',
  },
  {
    id: 'two-node-40g',
    files: 1,
    hyperV: 1,
    adapters: 2,
    portsPerCard: 1,
    cabled: 2,
    switchPorts: 0,
    cables: 1,
    plug: 'QSFP+',
  },
  {
    id: 'ten-node-two-40g',
    files: 2,
    hyperV: 8,
    adapters: 20,
    portsPerCard: 1,
    cabled: 20,
    switchPorts: 20,
    cables: 20,
    plug: 'QSFP+',
  },
])('$id', ({ id, files, hyperV, adapters, portsPerCard, cabled, switchPorts, cables, plug }) => {
  const { plan } = outcomeOf(id);

  it('has the nodes, cards, ports and cables of the page', () => {
    expect(plan.totals).toMatchObject({
      nodes: files + hyperV,
      adapters,
      portsCabled: cabled,
      switchPortsUsed: switchPorts,
      cables,
      transceivers: 0,
    });
    const ofKind = (kind: string) => plan.nodes.filter((node) => node.cluster.kind === kind).length;
    expect([ofKind('file-server'), ofKind('hyper-v')]).toEqual([files, hyperV]);
    expect(new Set(plan.adapters.map(({ part }) => part?.ports))).toEqual(new Set([portsPerCard]));
  });

  it('is cabled with the plug of the page alone', () => {
    expect(plan.cables.map(({ connectorA, connectorB }) => [connectorA, connectorB])).toEqual([[plug, plug]]);
  });

  it('runs Windows Server 2012 R2 in Gen3 slots', () => {
    expect(new Set(plan.nodes.map(({ os }) => os))).toEqual(new Set(['2012r2']));
    expect(new Set(plan.adapters.map(({ link }) => link?.gen))).toEqual(new Set([3]));
  });
});

describe('rates', () => {
  it('two-node-40g runs at 56 Gb/s over a cable made for it; Gen3 x8 takes in 52.9 Gb/s of it', () => {
    const { plan } = outcomeOf('two-node-40g');
    expect(plan.links.map(({ speedGbps }) => speedGbps)).toEqual([56]);
    for (const { dataRateGbps, pcie, limitedBy } of plan.adapters) {
      expect(dataRateGbps).toBeCloseTo(54.545, 2);
      expect(pcie?.writeGbps).toBeCloseTo(52.9, 1);
      expect(limitedBy.receive).toBe('pcie');
    }
  });

  it('ten-node-two-40g runs at 40 Gb/s on 20 ports of a switch of 36', () => {
    const { plan } = outcomeOf('ten-node-two-40g');
    expect(new Set(plan.links.map(({ speedGbps }) => speedGbps))).toEqual(new Set([40]));
    expect(plan.switches.map(({ used, free }) => [used, free])).toEqual([[20, 16]]);
  });

  it.each(['set-25g', 'set-100g'])('%s is not held back by its slots', (id) => {
    for (const { limitedBy } of outcomeOf(id).plan.adapters)
      expect(limitedBy).toEqual({ send: 'ports', receive: 'ports' });
  });
});

describe.each(templates)('$id as it comes', ({ id }) => {
  const { design, plan } = outcomeOf(id);

  it('has a cable for every link and an address for every interface', () => {
    expect(plan.links.filter(({ cable, problem }) => cable === null || problem !== null)).toEqual([]);
    const endpoints = plan.nodes.flatMap((node) => node.endpoints);
    expect(endpoints.length).toBeGreaterThan(0);
    expect(endpoints.filter(({ address }) => address === null)).toEqual([]);
  });

  it('breaks no rule', () => {
    const failed = runRules({ design, plan }).filter(({ status }) => status === 'fail');
    expect(failed.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
});
