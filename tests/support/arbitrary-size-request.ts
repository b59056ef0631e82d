import fc from 'fast-check';
import { catalog } from '../../shared/catalog/index.ts';
import { OS_VERSIONS } from '../../shared/model/index.ts';
import {
  RANKINGS,
  SIZE_SPEEDS,
  sizeRequestSchema,
  TOPOLOGIES,
  type SizeRequest,
} from '../../shared/size/index.ts';

const seldom = fc.integer({ min: 0, max: 3 }).map((draw) => draw === 0);

const nodes = fc.oneof(
  fc.record({ fileServers: fc.integer({ min: 1, max: 4 }), hyperV: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ hyperConverged: fc.integer({ min: 2, max: 6 }) }),
);

const target = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ gigabytesPerServer: fc.integer({ min: 1, max: 120 }).map((n) => n / 10) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      vms: fc.array(
        fc.record({
          name: fc.constantFrom('SQL', 'Web', 'VDI'),
          count: fc.integer({ min: 1, max: 200 }),
          iops: fc.integer({ min: 50, max: 4000 }),
          blockKiB: fc.constantFrom(4, 8, 64),
          readShare: fc.integer({ min: 0, max: 100 }),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    }),
  },
);

const some = <T>(values: readonly T[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray([...values], { minLength: 1 }) },
  );
const makers = (parts: readonly { readonly manufacturer: string }[]) =>
  some([...new Set(parts.map(({ manufacturer }) => manufacturer))]);

/** Requests of the sizing wizard as users could write them, all that was left out filled in. */
export const arbitrarySizeRequest: fc.Arbitrary<SizeRequest> = fc
  .record({
    nodes,
    target,
    survive: fc.record({ adapter: seldom, cable: seldom, switch: seldom, node: seldom }),
    growthPercent: fc.constantFrom(0, 0, 15, 100),
    os: fc.constantFrom(...OS_VERSIONS, '2019', '2022', '2025'),
    protocol: fc.constantFrom(null, null, null, null, 'RoCEv1' as const, 'RoCEv2' as const, 'iWARP' as const),
    mtu: fc.constantFrom(1500, 4200, 9000, 9000, 9000, 9500),
    cables: fc.record({
      lengthM: fc.constantFrom(0.5, 1, 3, 3, 3, 12, 80, 400),
      interSwitchM: fc.constantFrom(1, 20),
      medium: fc.constantFrom('auto', 'auto', 'auto', 'auto', 'dac', 'aoc', 'multimode', 'single-mode'),
    }),
    limits: fc.record({
      speedsGbps: fc.subarray([...SIZE_SPEEDS], { minLength: 2 }),
      topologies: some(TOPOLOGIES),
      adapterMakers: makers(catalog.adapters),
      switchMakers: makers(catalog.switches),
      adaptersPerNode: fc.constantFrom(1, 2, 4, 4),
      freePortsPercent: fc.constantFrom(0, 0, 20, 60),
    }),
    storageNetworks: fc.constantFrom(null, null, null, null, 1, 2, 3, 4),
    prices: fc.subarray(
      [...catalog.adapters, ...catalog.switches].map(({ id }, i) => ({ partId: id, price: 100 + 7 * i })),
    ),
    rankBy: fc.constantFrom(...RANKINGS),
  })
  .map((request) => sizeRequestSchema.parse(request));
