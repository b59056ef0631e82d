import { defineCableFamily } from '../define.ts';
import { SOURCE } from '../sources.ts';

/** One 200 Gb/s port to two of 100 Gb/s over attached fibre. */
export const breakoutAocQsfp56To2 = defineCableFamily({
  manufacturer: 'NVIDIA Mellanox',
  model: '200GbE to 2x100GbE QSFP56 breakout active optical cable',
  medium: 'aoc',
  connectorA: 'QSFP56',
  connectorB: 'QSFP56',
  ways: 2,
  speedsGbps: [100],
  maxWatts: null,
  sources: [SOURCE.mfs1s50],
  unverified: [],
  stock: [
    { lengthM: 3, partNumber: 'MFS1S50-V003E' },
    { lengthM: 5, partNumber: 'MFS1S50-V005E' },
    { lengthM: 10, partNumber: 'MFS1S50-V010E' },
    { lengthM: 15, partNumber: 'MFS1S50-V015E' },
    { lengthM: 20, partNumber: 'MFS1S50-V020E' },
    { lengthM: 30, partNumber: 'MFS1S50-V030E' },
  ],
});
