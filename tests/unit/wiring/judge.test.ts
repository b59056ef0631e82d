import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import type { NodeId, PortId, SwitchId } from '../../../shared/lib/ids.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import {
  endOf,
  firstFreeFit,
  firstFreePair,
  freePorts,
  judgePorts,
  legalTargets,
  portIdOf,
  whyNoFit,
} from '../../../shared/wiring/index.ts';
import { aDesign } from '../../support/builders.ts';

const port = (text: string) => text.toLowerCase() as PortId;
const TOR1 = 'tor1' as SwitchId;

const design = aDesign()
  .profile('p25', [
    { part: 'nvidia-mcx512a-acat', slot: '1' },
    { part: 'nvidia-mcx515a-ccat', slot: '2' },
  ])
  .profile('p10', [{ part: 'nvidia-mcx312b-xcct', slot: '1', speeds: [10, 1] }])
  .cluster('CL', 'hyper-v', 'p25', ['N1', 'N2'])
  .cluster('OLD', 'hyper-v', 'p10', ['O1'])
  .switch('TOR1', 'nvidia-sn2010')
  .switch('OLD1', 'dell-s4128f-on')
  .link('N2/1/1', 'TOR1:swp1')
  .build();
const plan = computePlan(design, catalog);

function refusal(a: string, b: string): string {
  const verdict = judgePorts(plan, port(a), port(b));
  return verdict.ok ? `runs at ${verdict.speedGbps}` : verdict.reason;
}

describe('the verdict on two ports', () => {
  it.each([
    ['n1/1/1', 'tor1/swp2', 'runs at 25'],
    ['n1/1/1', 'n2/1/2', 'runs at 25'],
    ['o1/1/1', 'tor1/swp2', 'runs at 10'],
    ['n1/2/1', 'tor1/swp22', 'runs at 100'],
    ['n1/1/1', 'n1/1/1', 'A cable needs two ports.'],
    ['n1/1/1', 'n1/2/1', 'Both ports are on N1: a cable joins two devices.'],
    ['n1/1/1', 'tor1/swp1', 'TOR1 swp1 is taken by cable C001 to N2 SLOT 1 Port 1.'],
    ['tor1/swp1', 'n1/1/1', 'TOR1 swp1 is taken by cable C001 to N2 SLOT 1 Port 1.'],
    ['n1/1/1', 'tor1/swp22', 'SFP28 and QSFP28 are different cages: no plain cable joins them.'],
    [
      'o1/1/2',
      'old1/ethernet1/1/1',
      'No common speed: this port runs at 1 Gb/s, fixed in the profile, that one at 10 Gb/s.',
    ],
    ['n1/1/1', 'gone/1', 'This port does not exist any more.'],
  ])('%s to %s: %s', (a, b, words) => {
    expect(refusal(a, b)).toBe(words);
  });

  it('counts the ports of the cable being moved as free', () => {
    const [linkId] = [...design.links.keys()];
    const moving = must(linkId, 'link');
    expect(judgePorts(plan, port('n2/1/1'), port('tor1/swp1'), { moving })).toEqual({
      ok: true,
      speedGbps: 25,
    });
  });

  it('agrees with the plan for every pair of ports: legal is what has no fault but a missing product', () => {
    const from = port('n1/1/1');
    const verdicts = legalTargets(plan, from);
    expect(verdicts.size).toBe(plan.portById.size);
    for (const [target, verdict] of verdicts) {
      if (target === from || target.startsWith('n1/')) continue;
      const wired = new Map(design.links);
      const link = { ...must([...wired.values()][0], 'link'), id: 'zz' as never };
      wired.set(link.id, { ...link, a: endOf(plan, from), b: endOf(plan, target) });
      const made = must(computePlan({ ...design, links: wired }, catalog).linkById.get(link.id), 'made');
      if (verdict.ok) {
        expect(made.speedGbps).toBe(verdict.speedGbps);
        // Nobody makes an SFP28 cable for 1 Gb/s: that is for the checks to tell.
        expect(['no-cable', undefined]).toContain(made.problem?.code);
      } else expect(made.problem, target).not.toBeNull();
    }
  });
});

describe('dropping on a body', () => {
  it('takes the first free port of the same speed class', () => {
    expect(firstFreeFit(plan, port('n1/1/1'), TOR1)).toBe('tor1/swp2');
    expect(firstFreeFit(plan, port('n1/2/1'), TOR1)).toBe('tor1/swp19');
    expect(firstFreeFit(plan, port('tor1/swp2'), 'n2' as NodeId)).toBe('n2/1/2');
  });

  it('says why nothing fits', () => {
    expect(firstFreeFit(plan, port('n1/1/1'), 'n1' as NodeId)).toBeNull();
    expect(whyNoFit(plan, port('n1/1/1'), 'n1' as NodeId, 'N1')).toBe(
      'Both ends would be on N1: a cable joins two devices.',
    );
    expect(firstFreeFit(plan, port('n1/2/1'), 'o1' as NodeId)).toBeNull();
    expect(whyNoFit(plan, port('n1/2/1'), 'o1' as NodeId, 'O1')).toBe(
      'No free port of O1 fits N1 SLOT 2 Port 1 (QSFP28).',
    );
  });

  it('finds the first pair of two bodies', () => {
    expect(firstFreePair(plan, 'n2' as NodeId, TOR1)).toEqual({ a: 'n2/1/2', b: 'tor1/swp2' });
    expect(firstFreePair(plan, 'o1' as NodeId, 'n1' as NodeId)).toEqual({ a: 'o1/1/1', b: 'n1/1/1' });
  });
});

it('names ports as links do', () => {
  for (const { id } of plan.portById.values()) expect(portIdOf(endOf(plan, id))).toBe(id);
  expect(freePorts(plan, 'n2' as NodeId).map(({ id }) => id)).toEqual(['n2/1/2', 'n2/2/1']);
});
