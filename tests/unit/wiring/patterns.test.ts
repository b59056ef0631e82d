import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { applyCommand } from '../../../shared/commands/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import type { NodeId, SwitchId } from '../../../shared/lib/ids.ts';
import { checkIntegrity, type Design } from '../../../shared/model/index.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { templateById } from '../../../shared/templates/index.ts';
import {
  judgePorts,
  PATTERNS,
  planClusterToSwitches,
  planInterSwitch,
  planMesh,
  type Proposal,
} from '../../../shared/wiring/index.ts';
import { arbitraryKnownDesign } from '../../support/arbitrary-design.ts';
import { aDesign } from '../../support/builders.ts';

function counter() {
  let n = 0;
  return { newId: (prefix: string) => `${prefix}-w${++n}` };
}

function connect(design: Design, { links }: Proposal): Design {
  const result = applyCommand(design, 'connect-links', { links }, counter());
  if (!result.ok) throw new Error(result.error);
  return result.value.design;
}

function uncabled(templateId: string): Design {
  return { ...must(templateById(templateId), templateId).build(), links: new Map() };
}

const node = (name: string) => name.toLowerCase() as NodeId;
const device = (name: string) => name.toLowerCase() as SwitchId;
const pairsOf = ({ cables }: Proposal) => cables.map((cable) => `${cable.labelA} > ${cable.labelB}`);

// PRODUCT section 2: the counts of Microsoft's page.
describe('the reference deployments wired from nothing', () => {
  it.each([
    { id: 'eight-node-dual-10g', cabled: 16, switchPorts: 16, cables: 16 },
    { id: 'ten-node-two-40g', cabled: 20, switchPorts: 20, cables: 20 },
  ])('$id', ({ id, cabled, switchPorts, cables }) => {
    const design = uncabled(id);
    const plan = computePlan(design, catalog);
    const proposal = planClusterToSwitches(plan, {
      nodeIds: [...design.nodes.keys()],
      switchIds: [...design.switches.keys()],
      pattern: 'by-port',
    });
    expect(proposal.skipped).toEqual([]);
    const { totals, links } = computePlan(connect(design, proposal), catalog);
    expect(totals).toMatchObject({ portsCabled: cabled, switchPortsUsed: switchPorts, cables });
    expect(links.every((link) => link.problem === null)).toBe(true);
  });

  it.each(['two-node-10g', 'two-node-40g'])('%s', (id) => {
    const design = uncabled(id);
    const plan = computePlan(design, catalog);
    const proposal = planMesh(plan, { nodeIds: [...design.nodes.keys()], perPair: 1 });
    const { totals, links } = computePlan(connect(design, proposal), catalog);
    expect(totals).toMatchObject({ portsCabled: 2, switchPortsUsed: 0, cables: 1 });
    expect(links[0]?.problem).toBeNull();
  });

  it('a switchless cluster of three: six cables, each on networks its two ends share', () => {
    const design = uncabled('switchless-3-node');
    const plan = computePlan(design, catalog);
    const proposal = planMesh(plan, { nodeIds: [...design.nodes.keys()], perPair: 2 });
    expect(proposal.skipped).toEqual([]);
    const after = computePlan(connect(design, proposal), catalog);
    expect(after.totals).toMatchObject({ portsCabled: 12, cables: 6 });
    for (const link of after.links) expect(link.networkIds).toHaveLength(1);
  });
});

