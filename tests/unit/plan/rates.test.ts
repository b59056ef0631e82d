import { describe, expect, it } from 'vitest';
import { catalog, withEmbedded, type AdapterPart } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { id, type PartId } from '../../../shared/lib/ids.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { runFreshRules } from '../../../shared/rules/index.ts';
import { aDesign, type AdapterFacts } from '../../support/builders.ts';
import golden from './pcie-golden.json' with { type: 'json' };

const DUAL_40G = 'nvidia-mcx314a-bcct';
const DUAL_100G = 'nvidia-mcx516a-ccat';
const DUAL_100G_GEN4 = 'nvidia-mcx516a-cdat';

/** A card that no slot holds back: it trains at whatever the slot has. */
const ANY_GEN: AdapterPart = {
  ...must(
    catalog.adapters.find((part) => part.id === DUAL_100G_GEN4),
    'a card',
  ),
  id: id<PartId>('any-gen'),
  pcie: { gen: 6, lanes: 16 },
};

/** Two nodes with one card each, cabled port by port: the plan, the card, and what the rules say of its slot. */
function cabled(facts: AdapterFacts, ports: number, maxPayloadBytes: 128 | 256 | 512 = 256) {
  const builder = aDesign()
    .fabric({ maxPayloadBytes })
    .network('a')
    .profile('p', [{ networks: Array.from({ length: ports }, () => 'a'), ...facts }])
    .cluster('FS', 'file-server', 'p', ['F1'])
    .cluster('HV', 'hyper-v', 'p', ['H1'])
    .embed(ANY_GEN);
  for (let port = 1; port <= ports; port++) builder.link(`F1/1/${port}`, `H1/1/${port}`);
  const design = builder.build();
  const plan = computePlan(design, withEmbedded(catalog, design.parts));
  const said = runFreshRules({ design, plan }).filter(
    ({ rule, status }) => /^HW-0[12]$/.test(rule) && status === 'warn',
  );
  return { plan, adapter: must(plan.adapters[0], 'an adapter'), said };
}

/** Payload of RoCE v2 at MTU 9000, untagged: 4096 of 4178 bytes. */
const SHARE = 4096 / 4178;

function within(value: number | undefined, published: number): void {
  expect(Math.abs((value ?? 0) - published)).toBeLessThanOrEqual(published * 0.001);
}

describe('PCIe in a design', () => {
  it('reproduces the golden table to 0.1 % for every slot and maximum payload size', () => {
    for (const row of golden) {
      for (const bytes of [128, 256, 512] as const) {
        const slot = { part: ANY_GEN.id, gen: row.gen, lanes: row.lanes as 1 | 2 | 4 | 8 | 16 };
        const { pcie, link } = cabled(slot, 2, bytes).adapter;
        expect(link).toEqual({ gen: row.gen, lanes: row.lanes });
        const wanted = row[`mps${bytes}`];
        within(pcie?.rawGbps, row.raw_gbps);
        within(pcie?.encodedGbps, row.after_encoding_gbps);
        within(pcie?.tlpGbps, wanted.tlp_layer_gbps);
        within(pcie?.writeGbps, wanted.dma_write_gbps);
        within(pcie?.readGbps, wanted.dma_read_gbps);
      }
    }
  });

  /** `known_nic_limits` of the reference, from makers and users (sources S6 to S11, S17 there). */
  it('2 x 40G on Gen3 x8: the slot moves 52.9 of 80 Gb/s, and a finding says so with numbers', () => {
    const { plan, adapter, said } = cabled({ part: DUAL_40G, gen: 3, lanes: 8, speeds: [40, 40] }, 2);
    within(adapter.dataRateGbps, 80);
    within(adapter.pcie?.encodedGbps, 63.015);
    within(adapter.ceilingGbps.receive, 52.923);
    expect(adapter.limitedBy).toEqual({ send: 'pcie', receive: 'pcie' });
    within(plan.flow.rateGbps, 52.923);
    expect(said.map(({ rule }) => rule)).toEqual(['HW-02']);
    expect(said[0]?.message).toMatch(/80 Gb\/s.*Gen3 x8.*63 Gb\/s/);
  });

  it('2 x 100G on Gen3 x16: at most 128 Gb/s with overhead, 104 to receive, and a finding', () => {
    const { plan, adapter, said } = cabled({ part: DUAL_100G, gen: 3, lanes: 16, speeds: [100, 100] }, 2);
    within(adapter.dataRateGbps, 200);
    within(adapter.pcie?.rawGbps, 128);
    within(adapter.pcie?.encodedGbps, 126.031);
    within(adapter.ceilingGbps.receive, 103.954);
    within(plan.flow.rateGbps, 103.954);
    expect(said[0]?.message).toMatch(/200 Gb\/s.*Gen3 x16.*126 Gb\/s/);
  });

  it('2 x 100G on Gen4 x16: carries both ports, limited by them and not by the slot', () => {
    const { plan, adapter, said } = cabled(
      { part: DUAL_100G_GEN4, gen: 4, lanes: 16, speeds: [100, 100] },
      2,
    );
    within(adapter.pcie?.rawGbps, 256);
    within(adapter.pcie?.encodedGbps, 252.062);
    expect(adapter.limitedBy).toEqual({ send: 'ports', receive: 'ports' });
    within(plan.flow.rateGbps, 200 * SHARE);
    expect(said).toEqual([]);
  });

  it('FDR (56 Gb/s) on Gen2 x8: 26.2 of 54.5 Gb/s, half of what Gen3 x8 gives', () => {
    const fdr = { part: 'nvidia-mcx354a-fcbt', lanes: 8, protocol: 'RoCEv1', speeds: [56] } as const;
    const old = cabled({ ...fdr, gen: 2 }, 1);
    within(old.adapter.dataRateGbps, 54.545);
    within(old.adapter.pcie?.encodedGbps, 32);
    within(old.adapter.ceilingGbps.receive, 26.218);
    within(old.plan.flow.rateGbps, 26.218);
    expect(old.said.map(({ rule }) => rule)).toEqual(['HW-01']);
    expect(old.said[0]?.message).toMatch(/Gen2 x8.*26\.2 Gb\/s/);
    within(cabled({ ...fdr, gen: 3 }, 1).adapter.ceilingGbps.receive, 52.923);
  });

  it('2 x 10G on Gen2 x4: between what MPS 256 and 512 give lies what was measured, 13.9 Gb/s', () => {
    const card = { part: 'nvidia-mcx312b-xcct', gen: 2, lanes: 4 } as const;
    within(cabled(card, 2).adapter.ceilingGbps.receive, 13.206);
    within(cabled(card, 2, 512).adapter.ceilingGbps.receive, 14.051);
  });
});
