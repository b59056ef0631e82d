import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import type { Design } from '../../../shared/model/index.ts';
import { computePlan, type Plan } from '../../../shared/plan/index.ts';
import { templates } from '../../../shared/templates/index.ts';
import { arbitraryDesign, arbitraryFabric } from '../../support/arbitrary-design.ts';
import { aDesign, type DesignBuilder } from '../../support/builders.ts';
import { largeDesign } from '../../support/large-design.ts';
import { plainFlow, rateWithout } from '../../support/plain-flow.ts';

function plan(builder: DesignBuilder): Plan {
  return computePlan(builder.build(), catalog);
}

/** 40 Gb/s RoCE v2 at MTU 9000 without a tag: 4096 of 4178 bytes. */
const LINE_40G = (40 * 4096) / 4178;
const CARD_40G = 'nvidia-mcx314a-bcct';

function nodes(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);
}

describe('flow against the plain way', () => {
  function compare(design: Design): number {
    const computed = computePlan(design, catalog);
    const { rate, worst } = plainFlow(computed);
    expect(computed.flow.rateGbps).toBeCloseTo(rate, 4);
    expect(computed.flow.worstCase.rateGbps).toBeCloseTo(worst, 4);
    const { failed } = computed.flow.worstCase;
    if (failed !== null) expect(rateWithout(computed, new Set([failed]))).toBeCloseTo(worst, 4);
    return rate;
  }

  it('finds the same rate and the same worst single failure where storage moves', () => {
    let moving = 0;
    fc.assert(
      fc.property(arbitraryFabric(), (design) => {
        if (compare(design) > 0) moving += 1;
      }),
      { numRuns: 60 },
    );
    expect(moving).toBeGreaterThan(10);
  });

  it('finds the same in designs of all sorts', () => {
    fc.assert(
      fc.property(arbitraryDesign(), (design) => {
        compare(design);
      }),
      { numRuns: 100 },
    );
  });

  it.each(templates.map((template) => [template.id, template] as const))('agrees on %s', (_id, template) => {
    const computed = computePlan(template.build(), catalog);
    const { rate, worst } = plainFlow(computed);
    expect(computed.flow.rateGbps).toBeCloseTo(rate, 6);
    expect(computed.flow.worstCase.rateGbps).toBeCloseTo(worst, 6);
  });
});