describe('cluster to a pair of switches', () => {
  const dual = [{ part: 'nvidia-mcx512a-acat', slot: '1' }];
  const pair = (names: readonly string[], cards = dual) =>
    aDesign()
      .profile('p', cards)
      .cluster('CL', 'hyper-converged', 'p', names)
      .switch('TOR1', 'nvidia-sn2010')
      .switch('TOR2', 'nvidia-sn2010');
  const request = { switchIds: [device('TOR1'), device('TOR2')], pattern: 'by-port' } as const;

  it('takes port 1 to A and port 2 to B, nodes in natural order, from the first port upward', () => {
    const plan = computePlan(pair(['N10', 'N2', 'N1']).build(), catalog);
    const proposal = planClusterToSwitches(plan, { ...request, nodeIds: ['N10', 'N2', 'N1'].map(node) });
    expect(pairsOf(proposal)).toEqual([
      'N1 SLOT 1 Port 1 > TOR1 swp1',
      'N1 SLOT 1 Port 2 > TOR2 swp1',
      'N2 SLOT 1 Port 1 > TOR1 swp2',
      'N2 SLOT 1 Port 2 > TOR2 swp2',
      'N10 SLOT 1 Port 1 > TOR1 swp3',
      'N10 SLOT 1 Port 2 > TOR2 swp3',
    ]);
    expect(proposal.words).toBe('6 cables: N1-N2, N10 to TOR1 and TOR2.');
  });

  it('begins at the port asked for and passes over used ones', () => {
    const plan = computePlan(pair(['N1', 'N2', 'N3']).link('N1/1/1', 'TOR1:swp6').build(), catalog);
    const nodeIds = ['N1', 'N2', 'N3'].map(node);
    const proposal = planClusterToSwitches(plan, { ...request, nodeIds, firstPort: 5 });
    expect(pairsOf(proposal)).toEqual([
      'N1 SLOT 1 Port 2 > TOR2 swp5',
      'N2 SLOT 1 Port 1 > TOR1 swp5',
      'N2 SLOT 1 Port 2 > TOR2 swp6',
      'N3 SLOT 1 Port 1 > TOR1 swp7',
      'N3 SLOT 1 Port 2 > TOR2 swp7',
    ]);
  });

  it('spreads cards with one port over both switches', () => {
    const cards = ['1', '2'].map((slot) => ({ part: 'nvidia-mcx4111a-acat', slot }));
    const plan = computePlan(pair(['N1'], cards).build(), catalog);
    const proposal = planClusterToSwitches(plan, { ...request, nodeIds: [node('N1')] });
    expect(pairsOf(proposal)).toEqual(['N1 SLOT 1 Port 1 > TOR1 swp1', 'N1 SLOT 2 Port 1 > TOR2 swp1']);
  });

  it('spreads the ports of every card, or gives each card its switch', () => {
    const cards = ['1', '2'].map((slot) => ({ part: 'nvidia-mcx512a-acat', slot }));
    const plan = computePlan(pair(['N1'], cards).build(), catalog);
    const ends = (pattern: (typeof PATTERNS)[number]) =>
      planClusterToSwitches(plan, { ...request, pattern, nodeIds: [node('N1')] }).cables.map(({ labelB }) =>
        labelB.slice(0, 4),
      );
    expect(ends('by-port')).toEqual(['TOR1', 'TOR2', 'TOR1', 'TOR2']);
    expect(ends('by-card')).toEqual(['TOR1', 'TOR1', 'TOR2', 'TOR2']);
    expect(ends('in-turn')).toEqual(['TOR1', 'TOR2', 'TOR1', 'TOR2']);
    expect(ends('fill')).toEqual(['TOR1', 'TOR1', 'TOR1', 'TOR1']);
  });

  it('says what is left without a port and why, and never uses the other switch instead', () => {
    const names = Array.from({ length: 20 }, (_, i) => `N${i + 1}`);
    const plan = computePlan(pair(names).build(), catalog);
    const proposal = planClusterToSwitches(plan, { ...request, nodeIds: names.map(node) });
    // An SN2010 has 18 SFP28 cages; its QSFP28 cages take no SFP28 plug.
    expect(proposal.links).toHaveLength(36);
    expect(proposal.skipped.map(({ label }) => label)).toEqual([
      'N19 SLOT 1 Port 1',
      'N19 SLOT 1 Port 2',
      'N20 SLOT 1 Port 1',
      'N20 SLOT 1 Port 2',
    ]);
    expect(proposal.skipped[0]?.reason).toBe('No free port of TOR1 fits SFP28.');
  });

  it('cables only the slots asked for', () => {
    const cards = ['1', '2'].map((slot) => ({ part: 'nvidia-mcx512a-acat', slot }));
    const plan = computePlan(pair(['N1'], cards).build(), catalog);
    const proposal = planClusterToSwitches(plan, {
      ...request,
      nodeIds: [node('N1')],
      slots: new Set(['2']),
    });
    expect(proposal.cables.map(({ labelA }) => labelA)).toEqual(['N1 SLOT 2 Port 1', 'N1 SLOT 2 Port 2']);
  });
});

describe('cables between switches', () => {
  it('take the fastest, highest free ports and count those that are there', () => {
    const builder = aDesign()
      .switch('TOR1', 'nvidia-sn2010')
      .switch('TOR2', 'nvidia-sn2010')
      .link('TOR1:swp22', 'TOR2:swp22');
    const plan = computePlan(builder.build(), catalog);
    const switchIds = [device('TOR1'), device('TOR2')];
    expect(pairsOf(planInterSwitch(plan, { switchIds, perPair: 3 }))).toEqual([
      'TOR1 swp20 > TOR2 swp20',
      'TOR1 swp21 > TOR2 swp21',
    ]);
  });
});

describe('every pattern on any design', () => {
  it('uses no port twice, joins only what fits, is the same every time, and breaks nothing', () => {
    const seed = fc.record({
      first: fc.integer({ min: 1, max: 6 }),
      pattern: fc.constantFrom(...PATTERNS),
      perPair: fc.integer({ min: 1, max: 3 }),
      which: fc.nat(2),
    });
    fc.assert(
      fc.property(arbitraryKnownDesign(), seed, (design, { first, pattern, perPair, which }) => {
        const propose = () => {
          const plan = computePlan(design, catalog);
          const nodeIds = [...design.nodes.keys()];
          const switchIds = [...design.switches.keys()];
          if (which === 0)
            return planClusterToSwitches(plan, { nodeIds, switchIds, pattern, firstPort: first });
          return which === 1
            ? planMesh(plan, { nodeIds, perPair })
            : planInterSwitch(plan, { switchIds, perPair });
        };
        const proposal = propose();
        expect(propose()).toEqual(proposal);
        const ends = proposal.cables.flatMap(({ a, b }) => [a, b]);
        expect(new Set(ends).size).toBe(ends.length);
        const plan = computePlan(design, catalog);
        for (const { a, b, speedGbps } of proposal.cables)
          expect(judgePorts(plan, a, b)).toEqual({ ok: true, speedGbps });
        if (proposal.links.length === 0) return;
        const wired = connect(design, proposal);
        expect(checkIntegrity(wired)).toEqual([]);
        const after = computePlan(wired, catalog);
        const made = after.links.filter((link) => !design.links.has(link.id));
        expect(made).toHaveLength(proposal.links.length);
        for (const link of made) {
          expect(['no-cable', undefined]).toContain(link.problem?.code);
          expect(ends).toContain(link.a.portId);
        }
        const speeds = made.map((link) => link.speedGbps).sort();
        expect(speeds).toEqual(proposal.cables.map((cable) => cable.speedGbps).sort());
      }),
      { numRuns: 150 },
    );
  });
});
