import { defineCableFamily } from '../define.ts';
import { ORDER, SOURCE } from '../sources.ts';

/** 100 Gb/s direct attach. Suffix N needs no FEC, L needs RS-FEC; the number before it is the wire gauge. */
export const dacQsfp28 = defineCableFamily({
  manufacturer: 'NVIDIA Mellanox',
  model: '100GbE QSFP28 passive copper',
  medium: 'dac',
  connectorA: 'QSFP28',
  connectorB: 'QSFP28',
  speedsGbps: [40, 50, 100],
  maxWatts: 0.1,
  sources: [SOURCE.cableListSonic, SOURCE.avidCables, SOURCE.cableFaq],
  orderNotes: [ORDER.lengthByNumber],
  unverified: ['Use at 40 and 50 Gb/s'],
  stock: [
    { lengthM: 0.5, partNumber: 'MCP1600-C00AE30N' },
    { lengthM: 1, partNumber: 'MCP1600-C001E30N' },
    { lengthM: 1.5, partNumber: 'MCP1600-C01AE30N' },
    { lengthM: 2, partNumber: 'MCP1600-C002E30N' },
    { lengthM: 2.5, partNumber: 'MCP1600-C02AE26N' },
    { lengthM: 3, partNumber: 'MCP1600-C003E26N' },
    { lengthM: 5, partNumber: 'MCP1600-C005E26L' },
  ],
});