describe('flow of known shapes', () => {
  function star(giving: number, taking: number): DesignBuilder {
    const builder = aDesign()
      .network('a')
      .profile('p', [{ part: CARD_40G, networks: ['a'], speeds: [40] }])
      .cluster('FS', 'file-server', 'p', nodes('F', giving))
      .cluster('HV', 'hyper-v', 'p', nodes('H', taking))
      .switch('TOR', 'nvidia-sx1036');
    [...nodes('F', giving), ...nodes('H', taking)].forEach((name, i) =>
      builder.link(`${name}/1/1`, `TOR:Eth1/${i + 1}`),
    );
    return builder;
  }

  it('is what the file servers can send into one switch, and nothing without it', () => {
    const { flow } = plan(star(2, 6));
    expect(flow.rateGbps).toBeCloseTo(2 * LINE_40G, 6);
    expect(flow.oversubscription).toBeCloseTo(3, 6);
    expect(flow.bottleneck).toEqual(['l00001', 'l00002']);
    expect(flow.bottleneckText).toBe('2 ports of F1-F2 (cables C001-C002): 78.4 Gb/s');
    expect(flow.worstCase).toEqual({ rateGbps: 0, failed: 'tor', failedLabel: 'switch TOR' });
  });

  it('is 0 with one side only, and says so', () => {
    const { flow } = plan(star(3, 0));
    expect(flow.rateGbps).toBe(0);
    expect(flow.oversubscription).toBeNull();
    expect(flow.bottleneck).toEqual([]);
    expect(flow.bottleneckText).toMatch(/both the giving and the taking side/);
    expect(flow.worstCase.failed).toBeNull();
  });

  it('never leads from a network to another, on a switch or along a cable', () => {
    const builder = aDesign()
      .network('a')
      .network('b')
      .profile('pa', [{ part: CARD_40G, networks: ['a', 'a'] }])
      .profile('pb', [{ part: CARD_40G, networks: ['b', 'b'] }])
      .cluster('FS', 'file-server', 'pa', ['F1'])
      .cluster('HV', 'hyper-v', 'pb', ['H1'])
      .switch('TOR', 'nvidia-sx1036')
      .link('F1/1/1', 'TOR:Eth1/1')
      .link('H1/1/1', 'TOR:Eth1/2')
      .link('F1/1/2', 'H1/1/2');
    const { flow } = plan(builder);
    expect(flow.rateGbps).toBe(0);
    expect(flow.bottleneckText).toMatch(/No storage network joins/);
  });

  it('does not count what a big hyper-converged node would send to itself', () => {
    const builder = aDesign()
      .network('a')
      .profile('big', [{ part: 'nvidia-mcx515a-ccat', lanes: 16, networks: ['a'] }])
      .profile('small', [{ part: 'nvidia-mcx515a-ccat', lanes: 16, networks: ['a'], speeds: [40] }])
      .cluster('S2D', 'hyper-converged', 'big', ['B1'])
      .cluster('S2D', 'hyper-converged', 'small', ['S1'])
      .switch('TOR', 'nvidia-sn2700')
      .link('B1/1/1', 'TOR:swp1')
      .link('S1/1/1', 'TOR:swp2');
    const { flow } = plan(builder);
    expect(flow.rateGbps).toBeCloseTo(2 * LINE_40G, 6);
    expect(flow.worstCase.rateGbps).toBe(0);
  });

  it('is held by the cables between two switches, split among the networks they carry', () => {
    const builder = aDesign()
      .network('a')
      .network('b')
      .profile('p', [{ part: CARD_40G, lanes: 8, networks: ['a', 'b'] }])
      .cluster('FS', 'file-server', 'p', nodes('F', 3))
      .cluster('HV', 'hyper-v', 'p', nodes('H', 3))
      .switch('TOR1', 'nvidia-sx1036')
      .switch('TOR2', 'nvidia-sx1036');
    [
      ['F', 'TOR1'],
      ['H', 'TOR2'],
    ].forEach(([prefix, tor]) => {
      nodes(prefix!, 3).forEach((name, i) => {
        builder
          .link(`${name}/1/1`, `${tor!}:Eth1/${2 * i + 1}`)
          .link(`${name}/1/2`, `${tor!}:Eth1/${2 * i + 2}`);
      });
    });
    builder.link('TOR1:Eth1/30', 'TOR2:Eth1/30').link('TOR1:Eth1/31', 'TOR2:Eth1/31');
    const { flow } = plan(builder);
    // SX1036 ports and the card share 56 Gb/s, which is 54.545 Gb/s of data.
    expect(flow.rateGbps).toBeCloseTo((2 * ((4 * 14.0625 * 64) / 66) * 4096) / 4178, 6);
    expect(flow.bottleneck).toEqual(['l00013', 'l00014']);
    expect(flow.bottleneckText).toMatch(/^cables C\d+-C\d+ between switches: \d/);
    expect(flow.worstCase).toEqual({ rateGbps: 0, failed: 'tor1', failedLabel: 'switch TOR1' });
  });

  it('falls back to a slower card when the fast one is lost', () => {
    const builder = aDesign()
      .network('a')
      .profile('p', [
        { part: CARD_40G, slot: '1', networks: ['a'], speeds: [40] },
        { part: 'nvidia-mcx312b-xcct', slot: '2', networks: ['a'] },
      ])
      .cluster('FS', 'file-server', 'p', ['F1'])
      .cluster('HV', 'hyper-v', 'p', ['H1'])
      .link('F1/1/1', 'H1/1/1')
      .link('F1/2/1', 'H1/2/1');
    const computed = plan(builder);
    expect(computed.nodes[0]).toMatchObject({ unusedAdapters: ['f1/2'] });
    expect(computed.flow.rateGbps).toBeCloseTo(LINE_40G, 6);
    expect(rateWithout(computed, new Set(['f1/1']))).toBeCloseTo(LINE_40G / 4, 6);
  });

  it('is the sum of many separate pairs, less one pair in the worst case', () => {
    const builder = aDesign()
      .network('a')
      .profile('p', [{ part: CARD_40G, networks: ['a'], speeds: [40] }])
      .cluster('FS', 'file-server', 'p', nodes('F', 120))
      .cluster('HV', 'hyper-v', 'p', nodes('H', 120));
    for (let i = 1; i <= 120; i++) builder.link(`F${i}/1/1`, `H${i}/1/1`);
    const { flow } = plan(builder);
    expect(flow.rateGbps).toBeCloseTo(120 * LINE_40G, 4);
    expect(flow.worstCase.rateGbps).toBeCloseTo(119 * LINE_40G, 4);
  });

  it('loses what one leaf carries in a regular leaf and spine fabric', () => {
    const computed = computePlan(largeDesign(200), catalog);
    const port = (25 * 4096) / (4096 + 86);
    // 40 file servers with four 25 Gb/s ports; a leaf carries half of what its four file servers send.
    expect(computed.totals).toMatchObject({
      nodes: 200,
      adapters: 400,
      portsCabled: 800,
      switches: 24,
      cables: 880,
    });
    expect(computed.flow.rateGbps).toBeCloseTo(160 * port, 4);
    expect(computed.flow.worstCase.rateGbps).toBeCloseTo(152 * port, 4);
    expect(computed.flow.worstCase.failedLabel).toMatch(/^switch LEAF/);
  });
});
