import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { searchDesigns, sizeRequestSchema, type SizeRequestInput } from '../../../shared/size/index.ts';

function search(input: SizeRequestInput) {
  return searchDesigns(sizeRequestSchema.parse(input), catalog);
}

const small = { nodes: { fileServers: 2, hyperV: 4 }, target: { gigabytesPerServer: 3 } };

describe('why a row does not hold', () => {
  it.each<readonly [string, SizeRequestInput, RegExp]>([
    [
      'switch ports',
      {
        nodes: { fileServers: 8, hyperV: 24 },
        target: { gigabytesPerServer: 3 },
        survive: { switch: true },
        limits: { speedsGbps: [25], switchIds: ['nvidia-sn2010'] },
      },
      /^2 x SN2010 have 36 ports of 25 Gb\/s, \d+ needed$/,
    ],
    [
      'the slot',
      {
        nodes: { fileServers: 1, hyperV: 1 },
        target: { gigabytesPerServer: 10 },
        os: '2012r2',
        limits: {
          speedsGbps: [40],
          topologies: ['direct'],
          adaptersPerNode: 1,
          adapterIds: ['nvidia-mcx314a-bcbt'],
        },
      },
      /^Gen3 x8 holds 2 x 40 GbE at 52\.9 Gb\/s: 6\.6 of 10\.0 GB\/s per file server$/,
    ],
    [
      'the card',
      {
        ...small,
        target: { gigabytesPerServer: 13 },
        limits: { speedsGbps: [100], adaptersPerNode: 1, adapterIds: ['intel-e810-cqda2'] },
      },
      /^The E810-CQDA2 itself moves 100 Gb\/s over 2 x 100 GbE: 12\.5 of 13\.0 GB\/s/,
    ],
    [
      'the protocol',
      { ...small, protocol: 'RoCEv2', limits: { adapterIds: ['nvidia-mcx311a-xcat'] } },
      /^ConnectX-3 EN has no RoCE v2$/,
    ],
    [
      'the frame size',
      { ...small, mtu: 9600, limits: { adapterIds: ['nvidia-mcx512a-acat'] } },
      /^ConnectX-5 EN carries frames of 9600 bytes, 9614 are asked for$/,
    ],
    [
      'the cable',
      { ...small, cables: { lengthM: 200, medium: 'dac' }, limits: { speedsGbps: [25] } },
      /^No DAC cable joins the .* at 25 Gb\/s over 200 m$/,
    ],
    [
      'a switch of that speed',
      { ...small, limits: { speedsGbps: [56], switchMakers: ['Dell'] } },
      /^No switch within the limits has ports of 56 Gb\/s$/,
    ],
    [
      'the ports',
      { ...small, target: { gigabytesPerServer: 20 }, limits: { speedsGbps: [10], adaptersPerNode: 2 } },
      /^2 adapters with 2 x 10 GbE each carry no more payload: \d\.\d of 20\.0 GB\/s/,
    ],
    [
      'a failure',
      { ...small, survive: { adapter: true }, limits: { speedsGbps: [25], adaptersPerNode: 1 } },
      /^Without the adapter in slot \w+ of FS01: FS01 finds no storage$/,
    ],
    [
      'the operating system',
      { nodes: { hyperConverged: 3 }, target: { gigabytesPerServer: 1 }, os: '2012r2' },
      /hyper-converged.*2012 R2/,
    ],
    [
      'Storage Spaces Direct before 2016, too slow besides',
      { nodes: { hyperConverged: 3 }, target: { gigabytesPerServer: 900 }, os: '2012r2' },
      /hyper-converged.*2012 R2/,
    ],
    [
      'one adapter',
      {
        ...small,
        storageNetworks: 4,
        limits: { speedsGbps: [25], adaptersPerNode: 1, topologies: ['switch-pair'] },
      },
      /^Two switches need an even number of ports in each node, 4 or more/,
    ],
  ])('%s', (_, input, reason) => {
    const { rows } = search(input);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.reasons[0]).toMatch(reason);
  });

  it('what no design can be is left out with one sentence, not with a row per speed', () => {
    const { rows, leftOut, assumptions } = search({ ...small, survive: { switch: true } });
    expect(new Set(rows.map(({ topology }) => topology))).toEqual(new Set(['switch-pair']));
    expect(assumptions.filter((text) => text.includes('left out'))).toHaveLength(3);
    expect(assumptions.slice(0, 3)).toEqual(leftOut);
  });

  it('where nothing can be drawn at all, what is left out says why', () => {
    const { rows, leftOut } = search({ nodes: { hyperConverged: 1 }, target: { gigabytesPerServer: 1 } });
    expect(rows).toEqual([]);
    expect(leftOut).toHaveLength(4);
    for (const why of leftOut) expect(why).toContain('One node alone');
  });
});

describe('ranking', () => {
  const prices = [...catalog.adapters, ...catalog.switches, ...catalog.servers].map(({ id }, i) => ({
    partId: id,
    price: 50 + ((i * 37) % 400),
  }));

  it.each(['price', 'watts', 'rack-units', 'headroom'] as const)('by %s puts the best first', (rankBy) => {
    const { rows } = search({ ...small, prices, rankBy });
    const values = rows.flatMap(({ figures, reasons }) => {
      if (!figures || reasons.length > 0) return [];
      if (rankBy === 'price') return [figures.priceUnknown * 1e9 + figures.price];
      if (rankBy === 'watts') return [figures.wattsUnknown * 1e9 + figures.watts];
      return [rankBy === 'headroom' ? -figures.headroomPercent : (figures.rackUnits ?? Infinity)];
    });
    expect(values.length).toBeGreaterThan(4);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it('other makers are compared where the user names them', () => {
    const named = search({
      ...small,
      limits: {
        speedsGbps: [25],
        adapterMakers: ['Intel', 'NVIDIA Mellanox'],
        switchMakers: ['Dell', 'Cisco'],
      },
    });
    expect(new Set(named.rows.map(({ adapter }) => adapter.manufacturer)).size).toBe(2);
    expect(new Set(named.rows.map((row) => row.switch?.manufacturer)).size).toBe(2);
    const open = search({ ...small, limits: { speedsGbps: [25] } });
    expect(open.rows.length).toBeLessThan(named.rows.length);
  });
});
