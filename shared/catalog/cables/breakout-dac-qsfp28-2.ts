import { defineCableFamily } from '../define.ts';
import { SOURCE } from '../sources.ts';

/** One 100 Gb/s port to two of 50 Gb/s. */
export const breakoutDacQsfp28To2 = defineCableFamily({
  manufacturer: 'NVIDIA Mellanox',
  model: '100GbE to 2x50GbE QSFP28 breakout copper',
  medium: 'dac',
  connectorA: 'QSFP28',
  connectorB: 'QSFP28',
  ways: 2,
  speedsGbps: [50],
  maxWatts: null,
  sources: [SOURCE.avidCables],
  unverified: [],
  stock: [{ lengthM: 3, partNumber: 'MCP7H00-G003R26N' }],
});
