import { describe, expect, it } from 'vitest';
import { pcieRates, trainLink } from '../../../shared/plan/index.ts';
import golden from './pcie-golden.json' with { type: 'json' };

/**
 * The golden table was computed from the constants of pcie-bench/pcie-model (commit 40703cf) apart from this
 * code; its figures have three decimals.
 */
describe('pcieRates', () => {
  it('has a row for generations 1 to 6 and x1 to x16', () => {
    expect(new Set(golden.map((row) => `${row.gen}x${row.lanes}`)).size).toBe(30);
  });

  it.each(golden.map((row) => [`Gen${row.gen} x${row.lanes}`, row] as const))('%s', (_name, row) => {
    for (const bytes of [128, 256, 512] as const) {
      const rates = pcieRates(row.gen, row.lanes, bytes, 512);
      const wanted = row[`mps${bytes}`];
      const near = (value: number, published: number) =>
        expect(Math.abs(value - published)).toBeLessThanOrEqual(0.00051);
      near(rates.rawGbps, row.raw_gbps);
      near(rates.encodedGbps, row.after_encoding_gbps);
      near(rates.tlpGbps, wanted.tlp_layer_gbps);
      near(rates.writeGbps, wanted.dma_write_gbps);
      near(rates.readGbps, wanted.dma_read_gbps);
      near(rates.bothGbps, wanted.dma_rw_each_dir_gbps);
    }
  });

  it('gives 52 to 53 Gb/s on Gen3 x8 and about 26 on Gen2 x8, as users of FDR cards measured', () => {
    expect(pcieRates(3, 8, 256, 512).writeGbps.toFixed(1)).toBe('52.9');
    expect(pcieRates(2, 8, 256, 512).writeGbps.toFixed(1)).toBe('26.2');
  });

  it('stops on a link that does not exist', () => {
    expect(() => pcieRates(7, 8, 256, 512)).toThrow('generation 7');
    expect(() => pcieRates(3, 12, 256, 512)).toThrow('x12');
  });
});

describe('trainLink', () => {
  it('takes the lesser generation and the lesser lanes, from whichever side', () => {
    expect(trainLink({ gen: 3, lanes: 16 }, { gen: 4, lanes: 8 })).toEqual({ gen: 3, lanes: 8 });
    expect(trainLink({ gen: 4, lanes: 8 }, { gen: 2, lanes: 16 })).toEqual({ gen: 2, lanes: 8 });
  });
});
