import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { applyCommand } from '../../../shared/commands/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { fabricOf, type Design } from '../../../shared/model/index.ts';
import { computeOutcome } from '../../../shared/outcome.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { templateById } from '../../../shared/templates/index.ts';
import { arbitraryDesign } from '../../support/arbitrary-design.ts';
import { aDesign } from '../../support/builders.ts';

const CARD_25G = 'nvidia-mcx512a-acat';

/** Two nodes side by side, their first cards cabled at one speed, their second at another. */
function pair(first: number, second = first): Design {
  return aDesign()
    .network('a', { vlan: 711 })
    .network('b', { vlan: 712 })
    .profile('p', [
      { part: CARD_25G, networks: ['a'], speeds: [first] },
      { part: CARD_25G, slot: '2', networks: ['b'], speeds: [second] },
    ])
    .cluster('S2D', 'hyper-converged', 'p', ['N1', 'N2'])
    .switch('TOR', 'nvidia-sn2410')
    .link('N1/1/1', 'TOR:swp1')
    .link('N2/1/1', 'TOR:swp2')
    .link('N1/2/1', 'TOR:swp3')
    .link('N2/2/1', 'TOR:swp4')
    .build();
}

const shareOf = (design: Design) => computePlan(design, catalog).fabric.clusterShare;
const judge = (design: Design) =>
  computeOutcome(design, catalog).findings.filter(({ rule }) => rule === 'DCB-09');

function withShare(design: Design, clusterShare: number | null): Design {
  const edited = applyCommand(
    design,
    'edit-fabric',
    { changes: { clusterShare } },
    { newId: () => 'unused' },
  );
  if (!edited.ok) throw new Error(edited.error);
  return edited.value.design;
}

// Host network requirements: 2 % up to 10 Gb/s, 1 % from 25 Gb/s on.
describe('the share of cluster heartbeats that nobody has set', () => {
  it('is 2 % up to 10 Gb/s and 1 % above; of several speeds the fastest decides', () => {
    expect([shareOf(pair(10)), shareOf(pair(25)), shareOf(pair(10, 25))]).toEqual([2, 1, 1]);
  });

  it('reaches hosts and switches alike, and the default class keeps the rest', () => {
    const { switches } = computePlan(pair(25), catalog);
    expect(switches[0]?.settings.shares).toEqual({ smb: 50, cluster: 1, default: 49 });
  });

  it('follows the cables: 25 Gb/s in place of 10', () => {
    const slow = must(templateById('eight-node-dual-10g'), 'template').build();
    expect(fabricOf(slow).clusterShare).toBeNull();
    expect(shareOf(slow)).toBe(2);
    expect(shareOf(must(templateById('set-25g'), 'template').build())).toBe(1);
  });

  it('is never what the check warns of', () => {
    fc.assert(
      fc.property(arbitraryDesign(), (design) => {
        const open = judge(withShare(design, null)).filter(({ status }) => status === 'warn');
        expect(open).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is warned of when it was set by hand to the share of another speed, until it is left to the cables again', () => {
    const byHand = withShare(pair(25), 2);
    expect(shareOf(byHand)).toBe(2);
    expect(judge(byHand).map(({ status }) => status)).toEqual(['warn']);
    expect(judge(withShare(byHand, null)).map(({ status }) => status)).toEqual(['pass']);
  });
});
