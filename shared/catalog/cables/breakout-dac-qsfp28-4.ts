import { defineCableFamily } from '../define.ts';
import { ORDER, SOURCE } from '../sources.ts';

/** One 100 Gb/s port to four of 25 Gb/s; the same cable splits 40 Gb/s into four of 10. */
export const breakoutDacQsfp28To4 = defineCableFamily({
  manufacturer: 'NVIDIA Mellanox',
  model: '100GbE to 4x25GbE QSFP28 breakout copper',
  medium: 'dac',
  connectorA: 'QSFP28',
  connectorB: 'SFP28',
  ways: 4,
  speedsGbps: [10, 25],
  maxWatts: null,
  sources: [SOURCE.breakoutCables, SOURCE.avidCables],
  unverified: [],
  stock: [
    { lengthM: 1, partNumber: 'MCP7F00-A001', orderNotes: [ORDER.lengthByNumber] },
    { lengthM: 2, partNumber: 'MCP7F00-A002', orderNotes: [ORDER.lengthByNumber] },
    { lengthM: 3, partNumber: 'MCP7F00-A003R26N' },
  ],
});
