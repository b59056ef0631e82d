import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { searchDesigns, sizeRequestSchema } from '../../../shared/size/index.ts';

const NODES = [{ hyperConverged: 2 }, { hyperConverged: 4 }, { fileServers: 2, hyperV: 6 }] as const;
const KINDS = ['adapter', 'cable', 'switch', 'node'] as const;

describe('the worst single failure for one server', () => {
  // Losing a node of two costs the whole cluster rate and the last node nothing: the two worsts differ.
  it.each(NODES)('%o: is no better than what the request asks to survive, whatever that is', (nodes) => {
    for (const kind of KINDS) {
      const { rows } = searchDesigns(
        sizeRequestSchema.parse({ nodes, target: { gigabytesPerServer: 5 }, survive: { [kind]: true } }),
        catalog,
      );
      const figured = rows.flatMap(({ id, figures }) => (figures ? [{ id, figures }] : []));
      expect(figured.length).toBeGreaterThan(0);
      for (const { id, figures } of figured) {
        const { worstPerServerGBps, survivedPerServerGBps, worstPerServerLabel, cutOffLabel } = figures;
        // Nothing counts as survived where a node is cut off, whatever the others still get.
        if (survivedPerServerGBps === 0) expect(cutOffLabel, id).not.toBe('');
        else
          expect(worstPerServerGBps, `${id} after ${kind}`).toBeLessThanOrEqual(survivedPerServerGBps + 1e-6);
        expect(worstPerServerLabel).not.toBe('');
      }
    }
  });

  it('is a rate of file servers, also where a Hyper-V node with one adapter is cut off by losing it', () => {
    const { rows } = searchDesigns(
      sizeRequestSchema.parse({
        nodes: { fileServers: 2, hyperV: 6 },
        target: { gigabytesPerServer: 10 },
        survive: { switch: true },
      }),
      catalog,
    );
    const seen = { one: 0, more: 0 };
    for (const { id, figures, adaptersPerNode, hyperVAdapters, reasons } of rows) {
      if (!figures || reasons.length > 0) continue;
      if (adaptersPerNode === 1) {
        // A file server that loses its only adapter is as good as lost: the other one goes on alone.
        expect(figures.worstPerServerGBps, id).toBeCloseTo(figures.perServerGBps / 2, 6);
        continue;
      }
      expect(figures.worstPerServerGBps, id).toBeGreaterThan(0);
      expect(figures.cutOffLabel, id).toBe(hyperVAdapters === 1 ? 'the adapter in slot 1 of HV01' : '');
      seen[hyperVAdapters === 1 ? 'one' : 'more'] += 1;
    }
    expect(seen.one).toBeGreaterThan(0);
    expect(seen.more).toBeGreaterThan(0);
  });
});
