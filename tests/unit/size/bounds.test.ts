import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { createCableChooser } from '../../../shared/plan/index.ts';
import { sizeRequestSchema, TOPOLOGIES, type SizeRequestInput } from '../../../shared/size/index.ts';
import { evaluate } from '../../../shared/size/evaluate.ts';
import { survivedGbps } from '../../../shared/size/figures.ts';
import { needOf } from '../../../shared/size/need.ts';
import {
  factsOf,
  hostPortsNeeded,
  listOptions,
  listShapes,
  switchUses,
  usableAdapters,
  whyNotTopology,
  type Ground,
} from '../../../shared/size/options.ts';
import { wantedFailures } from '../../../shared/size/rates.ts';
import { createHouse } from '../../../shared/size/servers.ts';

function groundOf(input: SizeRequestInput): Ground {
  const request = sizeRequestSchema.parse(input);
  return {
    request,
    catalog,
    choose: createCableChooser(catalog, new Map(), (id) => catalog.byId.get(id) ?? null),
    house: createHouse(),
    need: needOf(request),
    kinds: wantedFailures(request),
  };
}

// What a search leaves out unseen must not be what the customer could have had.
describe.each([
  { nodes: { fileServers: 2, hyperV: 3 }, survive: {} },
  { nodes: { fileServers: 2, hyperV: 3 }, survive: { adapter: true } },
  { nodes: { fileServers: 3, hyperV: 2 }, survive: { switch: true, cable: true } },
  { nodes: { fileServers: 3, hyperV: 1 }, survive: { node: true } },
  { nodes: { fileServers: 1, hyperV: 1 }, survive: { cable: true } },
  { nodes: { hyperConverged: 3 }, survive: { node: true, adapter: true } },
  { nodes: { hyperConverged: 2 }, survive: { node: true, switch: true } },
])('without a drawing, for $nodes and $survive', ({ nodes, survive }) => {
  it.each([25, 40, 56])('no design at %i Gb/s is thought slower than it is', (speedGbps) => {
    const ground = groundOf({
      nodes,
      survive,
      target: { gigabytesPerServer: 0.1 },
      os: '2019',
      limits: {
        adaptersPerNode: 3,
        adapterIds: ['nvidia-mcx512a-acat', 'nvidia-mcx314a-bcct', 'nvidia-mcx4111a-acat'],
      },
    });
    let drawn = 0;
    for (const topology of TOPOLOGIES.filter((entry) => whyNotTopology(entry, ground.request) === null)) {
      for (const shape of listShapes(topology, ground.request)) {
        const { usable } = usableAdapters(speedGbps, ground);
        for (const option of listOptions(shape, { topology, speedGbps }, usable, ground)) {
          const needed = hostPortsNeeded(option);
          const switched = topology === 'one-switch' || topology === 'switch-pair';
          const use = switchUses(option, ground).find(({ hostPorts }) => hostPorts.length >= needed) ?? null;
          if (switched && !use) continue;
          const evaluation = evaluate(factsOf(option, switched ? use : null, ground), catalog);
          expect(option.boundGbps).toBeGreaterThanOrEqual(survivedGbps(evaluation, ground) - 1e-6);
          drawn += 1;
        }
      }
    }
    expect(drawn).toBeGreaterThan(0);
  });
});
