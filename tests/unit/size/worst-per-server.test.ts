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
        const { worstPerServerGBps, survivedPerServerGBps, worstPerServerLabel } = figures;
        expect(worstPerServerGBps, `${id} after ${kind}`).toBeLessThanOrEqual(survivedPerServerGBps + 1e-6);
        expect(worstPerServerLabel).not.toBe('');
      }
    }
  });
});
