import { catalog } from '../../shared/catalog/index.ts';
import { createSearch, searchDesigns, sizeRequestSchema } from '../../shared/size/index.ts';
import type { BenchEntry } from './entry.ts';

const request = sizeRequestSchema.parse({
  nodes: { fileServers: 2, hyperV: 6 },
  target: { gigabytesPerServer: 10 },
  survive: { switch: true },
});
const SIZE = '2 file servers, 6 Hyper-V nodes';

/** The sizing wizard: a search from nothing, and what follows when one number is nudged (DEMANDS 22: 100 ms). */
export const sizeEntries: readonly BenchEntry[] = [
  {
    name: 'Sizing: all designs',
    size: SIZE,
    goalMs: 1000,
    prepare: () => () => searchDesigns(request, catalog),
  },
  {
    name: 'Sizing: the target nudged',
    size: SIZE,
    goalMs: 100,
    prepare: () => {
      const search = createSearch(catalog);
      search(request);
      let count = 0;
      return () => search({ ...request, target: { gigabytesPerServer: 10 + ((count += 1) % 10) / 10 } });
    },
  },
  {
    name: 'Sizing: one node more or less',
    size: SIZE,
    goalMs: 100,
    prepare: () => {
      let count = 0;
      return () => {
        const hyperV = 5 + ((count += 1) % 2) * 2;
        return searchDesigns({ ...request, nodes: { fileServers: 2, hyperV } }, catalog);
      };
    },
  },
];
