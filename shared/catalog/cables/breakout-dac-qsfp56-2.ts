import { defineCableFamily } from '../define.ts';
import { SOURCE } from '../sources.ts';

/** One 200 Gb/s port to two of 100 Gb/s, two lanes of 50 Gb/s to each leg. */
export const breakoutDacQsfp56To2 = defineCableFamily({
  manufacturer: 'NVIDIA Mellanox',
  model: '200GbE to 2x100GbE QSFP56 breakout copper',
  medium: 'dac',
  connectorA: 'QSFP56',
  connectorB: 'QSFP56',
  ways: 2,
  speedsGbps: [100],
  maxWatts: null,
  sources: [SOURCE.mcp7h50],
  unverified: [],
  stock: [{ lengthM: 3, partNumber: 'MCP7H50-H003' }],
});
