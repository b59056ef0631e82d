import { defineCableFamily } from '../define.ts';
import { SOURCE } from '../sources.ts';

/** One 100 Gb/s port to two of 50 Gb/s over attached fibre. */
export const breakoutAocQsfp28To2 = defineCableFamily({
  manufacturer: 'NVIDIA Mellanox',
  model: '100GbE to 2x50GbE QSFP28 breakout active optical cable',
  medium: 'aoc',
  connectorA: 'QSFP28',
  connectorB: 'QSFP28',
  ways: 2,
  speedsGbps: [50],
  maxWatts: null,
  sources: [SOURCE.avidCables],
  unverified: [],
  stock: [{ lengthM: 10, partNumber: 'MFA7A20-C010' }],
});
